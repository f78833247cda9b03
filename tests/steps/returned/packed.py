"""Mails and zips as people's programs make them, to be put among returned files."""

import base64
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from pathlib import Path
from typing import Any

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)
MANY = 1001


def zipped(
    files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, **more: Any
) -> bytes:
    """A zip that holds these files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method, **more) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return made.getvalue()


def mail(
    files: dict[str, bytes],
    sender: str = "Anna Holm <anna@proeve.example>",
    date: str = "Fri, 18 Sep 2026 23:30:00 +0200",
    text: str = "Hej. Her er skemaet.",
) -> bytes:
    """A mail with files attached, as most programs save one."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["Date"], made["Subject"] = sender, date, "Skema"
    made.set_content(text)
    for name, data in files.items():
        made.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name
        )
    return made.as_bytes()


def forwarded(inner: bytes, sender: str = "Bo Lind <bo@proeve.example>") -> bytes:
    """A mail that holds another one, with no name."""
    line = f"ydre-{len(inner)}"
    head = f"From: {sender}\r\nContent-Type: multipart/mixed; boundary={line}\r\n\r\n"
    part = f"--{line}\r\nContent-Type: message/rfc822\r\n\r\n"
    return (head + part).encode() + inner + f"\r\n--{line}--\r\n".encode()


def outlook(form: bytes) -> bytes:
    """A mail as Outlook makes it: a picture in the signature, the name of the form in pieces."""
    sent, shown = (
        base64.encodebytes(data).decode().replace("\n", "\r\n")
        for data in (form, PICTURE)
    )
    template = Path(__file__).with_name("outlook.txt").read_text(encoding="ascii")
    text = template.format(form=sent.strip(), picture=shown.strip())
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
