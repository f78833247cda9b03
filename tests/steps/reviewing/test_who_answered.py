"""A form of Anna's that somebody else answered: the reviewer sees both, wherever the answer is."""

import json

import pytest

from secaudit.exchange.reviews import COLUMNS
from secaudit.problems import Problem
from secaudit.steps.reviewing.workbook import export_worklist, import_reviews
from secaudit.steps.reviewing.worklist import sample
from tests.cli.command import run
from tests.exchange.spreadsheet import Spreadsheet
from tests.municipality import ANSWERED, Municipality, acting

BOTH = "Kai Vikar; udsendt til Anna Holm"


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """Kai answered about one system of Anna's, nobody about another."""
    omsorg, arkiv = (
        municipality.answer("p01", form) for form in ("system-omsorg", "system-arkiv")
    )
    municipality.record(
        municipality.sign(omsorg, "Kai Vikar", "kai@proeve.example"),
        municipality.sign(arkiv, ""),
    )
    return municipality


def said(municipality: Municipality, *words: str) -> str:
    """What a review tells."""
    where = ("--workspace", municipality.folder, "--date", "2026-09-20")
    told = run("review", *words, *where)
    assert told.code == 0, told.err
    return told.out


def test_an_answer_that_is_read_names_both(answered: Municipality) -> None:
    told = said(answered, "omsorg", "T.1")
    assert f"    opfyldt · {BOTH} · 2026-09-20\n" in told
    told = said(answered, "arkiv", "T.1")
    assert "    opfyldt · ikke oplyst; udsendt til Anna Holm · 2026-09-20\n" in told


def test_a_spot_check_names_both(answered: Municipality) -> None:
    table = said(answered, "--sample", "9")
    assert table.count(BOTH) == 3
    assert table.count("ikke oplyst; udsendt til Anna Holm") == 3
    told = json.loads(said(answered, "--sample", "9", "--format", "json"))
    named = {
        one["subject"]["id"]: (one["answered_by"], one["issued_to"]) for one in told
    }
    assert named == {
        "omsorg": ("Kai Vikar", "Anna Holm"),
        "arkiv": (None, "Anna Holm"),
    }


def test_the_worklist_names_both_on_paper_too(answered: Municipality) -> None:
    works = sample(answered.workspace, None, ANSWERED, 9, None)
    path = export_worklist(works, answered.folder / "svar.xlsx")
    sheet = Spreadsheet(path, COLUMNS)
    named = {
        sheet.read(n, "subject"): sheet.read(n, "person")
        for n in range(2, sheet.below())
    }
    assert named == {
        "system:omsorg": BOTH,
        "system:arkiv": "ikke oplyst; udsendt til Anna Holm",
    }
    assert next(column.printed for column in COLUMNS if column.key == "person")


def test_a_worklist_that_names_only_whom_it_was_issued_to_is_still_read(
    answered: Municipality,
) -> None:
    works = sample(answered.workspace, None, ANSWERED, 9, None)
    path = export_worklist(works, answered.folder / "svar.xlsx")
    sheet = Spreadsheet(path, COLUMNS)
    sheet.write(2, person="Anna Holm", outcome="tiltrådt")
    warnings: list[Problem] = []
    told = import_reviews(
        answered.workspace, None, sheet.save(), acting(ANSWERED), warnings.append
    )
    assert (len(told), warnings) == (1, [])
