"""The sheet on one system: every answer about it, and nothing cut."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from secaudit.language import using
from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.problems import WrongUsage
from secaudit.report.system.answers import AnswerRow
from secaudit.report.system.compose import compose_sheet
from secaudit.report.system.model import Sheet
from secaudit.steps.documents.order import Order
from secaudit.steps.documents.part import report_part, source_of
from secaudit.steps.documents.source import read
from secaudit.steps.follow_up.decide import DecisionTold
from tests.municipality import ANSWERED, Municipality

LATER = date(2026, 9, 25)
INHERITED = date(2027, 9, 10)
LACKING: dict[str, Any] = {
    "status": "delvist opfyldt",
    "comment": "Kun for én afdeling",
    "evidence": "ESDH 2026-1234",
    "action": {"what": "Gennemgå resten", "responsible": "Bo Lind", "hours": 20},
}
WISH = 'acceptance: {why: "", until: }'
ROLES = """
acceptance:
  society-critical: Direktionen
  business-critical: Direktionen
  other: Direktionen
"""
DUTY = {"T.6": {"status": "ikke opfyldt", "comment": "Ikke begyndt"}}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The sheets are in English."""
    with using("en"):
        yield


@pytest.fixture
def archive(municipality: Municipality) -> Municipality:
    """Anna answered about the archive: T.1 partial, the rest met."""
    path = municipality.answer("p01", "system-arkiv", {"T.1": LACKING})
    form = path.read_text(encoding="utf-8")
    assert WISH in form
    wished = WISH.replace('""', '"Nyt system i juni"').replace(
        "until: ", "until: 2027-06-30"
    )
    path.write_text(form.replace(WISH, wished, 1), encoding="utf-8")
    municipality.record(path)
    return municipality


def sheet(municipality: Municipality, id: str, on: date = LATER) -> Sheet:
    """The sheet on a system."""
    source = source_of(read(municipality.workspace, None, on, None))
    return compose_sheet(source, f"system:{id}")


def inheriting(municipality: Municipality) -> None:
    """The backup answers for the archive, too, that T.3 is not met."""
    lacking = {"T.3": {"status": "ikke opfyldt", "comment": "Aldrig prøvet"}}
    municipality.edit(
        "inventory/systems.yaml", "{id: arkiv,", "{id: arkiv, uses: [backup],"
    )
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    path = municipality.answer(
        "p02", "system-backup", lacking, on=INHERITED, campaign="2027"
    )
    municipality.record(path, on=INHERITED)


def answer(shown: Sheet, control: str = "T.1") -> AnswerRow:
    """The row about a control."""
    return next(row for row in shown.answers if row.control.startswith(control))


def fact(shown: Sheet, name: str) -> str:
    """What a fact says."""
    told = {row.name: row.value for row in shown.facts}
    return (told | {row.other: row.other_value for row in shown.facts})[name]


def test_facts_are_told_and_what_is_not_stated_says_so(
    municipality: Municipality,
) -> None:
    shown = sheet(municipality, "omsorg")
    assert fact(shown, "Owner") == "Anna Holm"
    assert fact(shown, "Operations") == "Bo Lind"
    assert fact(shown, "Belongs to") == "Sundhed"
    assert fact(shown, "Criticality") == "society-critical"
    assert fact(shown, "Personal data") == "civil registration numbers and sensitive"
    assert fact(shown, "Supplier") == "Nordlys A/S"
    assert fact(shown, "Processor agreement") == "not stated"
    assert fact(shown, "Impact assessment (DPIA)") == "not stated"
    assert fact(shown, "Supplier supervised") == "not stated"


def test_dates_and_results_of_facts_stand_as_they_were_told(
    municipality: Municipality,
) -> None:
    municipality.edit(
        "inventory/systems.yaml",
        'supplier: "Nordlys A/S"',
        'supplier: "Nordlys A/S"\n'
        "    processor_agreement: {status: signed, on: 2023-11-01}\n"
        "    dpia: {needed: true}\n"
        "    risk_assessment: {on: 2025-03-14, result: Høj}\n"
        "    supervised_on: 2025-04-10",
    )
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    shown = sheet(municipality, "omsorg", date(2027, 9, 2))
    assert fact(shown, "Processor agreement") == "signed, 1 November 2023"
    assert fact(shown, "Impact assessment (DPIA)") == "needed; its date is not stated"
    assert fact(shown, "Risk assessment") == "14 March 2025: Høj"
    assert fact(shown, "Supplier supervised") == "10 April 2025"


