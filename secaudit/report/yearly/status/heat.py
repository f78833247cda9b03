"""In section 5, Departments against each other: how their systems stand, theme by theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.campaign import Forvaltning
from secaudit.gaps import Item, Ratio, Trend, by_theme, figures, trends
from secaudit.language import _, later
from secaudit.report.said.first import first
from secaudit.report.said.trends import change
from secaudit.report.said.wording import NOTHING, percent
from secaudit.report.yearly.facts import name_of_place, own, placed
from secaudit.report.yearly.material import Material

_MOST_PLACES = 10
_LEVELS = {"high": later("high"), "middle": later("middle"), "low": later("low")}
_LOWEST = {"high": 80, "middle": 50, "low": 0}
"""The lowest whole per cent of each level."""


@dataclass(frozen=True)
class HeatCell:
    """How a department stands in a theme."""

    said: str
    """The share met of all, and its word."""
    level: str
    """high, middle, low or none: what a template shades it by."""


@dataclass(frozen=True)
class HeatRow:
    """How a department's systems stand, theme by theme."""

    department: str
    answered: str
    change: str
    """In percentage points since the campaign before, on the same questions."""
    cells: tuple[HeatCell, ...]
    """One for each of the themes."""


@dataclass(frozen=True)
class Heat:
    """In section 5: the departments that own systems, against each other."""

    themes: tuple[str, ...]
    """Those of the systems' questions, as columns; then all of them."""
    rows: tuple[HeatRow, ...]
    rest: str


def heat(material: Material) -> Heat:
    """How the departments stand."""
    themes = tuple(material.picture.themes("system"))
    then = material.before.of("system") if material.before else ()
    places = {
        place: own(systems)
        for place, items in placed(material.picture).items()
        if (systems := [item for item in items if item.subject.kind == "system"])
    }
    since = trends(then, places.values())
    every = [
        _row(place, items, themes, trend)
        for (place, items), trend in zip(places.items(), since, strict=True)
    ]
    rows, rest = first(every, _MOST_PLACES)
    return Heat((*themes, _("All")) if themes else (), rows, rest)


def _row(
    place: Forvaltning, items: Sequence[Item], themes: Sequence[str], since: Trend
) -> HeatRow:
    groups, shares = by_theme(items), figures(items)
    cells = [_cell(figures(groups.get(theme, ())).met_of_all) for theme in themes]
    return HeatRow(
        department=name_of_place(place),
        answered=percent(shares.answered),
        change=change(since),
        cells=(*cells, _cell(shares.met_of_all)),
    )


def _cell(share: Ratio | None) -> HeatCell:
    if share is None:
        return HeatCell(NOTHING, "none")
    level = next(name for name in _LOWEST if share.percent >= _LOWEST[name])
    return HeatCell(f"{percent(share)} {_(_LEVELS[level])}", level)
