"""A workbook from anywhere, opened so that it can neither fill the memory nor run anything."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from xml.parsers.expat import ExpatError

from secaudit.exchange.book import Parts, book_of, main_part
from secaudit.exchange.rows import Raw, rows
from secaudit.language import _
from secaudit.parts import copied, unfit
from secaudit.problems import Refused, WrongUsage, reason

MOST_BYTES = 5 * 1024**2
MOST_ROWS = 10_000
MOST_TAGS = 800_000
"""In all parts together, and attributes too: those of a list of so many rows."""
MOST_TEXT = 20 * 1024**2
"""Characters in the cells together; many may show one text that is written once."""
OLD = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an .xls begins, and a workbook that is encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    EOFError,
    ExpatError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What zipfile, and the readers of parts, raise over a file that no spreadsheet wrote."""


@dataclass(frozen=True)
class Sheet:
    """A sheet as somebody left it."""

    name: str
    visible: bool
    rows: tuple[tuple[int, tuple[Raw, ...]], ...]
    """Those that hold something, at most MOST_ROWS and one more, with their 1-based numbers."""


def opened(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in order; one of them holds something.

    Raises Refused, with a sentence, for what is no workbook; WrongUsage if there is no file.
    """
    return sheets_of(file_bytes(path), path.as_posix())


def sheets_of(data: bytes, shown: str) -> tuple[Sheet, ...]:
    """The same of a workbook that is `shown` as the user named it."""
    complaint = _unfit(data)
    if complaint:
        raise Refused(f"{shown}: {complaint}")
    try:
        sheets = _read(_parts(data))
    except _BROKEN:
        sentence = _("{path} is damaged, and cannot be read")
        raise Refused(sentence.format(path=shown)) from None
    if isinstance(sheets, str):
        raise Refused(f"{shown}: {sheets}")
    if not any(sheet.rows for sheet in sheets):
        raise Refused(_("{path} is empty").format(path=shown))
    return sheets


def file_bytes(path: Path) -> bytes:
    """What a file holds, as far as it may: one byte more than MOST_BYTES tells that it is more.

    Raises WrongUsage if there is no file, Refused where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        sentence = _("there is no file or folder {path}")
        raise WrongUsage(sentence.format(path=path.as_posix())) from None
    except OSError as error:
        sentence = _("{path} cannot be read: {reason}")
        text = sentence.format(path=path.as_posix(), reason=reason(error))
        raise Refused(text) from None


def _unfit(data: bytes) -> str:
    """Why a file is not to be opened; empty if it may be."""
    if len(data) > MOST_BYTES:
        return _("the file is larger than 5 MiB")
    if data.startswith(OLD):
        if _ENCRYPTED in data:
            return _("the workbook is protected by a password; save it without one")
        return _("the file is in an old format; save it as an Excel workbook (.xlsx)")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _unfit_package(package)
    except _BROKEN:
        return _no_workbook()


def _unfit_package(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    if "[Content_Types].xml" not in names:
        return _no_workbook()
    if any("vbaProject" in name for name in names):
        return _("the workbook holds macros; save it as an .xlsx without them")
    return unfit(package)


def _no_workbook() -> str:
    return _("the file is not an Excel workbook (.xlsx)")


def _parts(data: bytes) -> Parts:
    """The parts that are XML."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = (n for n in package.namelist() if n.endswith((".xml", ".rels")))
        return {name: package.read(name) for name in names}


def _read(parts: Parts) -> tuple[Sheet, ...] | str:
    """The sheets, or why the parts are not to be read."""
    for sign in (b"<", b"="):  # a tag, an attribute
        if sum(part.count(sign) for part in parts.values()) > MOST_TAGS:
            return _too_much()
    main = main_part(parts)
    if not main:
        return _no_workbook()
    book = book_of(parts, main)
    sheets = tuple(
        Sheet(name, visible, tuple(islice(rows(part, book), MOST_ROWS + 1)))
        for name, visible, part in book.sheets
    )
    return _too_much() if sum(map(_characters, sheets)) > MOST_TEXT else sheets


def _characters(sheet: Sheet) -> int:
    texts = (raw.value for _number, row in sheet.rows for raw in row)
    return sum(len(text) for text in texts if isinstance(text, str))


def _too_much() -> str:
    return _("the workbook holds far more than a list from secaudit") + copied()
