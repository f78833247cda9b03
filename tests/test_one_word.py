"""The Word report, its workbook, the command line and the form say the same word for the same
thing, in both languages."""

import csv
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from secaudit.campaign import ACTION_STATES, APPROVABLE, OUTCOMES
from secaudit.inventory import CRITICALITIES
from secaudit.language import LANGUAGES, Language, _, using
from tests.cli.command import environment, run
from tests.conftest import MadeDemo
from tests.report.word_tables import Shown, read, sheet

ON = "2026-11-02"
"""The day of the demo's report."""
SYSTEM, OWNER = "omsorgsjournal", "p01"
FACTS = {"criticality", "hosting", "lifecycle"}


@dataclass(frozen=True)
class Told:
    """What the demo says in one language."""

    folder: Path
    language: Language

    @property
    def report(self) -> Path:
        """The Word report; its workbook lies beside it."""
        return self.folder / "reports" / f"2026{'' if self.is_danish else '.en'}.docx"

    @property
    def is_danish(self) -> bool:
        """Whether it is the language of the demo's forms."""
        return self.language == "da"

    @cached_property
    def shown(self) -> Shown:
        """The Word report."""
        return read(self.report)

    def rows(self, section: str, *titles: str) -> Iterator[tuple[str, ...]]:
        """The rows of the tables of a section that have such columns, without the others."""
        for table in self.shown.tables:
            if table.section == section and set(titles) <= set(table.head):
                places = [table.head.index(title) for title in titles]
                yield from (tuple(row[n] for n in places) for row in table.rows)

    def first(self, section: str, pattern: str) -> dict[str, str]:
        """By first cell, the whole of the other cells, of the rows that begin like the pattern."""
        return {
            row[0]: "\n".join(row[1:])
            for table in self.shown.tables
            for row in table.rows
            if table.section == section and re.fullmatch(pattern, row[0])
        }

    def workbook(self, index: int, *titles: str) -> list[tuple[Any, ...]]:
        """Columns of a sheet of the workbook beside the report."""
        head, *rows = sheet(self.report.with_suffix(".xlsx"), index)
        places = [head.index(self.said(title)) for title in titles]
        return [tuple(row[n] for n in places) for row in rows]

    def command(self, *arguments: str) -> str:
        """What a command prints."""
        env = environment(SECAUDIT_LANGUAGE=self.language)
        with using(self.language):
            said = run(*arguments, cwd=self.folder, env=env)
        assert said.code == 0, said.err
        return said.out

    def table(self, *arguments: str) -> list[list[str]]:
        """What a command prints as CSV, without its heading."""
        out = self.command(*arguments, "--format", "csv").removeprefix("\ufeff")
        return list(
            csv.reader(StringIO(out), delimiter=";" if self.is_danish else ",")
        )[1:]

    def said(self, message: str) -> str:
        """A word (English) in the language."""
        with using(self.language):
            return _(message)


@pytest.fixture(params=LANGUAGES)
def told(made_demo: MadeDemo, request: pytest.FixtureRequest, tmp_path: Path) -> Told:
    """The demo in Danish, and in English: a workspace speaks its own language."""
    if request.param == "da":
        return Told(made_demo.folder, "da")
    folder = tmp_path / "municipality"
    shutil.copytree(made_demo.folder, folder)
    path = folder / "secaudit.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("language: da", "language: en"), encoding="utf-8")
    return Told(folder, "en")


def test_where_an_action_stands_has_one_word(told: Told) -> None:
    words = {row[0]: row[1] for row in told.table("action", "list", "--date", ON)}
    assert set(words.values()) < set(map(told.said, ACTION_STATES.values()))
    assert len(set(words.values())) == 4
    assert dict(told.workbook(1, "Action", "Status")) == words
    for section in ("2", "14"):
        cells = told.first(section, r"H\d+")
        assert cells
        for id, cell in cells.items():
            lines = cell.splitlines()
            assert any(re.fullmatch(rf"{words[id]}( \d.*)?", line) for line in lines)


def test_what_a_review_comes_to_has_one_word(told: Told) -> None:
    columns = ("Verdict", "Subject id", "Control", "Inherited from")
    rows = told.workbook(0, *columns)
    found = {word: where for word, *where, service in rows if word and not service}
    assert set(found) == set(map(told.said, OUTCOMES.values()))
    for word, (id, control) in found.items():
        assert f" · {word}" in told.command("history", id, control)
        assert re.search(rf"^ +{word} · ", told.command("review", id, control), re.M)


def test_what_a_decision_approves_has_one_word(told: Told) -> None:
    approved = {row[0]: row[4] for row in told.table("decision", "list") if row[4]}
    known = set(map(told.said, APPROVABLE.values()))
    cells = told.first("2", r"B\d+")
    said = {id: {what for what in known if what in text} for id, text in cells.items()}
    assert set().union(*said.values()) == known
    assert approved == {
        id: ", ".join(_ordered(found, told)) for id, found in said.items() if found
    }


def _ordered(found: set[str], told: Told) -> list[str]:
    """As a decision names what it approves."""
    return [said for said in map(told.said, APPROVABLE.values()) if said in found]


def test_how_critical_a_system_is_has_one_word(told: Told) -> None:
    systems = {row[2]: row[5] for row in told.table("status") if row[5]}
    groups = {row[0] for row in told.table("status", "--by", "criticality")}
    assert groups == {*map(told.said, CRITICALITIES.values()), told.said("not stated")}
    assert set(systems.values()) == groups
    head = ("System", "Kritikalitet") if told.is_danish else ("System", "Criticality")
    in_word = {name.split("\n")[0]: word for name, word in told.rows("6", *head)}
    assert len(in_word) > 5
    assert in_word.items() <= systems.items()


def test_the_status_of_an_answer_has_one_word(told: Told) -> None:
    listed = {(row[3], row[10], row[5]) for row in told.table("gaps", "--date", ON)}
    noted = told.workbook(0, "Control", "Subject id", "Status", "Note")
    every = {
        (control, id, f"{status} ({note})" if note else status)
        for control, id, status, note in noted
    }
    assert listed <= every


def test_a_fact_has_one_word_on_the_sheet_of_its_system_and_in_its_form(
    made_demo: MadeDemo, tmp_path: Path
) -> None:
    told = Told(made_demo.folder, "da")
    path = tmp_path / "ark.docx"
    told.command("report", "--for", f"system:{SYSTEM}", "-o", str(path))
    tables = docx.Document(str(path)).tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    issued = told.folder / "campaigns/2026/issued" / OWNER / f"system-{SYSTEM}.yaml"
    form = issued.read_text(encoding="utf-8")
    help = " ".join(line.strip().removeprefix("# ") for line in form.splitlines())
    keys = {n: v for n, v in yaml.safe_load(form)["facts"].items() if n in FACTS}
    assert keys.keys() == FACTS
    for fact in FACTS:
        word = cells[cells.index(told.said(fact).capitalize()) + 1]
        assert f"{word} ({keys[fact]})" in help
