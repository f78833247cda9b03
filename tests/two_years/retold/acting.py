"""Actions and decisions, as the report says them wherever they stand."""

from typing import Any

from tests.two_years.ranked import to_be_done
from tests.two_years.retold.told import Said, Told
from tests.two_years.words import day


def is_overdue(action: Any, told: Told) -> bool:
    """Whether it should have been done before the day."""
    return to_be_done(action) and bool(action["due"] < told.today)


def ended(action: Any) -> Said:
    """When it was done or dropped."""
    return (day(action["ended"]),) if action["ended"] else ()


def moved(action: Any) -> Said:
    """How often it was moved, and its first date."""
    return (action["moves"], day(action["first"])) if action["moves"] else ()


def closed_of(action: Any, told: Told) -> Said:
    """How many of the gaps that it covers are none any more, of how many."""
    covered = told.ranking.covered(action)
    stood = {gap.key for gap in (*told.ranking.own, *told.ranking.inherited)}
    return len(covered - stood), len(covered)


def amount(actions: list[Any], name: str) -> Said:
    """The sum of what is stated, and of how many nothing is; empty where nothing is."""
    stated = [action[name] for action in actions if action[name] is not None]
    missing = len(actions) - len(stated)
    return (sum(stated), *([missing] if missing else [])) if stated else ()


def approval(decision: Any) -> Said:
    """When, by whom, and in which case."""
    case = [decision["case"]] if decision.get("case") else []
    return day(decision["on"]), decision["by"], *case
