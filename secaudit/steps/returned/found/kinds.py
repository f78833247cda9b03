"""Files that are no form, known by how they begin, and what to send instead."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secaudit.language import _, later

_FORM = later(
    "open the form that was sent out (its name ends in .yaml) in Notepad, write the "
    "answers there, save it, and send that file"
)
_PACKED = later("unpack it, and put the forms themselves here, or pack them as .zip")
_MESSAGE = later(
    "open the mail in Outlook, and save the forms that are attached here, or save the "
    "mail as .eml"
)
_AGAIN = later(
    "open the mail in the mail program, and save the form that is attached here"
)
_WINMAIL = later(
    "ask the sender to send the form again, in a mail in HTML or plain text"
)
_POINTED = later("put the file that it points to here")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
_ARCHIVES = (
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\xfd7zXZ\0",
    b"MSCF",
)
_PAGE = (b"<!doctype html", b"<html")
_SPACE = b"\xef\xbb\xbf \t\r\n"
_LINE = re.compile(rb"(?:\A|[\r\n])[^\w\r\n]*form[ \t]*:[^\w\r\n]*secaudit/")
_BEGINNING = 64 * 2**10


@dataclass(frozen=True)
class Kind:
    """A kind of file that is no form."""

    what: str
    fits: Callable[[bytes], bool]
    instead: str = _FORM

    def said(self) -> str:
        """What the file is, and what to do."""
        sentence = _("this is {what}, and not the form: {instead}")
        return sentence.format(what=_(self.what), instead=_(self.instead))


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(starts)


def _text_begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data[:512].lstrip(_SPACE).lower().startswith(starts)


def _ole(*names: str) -> Callable[[bytes], bool]:
    """An OLE file that holds a stream of one of these names."""
    streams = [name.encode("utf-16-le") for name in names]
    return lambda data: (
        data.startswith(_OLE) and (not names or any(s in data for s in streams))
    )


def _is_picture(data: bytes) -> bool:
    return (
        data.startswith(_PICTURES)
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or (data[4:8] == b"ftyp" and data[8:12] in _BRANDS)
        or (data[:2] == b"BM" and data[6:10] == bytes(4))
    )


_KINDS = (
    Kind(later("a PDF file"), _begins(b"%PDF", b"\xef\xbb\xbf%PDF")),
    Kind(later("a picture"), _is_picture),
    Kind(later("an RTF document, as WordPad writes"), _begins(b"{\\rtf")),
    Kind(
        later("a mail as Outlook saves it (.msg)"),
        _ole("__substg1.0", "__properties_version1.0"),
        _MESSAGE,
    ),
    Kind(later("an Office file with a password"), _ole("EncryptedPackage")),
    Kind(later("an old Word document (.doc)"), _ole("WordDocument")),
    Kind(later("an old Excel workbook (.xls)"), _ole("Workbook", "Book")),
    Kind(later("a file of an old Office program"), _ole()),
    Kind(later("a web page"), _text_begins(*_PAGE)),
    Kind(later("an XML file"), _text_begins(b"<?xml")),
    Kind(later("an archive other than .zip"), _begins(*_ARCHIVES), _PACKED),
    Kind(
        later("an archive other than .zip"), lambda d: d[257:262] == b"ustar", _PACKED
    ),
    Kind(
        later("an attachment that only Outlook can open (winmail.dat)"),
        _begins(b"\x78\x9f\x3e\x22"),
        _WINMAIL,
    ),
    Kind(
        later("an encrypted mail"), _begins(b"\x76\xe8\x04\x60\xc4\x11\xe3\x86"), _AGAIN
    ),
    Kind(
        later("a shortcut to a file"),
        _begins(b"L\0\0\0\x01\x14\x02\0", b"[InternetShortcut]"),
        _POINTED,
    ),
)
_OFFICE = "[Content_Types].xml"
_PACKAGES = (
    ((_OFFICE, "word/"), later("a Word document")),
    ((_OFFICE, "xl/"), later("an Excel workbook")),
    ((_OFFICE, "ppt/"), later("a PowerPoint presentation")),
    (("mimetype", "META-INF/manifest.xml"), later("a LibreOffice document")),
    (("Index/Document.iwa",), later("a document of Pages, Numbers or Keynote")),
)
"""By what is in it, or what the names in it begin with: what a zip is."""


def foreign(data: bytes) -> str:
    """What a file is that is no form, and what to send instead; empty for all else."""
    kind = next((kind for kind in _KINDS if kind.fits(data)), None)
    return kind.said() if kind else ""


def foreign_package(names: Sequence[str]) -> str:
    """The same of a zip, by the names of what is in it."""
    for parts, what in _PACKAGES:
        if all(any(name.startswith(part) for name in names) for part in parts):
            return Kind(what, bool).said()
    return ""


def encrypted_mail() -> str:
    """The same of a mail that says in its head that it is encrypted."""
    return Kind(later("an encrypted mail"), bool, _AGAIN).said()


def holds_form(data: bytes, most: int = _BEGINNING) -> bool:
    """Whether a line `form: secaudit/` stands in the first `most` bytes, be it in UTF-16."""
    return bool(_LINE.search(data[:most].replace(b"\0", b"")))
