"""The extract for one person or one department: what they have to do, and by when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from secaudit.language import using
from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.report.extract import compose
from secaudit.report.extract.compose import compose_department, compose_person
from secaudit.report.extract.model import Extract
from secaudit.steps.documents.part import source_of
from secaudit.steps.documents.source import read
from secaudit.steps.follow_up.decide import DecisionTold
from secaudit.steps.progress.status import status
from tests.municipality import ANSWERED, Municipality

LATER = date(2026, 9, 25)
PEOPLE = "inventory/people.yaml"
SYSTEMS = "inventory/systems.yaml"
LACKING: dict[str, Any] = {
    "status": "delvist opfyldt",
    "comment": "Kun for én afdeling",
    "action": {"what": "Gennemgå resten"},
}
NOT_MET = {"status": "ikke opfyldt", "comment": "Ikke begyndt"}
ROLES = """
acceptance:
  society-critical: Direktionen
  business-critical: Direktionen
  other: Direktionen
"""
UNDER = '  - {id: hjemmepleje, name: "Hjemmepleje", parent: sundhed}\n'


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The extracts are in English."""
    with using("en"):
        yield


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """Everybody answered; each of Anna's and Bo's systems lacks T.1."""
    forms = [
        municipality.answer("p01", "system-omsorg", {"T.1": LACKING, "T.6": NOT_MET}),
        municipality.answer("p01", "system-arkiv", {"T.1": LACKING}),
        municipality.answer("p01", "owner-p01", {"T.1": NOT_MET}),
        municipality.answer("p02", "system-omsorg"),
        municipality.answer("p02", "system-backup", {"T.1": LACKING}),
        municipality.answer("p02", "owner-p02"),
    ]
    municipality.record(*forms)
    return municipality


def of_person(municipality: Municipality, id: str, on: date = LATER) -> Extract:
    """The extract for a person."""
    return compose_person(source_of(read(municipality.workspace, None, on, None)), id)


def of_department(municipality: Municipality, id: str, on: date = LATER) -> Extract:
    """The extract for a department."""
    source = source_of(read(municipality.workspace, None, on, None))
    return compose_department(source, id)


def counted(municipality: Municipality, counts: str) -> None:
    """Record what the employees answered to T.5."""
    form = municipality.form("p03", "employees-proevekommune")
    lines = form.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.strip() == "counts:")
    indent = len(lines[start]) - len(lines[start].lstrip())
    kept = [
        line
        for n, line in enumerate(lines)
        if n <= start or len(line) - len(line.lstrip()) <= indent
    ]
    kept[start] = f"{kept[start]} {counts}"
    text = "\n".join(kept).replace("answered_on: ", f"answered_on: {ANSWERED}")
    path = municipality.write("campaigns/2026/returned/employees.yaml", text)
    municipality.record(path)


def test_a_person_has_their_own_systems_and_nobody_elses(
    answered: Municipality,
) -> None:
    anna = of_person(answered, "p01")
    assert anna.title == "Information security 2026: Anna Holm"
    assert [row.name for row in anna.systems] == ["Omsorg & Pleje", "Arkiv"]
    assert "Backup" not in repr(anna)
    assert [row.control.split()[0] for row in anna.duties] == ["T.1"]
    assert anna.duties[0].subject == ""
    assert {row.subject for row in anna.gaps} == {"Omsorg & Pleje", "Arkiv"}
    assert (anna.owners, anna.themes, anna.employees) == ((), (), ())


def test_gaps_stand_by_urgency_and_say_what_is_done(answered: Municipality) -> None:
    due = date(2026, 12, 1)
    answered.act(Change(what="Prøv igen", covers=("omsorg/T.6",), due=due))
    gaps = of_person(answered, "p01").gaps
    assert [(row.control.split()[0], row.gap_class) for row in gaps] == [
        ("T.6", "A"),
        ("T.1", "B"),
        ("T.1", "C"),
    ]
    assert gaps[0].legal == "yes"
    assert gaps[0].doing == "H1, by 1 December 2026"
    assert gaps[1].doing == "none adopted; proposal: Gennemgå resten"


