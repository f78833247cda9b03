"""The development of the figures over every campaign, on the same questions."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from secaudit.campaign import Key
from secaudit.catalogue import Kind
from secaudit.gaps.figures import Ratio, figures
from secaudit.gaps.items import Item, by_theme
from secaudit.gaps.picture import Picture

MOST_EARLIER = 4


@dataclass(frozen=True)
class YearlyRatios:
    """Met of all on the same questions, a ratio for each campaign."""

    questions: int
    ratios: tuple[Ratio | None, ...]
    """None where no question was applicable."""


@dataclass(frozen=True)
class Development:
    """What was asked about the same subjects and controls in every one of the campaigns."""

    campaigns: tuple[str, ...] = ()
    """The oldest first; empty in a first campaign."""
    every: YearlyRatios | None = None
    themes: Mapping[str, YearlyRatios] = field(default_factory=dict)
    """As controls stand under them in the last campaign."""


def development(picture: Picture, kind: Kind = "system") -> Development:
    """A campaign as it stands on a day, beside those before it on their last day.

    A campaign that has no question in common with the last is left out; then the oldest,
    until all that are left have one.
    """
    last = _of(kind, picture.by_key)
    asked = {year.id: _of(kind, year.items) for year in picture.years[-MOST_EARLIER:]}
    years = {id: year for id, year in asked.items() if year.keys() & last.keys()}
    years[picture.campaign.id] = last
    while (
        not (common := set.intersection(*map(set, years.values()))) and len(years) > 1
    ):
        del years[next(iter(years))]
    if len(years) < 2:
        return Development()
    themes = by_theme(last[key] for key in sorted(common))
    return Development(
        tuple(years),
        _yearly_ratios(years.values(), common),
        {
            theme: _yearly_ratios(years.values(), {item.key for item in items})
            for theme, items in themes.items()
        },
    )


def _yearly_ratios(years: Iterable[Mapping[Key, Item]], keys: Set[Key]) -> YearlyRatios:
    ratios = (figures(year[key] for key in keys).met_of_all for year in years)
    return YearlyRatios(len(keys), tuple(ratios))


def _of(kind: Kind, items: Mapping[Key, Item]) -> dict[Key, Item]:
    """What subjects of the kind answered themselves."""
    return {
        key: item
        for key, item in items.items()
        if item.provider is None and item.subject.kind == kind
    }
