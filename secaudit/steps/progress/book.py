"""The status of a campaign as a workbook."""

from datetime import date
from pathlib import Path

from secaudit.steps.files import WORKBOOK, write
from secaudit.workbook import Sheet
from secaudit.workbook.writing import workbook


def save(sheet: Sheet, path: Path, on: date) -> None:
    """Write a sheet as a workbook, made on a day. Raises Refused where it cannot be written."""
    write(path, workbook(sheet, day=on), WORKBOOK)
