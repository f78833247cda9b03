"""What a cell holds: numbers and dates typed, a text as text whatever it looks like."""

import re
from datetime import date
from itertools import chain
from typing import Any

from secaudit.language import _, number
from secaudit.workbook.sheet import Cell

_MOST = 32_767
"""Characters that a cell has room for, as UTF-16 counts them."""
_NOT_IN_XML = re.compile("[^\t\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_WITHIN_MARKUP = re.compile(r"(?<=^<)(?=r>)|(?<=_x[0-9A-Fa-f]{4})(?=_x[0-9A-Fa-f]{4}_)")
"""Where a text is divided that XlsxWriter would else take for markup of its own, or would
escape in part: one that begins with `<r>`, and two escaped characters that share a sign."""


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
    first, *rest = _WITHIN_MARKUP.split(text)
    if rest and look:
        parts = chain.from_iterable((look, part) for part in rest)
        page.write_rich_string(row, column, first, *parts, look)
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
