"""Files that are no form, known by how they begin, and what to send instead."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secaudit.language import _, later

_FORM = later(
    "open svar.html, answer there, press '{save}', and send the file that it saves; or "
    "write the answers in the form (its name ends in .yaml) in Notepad, and send that"
)
_SAVE = later(
    "open it on the computer where the answers were given, press '{save}', and send the "
    "file that it saves (its name begins with svar-)"
)
_LOAD = later(
    "open svar.html, load the draft there, press '{save}', and send the file that it "
    "saves (its name begins with svar-)"
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
_PAGE = (b"<!doctype html", b"<html", b"from: <saved by")
"""Of a web page, also as Chrome and Edge save one with all that is in it (.mhtml)."""
_OURS = re.compile(rb'<meta name=(?:3D)?"generator" content=(?:3D)?"secaudit"')
_DRAFT = re.compile(rb'\{.*?"draft"\s*:\s*"secaudit/', re.DOTALL)
_SPACE = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_LINE = re.compile(rb"(?:\A|[\r\n])[^\w\r\n]*form[ \t]*:[^\w\r\n]*secaudit/")
_BEGINNING = 64 * 2**10


@dataclass(frozen=True)
class Kind:
    """A kind of file that is no form."""

    what: str
    fits: Callable[[bytes], bool]
    instead: str = _FORM
    sentence: str = later("this is {what}, and not the form: {instead}")
    code: str = "not-a-form"

    def said(self) -> str:
        """What the file is, and what to do."""
        from secaudit.form.texts import said  # only what is no form asks for it

        instead = _(self.instead).format(save=said("save"))
        return _(self.sentence).format(what=_(self.what), instead=instead)


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(starts)


def _beginning(data: bytes, most: int = _BEGINNING) -> bytes:
    """The first signs of a text, be it in UTF-16, but for its mark and blank lines."""
    return data[:most].replace(b"\0", b"").lstrip(_SPACE)


def _text_begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: _beginning(data, 512).lower().startswith(starts)


def _is_page(data: bytes) -> bool:
    """Whether it is the page that was issued, as it is or as a browser saved it."""
    return _text_begins(*_PAGE)(data) and bool(_OURS.search(_beginning(data)))


def _is_draft(data: bytes) -> bool:
    return bool(_DRAFT.match(_beginning(data)))


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


UNSAVED = ("page-itself", "draft")
"""What answers may lie in that were not saved to be sent."""
_NOT_SAVED = later("this is {what}, and not the answers: {instead}")
_KINDS = (
    Kind(later("the page itself"), _is_page, _SAVE, _NOT_SAVED, UNSAVED[0]),
    Kind(later("a draft"), _is_draft, _LOAD, _NOT_SAVED, UNSAVED[1]),
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


def foreign(data: bytes) -> Kind | None:
    """What a file is that is no form."""
    return next((kind for kind in _KINDS if kind.fits(data)), None)


def foreign_package(names: Sequence[str]) -> str:
    """What a zip is that is no form, by the names of what is in it, and what to send instead;
    empty for all else."""
    for parts, what in _PACKAGES:
        if all(any(name.startswith(part) for name in names) for part in parts):
            return Kind(what, bool).said()
    return ""


def encrypted_mail() -> str:
    """The same of a mail that says in its head that it is encrypted."""
    return Kind(later("an encrypted mail"), bool, _AGAIN).said()


def holds_form(data: bytes, most: int = _BEGINNING) -> bool:
    """Whether a line `form: secaudit/` stands in the first `most` bytes, be it in UTF-16."""
    return bool(_LINE.search(_beginning(data, most)))
