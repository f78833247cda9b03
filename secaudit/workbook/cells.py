"""The rows of a sheet as XML: numbers and dates typed, a text as text whatever it looks like."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import wrap

from secaudit.language import _, number
from secaudit.workbook.sheet import Cell

_DAY_NOUGHT = date(1899, 12, 30)
"""The day that a spreadsheet counts from."""
_MOST = 32_767
"""Characters that a cell has room for, as UTF-16 counts them."""
_NOT_IN_XML = re.compile("[^\t\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_UNESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as an escaped character."""
_LINE_HEIGHT, _MOST_LINES = 15, 27
"""In points; no row can be higher than 409."""


@dataclass(frozen=True)
class Place:
    """Where the cells of a column stand, and how they look."""

    letters: str
    style: int
    """The number of its format."""
    width: int = _MOST
    """In characters."""
    empty: bool = False
    """Whether those that hold nothing are to be seen too."""


def rows_xml(
    rows: Iterable[Sequence[Cell]], places: Sequence[Place], first: int = 1
) -> Iterator[str]:
    """Each row, from that number on, as high as its texts; a spreadsheet fits it anew when one
    is changed."""
    for below, cells in enumerate(rows, first):
        told = [
            (place, cell)
            for place, cell in zip(places, cells, strict=True)
            if place.empty or (cell is not None and cell != "")
        ]
        lines = max((_lines(cell, place.width) for place, cell in told), default=1)
        yield f'<row r="{below}" ht="{_LINE_HEIGHT * min(lines, _MOST_LINES)}">'
        for place, cell in told:
            yield _cell(f'<c r="{place.letters}{below}" s="{place.style}"', cell)
        yield "</row>"


def _cell(start: str, cell: Cell) -> str:
    if cell is None or cell == "":
        return f"{start}/>"
    if isinstance(cell, str):
        text = escape(_held(cell), quote=False)
        inner = f'<is><t xml:space="preserve">{text}</t></is>'
        return f'{start} t="inlineStr">{inner}</c>'
    if isinstance(cell, date):
        cell = (cell - _DAY_NOUGHT).days
    elif isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return f"{start}><v>{cell}</v></c>"


def _lines(cell: Cell, width: int) -> int:
    """How many lines a cell needs."""
    if not isinstance(cell, str) or (len(cell) <= width and "\n" not in cell):
        return 1
    return sum(len(wrap(line, width)) or 1 for line in cell.splitlines())


def _held(text: str) -> str:
    """The text as a cell can hold it; of one that is too long the beginning, and how much."""
    if len(text) < _MOST // 2 and text.isprintable() and "_x" not in text:
        return text
    plain = _NOT_IN_XML.sub("\ufffd", "\n".join(text.splitlines()))
    if _size(plain) > _MOST:
        said = _("… [cut here: the whole text has {n} characters]")
        end = said.format(n=number(len(plain)))
        kept = plain.encode("utf-16-le")[: 2 * (_MOST - _size(end))]
        plain = kept.decode("utf-16-le", errors="ignore") + end
    return _UNESCAPED.sub("_x005F_", plain)


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
