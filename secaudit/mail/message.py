"""A mail as mail programs and servers read it (RFC 5322, MIME)."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from secaudit.language import Language
from secaudit.mail.looks import as_html
from secaudit.mail.model import Mail

_LONGEST = 60
"""Of a text in a head that stands as it is, in characters: its line is not folded."""


def as_bytes(mail: Mail, at: datetime, language: Language, *, draft: bool) -> bytes:
    """The mail, as of a time with its zone: the same input gives the same bytes."""
    message = EmailMessage(SMTP)
    message.set_content(mail.text, cte="quoted-printable")
    html = as_html(mail, language)
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    for attached in mail.attachments:
        kind, _slash, subtype = attached.kind.partition("/")
        charset = {"charset": "utf-8"} if kind == "text" else {}
        message.add_attachment(
            attached.data,
            maintype=kind,
            subtype=subtype,
            filename=attached.name,
            params=charset,
        )
    message["Content-Language"] = language
    _fix_boundaries(message)
    heads = "".join(f"{name}: {said}\r\n" for name, said in _heads(mail, at, draft))
    return heads.encode("ascii") + message.as_bytes()


def _heads(mail: Mail, at: datetime, draft: bool) -> Iterator[tuple[str, str]]:
    """What the head says; written here, for the library folds so that blanks are doubled."""
    yield "From", _address(mail.sender)
    yield "To", _address(mail.to)
    yield "Subject", _encoded(mail.subject)
    yield "Date", format_datetime(at)
    if draft:
        # Outlook opens it as a mail that can be changed, and sent
        yield "X-Unsent", "1"
    else:
        yield "Message-ID", _id(mail, at)
        yield "Auto-Submitted", "auto-generated"  # no absence is answered (RFC 3834)


def _address(address: Address) -> str:
    name, email = address.display_name, address.addr_spec
    if _is_plain(name):
        return formataddr((name, email))
    return f"{_encoded(name)} <{email}>"


def _encoded(text: str) -> str:
    """A text as a head holds it: in encoded words (RFC 2047) if it is not short and plain."""
    if _is_plain(text):
        return text
    return Header(text, "utf-8", header_name="Subject").encode(linesep="\r\n")


def _is_plain(text: str) -> bool:
    return text.isascii() and len(text) <= _LONGEST and "=?" not in text


def _id(mail: Mail, at: datetime) -> str:
    told = (at.isoformat(), mail.subject, mail.text, str(mail.to))
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]
    return f"<{digest}@{mail.sender.domain}>"


def _fix_boundaries(message: EmailMessage) -> None:
    """Name the parts' boundaries by their place, where the library would draw lots."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_secaudit_{number}")
