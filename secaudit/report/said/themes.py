"""How the questions on each theme stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.campaign import Campaign
from secaudit.catalogue import Kind
from secaudit.gaps import Item, Picture, figures
from secaudit.language import _, active
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.wording import percent

STATUSES = ("met", "partial", "not-met", "unknown", UNANSWERED, "not-applicable")
"""As they stand in the chart, from the left."""


@dataclass(frozen=True)
class ThemeRow:
    """How the questions on one theme stand; the last row of a table is all of them."""

    theme: str
    met: int
    partial: int
    not_met: int
    unknown: int
    unanswered: int
    not_applicable: int
    met_of_all: str


def themes(picture: Picture, kind: Kind) -> tuple[ThemeRow, ...]:
    """A row for each theme, and one for them all where there are several."""
    items = picture.of(kind)
    rows = [
        _row(theme_title(theme, picture.campaign), group)
        for theme, group in picture.themes(kind).items()
    ]
    return (*rows, _row(_("All"), items)) if len(rows) > 1 else tuple(rows)


def _row(theme: str, items: Sequence[Item]) -> ThemeRow:
    shares = figures(items)
    counts = {status.replace("-", "_"): n for status, n in shares.counts.items()}
    return ThemeRow(theme=theme, **counts, met_of_all=percent(shares.met_of_all))


def theme_title(theme: str, campaign: Campaign) -> str:
    """Id and title of a theme."""
    titles = {t.id: t.title.said(active()) for t in campaign.themes}
    return f"{theme} {titles.get(theme, '')}".rstrip()
