"""Record returned files: each document whole, or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from secaudit.assessment import Answer
from secaudit.assessment.counts import is_folded
from secaudit.campaign import Key
from secaudit.problems import Problem, errors
from secaudit.register import Event
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.returned.again import Lying
from secaudit.steps.returned.basis import Basis
from secaudit.steps.returned.checking import Judged, judge
from secaudit.steps.returned.drafting import draft
from secaudit.steps.returned.files import Watch, take_in
from secaudit.steps.returned.receipt import Done, Receipt, receipts, replaced
from secaudit.steps.state import register_of
from secaudit.workspace import Workspace


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


def _tells_of_few(one: Judged) -> bool:
    """Whether the file of a document holds what fewer than five employees answered."""
    told = one.sent.value
    if told is None or errors(one.reading.problems):  # what is wrong is not read
        return "counts" in one.sent.file.text
    every = (answer.get("counts", {}) for answer in told.get("answers", {}).values())
    return any(map(is_folded, every))


def _recorded(
    judged: Iterable[Judged], record: Recording, lying: Lying
) -> Iterator[Done]:
    """Record what has no error; what stands twice in a run, once."""
    judged = tuple(judged)
    kept = {one.sent.file.sha256 for one in judged if _tells_of_few(one)}
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
            event = record.append(draft(assessment, one.sent.file, lay, kept))
            events[assessment.fingerprint] = event
            yield one, event, replaced(assessment, event, record.campaign, said)
