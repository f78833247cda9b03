"""Issuing: an event and a file for each form, and nothing issued is ever changed."""

import hashlib
import re
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from secaudit.problems import Refused
from secaudit.steps.issuing.forms import write_forms
from secaudit.steps.issuing.issue import rehearse
from tests.municipality import Municipality

NEW_SYSTEM = '  - {id: ny, name: "Ny", owner: p02, personal_data: [none]}\n'
LATER = date(2026, 9, 10)
LENGTH = re.compile(r"\n# (\d+) spørgsmål, ca\. (\d+) minut(?:ter)?\. ")
AREA = (
    '- id: {id}\n  theme: T\n  title: {{da: "P", en: "P"}}\n  weight: 1\n  questions:\n'
    '    organisation:\n      text: {{da: "Er det?", en: "Is it?"}}\n'
    '      guidance: {{da: "Opfyldt: A. Delvist opfyldt: B. Ikke opfyldt: C.", '
    'en: "Met: A. Partially met: B. Not met: C."}}\n'
    '      evidence: {{da: ["Sag"], en: ["Case"]}}\n'
)


def edit(municipality: Municipality, old: str, new: str, file: str = "systems") -> None:
    path = municipality.folder / "inventory" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_system(municipality: Municipality, entry: str = NEW_SYSTEM) -> None:
    path = municipality.folder / "inventory" / "systems.yaml"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")


def files(municipality: Municipality) -> dict[str, str]:
    """Every issued file, and what is in it."""
    folder = municipality.workspace.issued("2026")
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def asked(municipality: Municipality, subject: str) -> list[tuple[str | None, str]]:
    """Whom each question about a subject is put to, as it stands."""
    return sorted(
        (item.issue.form.person, item.control.id)
        for item in municipality.picture().own
        if item.subject.key == subject
    )


@pytest.fixture
def opened(tmp_path: Path) -> Municipality:
    """A municipality that has opened a campaign and issued nothing."""
    made = Municipality(tmp_path / "proevekommune")
    made.open()
    return made


def test_each_person_gets_a_folder_with_their_page_their_forms_and_the_schema(
    municipality: Municipality,
) -> None:
    beside = ("questionnaire.schema.json", "svar.html")
    assert set(files(municipality)) == {
        *(f"p01/{name}" for name in ("owner-p01.yaml", "system-omsorg.yaml", *beside)),
        "p01/system-arkiv.yaml",
        *(f"p02/{name}" for name in ("owner-p02.yaml", "system-omsorg.yaml", *beside)),
        "p02/system-backup.yaml",
        *(f"p03/{name}" for name in ("organisation-proevekommune.yaml", *beside)),
        "p03/employees-proevekommune.yaml",
    }


def test_issuing_says_what_was_issued(opened: Municipality) -> None:
    edit(opened, '"Arkiv", owner: p01', '"Arkiv", owner: "ejer mangler"')
    issued = opened.issue()
    assert issued.campaign == "2026"
    assert len(issued.forms) == 7
    assert all(path.is_file() for path in issued.forms)
    assert issued.unaddressed == ("Arkiv",)
    assert issued.questions == len(opened.picture().own)
    assert issued.untouched == 0


def test_whom_nobody_answers_for_is_named_by_its_kind_and_not_twice_by_the_municipality(
    opened: Municipality,
) -> None:
    text = opened.read("secaudit.yaml").partition("areas:")[0]
    opened.write("secaudit.yaml", f"{text}areas: []\n")
    assert opened.issue().unaddressed == ("Organisationen", "Medarbejdere")


def test_operations_part_goes_to_the_operations_person(
    municipality: Municipality,
) -> None:
    assert asked(municipality, "system:omsorg") == [
        ("p01", "T.1"),
        ("p01", "T.2"),
        ("p01", "T.6"),
        ("p02", "T.3"),
    ]


def test_issuing_again_adds_nothing_and_changes_nothing(
    municipality: Municipality,
) -> None:
    before, head = files(municipality), municipality.register.head()
    issued = municipality.issue(LATER)
    assert (issued.forms, issued.questions, issued.untouched) == ((), 0, 8)
    assert files(municipality) == before
    assert municipality.register.head() == head


