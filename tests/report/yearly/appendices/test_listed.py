"""The open gaps of every system, in short."""

from collections.abc import Iterator

import pytest

from secaudit.language import using
from secaudit.report.yearly.appendices.listed import SystemGapsRow, system_gaps
from tests.report.acts import decide, material_of, short_of
from tests.sample_events import CRITICAL, Sample, control


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def rows(sample: Sample) -> tuple[SystemGapsRow, ...]:
    return system_gaps(material_of(sample))


def test_a_system_without_an_open_gap_is_no_row() -> None:
    assert rows(short_of("met")) == ()
    assert rows(decide(short_of("not-met"), "system:journal/A.8.1")) == ()


def test_gaps_stand_by_class_in_the_order_people_count() -> None:
    statuses = ["met"] * 10
    for number in (2, 9, 10):
        statuses[number - 1] = "not-met"
    statuses[0] = "partial"
    assert rows(short_of(*statuses)) == (
        SystemGapsRow(
            "Journal",
            "Anna Holm",
            "Department not stated",
            "A.8.2, A.8.9, A.8.10",
            "A.8.1",
            "",
        ),
    )


def test_an_inherited_gap_is_a_gap_of_the_system() -> None:
    sample = Sample([control("A.8.5", "system", weight=3, inheritable=True)]).open()
    sample.issue("system:log-in", "A.8.5", facts=CRITICAL, person=None)
    sample.issue("system:a", inherited={"A.8.5": ["log-in"]}, facts=CRITICAL)
    found = {row.system: (row.owner, row.a) for row in rows(sample)}
    assert found == {"A": ("Anna Holm", "A.8.5"), "Log-in": ("owner missing", "A.8.5")}


def test_those_with_the_most_urgent_gaps_stand_first() -> None:
    sample = Sample([control("A.8.1", "system", weight=3)]).open()
    for id, status in (("a", "partial"), ("b", "not-met"), ("c", "partial")):
        sample.issue(f"system:{id}", "A.8.1", facts=CRITICAL)
        sample.answer(f"system:{id}", A_8_1=status)
    assert [row.system for row in rows(sample)] == ["B", "A", "C"]


def test_a_system_that_was_taken_out_is_no_row_and_a_renamed_one_is_one() -> None:
    sample = short_of("not-met")
    sample.issue("system:care", "A.8.1", facts=CRITICAL, name="Care")
    sample.events[-1].payload["formerly"] = "journal"
    assert [row.system for row in rows(sample)] == ["Care"]
    sample.add("withdrawn", "system:care", {"on": "2026-10-01"})
    assert rows(sample) == ()


def test_only_systems_are_listed() -> None:
    sample = Sample([control("A.8.1", "owner")]).open().issue("owner:anna", "A.8.1")
    assert rows(sample) == ()
