"""Withdrawing: a subject leaves the denominator, and what was said of it stays."""

from datetime import date

import pytest

from secaudit.gaps import figures
from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.problems import Refused, WrongUsage, errors
from secaudit.steps.issuing import plan
from secaudit.steps.looking.history import history
from tests.municipality import ANSWERED, Municipality

LATER = date(2026, 9, 25)
SYSTEMS = "inventory/systems.yaml"
USES = ('name: "Arkiv", owner: p01,', 'name: "Arkiv", owner: p01, uses: [backup],')


def asked(municipality: Municipality) -> set[str]:
    """What the campaign asks about, as it stands."""
    return {item.subject.key for item in municipality.picture().items}


@pytest.fixture
def serving(municipality: Municipality) -> Municipality:
    """The archive uses the backup, which answers T.3 for it."""
    municipality.edit(SYSTEMS, *USES)
    municipality.issue(planner=plan.reissue("arkiv"))
    return municipality


def test_what_is_withdrawn_leaves_the_denominator(municipality: Municipality) -> None:
    before = figures(municipality.picture().of("system")).met_of_all
    taken = municipality.withdraw("arkiv", "Slukket i august")
    after = figures(municipality.picture().of("system")).met_of_all
    assert (taken.key, taken.name) == ("system:arkiv", "Arkiv")
    assert "system:arkiv" not in asked(municipality)
    assert before is not None
    assert after is not None
    assert before.whole - after.whole == 2 * (2 + 3 + 1)


def test_why_it_was_withdrawn_stands_in_the_text_that_can_be_deleted(
    municipality: Municipality,
) -> None:
    municipality.withdraw("arkiv", "  Slukket\n i august ")
    event = municipality.register.events()[-1]
    assert (event.kind, event.subject) == ("withdrawn", "system:arkiv")
    assert event.payload == {"on": "2026-09-20"}
    assert event.personal == {"reason": "Slukket i august", "by": "Officer"}
    out = municipality.campaign().withdrawn["system:arkiv"]
    assert (out.subject.name, out.on) == ("Arkiv", ANSWERED)
    assert out.reason == "Slukket i august"


def test_both_parts_of_a_system_leave_with_it(municipality: Municipality) -> None:
    municipality.withdraw("omsorg")
    assert "system:omsorg" not in asked(municipality)
    assert len(municipality.campaign().current()) == 6


def test_somebodys_own_duties_can_be_withdrawn(municipality: Municipality) -> None:
    municipality.withdraw("owner:p01", "Orlov")
    assert "owner:p01" not in asked(municipality)
    assert "system:arkiv" in asked(municipality)


def test_a_withdrawn_system_is_not_issued_again_by_itself(
    municipality: Municipality,
) -> None:
    municipality.withdraw("arkiv")
    assert municipality.issue(LATER).forms == ()
    assert "system:arkiv" not in asked(municipality)


