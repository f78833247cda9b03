"""The files of a zip, none of which is unpacked before it is known how much there is."""

import zipfile
import zlib
from functools import partial
from io import BytesIO

from secaudit.language import _
from secaudit.steps.returned.found.kinds import foreign_package
from secaudit.steps.returned.found.model import (
    MOST_PACKED,
    Allowance,
    Member,
    Opened,
    Unfit,
)
from secaudit.steps.returned.found.names import is_leftover

BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
_LISTED = b"PK\x01\x02"
"""Before each file in the list of a zip."""
_MOST_LISTED = 10_000
_ENCRYPTED, _UTF8 = 0x1, 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises over a file that is damaged."""


def opened(data: bytes, allowed: Allowance) -> Opened:
    """The files in the zip `data`. Raises Unfit where it is none, or another document."""
    if data.count(_LISTED) > _MOST_LISTED:  # before zipfile makes a value of each
        allowed.take("files", _MOST_LISTED)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN:
        raise _damaged() from None
    document = foreign_package(archive.namelist())
    if document:
        raise Unfit("not-a-form", document)
    named = ((info, _name(info)) for info in archive.infolist())
    listed = [(info, name) for info, name in named if not name.endswith(("/", "\\"))]
    sent = [info for info, name in listed if not is_leftover(name)]
    allowed.take("files", len(sent))
    allowed.take("unpacked", sum(info.file_size for info in sent))
    _refuse_locked(sent)
    return Opened(
        tuple(
            Member(name, partial(_unpacked, archive, info), is_leftover(name))
            for info, name in listed
        )
    )


def _refuse_locked(listed: list[zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & _ENCRYPTED for info in listed):
        message = _("the zip has a password: ask for the form without one")
        raise Unfit("encrypted", message)
    if any(info.compress_type not in _METHODS for info in listed):
        message = _(
            "the zip is packed in a way that only some programs know: unpack it, and put "
            "the forms themselves here"
        )
        raise Unfit("unknown-compression", message)


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was typed: most programs write UTF-8, and Windows its old letters."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Its bytes; zipfile unpacks none beyond the size that it declares."""
    if info.file_size > MOST_PACKED:
        raise Unfit("too-large", _("the file is larger than 25 MiB"))
    try:
        return archive.read(info)
    except _BROKEN:
        raise _damaged() from None


def _damaged() -> Unfit:
    message = _("the zip is damaged, and cannot be unpacked: ask for it once more")
    return Unfit("damaged", message)