def test_the_lead_counts_what_the_tables_hold(answered: Municipality) -> None:
    lead = of_person(answered, "p01").lead
    assert lead[0] == (
        "4 open gaps in what is asked about Arkiv, Omsorg & Pleje and the owner's own "
        "duties: 2 in class A, 1 in class B and 1 in class C."
    )
    assert lead[1] == "3 gaps in class A or B lack an adopted action."
    assert not any("without an answer" in sentence for sentence in lead)


def test_what_is_to_be_done_stands_by_date(answered: Municipality) -> None:
    due = date(2026, 9, 22)
    answered.act(Change(what="Prøv igen", covers=("omsorg/T.1",), due=due))
    answered.write("profile.yaml", ROLES)
    text = "Må vente"
    until = date(2027, 6, 30)
    answered.decide(
        DecisionTold(text, "Direktionen", ANSWERED, accepts=("arkiv/T.1",), until=until)
    )
    answered.review(Verdict("omsorg", "T.6", "returned", reason="Hvornår?"))
    anna = of_person(answered, "p01")
    told = [(row.due, row.overdue, row.what.split(":")[0]) for row in anna.deadlines]
    assert told[0] == ("22 September 2026", "overdue", "Action H1")
    assert ("1 October 2026", "", "Answer again, it was sent back") in told
    looks = [row for row in anna.deadlines if row.what.startswith("Look through")]
    assert {row.about for row in looks} == {"Omsorg & Pleje", "Arkiv"}
    [action] = [row for row in anna.deadlines if row.what.startswith("Action")]
    assert action.about == "T.1: Omsorg & Pleje"
    last = anna.deadlines[-1]
    assert last.due == "30 June 2027"
    assert last.what.startswith("The accepted gap must be closed, or decided again")
    assert "1 deadline has passed." in anna.lead


def test_late_reviews_of_the_same_thing_stand_in_one_row(
    answered: Municipality,
) -> None:
    anna = of_person(answered, "p01", date(2027, 8, 1))
    looks = [row for row in anna.deadlines if row.what.startswith("Look through")]
    assert [(row.about, row.overdue) for row in looks] == [
        ("Arkiv and 1 more", "overdue")
    ]


def test_nothing_falls_due_later_than_a_year_from_the_day(
    answered: Municipality,
) -> None:
    due = date(2028, 1, 1)
    answered.act(Change(what="Skift systemet", covers=("omsorg/T.1",), due=due))
    anna = of_person(answered, "p01")
    assert not any("H1" in row.what for row in anna.deadlines)
    assert [row.id for row in anna.actions] == ["H1"]


def test_who_has_not_answered_is_told_form_by_form(municipality: Municipality) -> None:
    anna = of_person(municipality, "p01", date(2026, 10, 2))
    rows = {row.subject: row for row in anna.unanswered}
    assert set(rows) == {"Omsorg & Pleje", "Arkiv", "Anna Holm, own duties"}
    assert rows["Arkiv"].unanswered == "3 of 3"
    assert (rows["Arkiv"].deadline, rows["Arkiv"].overdue) == (
        "1 October 2026",
        "overdue",
    )
    assert anna.gaps == ()
    assert any("questions without an answer" in sentence for sentence in anna.lead)
    todo = [row for row in anna.deadlines if row.what == "Answer 3 questions"]
    assert ["overdue"] * len(todo) == [row.overdue for row in todo]


def test_a_closed_campaign_asks_nobody_to_answer(municipality: Municipality) -> None:
    municipality.close()
    anna = of_person(municipality, "p01")
    assert anna.deadlines == ()
    assert anna.unanswered


def test_operations_see_what_they_answer_and_not_the_whole_system(
    answered: Municipality,
) -> None:
    bo = of_person(answered, "p02")
    assert [row.name for row in bo.systems] == ["Backup"]
    assert {row.subject for row in bo.gaps} == {"Backup"}


