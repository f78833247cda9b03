"""The export of a survey, opened: a workbook or CSV, by what it is and not by its name."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from secaudit.exchange.opening import OLD, Sheet, file_bytes, sheets_of
from secaudit.exchange.survey.csv_file import csv_sheet
from secaudit.problems import Problem

_PACKAGE = b"PK\x03\x04"


@dataclass(frozen=True)
class Export:
    """A file that a survey tool wrote."""

    shown: str
    """Its path, as the user named it."""
    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()


def opened_export(path: Path) -> Export:
    """The sheets of a workbook, or the rows of CSV as the only one.

    Raises Refused, with a sentence, for what is neither; WrongUsage if there is no file.
    """
    data, shown = file_bytes(path), path.as_posix()
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith((_PACKAGE, OLD)):
        return Export(shown, path.name, digest, sheets_of(data, shown))
    sheet, problems = csv_sheet(data, shown)
    return Export(shown, path.name, digest, (sheet,), problems)
