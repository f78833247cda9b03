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
    """The trend as a row; none where nothing can be compared."""
    if found.then and found.now:
        yield compared_row(about, found)


def compared_row(about: str, found: Trend) -> TrendRow:
    """The same; dashes where nothing can be compared."""
    return TrendRow(
        about=about,
        questions=found.questions,
        then=percent(found.then),
        now=percent(found.now),
        change=change(found),
    )


def change(found: Trend) -> str:
    """In percentage points, with its sign; a dash where nothing can be compared."""
    won = points_won(found)
    if won is None:
        return NOTHING
    return f"{won:+d}".replace("-", "−") if won else "0"


def points_won(found: Trend) -> int | None:
    """How many percentage points it went up; None where nothing can be compared."""
    if not found.then or not found.now:
        return None
    return found.now.percent - found.then.percent
