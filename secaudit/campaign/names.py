"""The names of a system in earlier campaigns."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """What a campaign tells of the names of its systems."""

    campaign: str
    systems: set[str] = field(default_factory=set)
    """By id."""
    formerly: dict[str, str] = field(default_factory=dict)
    """What a system that was renamed was called before."""


def names_in(id: str, formerly: str | None, earlier: Sequence[Told]) -> dict[str, str]:
    """What a system is called in each earlier campaign that it can have been in.

    A name that another system has given up may be used again; then it is two systems.
    """
    names: dict[str, str] = {}
    given_up: set[str] = set()
    for told in reversed(earlier):
        if id not in told.systems and formerly in told.systems:
            id, formerly = formerly or id, None
        elif id in given_up:
            break
        names[told.campaign] = id
        formerly = told.formerly.get(id) or formerly
        given_up = {was for now, was in told.formerly.items() if now != id}
    return names
