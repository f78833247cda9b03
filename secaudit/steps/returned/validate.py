"""Validate returned files: each document against the form that the register says was issued."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from secaudit.problems import Problem
from secaudit.steps.returned.again import Lying
from secaudit.steps.returned.checking import Basis, Judged, judge
from secaudit.steps.returned.files import collect, send
from secaudit.steps.state import campaigns_of, chosen, register_of
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Validated:
    """What `validate` found."""

    documents: int
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...] = ()
    """Files of a folder that are not YAML, and were not read."""
    judged: tuple[Judged, ...] = ()
    alone: bool = False
    """No workspace: only the form of the files was checked, not what was issued."""


Watch: TypeAlias = Callable[[tuple[Path, ...]], Iterable[Path]]
"""Gives files one by one, and may show how far it has come."""


def validate(
    paths: Iterable[Path],
    workspace: Workspace | None,
    campaign: str | None,
    on: date,
    watch: Watch = iter,
) -> Validated:
    """Every problem of the files and folders in `paths`; nothing is recorded."""
    paths = tuple(paths)
    files, skipped = collect(paths)
    sent, broken = send(watch(files))
    if workspace is None:
        problems = [*broken, *(p for s in sent for p in s.problems)]
        return Validated(len(sent), tuple(sorted(problems)), skipped, alone=True)
    campaigns = campaigns_of(workspace)
    lying = Lying.of(sent, workspace.folder, paths)
    known = (campaigns, chosen(campaigns, campaign), register_of(workspace))
    judged = judge(sent, Basis(*known, on, lying))
    problems = [*broken, *(p for j in judged for p in j.reading.problems)]
    return Validated(len(sent), tuple(sorted(problems)), skipped, judged)
