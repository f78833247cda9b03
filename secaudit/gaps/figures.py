"""Figures: shares answered and met, in exact integers.

The formulas are stated in docs/figures.md.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from secaudit.campaign import Key
from secaudit.gaps.items import Item
from secaudit.gaps.years import renamed, under
from secaudit.questionnaire import STATUSES, UNANSWERED

POINTS = {"met": 2, "partial": 1}
"""Half-points of a status; every other gives none."""
_COUNTED = attrgetter("status", "left", "control.weight")
"""What of a question makes a difference to the figures."""


@dataclass(frozen=True)
class Ratio:
    """A part of a whole, never rounded up."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 199 of 200 is 99."""
        return 100 * self.part // self.whole

    @property
    def decimal(self) -> float:
        """Four decimals, rounded down."""
        return (10_000 * self.part // self.whole) / 10_000


@dataclass(frozen=True)
class Figures:
    """What a set of questions comes to. A ratio is None where nothing is applicable."""

    counts: Mapping[str, int]
    """By status, `unanswered` among them."""
    answered: Ratio | None
    """Questions answered, of all that are applicable."""
    met_of_answered: Ratio | None
    """Points given by the answers, of those that they could give."""
    met_of_all: Ratio | None
    """Points given by the answers, of those that all questions could give."""


def figures(items: Iterable[Item]) -> Figures:
    """The three numbers of a set of questions, and their counts.

    Not applicable leaves the denominator; unanswered and unknown stay in it.
    """
    counts = dict.fromkeys((*STATUSES, UNANSWERED), 0)
    staying, weights = Counter[str](), Counter[str]()
    for (status, left, weight), number in Counter(map(_COUNTED, items)).items():
        counts[status] += number
        if not left:
            staying[status] += number
            weights[status] += number * weight
    points = sum(POINTS.get(status, 0) * weight for status, weight in weights.items())
    questions, whole = staying.total(), weights.total()
    return Figures(
        counts,
        ratio(questions - staying[UNANSWERED], questions),
        ratio(points, 2 * (whole - weights[UNANSWERED])),
        ratio(points, 2 * whole),
    )


@dataclass(frozen=True)
class Trend:
    """Met of all, then and now, on the questions that were asked in both campaigns only."""

    then: Ratio | None
    now: Ratio | None
    questions: int


def trend(earlier: Iterable[Item], later: Iterable[Item]) -> Trend:
    """Compare only the same subjects and controls."""
    return trends(earlier, [later])[0]


def trends(
    earlier: Iterable[Item], groups: Iterable[Iterable[Item]]
) -> tuple[Trend, ...]:
    """Compare each of some groups of later questions with the same ones before."""
    before, after = list(earlier), [list(group) for group in groups]
    issues = {id(item.issue): item.issue for group in after for item in group}
    names = renamed(before, issues.values())
    then = {under(names, item.key): item for item in before}
    return tuple(_trend(then, {item.key: item for item in group}) for group in after)


def _trend(then: Mapping[Key, Item], now: Mapping[Key, Item]) -> Trend:
    both = then.keys() & now.keys()
    return Trend(
        figures(then[key] for key in both).met_of_all,
        figures(now[key] for key in both).met_of_all,
        len(both),
    )


def figures_as_json(found: Figures) -> dict[str, Any]:
    """Figures as `gaps --format json` shows them; ratios with four decimals, or null."""
    ratios = {
        "answered": found.answered,
        "met_of_answered": found.met_of_answered,
        "met_of_all": found.met_of_all,
    }
    return {**{n: r.decimal if r else None for n, r in ratios.items()}, **found.counts}


def ratio(part: int, whole: int) -> Ratio | None:
    return Ratio(part, whole) if whole else None
