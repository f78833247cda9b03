"""Record returned files: each document whole, or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from secaudit.assessment import Answer, Assessment
from secaudit.campaign import Campaign, Key
from secaudit.gaps import grouped
from secaudit.problems import Problem
from secaudit.register import Draft, Event
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.returned.again import Lying, readable
from secaudit.steps.returned.checking import Basis, Judged, judge
from secaudit.steps.returned.files import File, collect, send
from secaudit.steps.returned.validate import Watch
from secaudit.steps.state import register_of
from secaudit.validation import plain
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Replaced:
    """What the answers of a document took the place of."""

    events: tuple[int, ...]
    """Those in which it stood."""
    changed: int
    same: int


Done: TypeAlias = tuple[Judged, Event | None, Replaced | None]
"""A document, the event in which it was recorded now, and what it replaced."""
_PERSONAL = {"comment": (), "action": ("what", "responsible"), "acceptance": ("why",)}


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


@dataclass(frozen=True)
class Recorded:
    """What `record` did."""

    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...]


def record(
    workspace: Workspace,
    campaign_id: str | None,
    paths: Iterable[Path],
    on: date,
    now: datetime,
    *,
    partial: bool = False,
    late: bool = False,
    watch: Watch = iter,
) -> Recorded:
    """Record every document that has no error. When this returns, all is committed.

    `late` takes answers to a campaign that is closed; they are counted apart.
    """
    paths = tuple(paths)
    files, skipped = collect(paths)
    sent, broken = send(watch(files))
    register = register_of(workspace)
    with recording(workspace, campaign_id, Acting(on, now)) as record:
        lying = Lying.of(sent, workspace.folder, paths)
        chosen = (record.campaigns, record.campaign, register, on, lying)
        judged = judge(sent, Basis(*chosen, partial=partial, late=late))
        done = list(_recorded(judged, record, lying))
        receipts = tuple(_receipts(done, record.events))
    problems = [*broken, *(p for j in judged for p in j.reading.problems)]
    return Recorded(receipts, tuple(sorted(problems)), skipped)


def _recorded(
    judged: Iterable[Judged], record: Recording, lying: Lying
) -> Iterator[Done]:
    """Record what has no error; what stands twice in a run, once."""
    kept: set[str] = set()
    events: dict[str, Event] = {}
    said: dict[Key, tuple[int, Answer]] = {}
    for one in judged:
        assessment = one.reading.assessment
        if assessment is None:
            yield one, None, None
        elif same := events.get(assessment.fingerprint):
            yield replace(one, recorded=same.sequence), None, None
        else:
            lay = lying.beside(assessment.issue)
            event = record.append(_draft(assessment, one.sent.file, kept, lay))
            events[assessment.fingerprint] = event
            yield one, event, _replaced(assessment, event, record.campaign, said)


def _replaced(
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


def _receipts(done: Iterable[Done], events: Sequence[Event]) -> Iterator[Receipt]:
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
        )


def _subject(one: Judged) -> str:
    return "{kind}:{id}".format(**one.sent.value["subject"])


def _later(one: Judged, events: Sequence[Event]) -> tuple[int, str]:
    later = events[(one.later or 0) - 1]
    return later.sequence, later.personal.get("file", {}).get("name", "")


def _draft(
    assessment: Assessment, file: File, kept: set[str], lay: dict[str, str]
) -> Draft:
    form, respondent = assessment.form, assessment.respondent
    halves = {id: _halves(answer) for id, answer in assessment.answers.items()}
    payload = {
        "issue": assessment.issue,
        "person": form.person,
        "answered_on": assessment.answered_on.isoformat(),
        "document": assessment.fingerprint,
        "file": file.sha256,
        "answers": {id: stays for id, (stays, _named) in halves.items()},
    }
    text: dict[str, Any] = {
        "respondent": [respondent.name, respondent.email],
        "answers": {id: named for id, (_stays, named) in halves.items() if named},
        "file": {"name": readable(Path(file.shown).name), "lay": lay},
    }
    if assessment.corrections:
        text["corrections"] = assessment.corrections
    if file.sha256 not in kept:  # a file of several documents is kept once
        text["file"]["text"] = file.text
        kept.add(file.sha256)
    return Draft("assessed", form.campaign, form.subject.key, payload, text)


def _halves(answer: Answer) -> tuple[dict[str, Any], dict[str, Any]]:
    """What may stay for ever, and what may one day have to be deleted."""
    stays: dict[str, Any] = plain(answer)
    named: dict[str, Any] = {}
    for name, inner in _PERSONAL.items():
        if not inner and name in stays:
            named[name] = stays.pop(name)
        taken = {i: stays[name].pop(i) for i in inner if i in stays.get(name, {})}
        if taken:
            named[name] = taken
    references = [item.pop("reference", "") for item in stays.get("evidence", [])]
    if any(references):
        named["evidence"] = references
    return stays, named
