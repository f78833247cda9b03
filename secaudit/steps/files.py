"""Writing a file whole or not at all, never over something of another kind."""

import secrets
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from secaudit.language import _, later
from secaudit.problems import Refused, reason

_PROPERTIES = "docProps/core.xml"
_TERMS = "{http://purl.org/dc/terms/}"


@dataclass(frozen=True)
class Kind:
    """A kind of file."""

    program: str
    """What people open it in."""
    refusal: str
    """The sentence about another file of that name."""
    fits: Callable[[Path], bool]
    """Whether a file is one."""


def write(path: Path, data: bytes, kind: Kind) -> None:
    """Write beside the old file, then take its place: a failure leaves that unharmed.

    Raises Refused where it cannot be written, and where the old one is of another kind.
    """
    target = path.resolve()
    new = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    try:
        if target.exists() and not (target.is_file() and kind.fits(target)):
            raise Refused(_(kind.refusal).format(path=path))
        target.parent.mkdir(parents=True, exist_ok=True)
        with new.open("xb") as file:
            file.write(data)
        new.replace(target)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        sentence = _("{path} cannot be written: {reason}; is it open in {program}?")
        text = sentence.format(path=path, reason=reason(error), program=kind.program)
        raise Refused(text) from None


def put_aside(path: Path) -> Path | None:
    """Where a Word document that somebody edited was put; None if there is none of that name.

    secaudit says that a document was changed when it was made; whoever saves it says when.
    """
    if not (path.is_file() and _is_edited(path)):
        return None
    number = 1
    while (aside := path.with_stem(f"{path.stem}.edited-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        sentence = _("{path} cannot be put aside: {reason}; is it open in Word?")
        text = sentence.format(path=path, reason=reason(error))
        raise Refused(text) from None
    return aside


def _is_edited(path: Path) -> bool:
    with suppress(zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        with zipfile.ZipFile(path) as package:
            root = ElementTree.fromstring(package.read(_PROPERTIES))  # noqa: S314 (a file of our own folder, read for two dates)
        found = (root.findtext(f"{_TERMS}{name}") for name in ("created", "modified"))
        return len(set(found)) > 1
    return False


def _holds(part: str) -> Callable[[Path], bool]:
    def fits(path: Path) -> bool:
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as package:
            return part in package.namelist()
        return False

    return fits


def _begins(start: bytes) -> Callable[[Path], bool]:
    def fits(path: Path) -> bool:
        with path.open("rb") as file:
            return file.read(len(start)) == start

    return fits


DOCUMENT = Kind(
    "Word",
    later("{path} is no Word document, and is left alone"),
    _holds("word/document.xml"),
)
WORKBOOK = Kind(
    "Excel",
    later("{path} is no Excel workbook, and is left alone"),
    _holds("xl/workbook.xml"),
)
CALENDAR = Kind(
    "Outlook",
    later("{path} is no calendar, and is left alone"),
    _begins(b"BEGIN:VCALENDAR"),
)