def test_an_action_tells_only_of_ones_own_gaps_unless_one_is_responsible(
    answered: Municipality,
) -> None:
    both = ("omsorg/T.1", "backup/T.1")
    due = date(2026, 12, 1)
    change = Change(what="Fælles plan", covers=both, due=due, responsible="Bo Lind")
    answered.act(change)
    [annas] = of_person(answered, "p01").actions
    assert annas.covers == "T.1: Omsorg & Pleje\nand 1 gap elsewhere"
    assert annas.responsible == "Bo Lind"
    [bos] = of_person(answered, "p02").actions
    assert bos.covers == "T.1: Omsorg & Pleje, Backup"


def test_a_person_without_systems_has_what_they_answer_for_the_organisation(
    municipality: Municipality,
) -> None:
    level = {"maturity": 1, "comment": "Kun begyndt"}
    municipality.record(
        municipality.answer("p03", "organisation-proevekommune", {"T.4": level})
    )
    cecilie = of_person(municipality, "p03")
    assert cecilie.systems == ()
    assert [row.control.split()[0] for row in cecilie.others] == ["T.4"]
    assert [row.subject for row in cecilie.unanswered] == ["The employees"]


def test_who_handed_everything_over_has_nothing_to_answer_for(
    municipality: Municipality,
) -> None:
    municipality.transfer("p02", "p03")
    bo = of_person(municipality, "p02")
    assert bo.lead == ("There is nothing to answer for in the campaign.",)
    assert (bo.systems, bo.gaps, bo.unanswered) == ((), (), ())


def test_a_table_says_how_many_rows_it_leaves_out_and_where_they_are(
    answered: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "MOST_GAPS", 1)
    monkeypatch.setattr(compose, "MOST_SYSTEMS", 1)
    anna = of_person(answered, "p01")
    assert len(anna.gaps) == len(anna.systems) == 1
    assert anna.gaps_rest == (
        "And 2 less urgent gaps; every gap stands on the sheet of its system."
    )
    assert anna.systems_rest == (
        "And 1 more; the information security officer has the full list."
    )


def test_an_inherited_gap_says_which_service_answers_and_nothing_more(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, "{id: arkiv,", "{id: arkiv, uses: [backup],")
    municipality.edit(SYSTEMS, "[none], criticality: other", "[sensitive]")
    municipality.edit("test-catalogue/T.yaml", "weight: 1", "weight: 3")
    on = date(2027, 9, 10)
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    lacking = {"T.3": {**LACKING, "comment": "Aldrig prøvet"}}
    path = municipality.answer("p02", "system-backup", lacking, on=on, campaign="2027")
    municipality.record(path, on=on)
    anna = of_person(municipality, "p01", on)
    [gap] = anna.gaps
    assert (gap.subject, gap.status) == ("Arkiv", "partial; Backup answers")
    assert gap.doing == "none adopted"
    assert "1 in class A or B lacks an adopted action" in " ".join(anna.lead)
    assert "Aldrig prøvet" not in repr(anna)
    assert "Gennemgå resten" not in repr(anna)


def test_an_inherited_gap_says_by_which_action_its_service_closes_it(
    answered: Municipality,
) -> None:
    answered.edit(SYSTEMS, "{id: arkiv,", "{id: arkiv, uses: [backup],")
    on = date(2027, 9, 10)
    answered.open("2027", date(2027, 9, 1))
    answered.issue(date(2027, 9, 1))
    lacking = {"T.3": LACKING}
    path = answered.answer("p02", "system-backup", lacking, on=on, campaign="2027")
    answered.record(path, on=on)
    change = Change(what="Prøv en gang i kvartalet", covers=("backup/T.3",))
    answered.act(
        replace(change, due=date(2027, 12, 1), responsible="Bo Lind", hours=8), on=on
    )
    anna = of_person(answered, "p01", on)
    doing = {row.doing for row in anna.gaps if row.control.startswith("T.3")}
    assert doing == {"H1 (Backup), by 1 December 2027"}
    [action] = anna.actions
    assert (action.id, action.what) == ("H1", "Action of a common service")
    assert (action.covers, action.responsible) == ("T.3: Arkiv", "Backup")
    assert (action.due, action.effort) == ("1 December 2027", "")
    assert "kvartalet" not in repr(anna)
    assert not any("H1" in row.what for row in anna.deadlines)
    [own] = of_person(answered, "p02", on).actions
    assert (own.what, own.responsible) == ("Prøv en gang i kvartalet", "Bo Lind")


