"""`secaudit issue --survey`: two paths, and what to do with them."""

import pytest

from tests.cli.command import run, usage_error
from tests.municipality import Municipality


def test_the_paths_are_told_and_what_to_do_next(municipality: Municipality) -> None:
    said = run("issue", "--survey", cwd=municipality.folder)
    assert said.code == 0, said
    folder = "campaigns/2026/survey"
    assert said.out.split() == [
        f"{folder}/medarbejdere.{end}" for end in ("html", "txt")
    ]
    assert said.lines == [
        "2026: 1 spørgsmål; læg siden på intranettet, eller kopiér teksterne over i et "
        "undersøgelsesværktøj; når svarene er kommet: 'secaudit counts import FIL'"
    ]


@pytest.mark.parametrize(
    "other",
    ["--again arkiv", "--returned", "--due", "--dry-run", "--answer-by 2026-12-01"],
)
def test_it_is_used_without_other_options(
    municipality: Municipality, other: str
) -> None:
    said = run("issue", "--survey", *other.split(), cwd=municipality.folder)
    assert usage_error(said).startswith("--survey skriver én side til alle")
