"""Writing a file whole or not at all, never over something of another kind."""

import errno
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from secaudit.language import _, later
from secaudit.problems import Refused, WrongUsage, reason
from secaudit.steps.whole import put_aside, written_beside

_PROPERTIES = "docProps/core.xml"
_TERMS = "{http://purl.org/dc/terms/}"
_KEYWORDS = (
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
)


@dataclass(frozen=True)
class FileKind:
    """A kind of file."""

    program: str
    """What people open it in."""
    refusal: str
    """The sentence about another file of that name."""
    fits: Callable[[Path], bool]
    """Whether a file is one."""
    suffix: str = ""
    """What its name ends in; any, if empty."""


@dataclass(frozen=True)
class Output:
    """A file that is to be written."""

    path: Path
    data: bytes
    kind: FileKind


def write(path: Path, data: bytes, kind: FileKind) -> None:
    """Write beside the old file, then take its place: a failure leaves that unharmed.

    Raises Refused where it cannot be written, and where the old one is of another kind.
    """
    _written([Output(path, data, kind)], keep=False)


def write_all(*outputs: Output, keep: bool = True) -> tuple[Path, ...]:
    """Write files that belong together: none takes its place before all are written.

    An old document that is not as secaudit wrote it is put aside, if it is to be kept; where
    those now lie.
    """
    return _written(outputs, keep=keep)


def _written(outputs: Iterable[Output], *, keep: bool) -> tuple[Path, ...]:
    new: dict[Path, Output] = {}
    try:
        for output in outputs:
            new[_prepared(output)] = output
        asides = [_place(path, output, keep=keep) for path, output in new.items()]
        return tuple(filter(None, asides))
    finally:
        for path in new:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _prepared(output: Output) -> Path:
    """The new file, beside the old one, once it is known to fit its place."""
    path, kind = output.path, output.kind
    if kind.suffix and path.suffix.lower() != kind.suffix:
        sentence = _("'{path}': the name of the file must end in {suffix}")
        raise WrongUsage(sentence.format(path=path, suffix=kind.suffix))
    with _told(output):
        target = path.resolve()
        if target.exists() and not (target.is_file() and kind.fits(target)):
            raise Refused(_(kind.refusal).format(path=path))
        target.parent.mkdir(parents=True, exist_ok=True)
        return written_beside(target, output.data)


def _place(new: Path, output: Output, *, keep: bool) -> Path | None:
    """Let the new file take its place; where the old one was put, if it is kept."""
    with _told(output):
        target, aside = output.path.resolve(), None
        if keep and target.exists() and not _is_ours(target):
            name, suffix = target.stem, target.suffix
            aside = put_aside(target, lambda n: f"{name}.edited-{n}{suffix}")
        new.replace(target)
    return aside and output.path.with_name(aside.name)


@contextmanager
def _told(output: Output) -> Iterator[None]:
    """Whatever the system will not do about the file is told in a sentence."""
    try:
        yield
    except OSError as error:
        told = {"path": output.path, "reason": reason(error)}
        if error.errno in (errno.EACCES, errno.EBUSY, errno.EPERM, errno.ETXTBSY):
            sentence = _("{path} cannot be written: {reason}; is it open in {program}?")
            text = sentence.format(**told, program=output.kind.program)
        else:
            text = _("{path} cannot be written: {reason}").format(**told)
        raise Refused(text) from None


def _is_ours(path: Path) -> bool:
    """Whether secaudit wrote it, and nobody saved it since: whoever does says when."""
    with suppress(zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        with zipfile.ZipFile(path) as package:
            root = ElementTree.fromstring(package.read(_PROPERTIES))  # noqa: S314 (a file of our own folder, read for three words)
        created, modified = (
            root.findtext(f"{_TERMS}{name}") for name in ("created", "modified")
        )
        return root.findtext(_KEYWORDS) == "secaudit" and created == modified
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


DOCUMENT = FileKind(
    "Word",
    later("{path} is no Word document, and is left alone"),
    _holds("word/document.xml"),
    ".docx",
)
WORKBOOK = FileKind(
    "Excel",
    later("{path} is no Excel workbook, and is left alone"),
    _holds("xl/workbook.xml"),
    ".xlsx",
)
CALENDAR = FileKind(
    "Outlook",
    later("{path} is no calendar, and is left alone"),
    _begins(b"BEGIN:VCALENDAR"),
    ".ics",
)
