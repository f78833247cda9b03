"""What the workbook beside the report says in words, in the same row as its numbers."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from secaudit.language import using
from secaudit.report.beside.everything import everything
from tests.report.acts import act, decide, picture_of, short_of
from tests.sample_events import Sample, control

JOURNAL = "system:journal/A.8.1"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def rows(sample: Sample, sheet: str = "Gaps") -> list[dict[str, Any]]:
    """The rows of a sheet by heading."""
    book = load_workbook(BytesIO(everything(picture_of(sample))))
    head, *others = book[sheet].values
    return [dict(zip(map(str, head), row, strict=True)) for row in others]


def test_a_gap_says_what_it_is_whose_it_is_and_who_answers() -> None:
    sample = Sample([control("A.8.1", "system", title="Adgang")]).open()
    sample.events[0].payload["departments"] = [{"id": "soc", "name": "Social"}]
    sample.issue("system:a", "A.8.1", person="bo", called="Bo Friis", owner="anna")
    sample.events[-1].payload["facts"] = {"department": "soc"}
    sample.issue("owner:anna", name="Anna Holm")
    proposed = {"status": "not-met", "action": {"what": "Ryd op"}}
    sample.answer("system:a", person="bo", A_8_1=proposed)
    sample.review("system:a", "A.8.1", "agreed", reason="Set på stedet")
    (row,) = rows(sample)
    assert (row["Title"], row["Subject"], row["Status"]) == ("Adgang", "A", "not met")
    assert (row["Owner"], row["Answers"]) == ("Anna Holm", "Bo Friis")
    assert (row["Department"], row["Kind"]) == ("Social", "system")
    assert (row["By law"], row["Proposed action"]) == ("no", "Ryd op")
    assert row["Reviewer's reason"] == "Set på stedet"


def test_a_gap_that_is_inherited_tells_of_the_service_that_answered() -> None:
    sample = Sample([control("A.8.5", "system", inheritable=True)]).open()
    sample.issue("system:log-in", "A.8.5", person="bo", called="Bo Friis")
    sample.issue("system:a", inherited={"A.8.5": ["log-in"]})
    sample.answer("system:log-in", person="bo", A_8_5="not-met")
    sample.review("system:log-in", "A.8.5", "agreed")
    (row,) = (row for row in rows(sample) if row["Subject id"] == "a")
    assert (row["Inherited from"], row["Owner"]) == ("Log-in", "Anna Holm")
    assert (row["Answers"], row["Reviewed"]) == ("Bo Friis", "yes")


def test_a_note_says_what_the_status_does_not() -> None:
    sample = short_of("met", "not-met")
    sample.review("system:journal", "A.8.1", "returned")
    decide(sample, "system:journal/A.8.2")
    assert {row["Note"] for row in rows(sample)} == {"sent back", "accepted"}


def test_a_duty_by_law_whose_review_is_late_is_overdue_and_known() -> None:
    asked = control("A.8.1", "system", legal=True, review_every_months=12)
    sample = Sample([asked]).open()
    met = {"status": "met", "reviewed_on": "2025-09-01"}
    sample.issue("system:journal", "A.8.1").answer("system:journal", A_8_1=met)
    decide(sample, JOURNAL)
    (row,) = rows(sample)
    assert (row["By law"], row["Note"]) == (
        "yes",
        "review out of date, known duty by law",
    )


def test_an_action_says_what_is_done_by_whom_and_where_that_can_be_seen() -> None:
    sample = short_of("not-met")
    act(sample, "H1", JOURNAL, what="Ryd op", responsible="Else Lund")
    done = {"action": "H1", "on": "2026-10-10", "status": "done"}
    sample.add("action", "", done, {"evidence": "ESDH 17"})
    (row,) = rows(sample, "Actions")
    assert (row["What"], row["Responsible"]) == ("Ryd op", "Else Lund")
    assert (row["Status"], row["Evidence"]) == ("done", "ESDH 17")
