"""A problem has a place and one line; a refusal holds all of them, sorted."""

from dataclasses import replace

import pytest

from secaudit.language import using
from secaudit.problems import (
    Problem,
    Refused,
    Severity,
    WrongUsage,
    errors,
    refuse_errors,
)


def problem(
    line: int, column: int = 1, severity: Severity = "error", path: str = "a.yaml"
) -> Problem:
    """A problem at a place."""
    return Problem(path, line, column, severity, "code", "sætning")


def test_a_problem_is_one_line_with_its_place_in_the_users_language() -> None:
    assert str(problem(41, 13)) == "a.yaml:41:13: fejl: sætning"
    assert str(problem(2, 1, "warning")) == "a.yaml:2:1: advarsel: sætning"
    with using("en"):
        assert str(problem(41, 13)) == "a.yaml:41:13: error: sætning"
        assert str(problem(2, 1, "warning")) == "a.yaml:2:1: warning: sætning"


def test_a_problem_is_one_line_even_if_it_quotes_several() -> None:
    said = replace(problem(1), message="'delvist\nopfyldt\r\n' er forkert")
    assert str(said) == "a.yaml:1:1: fejl: 'delvist opfyldt ' er forkert"


def test_a_problem_of_the_file_as_a_whole_has_no_place() -> None:
    assert str(problem(0, 0)) == "a.yaml: fejl: sætning"


def test_problems_are_sorted_by_file_then_line_then_column_as_numbers() -> None:
    found = [problem(10), problem(9, 12), problem(9, 2), problem(99, path="A.yaml")]
    assert [str(p).split(" ")[0] for p in sorted(found)] == [
        "A.yaml:99:1:",
        "a.yaml:9:2:",
        "a.yaml:9:12:",
        "a.yaml:10:1:",
    ]


def test_a_warning_is_no_error() -> None:
    warning, late, early = problem(1, severity="warning"), problem(3), problem(2)
    assert errors([warning, late, early]) == (early, late)


def test_warnings_do_not_refuse() -> None:
    refuse_errors([problem(1, severity="warning")])
    refuse_errors([])


def test_a_refusal_holds_all_the_problems_sorted_warnings_too() -> None:
    warning, late, early = problem(1, severity="warning"), problem(3), problem(2)
    with pytest.raises(Refused) as refused:
        refuse_errors(iter([late, warning, early]))
    assert refused.value.problems == (warning, early, late)
    assert refused.value.sentence == ""


def test_a_refusal_without_problems_says_one_sentence() -> None:
    refused = WrongUsage("Der er ingen fil.")
    assert isinstance(refused, Refused)
    assert (refused.sentence, str(refused)) == (
        "Der er ingen fil.",
        "Der er ingen fil.",
    )
    assert refused.problems == ()
