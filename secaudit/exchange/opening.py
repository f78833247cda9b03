"""A workbook from anywhere, opened so that it can neither fill the memory nor run anything."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from secaudit.language import _
from secaudit.problems import Refused, WrongUsage, reason

MOST_BYTES = 5 * 1024**2
MOST_UNPACKED = 100 * 1024**2
MOST_ROWS = 10_000
_MOST_COLUMNS = 100
_LAST_ROW = 100_000
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an .xls begins, and a workbook that is encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl raises over a file that no spreadsheet wrote."""


class Raw(NamedTuple):
    """A cell as openpyxl has it."""

    value: Any
    type: str


def opened(path: Path) -> tuple[tuple[int, tuple[Raw, ...]], ...]:
    """The rows of the first sheet that hold something, each with its 1-based number.

    Raises Refused, with a sentence, for what is no workbook; WrongUsage if there is no file.
    """
    data = _bytes(path)
    complaint = _unfit(data)
    if complaint:
        raise Refused(f"{path.as_posix()}: {complaint}")
    try:
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.simplefilter("ignore")  # openpyxl tells of what it does not keep
            rows = tuple(islice(_rows(data), MOST_ROWS + 1))
    except _BROKEN:
        sentence = _("{path} is damaged, and cannot be read")
        raise Refused(sentence.format(path=path.as_posix())) from None
    if not rows:
        raise Refused(_("{path} is empty").format(path=path.as_posix()))
    if len(rows) > MOST_ROWS:
        sentence = _("{path} has more than {n} rows")
        raise Refused(sentence.format(path=path.as_posix(), n=MOST_ROWS))
    return rows


def _bytes(path: Path) -> bytes:
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
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            return _("the workbook is protected by a password; save it without one")
        return _("the file is in an old format; save it as an Excel workbook (.xlsx)")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _unfit_package(package)
    except _BROKEN:
        return _("the file is not an Excel workbook (.xlsx)")


def _unfit_package(package: zipfile.ZipFile) -> str:
    if "xl/workbook.xml" not in package.namelist():
        return _("the file is not an Excel workbook (.xlsx)")
    if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
        return _("the file is larger than 100 MiB when it is unpacked")
    if any("vbaProject" in name for name in package.namelist()):
        return _("the workbook holds macros; save it as an .xlsx without them")
    if any(_declares(package.read(name)) for name in package.namelist()):
        return _("the file is not an Excel workbook (.xlsx)")
    return ""


def _declares(part: bytes) -> bool:
    """Whether a part could hold entities, which swell when they are read; be it in UTF-16."""
    return b"<!DOCTYPE" in part.replace(b"\0", b"")


def _rows(data: bytes) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    book = load_workbook(BytesIO(data), read_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    cells = sheet.iter_rows(max_row=_LAST_ROW, max_col=_MOST_COLUMNS)
    for number, row in enumerate(cells, 1):
        if any(cell.value is not None and str(cell.value).strip() for cell in row):
            yield number, tuple(Raw(cell.value, cell.data_type) for cell in row)
