"""Two campaigns beside each other, on the same questions. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from secaudit.campaign import Campaign, Key
from secaudit.catalogue import KINDS, Kind
from secaudit.gaps.figures import POINTS, Trend, trends
from secaudit.gaps.items import Item, by_subject, grouped, items_of
from secaudit.gaps.picture import Picture
from secaudit.gaps.ranking import Gap, urgency
from secaudit.gaps.years import renamed, under
from secaudit.questionnaire import Subject, kind_and_id

Course = Literal["better", "worse", "otherwise", "same"]


@dataclass(frozen=True)
class Pair:
    """A question that was asked in both campaigns."""

    then: Item
    """Under the name that its subject has now."""
    now: Item

    @property
    def course(self) -> Course:
        """How the status went; `otherwise` where neither word is worth more points."""
        then, now = self.then.status, self.now.status
        if then == now:
            return "same"
        more = POINTS.get(now, 0) - POINTS.get(then, 0)
        if not more or "not-applicable" in (then, now):
            return "otherwise"
        return "better" if more > 0 else "worse"


@dataclass(frozen=True)
class Fate:
    """A gap of one of the campaigns, and the question in each."""

    gap: Gap
    """As it is now; as it was then, where it is closed or is not asked about any more."""
    then: Item | None
    """None where it was not asked about."""
    now: Item | None

    @property
    def subject(self) -> Subject:
        """Under the name that it has now, if it is still asked."""
        return (self.now or self.gap.item).subject

    @property
    def course(self) -> Course | None:
        """How the status went; None where it was asked about in one campaign only."""
        return Pair(self.then, self.now).course if self.then and self.now else None


@dataclass(frozen=True)
class Compared:
    """Met of all, then and now, of the questions that one kind of subject answers itself."""

    every: Trend
    themes: Mapping[str, Trend]
    """By the theme that the control has now."""


@dataclass(frozen=True)
class Comparison:
    """Two campaigns, each on its day, on what was asked in both."""

    then: Picture
    now: Picture
    names: Mapping[str, str]
    """By what a subject was called then, what it is called now."""

    @cached_property
    def was(self) -> dict[Key, Item]:
        """Every question then, under the names of now."""
        return {item.key: item for item in _under(self.names, self.then.items)}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """What subjects answered themselves in both campaigns: what the figures are made of."""
        both = ((self.was.get(item.key), item) for item in self.now.own)
        return tuple(Pair(w, i) for w, i in both if w and w.provider is None)

    @cached_property
    def figures(self) -> dict[Kind, Compared]:
        """By each kind that was asked in either campaign."""
        own = (item for item in self.was.values() if item.provider is None)
        then = grouped(own, lambda item: item.subject.kind)
        asked = [kind for kind in KINDS if kind in then or self.now.of(kind)]
        return {kind: self._compared(kind, then.get(kind, ())) for kind in asked}

    def _compared(self, kind: Kind, then: Sequence[Item]) -> Compared:
        themes = self.now.themes(kind)
        every, *each = trends(then, [self.now.of(kind), *themes.values()])
        shared = {
            theme: one for theme, one in zip(themes, each, strict=True) if one.questions
        }
        return Compared(every, shared)

    @cached_property
    def new(self) -> tuple[Fate, ...]:
        """Gaps of now that were asked about then, and were none; most urgent first."""
        return tuple(f for f in self._gaps_now if f.then and not f.then.reason)

    @cached_property
    def repeated(self) -> tuple[Fate, ...]:
        """Gaps of both, also one that the subject itself answered for in one of them only."""
        return tuple(f for f in self._gaps_now if f.then and f.then.reason)

    @cached_property
    def closed(self) -> tuple[Fate, ...]:
        """Gaps of then that are asked about now, and are none; most urgent first."""
        return tuple(f for f in self._gaps_then if f.now and not f.now.reason)

    @cached_property
    def gone(self) -> tuple[Fate, ...]:
        """Gaps of then that nobody is asked about now."""
        return tuple(f for f in self._gaps_then if not f.now)

    @cached_property
    def first_asked(self) -> tuple[Fate, ...]:
        """Gaps of now that nobody was asked about then."""
        return tuple(f for f in self._gaps_now if not f.then)

    @property
    def only(self) -> tuple[int, int]:
        """How many questions were asked only then, and only now; inherited ones among them."""
        was, are = self.was.keys(), self.now.by_key.keys()
        return len(was - are), len(are - was)

    @property
    def came(self) -> tuple[Subject, ...]:
        """What was assessed now and not then."""
        return _beyond(self.now.items, self.was.values())

    @property
    def went(self) -> tuple[Subject, ...]:
        """What was assessed then and not now."""
        return _beyond(self.was.values(), self.now.items)

    @cached_property
    def _gaps_now(self) -> tuple[Fate, ...]:
        """The gaps of now, and those of then that a common service has in their place."""
        own_then = {key for key, _gap in self._own_then}
        inherited = [gap for gap in self.now.inherited if gap.key in own_then]
        every = sorted((*self.now.gaps, *inherited), key=urgency)
        return tuple(Fate(gap, self.was.get(gap.key), gap.item) for gap in every)

    @cached_property
    def _gaps_then(self) -> tuple[Fate, ...]:
        are = self.now.by_key
        return tuple(Fate(g, self.was[key], are.get(key)) for key, g in self._own_then)

    @cached_property
    def _own_then(self) -> tuple[tuple[Key, Gap], ...]:
        """The gaps of then, each with what it is known by now."""
        return tuple((under(self.names, gap.key), gap) for gap in self.then.gaps)


def comparison(
    campaigns: Sequence[Campaign], then: Picture, now: Picture
) -> Comparison:
    """Two pictures beside each other; `campaigns` are those from the first to the second."""
    items = then.items
    called = {item.subject.key: item.subject.key for item in items}
    for following in campaigns[1:]:
        names = renamed(items, following.issues)
        called = {was: names.get(name, name) for was, name in called.items()}
        items = tuple(items_of(following, following.last_day))
    return Comparison(then, now, {was: n for was, n in called.items() if was != n})


def _under(names: Mapping[str, str], items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        id = kind_and_id(under(names, item.key)[0])[1]
        known = id == item.subject.id
        yield item if known else replace(item, subject=replace(item.subject, id=id))


def _beyond(some: Iterable[Item], others: Iterable[Item]) -> tuple[Subject, ...]:
    known = by_subject(others).keys()
    return tuple(subject for subject in by_subject(some) if subject not in known)
