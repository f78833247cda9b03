"""A file that came back, as its sender is told of it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from secaudit.campaign import Campaign
from secaudit.gaps import grouped
from secaudit.language import _, counted
from secaudit.problems import Problem, errors, most
from secaudit.steps.mailing.form_letters import form_name
from secaudit.steps.returned.found.mail import sender_of
from secaudit.steps.returned.found.model import Sender
from secaudit.steps.returned.receipt import Receipt
from secaudit.steps.returned.record import Recorded
from secaudit.visible import one_line


@dataclass(frozen=True)
class Received:
    """A file, and what became of it, in lines."""

    name: str
    sha256: str
    sender: Sender | None = None
    """Of the mail that it came in."""
    forms: tuple[str, ...] = ()
    """The ids of the forms that it answers."""
    events: tuple[int, ...] = ()
    """In which it was recorded, now or before."""
    recorded: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """What is wrong with it, in the words of `validate`."""


def received(recorded: Recorded, campaign: Campaign) -> Iterator[Received]:
    """Each file of a run, whether answers were found in it or not."""
    wrong = grouped(errors(recorded.problems), lambda problem: problem.path)
    names = {issue.subject.key: form_name(issue) for issue in campaign.issues}
    for receipt in recorded.receipts:
        told = wrong.pop(receipt.file, ())
        yield Received(
            name=_name(receipt.file),
            sha256=receipt.sha256,
            sender=receipt.sender,
            forms=receipt.forms,
            events=tuple(number for number, _subject in _events(receipt)),
            recorded=tuple(_recorded(receipt, names)),
            refused=tuple(_refused(told)),
        )
    yield from _unread(problem for told in wrong.values() for problem in told)


def _events(receipt: Receipt) -> Iterator[tuple[int, str]]:
    yield from receipt.events
    yield from (one for one in receipt.already if one[0] not in receipt.later)


def _name(path: str) -> str:
    return one_line(path.rpartition("/")[2])


def _recorded(receipt: Receipt, names: Mapping[str, str]) -> Iterator[str]:
    for number, subject in _events(receipt):
        told, instead = names.get(subject, subject), receipt.replaced.get(number)
        yield f"{told}: {instead.said}" if instead else told


def _refused(problems: Iterable[Problem]) -> Iterator[str]:
    """What is wrong, each with its place; questions without an answer are counted."""
    every = tuple(problems)
    open_ones = [problem for problem in every if problem.code == "unanswered"]
    if open_ones:
        line = counted(
            "{{file}}: {n} question is not answered. Open the page again, answer it, and save",
            "{{file}}: {n} questions are not answered. Open the page again, answer them, and save",
            len(open_ones),
        )
        yield line.format(file=_name(open_ones[0].path))
    for problem in most(problem for problem in every if problem not in open_ones):
        line = (
            _("{file}, line {line}: {message}")
            if problem.line
            else _("{file}: {message}")
        )
        name = _name(problem.path)
        yield line.format(file=name, line=problem.line, message=problem.message)


def _unread(problems: Iterable[Problem]) -> Iterator[Received]:
    """The files that no answer was found in; a mail says who sent it."""
    for path, told in grouped(problems, lambda problem: _on_disk(problem.path)).items():
        data = path.read_bytes() if path.is_file() else b""
        sender = sender_of(data) if path.suffix.lower() == ".eml" else None
        digest, lines = hashlib.sha256(data).hexdigest(), tuple(_refused(told))
        yield Received(_name(path.as_posix()), digest, sender, refused=lines)


def _on_disk(path: str) -> Path:
    """The file, or the mail or the zip that it lay in."""
    places = (Path(path), *Path(path).parents)
    return next((place for place in places if place.is_file()), Path(path))