def test_an_answer_is_told_whole(archive: Municipality) -> None:
    row = answer(sheet(archive, "arkiv"))
    assert row.question
    assert (row.status, row.said) == (
        "partial",
        "20 Sept 2026, answered by Anna Holm",
    )
    assert row.comment == "Kun for én afdeling"
    assert row.evidence == "Stated: ESDH 2026-1234 (seen 31 Aug 2026)"
    assert row.proposal == "Proposal: Gennemgå resten (Bo Lind, 20 hours)"
    assert row.wish == "Wishes it accepted until 30 Jun 2027: Nyt system i juni"
    assert row.review == ""


def test_a_long_comment_is_not_cut(municipality: Municipality) -> None:
    said = "Et ord. " * 500
    told = {"T.1": {"status": "ikke opfyldt", "comment": said.strip()}}
    municipality.record(municipality.answer("p01", "system-arkiv", told))
    assert answer(sheet(municipality, "arkiv")).comment == said.strip()


def test_evidence_is_only_stated_until_somebody_reviewed_the_answer(
    archive: Municipality,
) -> None:
    archive.review(Verdict("arkiv", "T.1", "agreed"), on=LATER)
    row = answer(sheet(archive, "arkiv"))
    assert row.evidence.startswith("Reviewed evidence: ESDH 2026-1234")
    assert row.review == "Reviewed 25 Sept 2026 by Officer: agreed"


def test_the_reviewers_word_stands_beside_the_owners(archive: Municipality) -> None:
    reason = "Set på stedet"
    verdict = Verdict("arkiv", "T.1", "assessed", "ikke opfyldt", reason)
    archive.review(verdict, on=LATER)
    shown = sheet(archive, "arkiv")
    row = answer(shown)
    assert row.status == "partial"
    said = "Reviewed 25 Sept 2026 by Officer: assessed as 'not met'. Set på stedet"
    assert row.review == said
    assert shown.gaps[0].status.startswith("not met, as the reviewer assessed it")


def test_returned_evidence_is_only_stated(archive: Municipality) -> None:
    archive.review(Verdict("arkiv", "T.1", "returned", reason="Hvornår?"), on=LATER)
    row = answer(sheet(archive, "arkiv"))
    assert row.evidence.startswith("Stated: ")
    assert row.review == "Reviewed 25 Sept 2026 by Officer: sent back. Hvornår?"


def test_a_review_of_an_earlier_answer_is_not_told_of_the_latest(
    archive: Municipality,
) -> None:
    archive.review(Verdict("arkiv", "T.1", "agreed"))
    again = {"T.1": {"status": "opfyldt"}}
    archive.record(archive.answer("p01", "system-arkiv", again, on=LATER), on=LATER)
    row = answer(sheet(archive, "arkiv"))
    assert (row.status, row.review) == ("met", "")


def test_a_question_without_an_answer_says_so_and_who_is_to_answer(
    municipality: Municipality,
) -> None:
    shown = sheet(municipality, "omsorg")
    assert {row.status for row in shown.answers} == {"unanswered"}
    assert "Nobody has answered about the system." in shown.notices
    awaited = [said for said in shown.notices if "without an answer" in said]
    assert len(awaited) == 2
    assert any("Anna Holm; deadline 1 October 2026." in said for said in awaited)
    assert answer(shown, "T.3").said == "by operations"
    assert shown.answered == "0 %"


