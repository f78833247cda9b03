"""The receipt of a file: what became of its documents, and what they took the place of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from secaudit.assessment import Answer, Assessment
from secaudit.campaign import Campaign, Key
from secaudit.gaps import grouped
from secaudit.language import _, counted
from secaudit.register import Event
from secaudit.steps.returned.checking import Judged
from secaudit.steps.returned.found.model import Sender


@dataclass(frozen=True)
class Replaced:
    """What the answers of a document took the place of."""

    events: tuple[int, ...]
    """Those in which it stood."""
    changed: int
    same: int

    @property
    def said(self) -> str:
        """The same in a sentence."""
        return _("replaces answers in event {events}: {changed}, {same}").format(
            events=", ".join(map(str, self.events)),
            changed=counted("{n} answer changed", "{n} answers changed", self.changed),
            same=counted("{n} unchanged", "{n} unchanged", self.same),
        )


Done: TypeAlias = tuple[Judged, Event | None, Replaced | None]
"""A document, the event in which it was recorded now, and what it replaced."""


@dataclass(frozen=True)
class Receipt:
    """What became of a file: the sender's proof."""

    file: str
    sha256: str
    events: tuple[tuple[int, str], ...]
    """Sequence and subject key of each document recorded now."""
    already: tuple[tuple[int, str], ...]
    """The same of those recorded before."""
    refused: int
    replaced: Mapping[int, Replaced] = field(default_factory=dict)
    """By the event of a document recorded now, unless it is the first word."""
    later: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    """By the event of one recorded before, the event and the file that count instead."""
    forms: tuple[str, ...] = ()
    """The ids that its documents name."""
    sender: Sender | None = None
    """Of the mail that it came in."""
    at: str = ""
    """When it was recorded: UTC. Empty where that is now."""


def replaced(
    assessment: Assessment,
    event: Event,
    campaign: Campaign,
    said: dict[Key, tuple[int, Answer]],
) -> Replaced | None:
    """What the answers took the place of, be it `said` in this run; they are said then, too."""
    before: list[tuple[int, bool]] = []
    for control, answer in assessment.answers.items():
        key = (event.subject, control)
        word = campaign.latest(key)
        was = said.get(key, (word.sequence, word.answer) if word else None)
        before += [(was[0], was[1] != answer)] if was else []
        said[key] = event.sequence, answer
    events = tuple(sorted({number for number, _changed in before}))
    changed = sum(changed for _number, changed in before)
    return Replaced(events, changed, len(before) - changed) if before else None


def receipts(done: Iterable[Done], events: Sequence[Event]) -> Iterator[Receipt]:
    """The receipt of each file; `events` are those of the register, the latest last."""
    for file, documents in grouped(done, lambda each: each[0].sent.file).items():
        new = [(event, replaced) for _one, event, replaced in documents if event]
        old = [one for one, _event, _replaced in documents if one.recorded is not None]
        yield Receipt(
            file=file.shown,
            sha256=file.sha256,
            events=tuple((event.sequence, event.subject) for event, _replaced in new),
            already=tuple((one.recorded or 0, _subject(one)) for one in old),
            refused=len(documents) - len(new) - len(old),
            replaced={e.sequence: replaced for e, replaced in new if replaced},
            later={one.recorded or 0: _later(one, events) for one in old if one.later},
            forms=tuple(_forms(one for one, _event, _replaced in documents)),
            sender=file.sender,
        )


def _forms(documents: Iterable[Judged]) -> Iterator[str]:
    for one in documents:
        if one.sent.value is not None:
            yield one.sent.value["issue"]


def _subject(one: Judged) -> str:
    return "{kind}:{id}".format(**one.sent.value["subject"])


def _later(one: Judged, events: Sequence[Event]) -> tuple[int, str]:
    later = events[(one.later or 0) - 1]
    return later.sequence, later.personal.get("file", {}).get("name", "")
