"""A written report, and what it should show: told again from the register and these notes."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from tests.cli.command import environment, words
from tests.report.word_tables import Shown, parts
from tests.two_years.retold import numbers
from tests.two_years.retold.numbers import Said
from tests.two_years.retold.told import Section, Told

DAY = "2026-12-01"
NOTES: dict[str, Any] = {
    "2025": {"incidents": {"count": 41, "personal_data_breaches": 6}},
    "2026": {
        "threats": ["Flere falske fakturaer"],
        "law": ["NIS 2-loven gælder"],
        "interested_parties": ["Regionen beder om log"],
        "incidents": {
            "count": 1204,
            "personal_data_breaches": 9,
            "reported_to_datatilsynet": 3,
            "reported_under_nis2": 0,
            "text": "Et nedbrud i drift",
        },
        "audits": [
            {"what": "Prøve af beredskab", "on": "2026-09-02", "result": "Bestået"},
            {"what": "Revision", "by": "BDO", "on": "2026-04-14", "result": "Mangler"},
        ],
        "objectives": [
            {"what": "Alle er trænet", "reached": "partly", "result": "Næsten"}
        ],
        "feedback": [{"by": "Borgere", "text": "Svært at logge ind"}],
        "dpo": {"by": "Dorte Ravn", "on": "2026-10-20", "text": "Ret sletning"},
        "recommendations": ["køber en ny aftale"],
        "resources": "Der er ansat en mere.",
    },
}


@dataclass(frozen=True)
class Written:
    """A report, and what it should show."""

    told: Told
    again: dict[str, Section]
    """What it should show, section by section."""
    language: str
    shown: Shown
    path: Path

    def sheets(self) -> list[list[tuple[Any, ...]]]:
        """The cells of the workbook beside it, sheet by sheet."""
        book = openpyxl.load_workbook(self.path.with_suffix(".xlsx"), read_only=True)
        found = [list(page.iter_rows(values_only=True)) for page in book.worksheets]
        book.close()
        return found

    def agree(self, text: str, expected: str | Said) -> bool:
        """Whether a text has the numbers that are expected, and no other."""
        return numbers.agree(text, expected, self.language)

    def read(self, text: str) -> list[numbers.Token]:
        """The numbers of a text, in order."""
        return numbers.read(text, self.language)

    def assert_told(self, shown: list[str], expected: Sequence[Said]) -> None:
        """Each paragraph is one that is expected; others have no number."""
        if len(shown) != len(expected):
            shown = [text for text in shown if self.read(text)]
            expected = [said for said in expected if said]
        assert len(shown) == len(expected), (shown, expected)
        for text, said in zip(shown, expected, strict=True):
            assert self.agree(text, said), (text, said)


def write(folder: Path, path: Path, **around: str) -> None:
    """Write the report of the latest campaign in a process of its own, wherever that is."""
    command = words("report", "--date", DAY, "--workspace", folder, "-o", path)
    here = environment(SECAUDIT_LANGUAGE="da", **around)
    subprocess.run(command, env=here, check=True)


def documents(path: Path) -> list[dict[str, bytes]]:
    """Every part of a report, and of the workbook beside it."""
    return [parts(path), parts(path.with_suffix(".xlsx"))]
