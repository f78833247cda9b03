"""What a workbook is made of: its sheets, the texts they share, which styles show a date."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from secaudit.exchange.tags import tags

Parts = Mapping[str, bytes]
"""The parts of a package, by name."""

_DATES = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
"""The formats that show a date without being written down (ECMA-376, part 1, 18.8.30)."""
_NO_PART_OF_A_DATE = re.compile(r'"[^"]*"?|\[[^\]]*\]?|[\\_*].')
_LONGEST_FORMAT, _LONGEST_TEXT = 255, 2**16
_EPOCH, _EPOCH_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


class Named(NamedTuple):
    """A sheet as a workbook names it."""

    name: str
    visible: bool
    part: bytes


@dataclass(frozen=True)
class Book:
    """A workbook, its sheets not read yet."""

    sheets: tuple[Named, ...]
    strings: tuple[str, ...]
    dates: frozenset[int]
    """The styles that show a date."""
    epoch: datetime
    """The day before the first one: a date is a number of days after it."""


def main_part(parts: Parts) -> str:
    """The name of the part that lists the sheets; empty where there is none."""
    named = [
        part for kind, part in _related(parts, "").values() if _is(kind, "Document")
    ]
    found = next((name for name in named if name in parts), "")
    root = next(tags(parts[found]), None) if found else None
    return found if root and root[0] == "workbook" else ""


def book_of(parts: Parts, main: str) -> Book:
    """The workbook that `main` lists the sheets of.

    Raises what `tags` does, and LookupError where a part is missing.
    """
    related = _related(parts, main)
    listed, epoch = [], _EPOCH
    for name, said, _text in tags(parts[main]):
        if name == "sheet":
            id = next(value for key, value in said.items() if key.endswith(":id"))
            kind, part = related[id]
            if _is(kind, "/worksheet"):  # and no sheet that is a chart
                visible = said.get("state", "visible") == "visible"
                listed.append(Named(said.get("name", ""), visible, parts[part]))
        elif name == "workbookPr" and said.get("date1904") in ("1", "true"):
            epoch = _EPOCH_OF_1904
    by_kind = {kind.rpartition("/")[2]: part for kind, part in related.values()}
    strings = tuple(_strings(parts.get(by_kind.get("sharedStrings", ""), b"<none/>")))
    styles = parts.get(by_kind.get("styles", ""), b"<none/>")
    return Book(tuple(listed), strings, _dates(styles), epoch)


def _is(kind: str, end: str) -> bool:
    return kind.endswith(end)


def _related(parts: Parts, source: str) -> dict[str, tuple[str, str]]:
    """By id, the kind and the name of each part that `source` refers to; "" is the package."""
    folder, _slash, file = source.rpartition("/")
    relations = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"), b"<none/>")
    return {
        said["Id"]: (said["Type"], _resolved(folder, said["Target"]))
        for name, said, _text in tags(relations)
        if name == "Relationship"
    }


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _strings(part: bytes) -> Iterator[str]:
    """The texts that cells refer to by number; one may be put together of several."""
    pieces: list[str] = []
    for name, _said, text in tags(part):
        if name == "si":
            pieces.clear()
        elif name == "/t":
            pieces.append(text)
        elif name == "/si":
            yield whole(pieces)


def whole(pieces: Iterable[str]) -> str:
    """A text from its pieces; no longer than a spreadsheet lets anybody write it."""
    return "".join(pieces)[:_LONGEST_TEXT].strip()


def _dates(part: bytes) -> frozenset[int]:
    """The numbers of the styles that show a date."""
    formats, styles, of_cells = dict[int, str](), list[int](), False
    for name, said, _text in tags(part):
        if name == "numFmt":
            formats.setdefault(int(said["numFmtId"]), said.get("formatCode", ""))
        elif name in ("cellXfs", "/cellXfs"):
            of_cells = name == "cellXfs"
        elif name == "xf" and of_cells:
            styles.append(int(said.get("numFmtId", 0)))
    dates = {id for id in set(styles) if id in _DATES or _shows_date(formats.get(id))}
    return frozenset(number for number, id in enumerate(styles) if id in dates)


def _shows_date(code: str | None) -> bool:
    """Whether a format such as dd-mm-yyyy shows a day or a year."""
    if not code or len(code) > _LONGEST_FORMAT:
        return False
    plain = _NO_PART_OF_A_DATE.sub("", code.partition(";")[0])
    return bool({"d", "y"} & set(plain.casefold()))
