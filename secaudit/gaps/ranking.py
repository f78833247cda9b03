"""Gaps, their priority and their class, in exact integers.

The formulas are stated in docs/figures.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
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
    "sensitive": 3,
    "criminal-offences": 3,
    "cpr": 2,
    "confidential": 2,
    "ordinary": 1,
    "none": 1,
}


_UNKNOWN_FACTOR = 2


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
    """What lets it stand, or says that it is known of, where the law demands it."""
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


class Judge:
    """Makes gaps of items, with what must be known of the whole campaign."""

    def __init__(
        self,
        campaign: Campaign,
        on: date,
        items: tuple[Item, ...],
        before: Sequence[Year],
    ) -> None:
        self.campaign, self.on = campaign, on
        self.before = before
        self.ids = (*(year.id for year in before), campaign.id)
        self.behind: dict[Key, list[Item]] = {}
        self.acted: dict[Key, dict[str, Action]] = {}
        for action in campaign.actions:
            for key in action.covers if action.status != "dropped" else ():
                self.acted.setdefault(key, {})[action.id] = action
        systems: dict[tuple[Subject, str], Issue] = {}
        for item in items:
            for provider in item.shared:
                key = (provider.key, item.control.id)
                self.behind.setdefault(key, []).append(item)
            if item.subject.kind == "system":
                systems[item.subject, item.issue.owner or "-"] = item.issue
        owned: dict[str, list[Issue]] = {"": [*systems.values()]}
        for (_system, owner), issue in systems.items():
            owned.setdefault(owner, []).append(issue)
        self.owned = {owner: _highest(issues) for owner, issues in owned.items()}

    def gap(self, item: Item) -> Gap:
        behind = self.behind.get(item.key, []) if item.provider is None else []
        factors = self.factors(item, behind)
        years = self.years(item)
        accepted = self.accepted(item)
        return Gap(
            item,
            item.reason or "",
            factors,
            _class(factors, self.campaign.profile.classes),
            self.ids[-years],
            years,
            tuple(other.subject for other in behind),
            accepted,
            tuple(self.actions(item)),
        )

    def accepted(self, item: Item) -> Accepted | None:
        """What accepts a gap on the day: of an inherited one, of every service that has it."""
        own = self.campaign.accepted.get(item.key)
        if item.provider and not own:
            keys = [(service.key, item.control.id) for service in item.shared]
            found = [self.campaign.accepted.get(key) for key in keys]
            every = [accepted for accepted in found if accepted]
            if not every or len(every) < len(found):
                return None
            own = min(every, key=lambda accepted: accepted.until)
        return own if own and own.since <= self.on <= own.until else None

    def actions(self, item: Item) -> Iterator[Action]:
        """What will be done about a gap, be it at the services that it is inherited from."""
        keys = [item.key, *((s.key, item.control.id) for s in item.shared)]
        found = {id: a for key in keys for id, a in self.acted.get(key, {}).items()}
        yield from found.values()

    def factors(self, item: Item, behind: list[Item]) -> Factors:
        """The highest factors among the systems concerned: those behind a provider, those of
        an owner, all for the organisation and its employees."""
        if item.subject.kind == "system":
            highest = _highest([item.issue, *(other.issue for other in behind)])
        else:
            owner = item.subject.id if item.subject.kind == "owner" else ""
            highest = self.owned.get(owner) or _highest(())
        return Factors(shortfall(item), item.control.weight, *highest)

    def years(self, item: Item) -> int:
        years = 1
        for year in reversed(self.before):
            if not year.gap(item.key):
                break
            years += 1
        return years


def _class(factors: Factors, classes: Classes) -> str:
    if factors.priority_halves >= 2 * classes.a:
        return "A"
    return "B" if factors.priority_halves >= 2 * classes.b else "C"


def _highest(issues: Iterable[Issue]) -> tuple[int, int, int]:
    """The highest criticality and data factors of some systems, and how many they are."""
    systems = {issue.subject: issue for issue in issues}
    return (
        max(map(_criticality, systems.values()), default=_UNKNOWN_FACTOR),
        max(map(_data, systems.values()), default=_UNKNOWN_FACTOR),
        len(systems),
    )


def _fact(issue: Issue, name: str) -> Any:
    return issue.facts.get(name)


def _criticality(issue: Issue) -> int:
    return _CRITICALITY.get(_fact(issue, "criticality") or "", _UNKNOWN_FACTOR)


def _data(issue: Issue) -> int:
    kinds = _fact(issue, "personal_data")
    return max((_DATA[kind] for kind in kinds), default=1) if kinds else _UNKNOWN_FACTOR


def urgency(gap: Gap) -> tuple[Any, ...]:
    """Most urgent first; ties by age, control and subject."""
    order = control_order(gap.item.control.id)
    return -gap.factors.priority_halves, -gap.years, order, gap.item.subject.key


def group_urgency(gaps: Iterable[Gap], places: int) -> tuple[Any, ...]:
    """The group with the most urgent gap first, and of those alike the one in more places."""
    worst = min(map(urgency, gaps))
    return worst[0], -places, worst