def test_an_inherited_answer_names_the_service_that_gave_it(
    municipality: Municipality,
) -> None:
    inheriting(municipality)
    shown = sheet(municipality, "arkiv", INHERITED)
    row = answer(shown, "T.3")
    assert (row.status, row.said) == (
        "not met",
        "answered by Backup, 10 Sept 2027 (Bo Lind)",
    )
    assert row.comment == ""
    assert "not met; Backup answers" in [gap.status for gap in shown.gaps]
    assert fact(shown, "Common services") == "Backup"
    service = sheet(municipality, "backup", INHERITED)
    assert service.notices[0] == (
        "The system is a common service: its answers on T.3 count for 1 other system."
    )
    assert answer(service, "T.3").comment == "Aldrig prøvet"


def test_an_answer_names_who_gave_it_and_to_whom_the_form_was_issued(
    municipality: Municipality,
) -> None:
    own = municipality.answer("p01", "system-omsorg")
    operations = municipality.answer("p02", "system-omsorg")
    municipality.record(
        municipality.sign(own, "Kai Vikar"), municipality.sign(operations, "")
    )
    shown = sheet(municipality, "omsorg")
    assert answer(shown).said == (
        "20 Sept 2026, answered by Kai Vikar; issued to Anna Holm"
    )
    assert answer(shown, "T.3").said == (
        "20 Sept 2026, answered by: not stated; issued to Bo Lind"
    )


def test_a_carried_answer_names_its_campaign(archive: Municipality) -> None:
    archive.open("2027", date(2027, 9, 1))
    archive.issue(date(2027, 9, 1))
    row = answer(sheet(archive, "arkiv", date(2027, 9, 2)))
    assert (row.status, row.said) == (
        "partial",
        "20 Sept 2026, from 2026, answered by Anna Holm",
    )


def test_an_answer_that_was_said_to_be_unchanged_names_the_event_it_repeats(
    archive: Municipality,
) -> None:
    [first] = archive.campaign().documents.values()
    archive.edit(
        "inventory/systems.yaml", "criticality: other", "criticality: society-critical"
    )
    archive.open("2027", date(2027, 9, 1))
    archive.issue(date(2027, 9, 1))
    said = {"T.1": {"status": "uændret", "evidence": ""}}
    path = archive.answer(
        "p01", "system-arkiv", said, on=INHERITED, only=True, campaign="2027"
    )
    archive.record(path, on=INHERITED, partial=True)
    row = answer(sheet(archive, "arkiv", date(2027, 9, 12)))
    assert row.said == (
        f"10 Sept 2027, unchanged from event {first}, answered by Anna Holm"
    )
    assert (row.status, row.comment, row.wish) == ("partial", LACKING["comment"], "")


def test_a_word_given_after_the_end_stands_apart(municipality: Municipality) -> None:
    municipality.close()
    late = municipality.answer("p01", "system-arkiv", {"T.1": LACKING}, on=LATER)
    municipality.record(late, on=LATER, late=True)
    shown = sheet(municipality, "arkiv")
    assert {row.status for row in shown.answers} == {"unanswered"}
    assert next(row.comment for row in shown.after) == "Kun for én afdeling"
    assert shown.answered == "0 %"
    assert any("was closed 20 September 2026" in said for said in shown.notices)


def test_a_system_that_was_taken_out_says_when_and_why(archive: Municipality) -> None:
    archive.withdraw("arkiv", "Udfaset", on=LATER)
    shown = sheet(archive, "arkiv")
    assert shown.withdrawn
    assert shown.notices[0].startswith(
        "The system was taken out of the campaign 25 September 2026: Udfaset."
    )
    assert (shown.gaps, shown.counted) == ((), "")
    assert (shown.answered, shown.met_of_all) == ("–", "–")
    assert answer(shown).comment == "Kun for én afdeling"
    assert fact(shown, "Owner") == "Anna Holm"


