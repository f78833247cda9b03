"""What is found: forms, what is taken out of a mail or a zip, and how much may be."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from secaudit.language import _, later
from secaudit.problems import Problem, problem_at
from secaudit.steps.returned.found.names import safe
from secaudit.yamlfile import MOST_BYTES

MOST_PACKED = 25 * 2**20
"""Bytes of a mail or a zip as it lies."""
MOST_DEEP = 3
"""Mails and zips inside each other."""
_MOST = {"files": 1000, "parts": 2000, "unpacked": 50 * 2**20, "forms": MOST_BYTES}
_TOO_MUCH = {
    "files": later(
        "more than 1000 files are in it: unpack it, and put the forms themselves here"
    ),
    "parts": later("the mail has too many parts: save what is attached here"),
    "unpacked": later(
        "it unpacks to more than 50 MiB: unpack it, and put the forms themselves here"
    ),
    "forms": later(
        "it holds more than 5 MiB of forms: unpack it, and put the forms themselves here"
    ),
}


class Unfit(Exception):
    """A mail, a zip, or what is in it cannot be read: a stable word, and a sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code, sentence)
        self.code, self.sentence = code, sentence


class TooMuch(Exception):
    """A file holds more than is taken out of one: the sentence about it."""


@dataclass(frozen=True)
class Allowance:
    """What may still be taken out of one file, however deep it lies."""

    left: dict[str, int] = field(default_factory=_MOST.copy)

    def take(self, what: str, number: int = 1) -> None:
        """Raises TooMuch where there is no more left."""
        self.left[what] -= number
        if self.left[what] < 0:
            raise TooMuch(_(_TOO_MUCH[what]))


@dataclass(frozen=True)
class Sender:
    """Who sent a mail, by its own word."""

    name: str
    email: str


@dataclass(frozen=True)
class Mail:
    """What the head of a mail tells."""

    sender: Sender | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True)
class Member:
    """A file inside a mail or a zip."""

    name: str
    read: Callable[[], bytes]
    """Raises Unfit where it is damaged."""
    leftover: bool = False


@dataclass(frozen=True)
class Opened:
    """A mail or a zip, taken apart."""

    members: tuple[Member, ...]
    mail: Mail | None = None
    pasted: bool = False
    """Whether a form stands in the text of the mail."""


@dataclass(frozen=True)
class Found:
    """A file as it came, be it inside another."""

    path: Path
    """Of the file on the disk."""
    data: bytes = field(repr=False)
    inside: tuple[str, ...] = ()
    """Where in it: `indre.zip`, `mappe/system-x.yaml`; nothing is the file itself."""
    mail: Mail = Mail()
    """The innermost mail that it came in."""

    @property
    def shown(self) -> str:
        """Its path as the user named it, and what it is called inside."""
        return "/".join((self.path.as_posix(), *self.inside))

    @property
    def name(self) -> str:
        """The same without the folders around the file on the disk."""
        return "/".join((self.path.name, *self.inside))

    def within(self, name: str, data: bytes = b"", mail: Mail | None = None) -> "Found":
        """A file inside this one."""
        inside, mail = (*self.inside, safe(name)), mail or self.mail
        return replace(self, inside=inside, data=data, mail=mail)

    def problem(self, code: str, message: str, *, warning: bool = False) -> Problem:
        """A problem of the file as a whole."""
        return problem_at(self.shown, (0, 0), code, message, warning=warning)


@dataclass(frozen=True)
class Leftover:
    """A file that nobody sent on purpose, and that is passed over."""

    shown: str


Item: TypeAlias = Found | Problem | Leftover
"""A form, what could have been one and was not read, or a leftover."""