def test_a_new_system_is_issued_and_what_was_issued_stands(
    municipality: Municipality,
) -> None:
    before = files(municipality)
    add_system(municipality)
    issued = municipality.issue(LATER)
    assert [path.name for path in issued.forms] == ["system-ny.yaml"]
    after = files(municipality)
    assert after.keys() - before.keys() == {"p02/system-ny.yaml"}
    changed = {name for name in before if after[name] != before[name]}
    # both tell of the new form, too
    assert changed == {"p02/questionnaire.schema.json", "p02/svar.html"}
    assert municipality.register.events()[-1].payload["issued_on"] == "2026-09-10"


def test_a_new_owner_is_asked_for_their_own_duties(municipality: Municipality) -> None:
    add_system(municipality, NEW_SYSTEM.replace("p02", "p03"))
    names = {path.stem for path in municipality.issue(LATER).forms}
    assert names == {"system-ny", "owner-p03"}


def test_corrected_facts_change_no_form_that_was_issued(
    municipality: Municipality,
) -> None:
    before = files(municipality)
    edit(municipality, "personal_data: [none], criticality: other", "hosting: hybrid")
    edit(municipality, 'name: "Omsorg & Pleje"', 'name: "Omsorg"')
    assert municipality.issue(LATER).forms == ()
    assert files(municipality) == before


def test_what_nobody_is_known_to_answer_has_an_event_and_no_file(
    opened: Municipality,
) -> None:
    edit(opened, '"Arkiv", owner: p01', '"Arkiv", owner: "ejer mangler"')
    opened.issue()
    assert asked(opened, "system:arkiv") == [
        (None, "T.1"),
        (None, "T.2"),
        (None, "T.3"),
    ]
    assert not [name for name in files(opened) if "arkiv" in name]


def test_a_form_without_a_person_is_superseded_when_an_owner_is_found(
    opened: Municipality,
) -> None:
    edit(opened, '"Arkiv", owner: p01', '"Arkiv", owner: "ejer mangler"')
    opened.issue()
    edit(opened, 'owner: "ejer mangler"', "owner: p02")
    issued = opened.issue(LATER)
    assert [path.name for path in issued.forms] == ["system-arkiv.yaml"]
    assert {person for person, _id in asked(opened, "system:arkiv")} == {"p02"}
    assert opened.issue(LATER).forms == ()


def test_an_operations_person_found_later_is_not_asked_what_the_owner_was(
    municipality: Municipality,
) -> None:
    before = asked(municipality, "system:arkiv")
    edit(municipality, '"Arkiv", owner: p01', '"Arkiv", owner: p01, operations: p02')
    assert municipality.issue(LATER).forms == ()
    assert asked(municipality, "system:arkiv") == before


def test_an_owner_who_was_asked_operations_part_is_asked_only_the_rest(
    opened: Municipality,
) -> None:
    nobody = '"Arkiv", owner: "ejer mangler", operations: p02'
    edit(opened, '"Arkiv", owner: p01', nobody)
    opened.issue()
    edit(opened, nobody, '"Arkiv", owner: p02, operations: p02')
    issued = opened.issue(LATER)
    assert [path.name for path in issued.forms] == ["system-arkiv.2.yaml"]
    assert asked(opened, "system:arkiv") == [("p02", f"T.{n}") for n in (1, 2, 3)]
    assert opened.issue(LATER).forms == ()


