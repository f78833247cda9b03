"""The status in words: one line says how far a campaign has come."""

from dataclasses import replace
from datetime import date

import pytest

from secaudit.language import using
from secaudit.officer.verdicts import Verdict
from secaudit.questionnaire import Subject
from secaudit.steps.progress.contact import Sent
from secaudit.steps.progress.status import status, without_names
from secaudit.steps.progress.tally import Tally
from secaudit.steps.progress.words import By, groups, headline, mailed, named, owners
from tests.municipality import ANSWERED, Municipality

BY: tuple[By, ...] = ("person", "department", "criticality")
LATE = date(2026, 10, 5)
CLOSED = date(2026, 10, 15)


def told(municipality: Municipality, on: date = ANSWERED) -> str:
    """The headline in English."""
    with using("en"):
        return headline(status(municipality.workspace, None, on))


def test_the_headline_says_how_many_have_answered_and_when_it_is_due(
    municipality: Municipality,
) -> None:
    assert told(municipality) == "2026: 0 of 7 subjects answered; deadline 2026-10-01"


def test_the_headline_says_how_late_it_is(municipality: Municipality) -> None:
    assert told(municipality, date(2026, 10, 2)).endswith(
        "deadline 2026-10-01 (1 day late)"
    )
    assert told(municipality, LATE).endswith("deadline 2026-10-01 (4 days late)")


def test_the_headline_tells_what_was_sent_back_was_late_and_was_taken_out(
    municipality: Municipality,
) -> None:
    first = municipality.answer("p01", "system-omsorg", on=LATE)
    second = municipality.answer("p02", "system-omsorg", on=LATE)
    municipality.record(first, second, on=LATE)
    verdicts = [
        Verdict("system:omsorg", control, "returned", reason="Igen")
        for control in ("T.1", "T.2")
    ]
    municipality.review(*verdicts, on=LATE)
    municipality.withdraw("system:arkiv", on=LATE)
    assert told(municipality, LATE) == (
        "2026: 1 of 6 subjects answered; 2 answers sent back; 4 late answers; "
        "1 subject taken out; deadline 2026-10-01 (4 days late)"
    )


def test_the_headline_tells_when_it_was_closed_and_what_came_after(
    municipality: Municipality,
) -> None:
    municipality.close(CLOSED)
    after = date(2026, 10, 20)
    answer = municipality.answer("p02", "system-omsorg", on=after)
    municipality.record(answer, on=after, late=True)
    assert told(municipality, after) == (
        "2026: 0 of 7 subjects answered; 1 late answer; 1 answer after the end; "
        "deadline 2026-10-01 (14 days late); closed 2026-10-15"
    )


def test_one_subject_is_told_as_one(municipality: Municipality) -> None:
    found = status(municipality.workspace, None, ANSWERED)
    one = replace(found, total=Tally(subjects=1, complete=1))
    with using("en"):
        assert headline(one).startswith("2026: 1 of 1 subject answered; ")


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (Subject("system", "arkiv", "Arkiv"), "Arkiv"),
        (Subject("owner", "p01", "Anna Holm"), "Anna Holm (owner)"),
        (Subject("owner", "", ""), "owner"),
        (Subject("organisation", "k", "Kommune"), "Kommune (organisation)"),
        (Subject("employees", "k", "Kommune"), "Kommune (employees)"),
    ],
)
def test_what_is_no_system_is_called_by_its_kind_too(
    subject: Subject, name: str
) -> None:
    with using("en"):
        assert named(subject) == name


def test_a_group_that_nobody_knows_has_a_name_too(municipality: Municipality) -> None:
    text = municipality.read("inventory/systems.yaml")
    entry = '  - {id: ny, name: "Ny"}\n'
    municipality.write("inventory/systems.yaml", text + entry)
    municipality.issue()
    found = status(municipality.workspace, None, ANSWERED)
    with using("en"):
        names = {by: [name for name, _tally in groups(found, by)] for by in BY}
    assert "nobody named" in names["person"]
    assert names["department"][-1] == "not stated"
    assert names["criticality"] == ["society-critical", "other", "not stated"]


def test_owners_are_one_line_where_nobody_is_to_be_named(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "owner-p01"))
    found = status(municipality.workspace, None, ANSWERED)
    assert owners(found) == ()
    with using("en"):
        ((line, tally),) = owners(without_names(found))
    assert line == "system owners: 1 of 2 have answered"
    assert (tally.answered, tally.questions) == (1, 2)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (None, ""),
        (Sent(LATE), "2026-10-05"),
        (Sent(LATE, times=2), "2026-10-05 (2)"),
        (Sent(LATE, doubtful=True), "2026-10-05?"),
        (Sent(LATE, draft=True, times=3), "kladde 2026-10-05 (3)"),
    ],
)
def test_a_draft_a_doubt_and_how_often_stand_beside_the_day_of_a_mail(
    sent: Sent | None, words: str
) -> None:
    assert mailed(sent) == words