def test_an_answer_about_a_withdrawn_system_is_refused_with_the_reason(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-arkiv")
    municipality.withdraw("arkiv", "Slukket i august")
    head = municipality.register.head()
    [problem] = errors(municipality.record(path, on=LATER).problems)
    assert problem.code == "withdrawn"
    assert "Arkiv" in problem.message
    assert problem.message.endswith("2026-09-20: Slukket i august")
    assert municipality.register.head() == head


def test_what_was_said_before_it_was_withdrawn_stays_in_the_history(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.withdraw("arkiv", "Slukket i august")
    entries = history(municipality.workspace, "arkiv", "T.1")
    assert [entry.kind for entry in entries] == ["issued", "assessed", "withdrawn"]
    assert entries[-1].who == "Officer"
    assert entries[-1].told == ("Slukket i august",)


# Taken in again


def test_a_withdrawn_system_is_taken_in_again_with_a_form_that_can_be_answered(
    municipality: Municipality,
) -> None:
    municipality.withdraw("arkiv")
    [form] = municipality.issue(LATER, plan.reissue("arkiv")).forms
    assert form == municipality.form("p01", "system-arkiv")
    answer = municipality.answer("p01", "system-arkiv", on=LATER)
    found = municipality.record(answer, on=LATER)
    assert errors(found.problems) == ()
    assert "system:arkiv" not in municipality.campaign().withdrawn
    items = [i for i in municipality.picture().own if i.subject.id == "arkiv"]
    assert [item.status for item in items] == ["met", "met", "met"]


def test_a_form_that_was_written_in_before_the_withdrawal_is_not_lost(
    municipality: Municipality,
) -> None:
    form = municipality.form("p01", "system-arkiv")
    form.write_text("mit: arbejde\n", encoding="utf-8")
    municipality.withdraw("arkiv")
    municipality.issue(LATER, plan.reissue("arkiv"))
    aside = form.with_name("system-arkiv.yaml.replaced-1")
    assert aside.read_text(encoding="utf-8") == "mit: arbejde\n"
    assert "form: secaudit/1" in form.read_text(encoding="utf-8")


def test_the_form_from_before_the_withdrawal_counts_no_more(
    municipality: Municipality,
) -> None:
    old = municipality.answer("p01", "system-arkiv")
    municipality.withdraw("arkiv")
    municipality.issue(LATER, plan.reissue("arkiv"))
    [problem] = errors(municipality.record(old, on=LATER).problems)
    assert problem.code == "superseded-form"


def test_answers_from_before_the_withdrawal_stand_when_it_is_taken_in_again(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.withdraw("arkiv")
    again = municipality.issue(LATER, plan.reissue("arkiv"))
    assert again.unsent == again.forms
    items = [i for i in municipality.picture().own if i.subject.id == "arkiv"]
    assert {item.status for item in items} == {"met"}


def test_it_can_be_withdrawn_and_taken_in_as_often_as_need_be(
    municipality: Municipality,
) -> None:
    for number in (1, 2, 3):
        municipality.withdraw("arkiv")
        municipality.issue(LATER, plan.reissue("arkiv"))
        aside = municipality.form("p01", f"system-arkiv.yaml.replaced-{number}")
        assert aside.with_suffix("").is_file()
    ids = [i.id for i in municipality.campaign().issues if i.subject.id == "arkiv"]
    assert len(set(ids)) == 4
    answer = municipality.answer("p01", "system-arkiv", on=LATER)
    assert errors(municipality.record(answer, on=LATER).problems) == ()


def test_the_next_campaign_asks_about_it_again_if_the_inventory_has_it(
    municipality: Municipality,
) -> None:
    municipality.withdraw("arkiv")
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    assert municipality.form("p01", "system-arkiv", "2027").is_file()


# What cannot be withdrawn


def test_a_common_service_that_others_use_is_not_withdrawn(
    serving: Municipality,
) -> None:
    with serving.refuses("'Backup'", "1 system bruger den", "Arkiv", "'uses'"):
        serving.withdraw("backup")


def test_a_common_service_is_withdrawn_once_nobody_uses_it(
    serving: Municipality,
) -> None:
    serving.edit(SYSTEMS, *reversed(USES))
    serving.issue(LATER, plan.reissue("arkiv"))
    serving.withdraw("backup")
    assert "system:backup" not in asked(serving)


def test_a_common_service_whose_only_user_is_withdrawn_may_follow(
    serving: Municipality,
) -> None:
    serving.withdraw("arkiv")
    assert serving.withdraw("backup").key == "system:backup"


def test_many_users_of_a_service_are_counted_and_a_few_are_named(
    municipality: Municipality,
) -> None:
    for n in range(5):
        entry = f"  - {{id: s{n}, name: S{n}, owner: p01, uses: [backup]}}\n"
        municipality.edit(SYSTEMS, "systems:\n", f"systems:\n{entry}")
    municipality.issue(LATER)
    with municipality.refuses("5 systemer bruger den: S4, S3, S2, …"):
        municipality.withdraw("backup")


@pytest.mark.parametrize(
    "subject", ["organisation:proevekommune", "employees:proevekommune"]
)
def test_the_whole_organisation_is_not_withdrawn(
    municipality: Municipality, subject: str
) -> None:
    with municipality.refuses("Prøvekommune", "hele organisationen"):
        municipality.withdraw(subject)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("akriv", "mente du 'arkiv'"),
        ("system:akriv", "mente du 'system:arkiv'"),
        ("proevekommune", "'proevekommune' kan være flere"),
        ("owner:arkiv", "'owner:arkiv'"),
        ("", "''"),
    ],
)
def test_a_subject_that_is_not_there_is_wrong_usage(
    municipality: Municipality, subject: str, words: str
) -> None:
    with municipality.refuses(words, error=WrongUsage):
        municipality.withdraw(subject)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_withdrawal_has_a_reason(municipality: Municipality, reason: str) -> None:
    with municipality.refuses("--reason", error=WrongUsage):
        municipality.withdraw("arkiv", reason)


def test_what_is_out_already_is_not_withdrawn_again(municipality: Municipality) -> None:
    municipality.withdraw("arkiv")
    with municipality.refuses("Arkiv", "2026-09-20"):
        municipality.withdraw("arkiv")


def test_a_system_and_a_person_of_the_same_id_are_told_apart(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, "systems:\n", "systems:\n  - {id: p01, name: P, owner: p02}\n"
    )
    municipality.issue(LATER)
    with municipality.refuses("owner:p01, system:p01", error=WrongUsage):
        municipality.withdraw("p01")
    municipality.withdraw("system:p01")
    assert "owner:p01" in asked(municipality)
    assert "system:p01" not in asked(municipality)


def test_nothing_can_be_said_of_what_is_withdrawn(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.withdraw("arkiv")
    with municipality.refuses("'arkiv'", error=WrongUsage):
        municipality.review(Verdict("arkiv", "T.1", "agreed"))
    with municipality.refuses("'arkiv'", error=WrongUsage):
        municipality.act(Change(what="x", covers=("arkiv/T.1",), due=date(2027, 1, 1)))


def test_without_a_campaign_nothing_is_withdrawn(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    empty = Municipality(tmp_path_factory.mktemp("m") / "k")
    with empty.refuses("campaign open", error=Refused):
        empty.withdraw("arkiv")


def test_the_form_of_what_was_taken_out_is_put_aside(
    municipality: Municipality,
) -> None:
    form = municipality.form("p01", "system-arkiv")
    text = form.read_text(encoding="utf-8")
    municipality.withdraw("arkiv")
    assert not form.exists()
    aside = form.with_name("system-arkiv.yaml.replaced-1")
    assert aside.read_text(encoding="utf-8") == text
