"""What the register knows of a file that came back: its receipt, said again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from secaudit.campaign import Campaign, fold
from secaudit.digest import sha256
from secaudit.gaps import grouped
from secaudit.problems import Problem
from secaudit.register import Event
from secaudit.steps.returned.checking import Judged
from secaudit.steps.returned.files import File
from secaudit.steps.returned.receipt import Receipt, Replaced
from secaudit.steps.returned.validate import validate
from secaudit.steps.state import chosen, register_of
from secaudit.workspace import Workspace

_Place = tuple[str, str, str]
"""Campaign, subject and control."""
_Answer = tuple[Any, Any]
"""What may stay of an answer, and what may be deleted, as an event holds them."""


@dataclass(frozen=True)
class Proof:
    """What became of a file, and of those in it."""

    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...]
    """What is wrong with what was never recorded."""
    campaign: Campaign
    forms: tuple[str, ...]
    """The ids of the forms that it answers, recorded or not."""


def proof(workspace: Workspace, campaign_id: str | None, path: Path, on: date) -> Proof:
    """What the register knows of a file by its checksum; else what `validate` says of it."""
    events = register_of(workspace).events()
    campaigns = fold(events)
    checked = validate([path], workspace, campaign_id, on)
    recorded = {id for campaign in campaigns.values() for id in campaign.documents}
    of_file = grouped(checked.judged, lambda one: one.sent.file)
    found = [
        receipt
        for file, judged in of_file.items()
        for receipt in _receipt(file, _documents(judged), events, campaigns)
    ]
    known = (
        problem
        for one in checked.judged
        if recorded.intersection(_documents([one]))
        for problem in one.reading.problems
    )
    named = (one.sent.value["issue"] for one in checked.judged if one.sent.value)
    return Proof(
        receipts=tuple(found),
        problems=tuple(sorted({*checked.problems} - {*known})),
        campaign=chosen(campaigns, campaign_id),
        forms=tuple(dict.fromkeys(named)),
    )


def _documents(judged: Iterable[Judged]) -> set[str]:
    """What each document is known by."""
    return {sha256(one.sent.value) for one in judged if one.sent.value}


def _receipt(
    file: File,
    documents: set[str],
    events: Sequence[Event],
    campaigns: Mapping[str, Campaign],
) -> Iterator[Receipt]:
    """The receipt of a file; none where it was never recorded."""
    ours, replaced = _recorded({file.sha256, *documents}, events)
    if ours:
        yield Receipt(
            file=file.shown,
            sha256=file.sha256,
            events=tuple((event.sequence, event.subject) for event in ours),
            already=(),
            refused=0,
            replaced=replaced,
            later=dict(_later(ours, events, campaigns)),
            at=ours[0].at,
        )


def _recorded(
    known: set[str], events: Iterable[Event]
) -> tuple[list[Event], dict[int, Replaced]]:
    """The events in which a file was recorded, or a document of it in another file, and what
    each took the place of."""
    said: dict[_Place, tuple[int, _Answer]] = {}
    ours: list[Event] = []
    replaced: dict[int, Replaced] = {}
    for event in (event for event in events if event.kind == "assessed"):
        before = dict(_taken(event, said))
        if known.intersection((event.payload["file"], event.payload["document"])):
            ours.append(event)
            if before:
                replaced[event.sequence] = _replaced(event, before)
    return ours, replaced


def _later(
    ours: Iterable[Event], events: Sequence[Event], campaigns: Mapping[str, Campaign]
) -> Iterator[tuple[int, tuple[int, str]]]:
    """By its event, what counts instead of a document: the event, and the file."""
    for event in ours:
        number = campaigns[event.campaign].later.get(event.sequence)
        if number:
            file = events[number - 1].personal.get("file", {})
            yield event.sequence, (number, file.get("name", ""))


def _taken(
    event: Event, said: dict[_Place, tuple[int, _Answer]]
) -> Iterator[tuple[str, tuple[int, _Answer]]]:
    """What its answers took the place of, by control; they are said now."""
    for control, answer in _answers(event).items():
        key = (event.campaign, event.subject, control)
        if key in said:
            yield control, said[key]
        said[key] = event.sequence, answer


def _answers(event: Event) -> Mapping[str, _Answer]:
    named = event.personal.get("answers", {})
    told = event.payload["answers"].items()
    return {id: (answer, named.get(id, {})) for id, answer in told}


def _replaced(event: Event, before: Mapping[str, tuple[int, _Answer]]) -> Replaced:
    now = _answers(event)
    changed = sum(now[id] != answer for id, (_number, answer) in before.items())
    numbers = sorted({number for number, _answer in before.values()})
    return Replaced(tuple(numbers), changed, len(before) - changed)
