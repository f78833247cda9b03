"""How figures develop over every campaign, on the same questions in all of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    themes: Mapping[str, Course] | None = None


def development(
    campaigns: Sequence[Campaign], now: Iterable[Item], kind: Kind = "system"
) -> Development:
    """The last of `campaigns` with its items `now`, beside those before it on their last day.

    An old campaign that has no question in common with the others is left out, and so are
    those before it.
    """
    shown = campaigns[-MOST_CAMPAIGNS:]
    years = [*_earlier(shown, kind), _of(kind, now)]
    while len(years) > 1 and not set.intersection(*map(set, years)):
        years = years[1:]
    if len(years) < 2:
        return Development()
    common = set.intersection(*map(set, years))
    found = [[year[key] for key in sorted(common)] for year in years]
    groups = [by_theme(items) for items in found]
    return Development(
        tuple(campaign.id for campaign in shown[-len(years) :]),
        _course(found),
        {theme: _course([group[theme] for group in groups]) for theme in groups[-1]},
    )


def _course(years: Sequence[Sequence[Item]]) -> Course:
    return Course(len(years[0]), tuple(figures(items).met_of_all for items in years))


def _of(kind: Kind, items: Iterable[Item]) -> dict[Key, Item]:
    """What subjects of the kind answered themselves."""
    return {i.key: i for i in items if i.provider is None and i.subject.kind == kind}


def _earlier(campaigns: Sequence[Campaign], kind: Kind) -> list[dict[Key, Item]]:
    """The items of each campaign but the last, as its subjects are called in the last."""
    found: list[dict[Key, Item]] = []
    for campaign, following in pairwise(campaigns):
        items = list(items_of(campaign, campaign.last_day))
        names = renamed(items, following.issues)
        found.append(_of(kind, items))
        found = [
            {(names.get(s, s), control): i for (s, control), i in year.items()}
            for year in found
        ]
    return found
