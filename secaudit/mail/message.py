"""A mail as mail programs and servers read it (RFC 5322, MIME)."""

import hashlib
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from secaudit.language import Language
from secaudit.mail.looks import as_html
from secaudit.mail.model import Mail

_POLICY = SMTP.clone(raise_on_defect=True)
"""Lines end as RFC 5322 asks, and what is not ASCII is encoded (RFC 2047)."""
_DRAFT = "X-Unsent"
"""By which Outlook opens a file as a mail that can still be changed, and sent."""


def as_bytes(mail: Mail, at: datetime, language: Language, *, draft: bool) -> bytes:
    """The mail, as of a time with its zone: the same input gives the same bytes."""
    message = EmailMessage(_POLICY)
    message["From"] = mail.sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(at)
    if draft:
        message[_DRAFT] = "1"
    else:
        message["Message-ID"] = _id(mail, at)
        message["Auto-Submitted"] = (
            "auto-generated"  # no absence is answered (RFC 3834)
        )
    message.set_content(mail.text, cte="quoted-printable")
    html = as_html(mail, language)
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    for attached in mail.attachments:
        kind, _slash, subtype = attached.kind.partition("/")
        message.add_attachment(
            attached.data,
            maintype=kind,
            subtype=subtype,
            filename=attached.name,
            params={"charset": "utf-8"} if kind == "text" else None,
        )
    message["Content-Language"] = language
    _fix_boundaries(message)
    return _begun(message.as_bytes())


def _begun(data: bytes) -> bytes:
    """The mail, in which what a head says begins on its first line: programs show it whole."""
    heads, blank, body = data.partition(b"\r\n\r\n")
    return heads.replace(b":\r\n ", b": ") + blank + body


def _id(mail: Mail, at: datetime) -> str:
    told = (at.isoformat(), mail.subject, mail.text, *map(str, mail.to))
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]
    return f"<{digest}@{mail.sender.domain}>"


def _fix_boundaries(message: EmailMessage) -> None:
    """Name the parts' boundaries by their place, where the library would draw lots."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_secaudit_{number}")
