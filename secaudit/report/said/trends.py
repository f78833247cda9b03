"""How the same questions stood then, and stand now."""

from collections.abc import Iterator
from dataclasses import dataclass

from secaudit.gaps import Trend
from secaudit.report.said.wording import NOTHING, percent


@dataclass(frozen=True)
class TrendRow:
    """Met of all in the campaign before and now, on the same questions."""

    about: str
    questions: int
    then: str
    now: str
    change: str
    """In percentage points, with its sign."""


def trend_row(about: str, found: Trend) -> Iterator[TrendRow]:
    if found.then and found.now:
        then, now = percent(found.then), percent(found.now)
        yield TrendRow(about, found.questions, then, now, change(found))


def change(found: Trend) -> str:
    """In percentage points, with its sign; a dash where nothing can be compared."""
    if not found.then or not found.now:
        return NOTHING
    points = found.now.percent - found.then.percent
    return f"{points:+d}".replace("-", "−") if points else "0"
