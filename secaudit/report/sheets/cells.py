"""The rows of a sheet as the XML that Excel reads: numbers and dates typed, text as text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Literal

from secaudit.language import _, number

Cell = str | int | float | date | None
"""None is an empty one."""
CellKind = Literal["text", "date", "number"]

_DAY_NOUGHT = date(1899, 12, 30)
"""The day that a spreadsheet counts from."""
_MOST = 32_767
"""Characters that a cell has room for, as UTF-16 counts them."""
_NOT_IN_XML = re.compile("[^\t\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_UNESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as an escaped character."""
_LINE_HEIGHT, _MOST_LINES = 15, 20


@dataclass(frozen=True)
class Place:
    """A column as its cells are written."""

    letters: str
    style: int
    """The number of its format."""
    width: int
    """In characters."""


def rows_xml(rows: Iterable[Sequence[Cell]], places: Sequence[Place]) -> Iterator[str]:
    """Every row below the head."""
    for below, cells in enumerate(rows, 2):
        told = [
            (place, cell)
            for place, cell in zip(places, cells, strict=True)
            if cell is not None and cell != ""
        ]
        # without customHeight, so that Excel fits it anew when the text is changed
        yield f'<row r="{below}" ht="{_height(told)}">'
        for place, cell in told:
            yield _cell(f'<c r="{place.letters}{below}" s="{place.style}"', cell)
        yield "</row>"


def _cell(start: str, cell: Cell) -> str:
    if isinstance(cell, str):
        text = escape(_clean(cell), quote=False)
        inner = f'<is><t xml:space="preserve">{text}</t></is>'
        return f'{start} t="inlineStr">{inner}</c>'
    if isinstance(cell, date):
        cell = (cell - _DAY_NOUGHT).days
    elif isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return f"{start}><v>{cell}</v></c>"


def _height(told: Iterable[tuple[Place, Cell]]) -> int:
    """In points: LibreOffice does not fit rows by itself."""
    lines = 1
    for place, cell in told:
        if isinstance(cell, str) and (len(cell) >= place.width or "\n" in cell):
            room = place.width * 9
            needed = sum(1 + len(line) * 10 // room for line in cell.splitlines())
            lines = max(lines, needed)
    return _LINE_HEIGHT * min(lines, _MOST_LINES)


def _clean(text: str) -> str:
    """The text as a cell can hold it; of one that is too long the beginning, and how much."""
    if len(text) < _MOST // 2 and text.isprintable() and "_x" not in text:
        return text
    plain = _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _size(plain) > _MOST:
        said = _("… [cut here: the whole text has {n} characters]")
        end = said.format(n=number(len(plain)))
        kept = plain.encode("utf-16-le")[: 2 * (_MOST - _size(end))]
        plain = kept.decode("utf-16-le", errors="ignore") + end
    return _UNESCAPED.sub("_x005F_", plain)


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
