"""Section 8, The employees, topic by topic; never fewer than five of them by themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from secaudit.assessment.counts import FEWEST
from secaudit.campaign import Campaign
from secaudit.catalogue import control_order
from secaudit.gaps import Item, Ratio, Responses, responses
from secaudit.language import _, counted
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.wording import NOTHING, percent, titled
from secaudit.report.yearly.material import Material

_MOST_TOPICS = 6

_APART = 5
"""In percentage points, below the share of all employees."""

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class TopicRow:
    """What the employees' answers to one question come to."""

    control: str
    asked: str
    """How many employees answered, in how many departments."""
    share: str
    """Of those who answered, how many said yes."""
    target: str
    weakest: str
    """The department with the lowest share, and that share; empty where there is one only."""


@dataclass(frozen=True)
class Employees:
    """Section 8: what the employees answered."""

    said: str
    """How many answered, how many topics reach the target or have no answer, which are shown."""
    topics: tuple[TopicRow, ...]
    """The lowest share first; what too few have answered comes last."""


def employees(material: Material) -> Employees:
    """Section 8."""
    items = sorted(material.picture.of("employees"), key=_order)
    return Employees(
        said=" ".join(_said(items, responses(material.campaign))),
        topics=tuple(_row(item, material.campaign) for item in items[:_MOST_TOPICS]),
    )


def _order(item: Item) -> tuple[bool, Fraction, tuple[Any, ...]]:
    share = _share(_counts(item))
    return share is None, _exact(share), control_order(item.control.id)


def _exact(share: Ratio | None) -> Fraction:
    return Fraction(share.part, share.whole) if share else Fraction()


def _counts(item: Item) -> Counts:
    return (item.word.answer.counts if item.word else None) or {}


def _share(counts: Counts) -> Ratio | None:
    """Those who said yes, of those that it applies to; None where they are too few to tell."""
    left = sum(department.get("not-applicable", 0) for department in counts.values())
    met = sum(department.get("met", 0) for department in counts.values())
    applicable = _people(counts) - left
    return Ratio(met, applicable) if applicable >= FEWEST else None


def _people(counts: Counts) -> int:
    return sum(sum(department.values()) for department in counts.values())


def _row(item: Item, campaign: Campaign) -> TopicRow:
    counts = _counts(item)
    return TopicRow(
        control=titled(item.control),
        asked=_asked(counts),
        share=percent(_share(counts)),
        target=f"{campaign.profile.targets.employees} %",
        weakest=_weakest(counts, campaign),
    )


def _asked(counts: Counts) -> str:
    people = _people(counts)
    if 0 < people < FEWEST:
        return _("fewer than {n}").format(n=FEWEST)
    return counted("{n} employee", "{n} employees", people) if people else NOTHING


def _weakest(counts: Counts, campaign: Campaign) -> str:
    """The named department with the lowest share, where it is clearly below the whole."""
    names = {id: unit.name for id, unit in campaign.units.items()}
    shares = {id: _share({id: of_it}) for id, of_it in counts.items() if id}
    known = {id: share for id, share in shares.items() if share}
    if len({_exact(share) for share in known.values()}) < 2:
        return ""
    id = min(known, key=lambda id: (_exact(known[id]), names.get(id, id)))
    whole = _share(counts)
    if whole and whole.percent - known[id].percent < _APART:
        return ""
    return f"{names.get(id, id)} {percent(known[id])}"


def _said(items: Sequence[Item], answered: Responses) -> Iterator[str]:
    if not items:
        return
    if answered.lines:
        yield f"{answered.said}."
    met = sum(item.status == "met" for item in items)
    asked = counted(
        "The employees are asked about {n} topic",
        "The employees are asked about {n} topics",
        len(items),
    )
    reach = counted("{n} reaches the target", "{n} reach the target", met)
    yield _("{asked}; {reach}.").format(asked=asked, reach=reach)
    if left := sum(item.status == UNANSWERED for item in items):
        yield counted("{n} has no answer.", "{n} have no answer.", left)
    if len(items) > _MOST_TOPICS:
        yield _("The {n} weakest are shown.").format(n=_MOST_TOPICS)