def test_an_area_that_gets_a_person_later_asks_only_what_nobody_was_asked(
    opened: Municipality,
) -> None:
    controls = "".join(AREA.format(id=id) for id in ("T.7", "T.8"))
    opened.write("test-catalogue/more.yaml", controls)
    file = opened.folder / "secaudit.yaml"
    told = file.read_text(encoding="utf-8")
    areas = '  - {id: officer, title: "Sikkerhed", person: p03, controls: [%s]}\n'
    only = told[: told.index("  - {id: officer")]
    opened.open("2026b")
    subject = "organisation:proevekommune"
    seen = []
    for listed in ("T.4", "T.4, T.7", "T.4, T.7, T.8"):
        file.write_text(only + areas % listed, encoding="utf-8")
        opened.issue(LATER)
        items = [i for i in opened.picture("2026b").own if i.subject.key == subject]
        found = sorted((i.control.id, i.issue.form.person) for i in items)
        seen.append(found)
    assert seen == [
        [("T.4", "p03"), ("T.7", None), ("T.8", None)],
        [("T.4", "p03"), ("T.7", "p03"), ("T.8", None)],
        [("T.4", "p03"), ("T.7", "p03"), ("T.8", "p03")],
    ]
    folder = opened.workspace.issued("2026b") / "p03"
    assert sorted(path.name for path in folder.glob("organisation*")) == [
        "organisation-proevekommune.2.yaml",
        "organisation-proevekommune.3.yaml",
        "organisation-proevekommune.yaml",
    ]


def test_a_file_removed_by_accident_is_written_again_as_it_was(
    municipality: Municipality,
) -> None:
    before, head = files(municipality), municipality.register.head()
    municipality.form("p01", "system-omsorg").unlink()
    (
        municipality.workspace.issued("2026") / "p02" / "questionnaire.schema.json"
    ).unlink()
    issued = municipality.issue(LATER)
    assert [path.name for path in issued.forms] == ["system-omsorg.yaml"]
    assert issued.questions == 0
    assert files(municipality) == before
    assert municipality.register.head() == head


def test_what_an_editor_says_is_as_it_was_where_the_issuing_is_taken_back(
    municipality: Municipality,
) -> None:
    schema = municipality.form("p02", "questionnaire").with_suffix(".schema.json")
    schema.write_text("{}", encoding="utf-8")
    campaign, workspace = municipality.campaign(), municipality.workspace
    with ExitStack() as undo:
        assert write_forms(workspace, campaign, campaign, undo) == ()
        assert schema.stat().st_size > 1000
    assert schema.read_text("utf-8") == "{}"


def test_a_form_says_to_whom_it_is_sent_or_that_it_is_whoever_it_came_from(
    opened: Municipality,
) -> None:
    opened.issue()
    form = opened.form("p01", "system-omsorg")
    assert "\n# Send skemaet til den, du fik det fra.\n" in form.read_text("utf-8")
    officer = '\nofficer: {name: "Mette Sand", email: "mette@proeve.example"}\n'
    opened.write("secaudit.yaml", opened.read("secaudit.yaml") + officer)
    form.unlink()
    opened.issue(LATER)
    said = "\n# Send skemaet til Mette Sand, mette@proeve.example.\n"
    assert said in form.read_text("utf-8")


def test_a_form_says_how_many_questions_it_has_and_the_minutes_of_a_rehearsal(
    opened: Municipality,
) -> None:
    loads = {load.person: load for load in rehearse(opened.workspace, None)}
    opened.issue()
    for person, load in loads.items():
        forms = sorted(opened.form(person, "x").parent.glob("*.yaml"))
        heads = [LENGTH.search(form.read_text("utf-8")) for form in forms]
        told = [tuple(map(int, head.groups())) for head in heads if head]
        assert len(told) == load.forms
        assert tuple(map(sum, zip(*told, strict=True))) == (
            load.questions,
            load.minutes,
        )


def test_a_form_that_somebody_wrote_in_is_left_alone(
    municipality: Municipality,
) -> None:
    form = municipality.form("p01", "system-omsorg")
    form.write_text("mine: true\n", encoding="utf-8")
    municipality.issue(LATER)
    assert form.read_text(encoding="utf-8") == "mine: true\n"


def test_if_one_file_cannot_be_written_nothing_is_issued(opened: Municipality) -> None:
    head = opened.register.head()
    opened.write("campaigns/2026/issued/p03", "a file stands where the folder must be")
    with pytest.raises(Refused, match="intet er udsendt"):
        opened.issue()
    assert opened.register.head() == head
    assert set(files(opened)) == {"p03"}


