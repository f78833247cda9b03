"""A mail as mail programs save it (.eml): who sent it and when, and what is attached."""

import binascii
import quopri
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial

from secaudit.language import _
from secaudit.steps.returned.found.kinds import encrypted_mail, holds_form
from secaudit.steps.returned.found.model import (
    Allowance,
    Mail,
    Member,
    Opened,
    Sender,
    Unfit,
)

_MOST_LEVELS = 8
"""Multiparts inside each other, of which mail programs make four."""
_MOST_FIELD = 4000
_MOST_COMMENTS = 20
_BLANK = re.compile(rb"(?:\A|\n)\r?\n")
_FIELD = re.compile(
    r"^(content-(?:type|disposition|transfer-encoding|id)|from|date):"
    r"[ \t]*(.*(?:\n[ \t].*){0,100})",
    re.IGNORECASE | re.MULTILINE,
)
_CONTROL = dict.fromkeys({*range(32), 127} - {9, 10})
_TAG = re.compile(rb"<[^<>]*>")
_SHOWN = re.compile(rb"cid:([!#-&(-;=?-~]{1,200})")
"""A picture that an HTML text shows (RFC 2392)."""
_PLAIN = ("", "7bit", "8bit", "binary")
_SIGNATURE = re.compile(r"application/(x-)?(pkcs7|pgp)-signature")
_SEALED = re.compile(r"application/(x-)?pkcs7-mime|multipart/encrypted")


@dataclass(frozen=True)
class _Part:
    """A part of a mail that holds no others, with what its head says."""

    head: Message
    body: bytes
    number: int

    @property
    def type(self) -> str:
        return self.head.get_content_type()

    @property
    def is_text(self) -> bool:
        """Whether it is what the sender wrote, and not a file."""
        attached = self.head.get_content_disposition() == "attachment"
        return self.type.startswith("text/") and not (attached or _name(self.head))


def opened(data: bytes, allowed: Allowance) -> Opened:
    """What is in the mail `data`. Raises Unfit where it cannot be told."""
    head, _body = _split(data)
    if _SEALED.fullmatch(head.get_content_type()):
        raise Unfit("not-a-form", encrypted_mail())
    leaves = enumerate(_leaves(data, allowed), 1)
    parts = [_Part(head, body, number) for number, (head, body) in leaves]
    files = [part for part in parts if not part.is_text]
    allowed.take("files", len(files))
    texts = [_written(part) for part in parts if part.is_text]
    shown = {id.decode() for text in texts for id in _SHOWN.findall(text)}
    return Opened(
        tuple(_member(part, shown) for part in files),
        Mail(_sender(head), _sent_at(head)),
        any(holds_form(_TAG.sub(b"\n", text), len(text)) for text in texts),
    )


def sender_of(data: bytes) -> Sender | None:
    """Who sent the mail `data`, by its own word."""
    head, _body = _split(data)
    return _sender(head)


def _split(data: bytes) -> tuple[Message, bytes]:
    """The fields that are of use, and the body. A field by itself: a mail may have many."""
    blank = _BLANK.search(data)
    before, body = (
        (data[: blank.start()], data[blank.end() :]) if blank else (data, b"")
    )
    head = Message()
    for field in _FIELD.finditer(_text(before)):
        if field[1] not in head:
            head[field[1]] = " ".join(field[2].split("\n"))[:_MOST_FIELD]
    return head, body


def _text(head: bytes) -> str:
    """The letters of a head, which should be ASCII, and is not always."""
    try:
        text = head.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = head.decode("cp1252", errors="replace")
    return text.translate(_CONTROL)


def _leaves(
    data: bytes, allowed: Allowance, level: int = 0
) -> Iterator[tuple[Message, bytes]]:
    """The parts that hold no others."""
    allowed.take("parts")
    head, body = _split(data)
    boundary = _or_empty(head.get_boundary) if _is_multipart(head) else ""
    if not boundary:
        yield head, body
    elif level == _MOST_LEVELS:
        message = _("the mail has too many levels: save what is attached here")
        raise Unfit("too-deep", message)
    else:
        for piece in _pieces(body, boundary.encode(errors="replace")):
            yield from _leaves(piece, allowed, level + 1)


def _is_multipart(head: Message) -> bool:
    return head.get_content_maintype() == "multipart"


def _pieces(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """What stands between the lines of a boundary (RFC 2046, section 5.1.1)."""
    line = re.compile(rb"--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    start = None
    for mark in line.finditer(body):
        at = mark.start()
        if at and body[at - 1 : at] != b"\n":
            continue
        if start is not None:
            yield body[start:at].removesuffix(b"\n").removesuffix(b"\r")
        if mark[1]:
            return
        start = mark.end()
    message = _("the mail is cut off: save it once more")
    raise Unfit("damaged", message)


def _member(part: _Part, shown: Container[str]) -> Member:
    name = _name(part.head) or f"{part.number}"
    if part.type == "message/rfc822" and not name.lower().endswith(".eml"):
        name = f"{name}.eml"
    return Member(name, partial(_decoded, part), _is_leftover(part, shown))


def _is_leftover(part: _Part, shown: Container[str]) -> bool:
    """Whether it belongs to the mail: a picture that the text shows, a signature, a receipt."""
    id = str(part.head.get("content-id", "")).strip().strip("<>")
    inside = id in shown or part.head.get_content_disposition() == "inline"
    return (
        (inside and part.type.startswith("image/"))
        or bool(_SIGNATURE.fullmatch(part.type))
        or (part.type.startswith("message/") and part.type != "message/rfc822")
    )


def _decoded(part: _Part) -> bytes:
    """Its bytes as they were attached. Raises Unfit where some are lost."""
    encoding = str(part.head.get("content-transfer-encoding", "")).strip().lower()
    if encoding in _PLAIN:
        return part.body
    if encoding == "quoted-printable":
        return quopri.decodestring(part.body)
    try:
        if encoding == "base64":
            return binascii.a2b_base64(b"".join(part.body.split()), strict_mode=True)
    except binascii.Error:
        pass
    message = _("what is attached is damaged: ask for it once more")
    raise Unfit("damaged", message)


def _written(part: _Part) -> bytes:
    """A text of the mail, as far as it can be read: no answer is taken from it."""
    try:
        return _decoded(part)
    except Unfit:
        return b""


def _name(head: Message) -> str:
    """The name of what is attached, whichever way it was written (RFC 2047, 2231)."""
    name = _or_empty(head.get_filename)
    return _words(name) if "=?" in name else name


def _or_empty(get: Callable[[], str | None]) -> str:
    try:
        return get() or ""
    except (LookupError, TypeError, ValueError):  # no encoding; parts in no order
        return ""


def _words(text: str) -> str:
    try:
        return str(make_header(decode_header(text)))
    except (MessageError, LookupError, ValueError):
        return text


def _sender(head: Message) -> Sender | None:
    said = str(head.get("from", ""))
    if said.count("(") > _MOST_COMMENTS:  # parseaddr goes into each
        return None
    name, email = parseaddr(said)
    return Sender(" ".join(_words(name).split()), email) if email else None


def _sent_at(head: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(str(head.get("date", "")))
    except (ValueError, OverflowError):
        return None