def test_a_service_and_those_behind_it_in_one_part_tell_of_its_action_once(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, "{id: arkiv,", "{id: arkiv, uses: [backup],")
    municipality.transfer("p01", "p02")
    on = date(2027, 9, 10)
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    path = municipality.answer(
        "p02", "system-backup", {"T.3": LACKING}, on=on, campaign="2027"
    )
    municipality.record(path, on=on)
    due = date(2027, 12, 1)
    change = Change(what="Prøv igen", covers=("backup/T.3",), due=due)
    municipality.act(change, on=on)
    assert [row.what for row in of_person(municipality, "p02", on).actions] == [
        "Prøv igen"
    ]


def test_a_part_that_nobody_reviewed_says_so_of_itself_only(
    answered: Municipality,
) -> None:
    assert of_person(answered, "p01").reviewed.startswith("No answer here has been")
    answered.review(Verdict("backup", "T.1", "agreed"))
    assert of_person(answered, "p01").reviewed.startswith("No answer here has been")
    assert of_person(answered, "p02").reviewed.startswith("1 of ")
    assert of_person(answered, "p03").reviewed == "Nobody has answered yet."


def test_a_department_holds_what_status_counts_there(
    municipality: Municipality,
) -> None:
    municipality.edit(PEOPLE, "people:", f"{UNDER}people:")
    municipality.edit(SYSTEMS, "{id: arkiv,", "{id: arkiv, department: hjemmepleje,")
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    on = date(2027, 9, 10)
    sundhed = of_department(municipality, "sundhed", on)
    assert {row.name for row in sundhed.systems} == {"Omsorg & Pleje", "Arkiv"}
    counted_there = next(
        group.tally
        for group in status(municipality.workspace, "2027", on).departments
        if group.id == "sundhed"
    )
    own = {row.subject for row in sundhed.unanswered}
    assert own == {"Omsorg & Pleje", "Arkiv", "Anna Holm, own duties"}
    assert counted_there.subjects == len(own)
    missing = [int(row.unanswered.split()[0]) for row in sundhed.unanswered]
    assert sum(missing) == counted_there.missing
    below = of_department(municipality, "hjemmepleje", on)
    assert [row.name for row in below.systems] == ["Arkiv"]


def test_a_department_has_owners_themes_and_who_is_accountable(
    answered: Municipality,
) -> None:
    sundhed = of_department(answered, "sundhed")
    assert sundhed.of_department
    assert [(row.owner, row.systems) for row in sundhed.owners] == [("Anna Holm", 1)]
    assert [row.theme for row in sundhed.themes] == ["T Tests"]
    assert {row.who for row in sundhed.gaps} == {"Anna Holm"}
    assert sundhed.duties[0].subject == "Anna Holm, own duties"


def test_a_department_of_five_or_more_employees_has_their_figures(
    municipality: Municipality,
) -> None:
    counted(
        municipality, "{sundhed: {met: 4, not-met: 1}, teknik: {met: 6, partial: 4}}"
    )
    [row] = of_department(municipality, "sundhed").employees
    assert (row.employees, row.share, row.whole) == (5, "80 %", "66 %")


def test_fewer_than_five_employees_are_not_shown_by_themselves(
    municipality: Municipality,
) -> None:
    counted(municipality, "{sundhed: {met: 1, not-met: 3}, teknik: {met: 20}}")
    for id in ("sundhed", "teknik"):
        found = of_department(municipality, id)
        assert found.employees == ()
        assert found.employees_said.startswith("The answers of small departments stand")