def test_after_a_refusal_everything_can_be_issued(opened: Municipality) -> None:
    stands = opened.write("campaigns/2026/issued/p03", "in the way")
    with pytest.raises(Refused):
        opened.issue()
    stands.unlink()
    assert len(opened.issue().forms) == 8


def test_if_no_campaign_is_open_nothing_is_issued(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="campaign open"):
        Municipality(tmp_path / "k").issue()


def test_a_common_service_answers_what_its_users_are_not_asked(
    opened: Municipality,
) -> None:
    edit(opened, '"Arkiv", owner: p01', '"Arkiv", owner: p01, uses: [backup]')
    opened.issue()
    assert asked(opened, "system:arkiv") == [("p01", "T.1"), ("p01", "T.2")]
    assert ("p02", "T.3") in asked(opened, "system:backup")


# The cycle, over the years


def years(municipality: Municipality, *years: int) -> list[set[str]]:
    """What the archive (criticality other) is asked, year by year; it answers it all."""
    found = []
    for year in years:
        opened = date(year, 9, 1)
        municipality.open(str(year), opened)
        municipality.issue(opened)
        form = municipality.form("p01", "system-arkiv", str(year))
        text = form.read_text(encoding="utf-8")
        found.append({f"T.{n}" for n in range(1, 7) if f"\n  T.{n}:" in text})
        path = municipality.answer(
            "p01", "system-arkiv", on=date(year, 9, 20), campaign=str(year)
        )
        municipality.record(path, on=date(year, 9, 20))
    return found


@pytest.fixture
def empty(tmp_path: Path) -> Municipality:
    return Municipality(tmp_path / "proevekommune")


def test_other_systems_answer_in_full_every_third_year_and_core_every_year(
    empty: Municipality,
) -> None:
    full, core = {"T.1", "T.2", "T.3"}, {"T.2"}
    assert years(empty, 2024, 2025, 2026, 2027) == [full, core, core, full]


def test_a_carried_answer_shows_its_age_and_counts_as_answered(
    empty: Municipality,
) -> None:
    years(empty, 2024, 2025)
    word = empty.campaign("2025").words["system:arkiv", "T.1"]
    assert (word.campaign, word.answered_on) == ("2024", date(2024, 9, 20))


def test_critical_systems_are_asked_in_full_every_year(empty: Municipality) -> None:
    edit(empty, "criticality: other", "criticality: business-critical")
    full = {"T.1", "T.2", "T.3"}
    assert years(empty, 2024, 2025) == [full, full]


def test_a_system_of_unknown_criticality_is_asked_in_full_every_year(
    empty: Municipality,
) -> None:
    edit(empty, ", criticality: other", "")
    full = {"T.1", "T.2", "T.3"}
    assert years(empty, 2024, 2025) == [full, full]


def test_ved_ikke_is_not_carried_but_asked_again(empty: Municipality) -> None:
    empty.open("2024", date(2024, 9, 1))
    empty.issue(date(2024, 9, 1))
    said = {"T.1": {"status": "ved ikke"}}
    on = date(2024, 9, 20)
    empty.record(
        empty.answer("p01", "system-arkiv", said, on=on, campaign="2024"), on=on
    )
    assert years(empty, 2025) == [{"T.1", "T.2"}]


def test_an_answer_that_was_taken_back_later_does_not_come_to_life_again(
    empty: Municipality,
) -> None:
    years(empty, 2024)
    edit(empty, "criticality: other", "criticality: business-critical")
    empty.open("2025", date(2025, 9, 1))
    empty.issue(date(2025, 9, 1))
    on = date(2025, 9, 20)
    said = {"T.1": {"status": "ved ikke"}}
    empty.record(
        empty.answer("p01", "system-arkiv", said, on=on, campaign="2025"), on=on
    )
    edit(empty, "criticality: business-critical", "criticality: other")
    assert years(empty, 2026) == [{"T.1", "T.2"}]


