"""Recompute the register: does every chain hold?"""

from dataclasses import dataclass

from secaudit.register import Breach, Head
from secaudit.steps.state import register_of
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Verified:
    """What recomputing the register showed."""

    breaches: tuple[Breach, ...]
    heads: tuple[Head, ...]


def verify(workspace: Workspace, head: str | None) -> Verified:
    """Every chain of the register recomputed; with `head`, that it has not lost its end."""
    return Verified(*register_of(workspace).breaches(head and head.strip().lower()))
