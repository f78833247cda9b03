"""Validate returned files: each document against the form that the register says was issued."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secaudit.problems import Problem
from secaudit.steps.returned.again import Lying
from secaudit.steps.returned.basis import Basis
from secaudit.steps.returned.checking import Judged, judge
from secaudit.steps.returned.files import Watch, take_in
from secaudit.steps.state import campaigns_of, chosen, register_of
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Validated:
    """What `validate` found."""

    documents: int
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...] = ()
    """Leftovers, which were passed over."""
    judged: tuple[Judged, ...] = ()
    alone: bool = False
    """No workspace: only the form of the files was checked, not what was issued."""


def validate(
    paths: Iterable[Path],
    workspace: Workspace | None,
    campaign: str | None,
    on: date,
    watch: Watch = iter,
) -> Validated:
    """Every problem of the files and folders in `paths`; nothing is recorded."""
    paths = tuple(paths)
    incoming = take_in(paths, watch)
    sent, skipped = incoming.sent, incoming.leftovers
    if workspace is None:
        problems = [*incoming.problems, *(p for s in sent for p in s.problems)]
        return Validated(len(sent), tuple(sorted(problems)), skipped, alone=True)
    campaigns = campaigns_of(workspace)
    ours, register = chosen(campaigns, campaign), register_of(workspace)
    lying = Lying.of(sent, workspace.folder, paths)
    judged = judge(sent, Basis(campaigns, ours, register, on, workspace, lying))
    problems = [*incoming.problems, *(p for j in judged for p in j.reading.problems)]
    return Validated(len(sent), tuple(sorted(problems)), skipped, judged)
