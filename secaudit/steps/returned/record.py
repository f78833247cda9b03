"""Record returned files: each document whole, or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from secaudit.assessment import Answer, Assessment
from secaudit.campaign import Key
from secaudit.problems import Problem
from secaudit.register import Draft, Event
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.returned.again import Lying, readable
from secaudit.steps.returned.basis import Basis
from secaudit.steps.returned.checking import Judged, judge
from secaudit.steps.returned.files import File, Watch, take_in
from secaudit.steps.returned.receipt import Done, Receipt, receipts, replaced
from secaudit.steps.state import register_of
from secaudit.validation import plain
from secaudit.workspace import Workspace

_PERSONAL = {"comment": (), "action": ("what", "responsible"), "acceptance": ("why",)}


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
    paths = tuple(paths)
    incoming = take_in(paths, watch)
    register = register_of(workspace)
    with recording(workspace, campaign_id, Acting(on, now)) as record:
        lying = Lying.of(incoming.sent, workspace.folder, paths)
        chosen = (record.campaigns, record.campaign, register, on, workspace, lying)
        judged = judge(incoming.sent, Basis(*chosen, partial=partial, late=late))
        done = list(_recorded(judged, record, lying))
    problems = [*incoming.problems, *(p for j in judged for p in j.reading.problems)]
    told = tuple(receipts(done, record.events))
    return Recorded(told, tuple(sorted(problems)), incoming.leftovers)


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
            yield one, event, replaced(assessment, event, record.campaign, said)


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
    if file.sent_at:
        payload["sent_at"] = file.sent_at.isoformat()
    text: dict[str, Any] = {
        "respondent": [respondent.name, respondent.email],
        "answers": {id: named for id, (_stays, named) in halves.items() if named},
        "file": {"name": readable(file.name), "lay": lay},
    }
    if file.sender:
        text["file"]["sender"] = plain(file.sender)
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
