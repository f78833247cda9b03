"""What the inventory states of the systems: not stated is neither in place nor missing."""

from collections.abc import Mapping, Sequence
from datetime import date

from secaudit.campaign import Issue
from secaudit.gaps import months_later
from secaudit.language import counted
from secaudit.report.said.wording import of
from secaudit.report.yearly.material import Material

_YEAR = 12


def issues_of(material: Material) -> tuple[Issue, ...]:
    """A form of each system, with its facts as they were told last."""
    return tuple(items[0].issue for items in material.systems.values())


def said_on(fact: object, on: date) -> date | None:
    """The day on which something was done; None if it has none, or is only to come."""
    told = fact.get("on") if isinstance(fact, Mapping) else fact
    day = date.fromisoformat(str(told)) if told else None
    return day if day and day <= on else None


def is_fresh(day: date | None, on: date) -> bool:
    """Whether it is of the past year."""
    return day is not None and months_later(day, _YEAR) >= on


def fresh_of(days: Sequence[date | None], on: date) -> str:
    """How many are of the past year, of them all, and of how many none is stated."""
    fresh = sum(is_fresh(day, on) for day in days)
    return of(fresh, len(days)) + not_stated(days.count(None))


def not_stated(systems: int) -> str:
    """That something is not stated of so many, in brackets; empty if it is of all."""
    if not systems:
        return ""
    return counted(" ({n} not stated)", " ({n} not stated)", systems)


def holds_personal_data(issue: Issue) -> bool:
    """Whether the system is known to hold personal data."""
    return bool(set(issue.facts.get("personal_data") or ()) - {"none"})


def may_hold_personal_data(issue: Issue) -> bool:
    """Whether it does, or is not known not to."""
    return issue.facts.get("personal_data") is None or holds_personal_data(issue)