def test_a_system_issued_after_new_year_has_the_cycle_of_its_campaign(
    empty: Municipality,
) -> None:
    years(empty, 2024)
    empty.open("2026", date(2026, 9, 1), skip=True)
    empty.issue(date(2027, 1, 5))
    text = empty.form("p01", "system-arkiv").read_text(encoding="utf-8")
    assert "\n  T.1:" not in text


def test_a_renamed_system_is_not_asked_again_what_it_answered(
    empty: Municipality,
) -> None:
    years(empty, 2024)
    edit(empty, "- {id: arkiv,", "- {id: esdh, formerly: arkiv,")
    empty.open("2025", date(2025, 9, 1))
    empty.issue(date(2025, 9, 1))
    assert ("system:esdh", "T.1") in empty.campaign("2025").words


def test_a_system_renamed_twice_is_not_asked_again_what_it_answered(
    empty: Municipality,
) -> None:
    years(empty, 2024)
    edit(empty, "- {id: arkiv,", "- {id: esdh, formerly: arkiv,")
    empty.open("2025", date(2025, 9, 1))
    empty.issue(date(2025, 9, 1))
    edit(empty, "- {id: esdh, formerly: arkiv,", "- {id: sager, formerly: esdh,")
    empty.open("2026", date(2026, 9, 1), skip=True)
    empty.issue(date(2026, 9, 1))
    text = empty.form("p01", "system-sager").read_text(encoding="utf-8")
    assert "\n  T.1:" not in text
    assert empty.campaign("2026").words["system:sager", "T.1"].campaign == "2024"


def test_what_a_service_may_not_say_is_not_carried_when_it_becomes_one(
    empty: Municipality,
) -> None:
    empty.open("2024", date(2024, 9, 1))
    empty.issue(date(2024, 9, 1))
    on = date(2024, 9, 20)
    said = {"T.3": {"status": "ikke relevant", "comment": "Ingen backup."}}
    answer = empty.answer("p01", "system-arkiv", said, on=on, campaign="2024")
    empty.record(answer, on=on)
    edit(empty, "- {id: arkiv,", "- {id: arkiv, provides: [T.3],")
    empty.open("2025", date(2025, 9, 1))
    empty.issue(date(2025, 9, 1))
    text = empty.form("p01", "system-arkiv", "2025").read_text(encoding="utf-8")
    assert "\n  T.3:" in text


def test_returned_forms_have_a_folder_to_be_put_in(opened: Municipality) -> None:
    opened.issue()
    assert opened.workspace.returned("2026").is_dir()


def test_a_second_form_never_takes_the_place_of_another_systems_form(
    empty: Municipality,
) -> None:
    edit(
        empty,
        '- {id: arkiv, name: "Arkiv", owner: p01,',
        '- {id: arkiv, name: "Arkiv", operations: p02,',
    )
    empty.open()
    empty.issue()
    systems = empty.folder / "inventory" / "systems.yaml"
    text = systems.read_text(encoding="utf-8").replace(
        'name: "Arkiv", operations: p02,', 'name: "Arkiv", owner: p02, operations: p02,'
    )
    text += '  - {id: arkiv-2, name: "Arkiv 2", owner: p02}\n'
    systems.write_text(text, encoding="utf-8")
    empty.issue()
    folder = empty.workspace.issued("2026") / "p02"
    ids = {
        issue.id
        for issue in empty.campaign().current()
        if issue.form.person == "p02" and issue.form.questions
    }
    written = {
        found
        for path in folder.glob("*.yaml")
        for found in ids
        if found in path.read_text(encoding="utf-8")
    }
    assert written == ids


def test_a_form_says_by_its_digest_what_was_issued(municipality: Municipality) -> None:
    event = next(e for e in municipality.register.events() if e.kind == "issued")
    text = municipality.form("p01", "system-omsorg").read_text(encoding="utf-8")
    assert f'issue: "{event.payload["issue"]}"' in text
    assert len(event.payload["issue"]) == len(hashlib.sha256().hexdigest()) // 2
