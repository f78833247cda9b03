"""Issuing again: by the facts as they are now, and nothing that was written is lost."""

from datetime import date
from pathlib import Path

import pytest

from secaudit.officer.verdicts import Verdict
from secaudit.problems import Refused, WrongUsage, errors
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.issuing.issue import Load, rehearse
from secaudit.steps.issuing.plan import outdated
from secaudit.workspace import load_contents
from tests.municipality import ANSWERED, OPENED, Municipality

LATER = date(2026, 9, 25)
SYSTEMS = "inventory/systems.yaml"
HOSTED = ("hosting: supplier", "hosting: hybrid")
SENSITIVE = ("personal_data: [none]", "personal_data: [sensitive]")
OPERATED = ('"Arkiv", owner: p01', '"Arkiv", owner: p01, operations: p02')
MOVED = ('"Arkiv", owner: p01', '"Arkiv", owner: p03')
NO_OWNER = ('"Arkiv", owner: p01', '"Arkiv", owner: "ejer mangler"')


def arkiv(municipality: Municipality) -> list[tuple[str | None, str, list[str]]]:
    """Who is asked what about the archive, as it stands."""
    return [
        (issue.form.person, issue.form.part, list(issue.form.questions))
        for issue in municipality.campaign().current()
        if issue.subject.id == "arkiv"
    ]


def again(municipality: Municipality, *subjects: str) -> list[str]:
    """The forms that are made, as person/form."""
    forms = municipality.issue(LATER, plan.reissue(*(subjects or ("arkiv",)))).forms
    return [f"{path.parent.name}/{path.name}" for path in forms]


