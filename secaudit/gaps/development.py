"""How figures develop over every campaign, on the same questions in all of them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from secaudit.campaign import Campaign, Key
from secaudit.catalogue import Kind
from secaudit.gaps.figures import Ratio, figures
from secaudit.gaps.items import Item, by_theme, items_of, renamed

MOST_CAMPAIGNS = 5


@dataclass(frozen=True)
class Course:
    """Met of all on the same questions, a ratio for each campaign."""

    questions: int
    ratios: tuple[Ratio | None, ...]
    """None where no question was applicable."""


@dataclass(frozen=True)
class Development:
    """What was asked about the same subjects and controls in every one of the campaigns."""

    campaigns: tuple[str, ...] = ()
    """The oldest first; empty in a first campaign."""
    every: Course | None = None
    themes: Mapping[str, Course] = field(default_factory=dict)
    """As controls stand under them in the last campaign."""


def development(
    campaigns: Sequence[Campaign], now: Iterable[Item], kind: Kind = "system"
) -> Development:
    """The last of `campaigns` with its items `now`, beside those before it on their last day.

    A campaign that has no question in common with the last is left out; then the oldest,
    until all that are left have one.
    """
    shown = campaigns[-MOST_CAMPAIGNS:]
    last = _of(kind, now)
    years = {c.id: y for c, y in _earlier(shown, kind) if y.keys() & last.keys()}
    years[shown[-1].id] = last
    while (
        not (common := set.intersection(*map(set, years.values()))) and len(years) > 1
    ):
        del years[next(iter(years))]
    if len(years) < 2:
        return Development()
    themes = by_theme(last[key] for key in sorted(common))
    return Development(
        tuple(years),
        _course(years.values(), common),
        {
            theme: _course(years.values(), {item.key for item in items})
            for theme, items in themes.items()
        },
    )


def _course(years: Iterable[Mapping[Key, Item]], keys: Set[Key]) -> Course:
    ratios = (figures(year[key] for key in keys).met_of_all for year in years)
    return Course(len(keys), tuple(ratios))


def _of(kind: Kind, items: Iterable[Item]) -> dict[Key, Item]:
    """What subjects of the kind answered themselves."""
    return {i.key: i for i in items if i.provider is None and i.subject.kind == kind}


def _earlier(
    campaigns: Sequence[Campaign], kind: Kind
) -> list[tuple[Campaign, dict[Key, Item]]]:
    """The items of each campaign but the last, as its subjects are called in the last."""
    found: list[tuple[Campaign, dict[Key, Item]]] = []
    for campaign, following in pairwise(campaigns):
        items = list(items_of(campaign, campaign.last_day))
        names = renamed(items, following.issues)
        found.append((campaign, _of(kind, items)))
        found = [(c, _called(year, names)) for c, year in found]
    return found


def _called(year: Mapping[Key, Item], names: Mapping[str, str]) -> dict[Key, Item]:
    return {(names.get(s, s), control): item for (s, control), item in year.items()}
