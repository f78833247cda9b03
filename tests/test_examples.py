"""The examples: a file in accepted/ or refused/ is a test."""

from datetime import date
from pathlib import Path

import pytest

from secaudit.steps.returned.validate import validate
from secaudit.workspace import load_workspace
from tests.municipality import EXAMPLES

REFUSED = sorted((EXAMPLES / "refused").glob("*.yaml"))
ACCEPTED = sorted((EXAMPLES / "accepted").glob("*.yaml"))
ON = date(2026, 10, 1)


def said_of(path: Path) -> list[str]:
    """The lines that validate prints for a file, without the folder."""
    found = validate([path], load_workspace(EXAMPLES), "2026", ON)
    return [
        str(problem).removeprefix(f"{path.parent.as_posix()}/")
        for problem in found.problems
    ]


def test_there_are_at_least_forty_refused_examples() -> None:
    assert len(REFUSED) >= 40


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_a_refused_example_prints_exactly_its_lines(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert said_of(path) == expected
    assert any(": fejl: " in line for line in expected)


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.stem)
def test_an_accepted_example_prints_no_error_and_exactly_its_warnings(
    path: Path,
) -> None:
    warnings = path.with_suffix(".txt")
    expected = warnings.read_text(encoding="utf-8") if warnings.exists() else ""
    assert said_of(path) == expected.splitlines()
    assert ": fejl: " not in expected


def test_the_whole_folder_prints_the_same_lines_in_one_run() -> None:
    found = validate([EXAMPLES / "refused"], load_workspace(EXAMPLES), "2026", ON)
    folder = f"{(EXAMPLES / 'refused').as_posix()}/"
    printed = [str(problem).removeprefix(folder) for problem in found.problems]
    expected = [
        line
        for path in REFUSED
        for line in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    ]
    assert sorted(printed) == sorted(expected)
