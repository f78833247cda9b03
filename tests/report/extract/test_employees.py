"""What the employees of a department answered, and never so that one of them can be found."""

from collections.abc import Iterator

import pytest

from secaudit.language import using
from secaudit.report.extract.employees import EmployeesRow, employees
from tests.sample_events import Sample, control


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with using("en"):
        yield


def row_of(**counts: dict[str, int]) -> list[EmployeesRow]:
    """What is told of `soc`, whatever an event holds."""
    sample = Sample([control("A.6.1", "employees")]).open()
    sample.issue("employees:proeve", "A.6.1")
    sample.answer("employees:proeve", A_6_1={"status": "partial", "counts": counts})
    return list(employees(sample.pictures()[0], {"soc"})[0])


def test_five_of_a_department_are_shown_and_four_are_not() -> None:
    tech = {"met": 5, "partial": 5}
    [row] = row_of(soc={"met": 4, "not-met": 1}, tech=tech)
    assert (row.employees, row.share, row.whole) == (5, "80 %", "60 %")
    assert row_of(soc={"met": 3, "not-met": 1}, tech=tech) == []


def test_a_share_of_fewer_than_five_that_it_applies_to_is_not_shown() -> None:
    few = {"met": 1, "not-met": 3, "not-applicable": 8}
    [row] = row_of(soc=few, tech={"met": 6})
    assert (row.employees, row.share, row.whole) == (12, "–", "70 %")
    [row] = row_of(soc={**few, "met": 2})
    assert (row.share, row.whole) == ("40 %", "40 %")
