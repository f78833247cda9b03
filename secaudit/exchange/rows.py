"""The rows of a sheet, and what is written in their cells."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from secaudit.exchange.book import Book, whole
from secaudit.exchange.tags import tags

_MOST_COLUMNS = 100
_WHOLE = re.compile("-?[0-9]+")
_PLACE = re.compile("([A-Z]{1,3})[0-9]+")


class Raw(NamedTuple):
    """What is written in a cell: a text, a number, a day, a truth value or an error."""

    value: str | int | float | bool | datetime | None
    type: str
    """`f` where it is worked out, `e` for an error, `s` for anything else."""


EMPTY = Raw(None, "s")
_FORMULA = Raw("=", "f")


class _Written(NamedTuple):
    """A cell that holds something, as the file writes it."""

    row: int
    column: int
    said: Mapping[str, str]
    text: str
    worked_out: bool


def rows(part: bytes, book: Book) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    """The rows of a sheet that hold something, each with its 1-based number.

    Raises what `tags` does, and LookupError for a text that is not in the book.
    """
    within = (cell for cell in _written(part) if cell.column <= _MOST_COLUMNS)
    for number, cells in groupby(within, lambda cell: cell.row):
        found = {cell.column: _raw(cell, book) for cell in cells}
        if any(raw.value != "" for raw in found.values()):
            yield number, tuple(found.get(n, EMPTY) for n in range(1, max(found) + 1))


def _written(part: bytes) -> Iterator[_Written]:
    """Every cell of a sheet that holds something."""
    row = column = 0
    said: Mapping[str, str] = {}
    texts: list[str] = []
    worked_out = False
    for name, told, text in tags(part):
        if name == "row":
            row, column = int(told.get("r", row + 1)), 0
        elif name == "c":
            column, said, worked_out = _column(told, column), told, False
            texts.clear()
        elif name in ("/v", "/t"):
            texts.append(text)
        elif name == "f":
            worked_out = True
        elif name == "/c" and (worked_out or any(texts)):
            yield _Written(row, column, said, whole(texts), worked_out)


def _column(said: Mapping[str, str], before: int) -> int:
    """The 1-based number of a cell's column; without a name it is the next one."""
    match = _PLACE.fullmatch(said.get("r", ""))
    if not match:
        return before + 1
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _raw(cell: _Written, book: Book) -> Raw:
    kind, text = cell.said.get("t", "n"), cell.text
    if cell.worked_out:
        return _FORMULA
    if kind == "n":
        return Raw(_number(text, int(cell.said.get("s", 0)), book), "s")
    if kind == "s":
        return Raw(book.strings[int(text)], "s")
    if kind == "b":
        return Raw(text == "1", "s")
    if kind == "d":
        return Raw(datetime.fromisoformat(text), "s")
    return Raw(text, "e" if kind == "e" else "s")


def _number(text: str, style: int, book: Book) -> int | float | datetime:
    value = int(text) if _WHOLE.fullmatch(text) else float(text)
    if style not in book.dates:
        return value
    try:
        return book.epoch + timedelta(days=value)
    except (OverflowError, ValueError):  # no day that anybody can mean
        return value
