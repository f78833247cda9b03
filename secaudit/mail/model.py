"""A mail as a value."""

from dataclasses import dataclass
from email.headerregistry import Address


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a mail."""

    name: str
    kind: str
    """Its media type, such as application/zip."""
    data: bytes


@dataclass(frozen=True)
class Link:
    """Where a mail leads to."""

    shown: str
    """As a person reads it: a web address, or a path such as \\\\fil01\\itsik."""
    target: str
    """The same as a URL."""


@dataclass(frozen=True)
class Mail:
    """What is written to whom."""

    sender: Address
    to: Address
    subject: str
    text: str
    """Plain: paragraphs are divided by empty lines, and a line with "- " is one of a list."""
    links: tuple[Link, ...] = ()
    """What leads somewhere, wherever it stands in the text."""
    attachments: tuple[Attachment, ...] = ()