def test_gaps_carry_class_factors_actions_and_decisions(
    municipality: Municipality,
) -> None:
    answers = {"T.1": LACKING, **DUTY}
    municipality.record(
        municipality.answer("p01", "system-omsorg", answers),
        municipality.answer("p02", "system-omsorg"),
    )
    due = date(2026, 12, 1)
    change = Change(
        what="Prøv en genskabelse",
        covers=("omsorg/T.1", "arkiv/T.1"),
        due=due,
        responsible="Bo Lind",
        hours=8,
    )
    municipality.act(change)
    municipality.write("profile.yaml", ROLES)
    until = date(2027, 6, 30)
    text = "Må vente på nyt system"
    municipality.decide(
        DecisionTold(
            text, "Direktionen", ANSWERED, "26/1", accepts=("omsorg/T.1",), until=until
        )
    )
    shown = sheet(municipality, "omsorg")
    gaps = {gap.control.split()[0]: gap for gap in shown.gaps}
    assert list(gaps) == ["T.6", "T.1"]
    assert (gaps["T.1"].priority, gaps["T.1"].gap_class) == ("9", "B")
    assert gaps["T.1"].factors.replace("\u00a0", " ") == "½ × 2 × 3 × 3"
    assert (gaps["T.1"].law, gaps["T.6"].doing) == ("–", "none adopted")
    assert gaps["T.6"].law != "–"
    assert gaps["T.1"].doing == "H1"
    assert gaps["T.1"].decision == "accepted until 30 June 2027"
    [action] = shown.actions
    assert (action.id, action.responsible, action.effort) == (
        "H1",
        "Bo Lind",
        "8 hours",
    )
    assert action.covers == "T.1: Omsorg & Pleje\nand 1 gap elsewhere"
    [decision] = shown.decisions
    assert (decision.id, decision.text, decision.until) == ("B1", text, "30 June 2027")
    assert decision.decided == "20 September 2026 by Direktionen, case 26/1"


def test_an_inherited_gap_names_the_action_and_the_service_it_is_of(
    municipality: Municipality,
) -> None:
    inheriting(municipality)
    shown = sheet(municipality, "arkiv", INHERITED)
    [gap] = [gap for gap in shown.gaps if gap.control.startswith("T.3")]
    assert gap.doing == "none adopted"
    due = date(2027, 12, 1)
    change = Change(what="Prøv igen", covers=("backup/T.3",), due=due)
    municipality.act(change, on=INHERITED)
    shown = sheet(municipality, "arkiv", INHERITED)
    [gap] = [gap for gap in shown.gaps if gap.control.startswith("T.3")]
    assert gap.doing == "H1 (Backup)"
    [own] = sheet(municipality, "backup", INHERITED).gaps
    assert own.doing == "H1"


def test_the_three_figures_are_those_of_the_system(archive: Municipality) -> None:
    shown = sheet(archive, "arkiv")
    assert (shown.answered, shown.met_of_answered, shown.met_of_all) == (
        "100 %",
        "83 %",
        "83 %",
    )
    assert shown.counted == "3 questions: 2 met and 1 partial"
    assert shown.reviewed.startswith("No answer of it has been reviewed")


def test_the_head_of_the_register_stands_on_the_sheet(archive: Municipality) -> None:
    head = archive.register.head()
    shown = sheet(archive, "arkiv")
    assert (shown.head, shown.events) == (head.hash, head.sequence)


def test_the_sheet_of_an_earlier_state_has_a_name_of_its_own(
    archive: Municipality,
) -> None:
    head = archive.register.head().hash
    archive.review(Verdict("arkiv", "T.1", "agreed"))
    made = report_part(
        archive.workspace, "system:arkiv", None, None, Order("en", as_of=head)
    )
    assert made.path.name == f"2026-system-arkiv-{head[:12]}.docx"


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("system:arkif", ("'system:arkif'", "did you mean 'system:arkiv'?")),
        ("person:p09", ("'person:p09'", "did you mean 'person:p0")),
        ("department:sundhet", ("did you mean 'department:sundhed'?",)),
        ("owner:p01", ("'owner:p01' is neither system:ID, person:ID",)),
        ("arkiv", ("'arkiv' is neither system:ID",)),
    ],
)
def test_what_the_campaign_does_not_know_is_refused(
    municipality: Municipality, about: str, words: tuple[str, ...]
) -> None:
    with municipality.refuses(*words, error=WrongUsage):
        report_part(municipality.workspace, about, None, LATER, Order("en"))