def everything(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, and what is in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# What is asked


def test_corrected_facts_are_told_in_the_new_form(municipality: Municipality) -> None:
    municipality.edit(SYSTEMS, *HOSTED)
    assert again(municipality, "omsorg") == [
        "p01/system-omsorg.yaml",
        "p02/system-omsorg.yaml",
    ]
    text = municipality.form("p01", "system-omsorg").read_text(encoding="utf-8")
    assert "hosting: hybrid" in text
    issued = [i for i in municipality.campaign().current() if i.subject.id == "omsorg"]
    assert {issue.facts["hosting"] for issue in issued} == {"hybrid"}


def test_a_question_that_the_facts_call_for_now_is_asked(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, *SENSITIVE)
    assert again(municipality) == ["p01/system-arkiv.yaml"]
    assert arkiv(municipality) == [("p01", "main", ["T.1", "T.2", "T.3", "T.6"])]


def test_a_question_that_the_facts_call_for_no_more_is_no_gap(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, "personal_data: [cpr, sensitive]", "personal_data: [none]"
    )
    assert ("system:omsorg", "T.6") in {gap.key for gap in municipality.picture().gaps}
    again(municipality, "omsorg")
    assert ("system:omsorg", "T.6") not in {
        item.key for item in municipality.picture().items
    }


def test_answers_to_unchanged_questions_stay(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.edit(SYSTEMS, *SENSITIVE)
    issued = municipality.issue(LATER, plan.reissue("arkiv"))
    assert issued.unsent == ()
    found = {
        i.control.id: i.status
        for i in municipality.picture().own
        if i.subject.id == "arkiv"
    }
    assert found == {"T.1": "met", "T.2": "met", "T.3": "met", "T.6": "unanswered"}
    path = municipality.answer("p01", "system-arkiv", {"T.6": {}}, on=LATER, only=True)
    assert errors(municipality.record(path, on=LATER).problems) == ()


def test_where_all_is_answered_already_it_is_said_that_nothing_need_be_sent(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.edit(
        SYSTEMS, ", criticality: other", ", criticality: business-critical"
    )
    issued = municipality.issue(LATER, plan.reissue("arkiv"))
    assert issued.unsent == issued.forms
    assert [path.name for path in issued.forms] == ["system-arkiv.yaml"]


def test_the_form_tells_what_was_answered_and_that_it_stands(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.edit(SYSTEMS, *SENSITIVE)
    again(municipality)
    text = municipality.form("p01", "system-arkiv").read_text(encoding="utf-8")
    assert text.count("Der er svaret 'opfyldt' den 20. september 2026.") == 3


def test_the_old_form_counts_no_more(municipality: Municipality) -> None:
    old = municipality.answer("p01", "system-arkiv")
    municipality.edit(SYSTEMS, *SENSITIVE)
    again(municipality)
    [problem] = errors(municipality.record(old, on=LATER).problems)
    assert problem.code == "superseded-form"


def test_an_operations_person_found_later_gets_their_part(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, *OPERATED)
    assert again(municipality) == ["p01/system-arkiv.yaml", "p02/system-arkiv.yaml"]
    assert arkiv(municipality) == [
        ("p01", "main", ["T.1", "T.2"]),
        ("p02", "operations", ["T.3"]),
    ]


def test_operations_part_goes_back_to_the_owner(municipality: Municipality) -> None:
    municipality.edit(SYSTEMS, *OPERATED)
    again(municipality)
    municipality.edit(SYSTEMS, *reversed(OPERATED))
    assert again(municipality) == ["p01/system-arkiv.yaml"]
    assert arkiv(municipality) == [("p01", "main", ["T.1", "T.2", "T.3"])]
    assert not municipality.form("p02", "system-arkiv").exists()


def test_another_owner_gets_the_form(municipality: Municipality) -> None:
    old = municipality.answer("p01", "system-arkiv")
    municipality.edit(SYSTEMS, *MOVED)
    assert again(municipality) == ["p03/system-arkiv.yaml"]
    [problem] = errors(municipality.record(old, on=LATER).problems)
    assert problem.code == "moved-form"
    assert "Cecilie Vang" in problem.message


def test_a_system_that_lost_its_owner_is_asked_of_nobody(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, *NO_OWNER)
    issued = municipality.issue(LATER, plan.reissue("arkiv"))
    assert (issued.forms, issued.unaddressed) == ((), ("Arkiv",))
    assert not municipality.form("p01", "system-arkiv").exists()


def test_what_a_common_service_answers_now_is_not_asked_again(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: p01, uses: [backup]'
    )
    again(municipality)
    assert arkiv(municipality) == [("p01", "main", ["T.1", "T.2"])]
    [inherited] = municipality.picture().inherited
    assert inherited.key == ("system:arkiv", "T.3")


def test_somebodys_own_duties_are_issued_again_once_they_were_taken_out(
    municipality: Municipality,
) -> None:
    municipality.withdraw("owner:p01")
    assert again(municipality, "owner:p01") == ["p01/owner-p01.yaml"]


def test_several_subjects_are_issued_again_at_once_and_none_twice(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, *HOSTED)
    municipality.edit(SYSTEMS, *SENSITIVE)
    assert again(municipality, "omsorg", "arkiv", "system:arkiv") == [
        "p01/system-omsorg.yaml",
        "p02/system-omsorg.yaml",
        "p01/system-arkiv.yaml",
    ]


def test_only_what_is_not_as_it_was_issued_is_issued_again(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, *SENSITIVE)
    assert again(municipality, "omsorg", "arkiv") == ["p01/system-arkiv.yaml"]
    assert len(municipality.campaign().issues) == 9


def test_which_forms_no_longer_fit_is_known_until_they_are_issued_again(
    municipality: Municipality,
) -> None:
    def stale() -> tuple[str, ...]:
        return outdated(
            load_contents(municipality.workspace), [municipality.campaign()]
        )

    assert stale() == ()
    municipality.edit(SYSTEMS, *HOSTED)
    municipality.edit(SYSTEMS, *SENSITIVE)
    assert stale() == ("system:omsorg", "system:arkiv")
    again(municipality, "omsorg")
    assert stale() == ("system:arkiv",)


def test_a_form_back_to_the_facts_it_was_first_issued_with_is_another_form(
    municipality: Municipality,
) -> None:
    first = municipality.answer("p01", "system-arkiv")
    municipality.edit(SYSTEMS, *SENSITIVE)
    again(municipality)
    municipality.edit(SYSTEMS, *reversed(SENSITIVE))
    again(municipality)
    ids = [i.id for i in municipality.campaign().issues if i.subject.id == "arkiv"]
    assert len(set(ids)) == 3
    [problem] = errors(municipality.record(first, on=LATER).problems)
    assert problem.code == "superseded-form"
    path = municipality.answer("p01", "system-arkiv", on=LATER)
    assert errors(municipality.record(path, on=LATER).problems) == ()


def test_a_renamed_system_is_one_system_and_keeps_what_was_answered(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.edit(SYSTEMS, "{id: arkiv,", "{id: esdh, formerly: arkiv,")
    assert [path.name for path in municipality.issue(LATER).forms] == [
        "system-esdh.yaml"
    ]
    assert not municipality.form("p01", "system-arkiv").exists()
    items = [
        i for i in municipality.picture().items if i.subject.id in ("arkiv", "esdh")
    ]
    assert [(item.subject.id, item.status) for item in items] == [("esdh", "met")] * 3


# What cannot be issued again


@pytest.mark.parametrize(
    ("subjects", "error", "words"),
    [
        (("arkiv",), Refused, "intet er ændret"),
        (("owner:p01",), Refused, "intet er ændret"),
        (("akriv",), WrongUsage, "mente du 'arkiv'"),
        (("arkiv", "akriv"), WrongUsage, "mente du 'arkiv'"),
        (("organisation:proevekommune",), WrongUsage, "'organisation:proevekommune'"),
        (("proevekommune",), WrongUsage, "'proevekommune'"),
        (("",), WrongUsage, "''"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_issued(
    municipality: Municipality,
    subjects: tuple[str, ...],
    error: type[Refused],
    words: str,
) -> None:
    before = everything(municipality.folder)
    with municipality.refuses(words, error=error):
        municipality.issue(LATER, plan.reissue(*subjects))
    assert everything(municipality.folder) == before


def test_a_system_out_of_use_is_withdrawn_not_issued_again(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, "criticality: other", "lifecycle: retired")
    with municipality.refuses("'arkiv'", error=WrongUsage):
        municipality.issue(LATER, plan.reissue("arkiv"))


def test_a_system_and_an_owner_of_the_same_id_must_be_told_apart(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, "systems:\n", "systems:\n  - {id: p01, name: P, owner: p02}\n"
    )
    municipality.issue(LATER)
    with municipality.refuses("'p01' kan være flere", error=WrongUsage):
        municipality.issue(LATER, plan.reissue("p01"))


# Files and events stand together


def test_a_form_that_was_written_in_is_put_aside_never_overwritten(
    municipality: Municipality,
) -> None:
    form = municipality.form("p01", "system-arkiv")
    wrote = ["første: 1\n", "anden: 2\n", "tredje: 3\n"]
    changes = (SENSITIVE, tuple(reversed(SENSITIVE)), OPERATED)
    for text, (old, new) in zip(wrote, changes, strict=True):
        form.write_text(text, encoding="utf-8")
        municipality.edit(SYSTEMS, old, new)
        again(municipality)
    asides = [form.with_name(f"{form.name}.replaced-{n}") for n in (1, 2, 3)]
    assert [path.read_text(encoding="utf-8") for path in asides] == wrote
    assert "form: secaudit/1" in form.read_text(encoding="utf-8")


def test_a_file_that_lies_where_a_new_form_goes_is_put_aside(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, *MOVED)
    mine = municipality.write(
        "campaigns/2026/issued/p03/system-arkiv.yaml", "mit: eget\n"
    )
    assert again(municipality) == ["p03/system-arkiv.yaml"]
    aside = mine.with_name("system-arkiv.yaml.replaced-1")
    assert aside.read_text(encoding="utf-8") == "mit: eget\n"


def test_what_is_put_aside_is_not_taken_for_a_returned_form(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, *SENSITIVE)
    again(municipality)
    recorded = municipality.record(municipality.workspace.issued("2026"), on=LATER)
    assert [Path(name).name for name in recorded.skipped if "replaced" in name] == [
        "system-arkiv.yaml.replaced-1"
    ]


@pytest.fixture
def in_the_way(municipality: Municipality, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Something that stops the form of the archive from being written."""
    monkeypatch.setattr("secrets.token_hex", lambda _bytes: "new")
    way = municipality.form("p03", "system-arkiv.yaml").with_suffix(".new")
    way.mkdir()
    return way


def test_if_a_form_cannot_be_written_files_and_events_are_as_they_were(
    municipality: Municipality, in_the_way: Path
) -> None:
    municipality.form("p01", "system-arkiv").write_text(
        "halvt: udfyldt\n", encoding="utf-8"
    )
    municipality.edit(SYSTEMS, *HOSTED)
    municipality.edit(SYSTEMS, *MOVED)
    before = everything(municipality.folder)
    with municipality.refuses("system-arkiv.yaml", "intet er udsendt"):
        municipality.issue(LATER, plan.reissue("omsorg", "arkiv"))
    assert everything(municipality.folder) == before
    in_the_way.rmdir()
    assert len(again(municipality, "omsorg", "arkiv")) == 3


# What each person would be asked


def test_a_rehearsal_tells_forms_questions_and_minutes_and_issues_nothing(
    tmp_path: Path,
) -> None:
    made = Municipality(tmp_path / "k")
    made.open()
    before, head = everything(made.folder), made.register.head()
    loads = rehearse(made.workspace, None)
    assert [(load.person, load.name, load.forms, load.questions) for load in loads] == [
        ("p01", "Anna Holm", 3, 7),
        ("p02", "Bo Lind", 3, 6),
        ("p03", "Cecilie Vang", 2, 2),
    ]
    assert all(load.minutes > 0 and not load.over for load in loads)
    assert (everything(made.folder), made.register.head()) == (before, head)


def test_a_rehearsal_tells_of_what_nobody_is_known_to_answer(tmp_path: Path) -> None:
    made = Municipality(tmp_path / "k")
    made.edit(SYSTEMS, *NO_OWNER)
    made.open()
    nobody = [load for load in rehearse(made.workspace, None) if not load.person]
    assert [(load.name, load.forms, load.questions) for load in nobody] == [("", 1, 3)]


def test_what_was_issued_is_not_rehearsed(municipality: Municipality) -> None:
    assert rehearse(municipality.workspace, None) == ()
    municipality.edit(SYSTEMS, *SENSITIVE)
    [load] = rehearse(municipality.workspace, None, plan.reissue("arkiv"))
    assert load == Load("p01", "Anna Holm", 1, 4, load.minutes, over=False)


@pytest.mark.parametrize(
    ("subject", "error"), [("akriv", WrongUsage), ("arkiv", Refused)]
)
def test_what_cannot_be_issued_cannot_be_rehearsed(
    municipality: Municipality, subject: str, error: type[Refused]
) -> None:
    with municipality.refuses(error=error):
        rehearse(municipality.workspace, None, plan.reissue(subject))


@pytest.mark.parametrize(
    ("limits", "over"),
    [
        ("{questions: 7}", []),
        ("{questions: 6}", ["p01"]),
        ("{questions: 2}", ["p01", "p02"]),
        ("{minutes: 100}", []),
        ("{minutes: 1}", ["p01", "p02", "p03"]),
        ("{questions: 100, minutes: 1}", ["p01", "p02", "p03"]),
        ("{}", []),
    ],
)
def test_who_is_asked_more_than_the_profiles_limit_is_marked(
    tmp_path: Path, limits: str, over: list[str]
) -> None:
    made = Municipality(tmp_path / "k")
    made.write("profile.yaml", f"limits: {limits}\n")
    made.open()
    assert [load.person for load in rehearse(made.workspace, None) if load.over] == over


# Deadlines


def test_forms_may_have_a_deadline_of_their_own(municipality: Municipality) -> None:
    municipality.edit(SYSTEMS, *SENSITIVE)
    municipality.issue(LATER, plan.reissue("arkiv"), answer_by=date(2026, 10, 20))
    campaign = municipality.campaign()
    deadlines = {i.subject.id: campaign.deadline(i) for i in campaign.current()}
    assert (deadlines["arkiv"], deadlines["omsorg"]) == (
        date(2026, 10, 20),
        campaign.due,
    )
    text = municipality.form("p01", "system-arkiv").read_text(encoding="utf-8")
    assert "Svar senest 20. oktober 2026." in text


@pytest.mark.parametrize(
    ("on", "by"), [(date(2026, 10, 1), "2026-10-01"), (date(2026, 10, 2), "2026-10-16")]
)
def test_what_is_issued_after_the_campaigns_deadline_has_a_fortnight(
    municipality: Municipality, on: date, by: str
) -> None:
    municipality.edit(SYSTEMS, *SENSITIVE)
    municipality.issue(on, plan.reissue("arkiv"))
    campaign = municipality.campaign()
    assert campaign.deadline(campaign.current()[-1]).isoformat() == by


@pytest.mark.parametrize(
    ("on", "by"),
    [
        (date(2026, 10, 19), "2026-10-20"),
        (date(2026, 10, 20), "2026-10-20"),
        (date(2026, 10, 21), "2026-11-04"),
    ],
)
def test_a_form_that_takes_the_place_of_another_keeps_a_deadline_that_is_ahead(
    municipality: Municipality, on: date, by: str
) -> None:
    municipality.edit(SYSTEMS, *SENSITIVE)
    municipality.issue(LATER, plan.reissue("arkiv"), answer_by=date(2026, 10, 20))
    municipality.transfer("p01", "p02", "arkiv", on=on)
    campaign = municipality.campaign()
    [issue] = [i for i in campaign.current() if i.subject.id == "arkiv"]
    assert campaign.deadline(issue).isoformat() == by


def test_a_deadline_may_be_today_and_not_before(municipality: Municipality) -> None:
    municipality.edit(SYSTEMS, *SENSITIVE)
    with municipality.refuses("2026-09-19", error=WrongUsage):
        municipality.issue(ANSWERED, plan.reissue("arkiv"), answer_by=date(2026, 9, 19))
    municipality.issue(ANSWERED, plan.reissue("arkiv"), answer_by=ANSWERED)


def test_an_earlier_campaign_that_is_open_can_still_be_issued_to(
    municipality: Municipality,
) -> None:
    municipality.open("2027", date(2027, 9, 1))
    municipality.edit(SYSTEMS, *SENSITIVE)
    issued = municipality.issue(OPENED, plan.reissue("arkiv"), campaign="2026")
    assert (issued.campaign, len(issued.forms)) == ("2026", 1)


def test_where_nothing_was_sent_back_no_small_form_is_made(
    municipality: Municipality,
) -> None:
    head = municipality.register.head()
    assert municipality.issue(LATER, small_forms.returned).forms == ()
    assert municipality.register.head() == head


def test_what_was_sent_back_last_year_is_asked_with_the_reviewers_word(
    municipality: Municipality,
) -> None:
    returned = municipality.answer("p01", "system-arkiv")
    municipality.record(returned)
    verdict = Verdict("arkiv", "T.2", "returned", reason="Hvor er listen?")
    municipality.review(verdict)
    municipality.close(LATER)
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    text = municipality.form("p01", "system-arkiv", "2027").read_text(encoding="utf-8")
    assert "SENDT RETUR i forrige årsrunde: Hvor er listen?" in text


def test_what_was_answered_anew_is_not_sent_back_next_year(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    verdict = Verdict("arkiv", "T.2", "returned", reason="Hvor er listen?")
    municipality.review(verdict)
    anew = municipality.answer("p01", "system-arkiv", on=LATER)
    municipality.record(anew, on=LATER)
    municipality.close(LATER)
    municipality.open("2027", date(2027, 9, 1))
    assert municipality.campaign("2027").sent_back == {}
