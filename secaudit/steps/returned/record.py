"""Record returned files: each document whole, or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from secaudit.assessment import Answer, Assessment
from secaudit.campaign import fold
from secaudit.problems import Problem
from secaudit.register import Draft, Event
from secaudit.steps.returned.checking import Judged, judge
from secaudit.steps.returned.files import File, collect, send
from secaudit.steps.returned.validate import Watch
from secaudit.steps.state import chosen, register_of
from secaudit.validation import plain
from secaudit.workspace import Workspace

_PERSONAL = {
    "comment": (),
    "action": ("what", "responsible"),
    "acceptance": ("why",),
}


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
    files, skipped = collect(paths)
    sent, broken = send(watch(files))
    register = register_of(workspace)
    written: dict[int, Event] = {}
    with register.writing() as writer:
        campaigns = fold(writer.events())
        campaign = chosen(campaigns, campaign_id)
        judged = list(
            judge(sent, campaigns, campaign, register, on, partial=partial, late=late)
        )
        kept: set[str] = set()
        done: dict[str, Event] = {}
        for index, one in enumerate(judged):
            assessment = one.reading.assessment
            if assessment and assessment.fingerprint in done:
                same = done[assessment.fingerprint].sequence
                judged[index] = replace(one, recorded=same)
            elif assessment:
                event = writer.append(_draft(assessment, one.sent.file, kept), now)
                written[index] = done[assessment.fingerprint] = event
    found = [*broken, *(p for j in judged for p in j.reading.problems)]
    receipts = tuple(_receipts(judged, written))
    return Recorded(receipts, tuple(sorted(found)), skipped)


def _receipts(judged: list[Judged], written: dict[int, Event]) -> Iterable[Receipt]:
    by_file: dict[File, list[int]] = {}
    for index, one in enumerate(judged):
        by_file.setdefault(one.sent.file, []).append(index)
    for file, indexes in by_file.items():
        new = tuple(
            (written[i].sequence, written[i].subject) for i in indexes if i in written
        )
        old = tuple(
            (number, f"{value['subject']['kind']}:{value['subject']['id']}")
            for number, value in (
                (judged[i].recorded, judged[i].sent.value) for i in indexes
            )
            if number is not None
        )
        refused = len(indexes) - len(new) - len(old)
        yield Receipt(file.shown, file.sha256, new, old, refused)


def _draft(assessment: Assessment, file: File, kept: set[str]) -> Draft:
    form = assessment.form
    payload: dict[str, Any] = {
        "issue": assessment.issue,
        "person": form.person,
        "answered_on": assessment.answered_on.isoformat(),
        "document": assessment.fingerprint,
        "file": file.sha256,
        "answers": {},
    }
    named: dict[str, Any] = {}
    for id, answer in assessment.answers.items():
        payload["answers"][id], personal = _halves(answer)
        if personal:
            named[id] = personal
    respondent = assessment.respondent
    text: dict[str, Any] = {"respondent": [respondent.name, respondent.email]}
    text |= {"answers": named, "file": {"name": _readable(file.shown)}}
    if assessment.corrections:
        text["corrections"] = assessment.corrections
    if file.sha256 not in kept:  # a file of several documents is kept once
        text["file"]["text"] = file.text
        kept.add(file.sha256)
    return Draft("assessed", form.campaign, form.subject.key, payload, text)


def _readable(path: str) -> str:
    """The name of a file, also where its letters are in no encoding that we know."""
    name = Path(path).name
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
