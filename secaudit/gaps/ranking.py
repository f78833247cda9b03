"""Gaps with their priority and class, in exact integers.

The formulas are stated in docs/figures.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any

from secaudit.campaign import Accepted, Action, Campaign, Issue, Key
from secaudit.catalogue import control_order
from secaudit.gaps.items import Item, shortfall
from secaudit.gaps.years import Year
from secaudit.inventory import CRITICALITIES
from secaudit.profile import Classes
from secaudit.questionnaire import Subject

_CRITICALITY = {fact: 3 - place for place, fact in enumerate(CRITICALITIES)}
_DATA = {
    **{"sensitive": 3, "criminal-offences": 3},
    **{"cpr": 2, "confidential": 2},
    **{"ordinary": 1, "none": 1},
}
_UNKNOWN = 2
"""The factor of a criticality, or of data, that nobody has told."""


@dataclass(frozen=True)
class Factors:
    """What a priority is made of."""

    shortfall: int
    """In halves: 2 or 1."""
    weight: int
    criticality: int
    data: int
    systems: int
    """How many systems the two highest factors were found among."""

    @property
    def priority_halves(self) -> int:
        """The priority in halves, 1-54."""
        return self.shortfall * self.weight * self.criticality * self.data


@dataclass(frozen=True)
class Gap:
    """A control that a subject does not meet, or has not answered."""

    item: Item
    reason: str
    factors: Factors
    gap_class: str
    """Its class: A, B or C."""
    since: str
    """The first campaign of those, without a break, in which it is found."""
    years: int
    """In how many campaigns it has been found; 1 is a new one."""
    behind: tuple[Subject, ...] = ()
    """The systems that inherit it."""
    accepted: Accepted | None = None
    """The decision that accepts it on the day. It stays open where the law demands it."""
    actions: tuple[Action, ...] = ()
    """What will be done about it, or was; not what was dropped."""

    @property
    def priority(self) -> float:
        """0.5-27."""
        return self.factors.priority_halves / 2

    @property
    def legal(self) -> bool:
        """Whether the law demands it."""
        return self.item.question.legal

    @property
    def open(self) -> bool:
        """Whether no decision lets it stand; none can let a breach of the law stand."""
        return self.accepted is None or self.legal

    @property
    def key(self) -> Key:
        """What it is known by across campaigns, within its organisation."""
        return self.item.key

    @property
    def name(self) -> str:
        """The same as one writes it, such as `system:backup/A.8.13`."""
        return self.item.name


@dataclass(frozen=True)
class Surroundings:
    """What a gap is judged by: the whole campaign that it is in, and those before it."""

    campaign: Campaign
    on: date
    before: Sequence[Year]
    inheriting: dict[Key, list[Item]]
    """By the gap of a service, the questions of the systems that inherit it."""
    actions: dict[Key, list[Action]]
    """By gap, what will be done about it."""
    owned: dict[str, tuple[int, int, int]]
    """By owner, the highest factors among their systems; "" is all systems."""


def surroundings(
    campaign: Campaign, on: date, items: Iterable[Item], before: Sequence[Year]
) -> Surroundings:
    """What the gaps among `items`, all questions of a campaign on a day, are judged by."""
    inheriting: dict[Key, list[Item]] = {}
    systems: dict[tuple[Subject, str], Issue] = {}
    for item in items:
        for service in item.shared:
            inheriting.setdefault((service.key, item.control.id), []).append(item)
        if item.subject.kind == "system":
            systems[item.subject, item.issue.owner or "-"] = item.issue
    actions: dict[Key, list[Action]] = {}
    for action in campaign.actions:
        for key in action.covers if action.status != "dropped" else ():
            actions.setdefault(key, []).append(action)
    owned: dict[str, list[Issue]] = {"": [*systems.values()]}
    for (_system, owner), issue in systems.items():
        owned.setdefault(owner, []).append(issue)
    return Surroundings(
        campaign=campaign,
        on=on,
        before=before,
        inheriting=inheriting,
        actions=actions,
        owned={owner: _highest(issues) for owner, issues in owned.items()},
    )


def gap_of(item: Item, around: Surroundings) -> Gap:
    """The gap that a question is."""
    behind = around.inheriting.get(item.key, []) if item.provider is None else []
    factors = _factors(item, behind, around)
    earlier = list(takewhile(lambda year: year.gap(item.key), reversed(around.before)))
    return Gap(
        item=item,
        reason=item.reason or "",
        factors=factors,
        gap_class=_class(factors, around.campaign.profile.classes),
        since=earlier[-1].id if earlier else around.campaign.id,
        years=len(earlier) + 1,
        behind=tuple(other.subject for other in behind),
        accepted=_accepted(item, around),
        actions=_actions(item, around),
    )


def _accepted(item: Item, around: Surroundings) -> Accepted | None:
    """What accepts a gap on the day: of an inherited one, of every service that has it."""
    accepted = around.campaign.accepted
    own = accepted.get(item.key)
    if item.provider and not own:
        shared = [accepted.get((s.key, item.control.id)) for s in item.shared]
        every = [one for one in shared if one]
        if not every or len(every) < len(shared):
            return None
        own = min(every, key=lambda one: one.until)
    return own if own and own.since <= around.on <= own.until else None


def _actions(item: Item, around: Surroundings) -> tuple[Action, ...]:
    """What will be done about a gap, be it at the services that it is inherited from."""
    keys = [item.key, *((s.key, item.control.id) for s in item.shared)]
    every = [action for key in keys for action in around.actions.get(key, ())]
    return tuple({action.id: action for action in every}.values())


def _factors(item: Item, behind: Iterable[Item], around: Surroundings) -> Factors:
    """The highest factors among the systems concerned: those behind a provider, those of
    an owner, all for the organisation and its employees."""
    if item.subject.kind == "system":
        highest = _highest([item.issue, *(other.issue for other in behind)])
    else:
        owner = item.subject.id if item.subject.kind == "owner" else ""
        highest = around.owned.get(owner) or _highest(())
    return Factors(shortfall(item), item.control.weight, *highest)


def _class(factors: Factors, classes: Classes) -> str:
    if factors.priority_halves >= 2 * classes.a:
        return "A"
    return "B" if factors.priority_halves >= 2 * classes.b else "C"


def _highest(issues: Iterable[Issue]) -> tuple[int, int, int]:
    """The highest criticality and data factors of some systems, and how many they are."""
    systems = {issue.subject: issue for issue in issues}.values()
    return (
        max(map(criticality_factor, systems), default=_UNKNOWN),
        max(map(_data, systems), default=_UNKNOWN),
        len(systems),
    )


def criticality_factor(issue: Issue) -> int:
    """3 for a society-critical system, 2 for a business-critical one, 1 for another."""
    return _CRITICALITY.get(issue.criticality or "", _UNKNOWN)


def _data(issue: Issue) -> int:
    kinds = issue.facts.get("personal_data")
    return max(_DATA[kind] for kind in kinds) if kinds else _UNKNOWN


def urgency(gap: Gap) -> tuple[Any, ...]:
    """Most urgent first; ties by age, control and subject."""
    order = control_order(gap.item.control.id)
    return -gap.factors.priority_halves, -gap.years, order, gap.item.subject.key


def group_urgency(gaps: Iterable[Gap], places: int) -> tuple[Any, ...]:
    """The group with the most urgent gap first, and of those alike the one in more places."""
    worst = min(map(urgency, gaps))
    return worst[0], -places, worst
