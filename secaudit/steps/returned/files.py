"""Returned files as they were sent, and the documents in them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from secaudit.assessment import FormOnly, read_alone
from secaudit.handwriting import read
from secaudit.problems import Problem
from secaudit.steps.returned.found.model import Found, Leftover, Sender
from secaudit.steps.returned.found.opening import items
from secaudit.steps.returned.found.walking import collect
from secaudit.yamlfile import Document, Stream


@dataclass(frozen=True)
class File:
    """A file as it was sent."""

    shown: str
    """Its path, as the user named it; `svar.zip/mappe/system-x.yaml` of one in another."""
    name: str
    """The same without the folders around it."""
    sha256: str
    """Of its bytes."""
    text: str
    sender: Sender | None = None
    """Of the mail that it was attached to."""
    sent_at: datetime | None = None


@dataclass(frozen=True)
class Sent:
    """A document of a file, checked as far as its schema goes."""

    file: File
    document: Document
    alone: FormOnly

    @property
    def value(self) -> Any:
        """What is right in the document; None where too little is right to go on."""
        return self.alone.value

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it by itself."""
        return self.alone.problems


@dataclass(frozen=True)
class Incoming:
    """What came back."""

    sent: tuple[Sent, ...]
    problems: tuple[Problem, ...]
    """Of files without a document, and of what could have been an answer and was not read."""
    leftovers: tuple[str, ...]
    """What nobody sent on purpose, and was passed over."""


Watch: TypeAlias = Callable[[tuple[Path, ...]], Iterable[Path]]
"""Gives files one by one, and may show how far it has come."""


def take_in(paths: Iterable[Path], watch: Watch = iter) -> Incoming:
    """The documents in files and folders, be they in a mail or a zip; nothing is unpacked
    onto the disk. Raises WrongUsage where there is no such file or folder."""
    collected = collect(paths)
    sent: list[Sent] = []
    problems, leftovers = [*collected.problems], [*collected.leftovers]
    for path in watch(collected.files):
        for item in items(path):
            if isinstance(item, Leftover):
                leftovers.append(item.shown)
            elif isinstance(item, Problem):
                problems.append(item)
            else:
                stream = read(item.data, item.shown)
                problems += stream.problems
                sent += _sent(item, stream)
    return Incoming(tuple(sent), tuple(problems), tuple(leftovers))


def _sent(found: Found, stream: Stream) -> Iterator[Sent]:
    if stream.documents:
        file = File(
            shown=found.shown,
            name=found.name,
            sha256=hashlib.sha256(found.data).hexdigest(),
            text=stream.text,
            sender=found.mail.sender,
            sent_at=found.mail.sent_at,
        )
        for document in stream.documents:
            yield Sent(file, document, read_alone(document))
