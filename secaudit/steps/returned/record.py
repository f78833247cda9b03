"""Record returned files: each document whole, or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from secaudit.assessment import Answer, Assessment
from secaudit.gaps import grouped
from secaudit.problems import Problem
from secaudit.register import Draft, Event
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.returned.checking import Basis, Judged, judge
from secaudit.steps.returned.files import File, Watch, take_in
from secaudit.steps.state import register_of
from secaudit.validation import plain
from secaudit.workspace import Workspace

Done: TypeAlias = tuple[Judged, Event | None]
"""A document, and the event in which it was recorded now."""
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


@dataclass(frozen=True)
class Recorded:
    """What `record` did."""

    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...]
    """Leftovers, which were passed over."""


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
    incoming = take_in(paths, watch)
    register = register_of(workspace)
    with recording(workspace, campaign_id, Acting(on, now)) as record:
        chosen = (record.campaigns, record.campaign, register, on, workspace)
        judged = judge(incoming.sent, Basis(*chosen, partial=partial, late=late))
        done = list(_recorded(judged, record))
    problems = [*incoming.problems, *(p for j in judged for p in j.reading.problems)]
    receipts, problems = tuple(_receipts(done)), sorted(problems)
    return Recorded(receipts, tuple(problems), incoming.leftovers)


def _recorded(judged: Iterable[Judged], record: Recording) -> Iterator[Done]:
    """Record what has no error; what stands twice in a run, once."""
    kept: set[str] = set()
    events: dict[str, Event] = {}
    for one in judged:
        assessment = one.reading.assessment
        if assessment is None:
            yield one, None
        elif same := events.get(assessment.fingerprint):
            yield replace(one, recorded=same.sequence), None
        else:
            event = record.append(_draft(assessment, one.sent.file, kept))
            events[assessment.fingerprint] = event
            yield one, event


def _receipts(done: Iterable[Done]) -> Iterator[Receipt]:
    for file, documents in grouped(done, lambda each: each[0].sent.file).items():
        new = tuple((e.sequence, e.subject) for _one, e in documents if e)
        old = tuple(
            (one.recorded, "{kind}:{id}".format(**one.sent.value["subject"]))
            for one, _event in documents
            if one.recorded is not None
        )
        refused = len(documents) - len(new) - len(old)
        yield Receipt(file.shown, file.sha256, new, old, refused)


def _draft(assessment: Assessment, file: File, kept: set[str]) -> Draft:
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
    if file.sent_at:
        payload["sent_at"] = file.sent_at.isoformat()
    text: dict[str, Any] = {
        "respondent": [respondent.name, respondent.email],
        "answers": {id: named for id, (_stays, named) in halves.items() if named},
        "file": {"name": _readable(file.name)},
    }
    if file.sender:
        text["file"]["sender"] = plain(file.sender)
    if assessment.corrections:
        text["corrections"] = assessment.corrections
    if file.sha256 not in kept:  # a file of several documents is kept once
        text["file"]["text"] = file.text
        kept.add(file.sha256)
    return Draft("assessed", form.campaign, form.subject.key, payload, text)


def _readable(name: str) -> str:
    """The name of a file, also where its letters are in no encoding that we know."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


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
