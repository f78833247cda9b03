"""How many employees answered: by forvaltning, and never so that a small one can be found."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from secaudit.campaign import fold
from secaudit.gaps import Responses, responses
from secaudit.inventory import Department, staff
from secaudit.language import using
from tests.sample_events import Sample, control

Counts = Mapping[str, Mapping[str, int]]
UNITS: list[dict[str, Any]] = [
    {"id": "care", "name": "Omsorg", "employees": 100},
    {"id": "home", "name": "Hjemmepleje", "parent": "care"},
    {"id": "tech", "name": "Teknik", "employees": 30},
    {"id": "plan", "name": "Plan", "employees": 12},
    {"id": "hall", "name": "Rådhus"},
]


def answered(*questions: Counts, units: list[dict[str, Any]] = UNITS) -> Responses:
    """What is told once the employees' answers to each question are counted so."""
    return recorded(questions, units=units)


def recorded(
    *surveys: Sequence[Counts | None], units: list[dict[str, Any]] = UNITS
) -> Responses:
    """The same of surveys, each recorded in an event; None where nobody was asked."""
    ids = [f"A.6.{number}" for number in range(1, len(surveys[0]) + 1)]
    sample = Sample([control(id, "employees") for id in ids]).open()
    sample.issue("employees:proeve", *ids)
    sample.events[0].payload["departments"] = units
    for questions in surveys:
        said: dict[str, Any] = {
            id.replace(".", "_"): {"status": "partial", "counts": counts}
            for id, counts in zip(ids, questions, strict=True)
            if counts
        }
        sample.answer("employees:proeve", **said)
    return responses(fold(sample.events)[sample.campaign])


def lines(found: Responses) -> dict[str, int]:
    return {line.department: line.respondents for line in found.lines}


def of(**numbers: int) -> Counts:
    return {unit.strip("_"): {"met": number} for unit, number in numbers.items()}


def test_of_a_department_it_is_the_most_that_answered_one_question() -> None:
    found = answered(of(care=40, tech=20), of(care=38, tech=22))
    assert lines(found) == {"care": 40, "tech": 22}
    assert (found.whole.respondents, found.whole.employees) == (62, None)


def test_counts_of_an_earlier_survey_that_still_stand_are_not_counted() -> None:
    before = (of(care=80), of(care=76))
    assert lines(recorded(before, (of(care=9), None))) == {"care": 9}
    assert lines(recorded(before, (None, of(care=9)))) == {"care": 9}
    assert lines(recorded((of(care=9), None), before)) == {"care": 80}


def test_part_of_a_forvaltning_counts_in_it() -> None:
    assert lines(answered(of(care=10, home=30, tech=9))) == {"care": 40, "tech": 9}


def test_those_that_stand_together_are_one_line_whose_share_is_of_all_the_others() -> (
    None
):
    found = answered(of(care=40, _=9), units=UNITS[:4])
    rest = found.lines[-1]
    assert (rest.department, rest.name, rest.respondents) == ("", "", 9)
    assert rest.employees == 42
    assert rest.rate and rest.rate.decimal == 0.2142
    assert found.whole.rate and found.whole.rate.percent == 49 * 100 // 142
    assert answered(of(care=40, _=9)).lines[-1].rate is None  # of one nobody knows


def test_a_department_that_is_put_together_in_the_fullest_question_is_not_told() -> (
    None
):
    """It would be told which number its partner had, and so its own."""
    found = answered(of(tech=7, _=10), of(plan=6, _=9))
    assert lines(found) == {"tech": 7, "": 10}
    assert found.whole.respondents == 17
    assert lines(answered(of(tech=7, _=10), of(_=13))) == {"tech": 7, "": 10}


def test_fewer_than_five_in_all_are_not_told() -> None:
    assert answered(of(_=4)) == Responses()
    assert answered(of(_=4)).said == ""
    assert lines(answered(of(_=5))) == {"": 5}


def test_where_more_answered_than_work_there_no_share_is_told() -> None:
    [line] = answered(of(plan=13)).lines
    assert (line.employees, line.rate) == (12, None)


def test_it_is_said_in_a_sentence() -> None:
    with using("en"):
        said = answered(of(care=40, tech=20, hall=15, _=8)).said
        assert said == (
            "83 employees answered: Omsorg 40 %, Teknik 66 %, Rådhus 15, others 8"
        )
        assert answered(of(_=1234)).said == "1,234 employees answered"


UNKNOWN = Department("d", "D", parent="a")


@pytest.mark.parametrize(
    ("units", "numbers"),
    [
        ([Department("a", "A", employees=7)], {"a": 7}),
        ([Department("a", "A")], {}),
        (
            [
                Department("a", "A"),
                Department("b", "B", parent="a", employees=2),
                Department("c", "C", parent="a", employees=3),
            ],
            {"a": 5},
        ),
        ([Department("a", "A"), Department("b", "B", "a", employees=2), UNKNOWN], {}),
        ([Department("a", "A", employees=9), UNKNOWN], {"a": 9}),
        ([Department("a", "A", "b"), Department("b", "B", "a", employees=1)], {}),
        ([Department("a", "A", "gone", employees=0)], {"a": 0}),
    ],
)
def test_a_forvaltning_has_the_employees_that_it_states_or_that_its_parts_do(
    units: list[Department], numbers: dict[str, int]
) -> None:
    assert staff(units) == numbers
