"""A list as a sheet of a workbook, with the columns that it has as CSV."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from secaudit.cli.showing import Listing
from secaudit.language import _
from secaudit.workbook import Column, Sheet

_WIDEST, _ARROW = 40, 3
"""In characters: a column, and what the arrow of its filter takes."""


def as_sheet(listing: Listing[Any], title: str) -> Sheet:
    """The list as a sheet: numbers and days typed, columns as wide as what they hold."""
    shown = [column for column in listing.columns if column.only != "table"]
    rows = [[column.cell(item) for column in shown] for item in listing.items]
    columns = [
        _column(column.title, [row[n] for row in rows])
        for n, column in enumerate(shown)
    ]
    return Sheet(title, columns, rows)


def _column(title: str, cells: Sequence[Any]) -> Column:
    longest = max((len(str(cell)) for cell in cells), default=0)
    width = max(len(_(title)) + _ARROW, min(longest + 1, _WIDEST))
    if any(isinstance(cell, date) for cell in cells):
        return Column(title, "date", width)
    numbers = any(isinstance(cell, int) for cell in cells)
    return Column(title, "integer" if numbers else "text", width)
