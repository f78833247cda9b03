"""What may stand, and what the plan takes: what is not stated is never nought."""

from collections.abc import Iterator
from datetime import date

import pytest

from secaudit.language import using
from secaudit.report.yearly.gaps.accepted import EffortRow, accepted
from tests.report.acts import act, material_of, short_of
from tests.sample_events import Sample

JOURNAL = "system:journal/A.8.1"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def effort(sample: Sample) -> list[EffortRow]:
    return list(accepted(material_of(sample)).effort)


def effort_said(sample: Sample) -> str:
    return accepted(material_of(sample)).said


def test_effort_is_summed_by_state_and_then_for_them_all() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL, hours=1, cost=12_000)
    act(sample, "H2", JOURNAL, hours=2_000, due=date(2026, 10, 1))
    act(sample, "H3", JOURNAL, due=date(2026, 10, 1))
    assert effort(sample) == [
        EffortRow("Overdue", 2, "2,000 hours (not stated for 1)", "not stated"),
        EffortRow("Not started", 1, "1 hour", "DKK 12,000"),
        EffortRow(
            "All still to be done",
            3,
            "2,001 hours (not stated for 1)",
            "DKK 12,000 (not stated for 2)",
        ),
    ]


def test_nought_hours_that_are_stated_are_nought() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL, hours=0, cost=0)
    assert effort(sample) == [EffortRow("Not started", 1, "0 hours", "DKK 0")]


def test_what_is_done_or_dropped_takes_nothing_more() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL, hours=5, status="done")
    act(sample, "H2", JOURNAL, hours=5, status="dropped")
    assert effort(sample) == []
    assert effort_said(sample) == "1 open gap, in class A, has no adopted action."


def test_a_proposal_counts_only_where_no_action_is_adopted() -> None:
    proposal = {"what": "Ret det", "hours": 3}
    sample = short_of("", "")
    short = {"status": "not-met", "action": proposal}
    sample.answer("system:journal", A_8_1=short, A_8_2=short)
    rows = effort(act(sample, "H1", JOURNAL, hours=8))
    assert [r.status for r in rows] == [
        "Not started",
        "Proposed by those responsible, not adopted",
    ]
    assert (rows[1].actions, rows[1].hours, rows[1].cost) == (
        1,
        "3 hours",
        "not stated",
    )


def test_gaps_that_no_action_covers_are_counted() -> None:
    assert effort_said(short_of("met")) == ""
    assert effort_said(short_of("not-met", "partial", "partial")) == (
        "3 open gaps, 1 of them in class A, have no adopted action."
    )


def test_effort_is_told_in_danish() -> None:
    sample = act(short_of("not-met", "partial"), "H1", JOURNAL, hours=1, cost=5_000)
    with using("da"):
        assert [r.cost for r in effort(sample)] == ["5.000 kr."]
