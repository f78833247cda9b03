"""What a cell holds: numbers and dates typed, a text as text whatever it looks like."""

import re
from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Any

from secaudit.language import _, number
from secaudit.workbook.sheet import Cell

_MOST = 32_767
"""Characters that a cell has room for, as UTF-16 counts them."""
_NOT_IN_XML = re.compile("[^\t\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_LINE_HEIGHT, _MOST_LINES = 15, 27
"""In points; no row can be higher than 409."""


def height(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """How high the row of those cells is, in points, with columns so many characters wide."""
    lines = map(_lines, cells, widths)
    return _LINE_HEIGHT * min(max(lines, default=1), _MOST_LINES)


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell, str) or (len(cell) <= width and "\n" not in cell):
        return 1
    return sum(len(wrap(line, width)) or 1 for line in cell.splitlines())


def write_cell(page: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    """Write a cell at that row and column, 0-based, in that look."""
    if cell is None or cell == "":
        page.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        _write_text(page, row, column, _held(cell), look)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, look)
    else:
        page.write_number(row, column, cell, look)


def _write_text(page: Any, row: int, column: int, text: str, look: Any) -> None:
    if text.startswith("<r>") and look:  # what XlsxWriter takes for XML of its own
        page.write_rich_string(row, column, "<", look, text[1:], look)
    else:
        page.write_string(row, column, text, look)


def _held(text: str) -> str:
    """The text as a cell can hold it; of one that is too long the beginning, and how much."""
    if len(text) < _MOST // 2 and text.isprintable():
        return text
    plain = _NOT_IN_XML.sub("\ufffd", "\n".join(text.splitlines()))
    if _size(plain) <= _MOST:
        return plain
    said = _("… [cut here: the whole text has {n} characters]")
    end = said.format(n=number(len(plain)))
    kept = plain.encode("utf-16-le")[: 2 * (_MOST - _size(end))]
    return kept.decode("utf-16-le", errors="ignore") + end


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
