"""Figures and gaps: what the state of a campaign comes to. Pure, in exact integers.

The formulas are stated in docs/figures.md.
"""

import calendar
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from secaudit.campaign import Accepted, Campaign, Issue, Key, Word
from secaudit.catalogue import Control, Kind, Question, control_order
from secaudit.profile import Classes
from secaudit.questionnaire import STATUSES, UNANSWERED, Subject

POINTS = {"met": 2, "partial": 1}
"""Half-points of a status; every other gives none."""
_SHORTFALL = {"not-met": 2, "unknown": 2, "unanswered": 2, "partial": 1}
_CRITICALITY = {"society-critical": 3, "business-critical": 2, "other": 1}
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
class Item:
    """One question put to one subject, as it stands."""

    subject: Subject
    control: Control
    question: Question
    status: str
    """The word that counts: a status, or `unanswered`."""
    issue: Issue
    word: Word | None = None
    reason: str | None = None
    """Why it is a gap: a status, `overdue` or `returned`; None if it is none."""
    left: bool = False
    """Not applicable, and out of the denominator."""
    provider: Subject | None = None
    """The common service that answers instead."""

    @property
    def key(self) -> Key:
        """What a gap here is known by."""
        return self.subject.key, self.control.id


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
    def halves(self) -> int:
        """The priority in halves, 1-54."""
        return self.shortfall * self.weight * self.criticality * self.data


@dataclass(frozen=True)
class Gap:
    """A control that a subject does not meet, or has not answered."""

    item: Item
    reason: str
    factors: Factors
    letter: str
    """Its class: A, B or C."""
    since: str
    """The first campaign of those, without a break, in which it is found."""
    years: int
    """In how many campaigns it has been found; 1 is a new one."""
    behind: tuple[Subject, ...] = ()
    """The systems that inherit it."""
    accepted: Accepted | None = None

    @property
    def priority(self) -> float:
        """0.5-27."""
        return self.factors.halves / 2

    @property
    def legal(self) -> bool:
        """Whether the law demands it."""
        return self.item.question.legal

    @property
    def key(self) -> Key:
        """What it is known by across campaigns, within its organisation."""
        return self.item.key


@dataclass(frozen=True)
class Picture:
    """A campaign as it stands on a day."""

    campaign: Campaign
    on: date
    items: tuple[Item, ...]
    """Every question, inherited ones among them."""
    gaps: tuple[Gap, ...]
    """Most urgent first; a provider's gap stands once, for all who inherit it."""
    inherited: tuple[Gap, ...]
    """The same gaps as each inheriting system has them."""
    closed: tuple[Key, ...] = ()
    """Gaps of the campaign before that are none now."""

    @cached_property
    def own(self) -> tuple[Item, ...]:
        """The questions that a subject answers itself: what theme figures are made of."""
        return tuple(item for item in self.items if item.provider is None)

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """The questions that subjects of `kind` answer themselves."""
        return tuple(item for item in self.own if item.subject.kind == kind)

    def open_gaps(self) -> tuple[Gap, ...]:
        """The gaps that no decision accepts on the day."""
        return tuple(gap for gap in self.gaps if gap.accepted is None)

    def gaps_of(self, subject: Subject) -> tuple[Gap, ...]:
        """Every gap that a subject has, its own and inherited."""
        every = (*self.gaps, *self.inherited)
        return tuple(gap for gap in every if gap.item.subject == subject)


def picture(campaigns: Sequence[Campaign], on: date) -> Picture:
    """The last of `campaigns` as it stands `on` a day, beside those before it."""
    *earlier, campaign = campaigns
    day = min(on, campaign.closed_on or on)
    items = tuple(_items(campaign, day))
    before = _gaps_before(campaigns)
    judge = _Judge(campaign, day, items, before, tuple(c.id for c in earlier))
    found = [judge.gap(item) for item in items if item.reason]
    own = sorted((gap for gap in found if gap.item.provider is None), key=_urgency)
    inherited = tuple(gap for gap in found if gap.item.provider is not None)
    now = {gap.key for gap in found}
    closed = tuple(sorted(before[-1] - now)) if before else ()
    return Picture(campaign, day, items, tuple(own), inherited, closed)


def figures(items: Iterable[Item]) -> Figures:
    """The three numbers of a set of questions, and their counts.

    Not applicable leaves the denominator; unanswered and unknown stay in it.
    """
    every = tuple(items)
    counts = dict.fromkeys((*STATUSES, UNANSWERED), 0)
    for item in every:
        counts[item.status] += 1
    staying = [item for item in every if not item.left]
    answered = [item for item in staying if item.status != UNANSWERED]
    points = sum(POINTS.get(i.status, 0) * i.control.weight for i in staying)
    return Figures(
        counts,
        _ratio(len(answered), len(staying)),
        _ratio(points, 2 * sum(i.control.weight for i in answered)),
        _ratio(points, 2 * sum(i.control.weight for i in staying)),
    )


def by_theme(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """Questions by the theme of their control, themes in order."""
    return _grouped(items, lambda item: item.control.theme)


def by_subject(items: Iterable[Item]) -> dict[Subject, tuple[Item, ...]]:
    """Questions by subject, subjects in the order they were issued."""
    groups: dict[Subject, list[Item]] = {}
    for item in items:
        groups.setdefault(item.subject, []).append(item)
    return {subject: tuple(group) for subject, group in groups.items()}


@dataclass(frozen=True)
class Trend:
    """Met of all, then and now, on the questions that were asked in both campaigns only."""

    then: Ratio | None
    now: Ratio | None
    questions: int


def trend(earlier: Iterable[Item], later: Iterable[Item]) -> Trend:
    """Compare only the same subjects and controls."""
    then = {item.key: item for item in earlier}
    subjects = {subject for subject, _control in then}
    now = {(_name_among(i, subjects), i.control.id): i for i in later}
    both = then.keys() & now.keys()
    return Trend(
        figures(then[key] for key in both).met_of_all,
        figures(now[key] for key in both).met_of_all,
        len(both),
    )


def without_class_a(picture: Picture, criticality: str) -> Ratio | None:
    """Systems of `criticality` without an open gap in class A, of all such systems.

    A gap that a system inherits is a gap of the system.
    """
    systems = [
        subject
        for subject, group in by_subject(picture.items).items()
        if subject.kind == "system"
        and _fact(group[0].issue, "criticality") == criticality
    ]
    hit = {
        gap.item.subject
        for gap in (*picture.gaps, *picture.inherited)
        if gap.letter == "A" and gap.accepted is None
    }
    return _ratio(sum(s not in hit for s in systems), len(systems))


@dataclass(frozen=True)
class Line:
    """Gaps told in one line of a summary: of one control, or of one who did not answer."""

    gaps: tuple[Gap, ...]
    control: Control | None = None
    silent: str | None = None
    """The person who answered nothing; "" where nobody is known to answer."""

    @property
    def worst(self) -> Gap:
        """The most urgent of them."""
        return min(self.gaps, key=_urgency)

    @cached_property
    def systems(self) -> tuple[Subject, ...]:
        """The systems that have one of the gaps, inherited ones among them."""
        found: dict[Subject, None] = {}
        for gap in self.gaps:
            if gap.item.subject.kind == "system":
                found[gap.item.subject] = None
            found |= dict.fromkeys(gap.behind)
        return tuple(found)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Everything that has one of the gaps."""
        own = dict.fromkeys(gap.item.subject for gap in self.gaps)
        return tuple(own | dict.fromkeys(s for gap in self.gaps for s in gap.behind))


def lines(picture: Picture) -> tuple[Line, ...]:
    """Open gaps, grouped by control; a person who answered nothing is one line. Worst first."""
    silent = silent_people(picture)
    controls: dict[str, list[Gap]] = {}
    people: dict[str, list[Gap]] = {}
    for gap in picture.open_gaps():
        person = gap.item.issue.form.person or ""
        if gap.item.status == UNANSWERED and person in silent:
            people.setdefault(person, []).append(gap)
        else:
            controls.setdefault(gap.item.control.id, []).append(gap)
    told = [Line(tuple(g), control=g[0].item.control) for g in controls.values()]
    told += [Line(tuple(g), silent=person) for person, g in people.items()]
    return tuple(sorted(told, key=_line_urgency))


def silent_people(picture: Picture) -> frozenset[str]:
    """Those who answered nothing of what they were issued; "" for questions without a person."""
    asked: set[str] = set()
    heard: set[str] = set()
    for item in picture.own:
        person = item.issue.form.person or ""
        asked.add(person)
        if item.word and item.word.campaign == picture.campaign.id:
            heard.add(person)
    return frozenset(asked - heard)


def figures_as_json(found: Figures) -> dict[str, Any]:
    """Figures as `gaps --format json` shows them; ratios with four decimals, or null."""
    ratios = {
        "answered": found.answered,
        "met_of_answered": found.met_of_answered,
        "met_of_all": found.met_of_all,
    }
    return {**{n: r.decimal if r else None for n, r in ratios.items()}, **found.counts}


def _items(campaign: Campaign, on: date) -> Iterator[Item]:
    controls = {applied.control.id: applied.control for applied in campaign.applied}
    current = campaign.current()
    answered_by = {issue.subject.key: issue for issue in current}
    own: dict[Key, Item] = {}
    for issue in current:
        for id in (*issue.form.questions, *issue.form.carried):
            item = _item(campaign, issue, controls[id], on)
            own[item.key] = item
            yield item
    for issue in current:
        for id, services in issue.form.inherited.items():
            found = [
                own[f"system:{s}", id] for s in services if (f"system:{s}", id) in own
            ]
            if found and issue.subject.key in answered_by:
                worst = max(found, key=_badness)
                yield Item(
                    issue.subject,
                    worst.control,
                    worst.question,
                    worst.status,
                    issue,
                    worst.word,
                    worst.reason,
                    worst.left,
                    worst.subject,
                )


def _item(campaign: Campaign, issue: Issue, control: Control, on: date) -> Item:
    key = (issue.subject.key, control.id)
    question = control.questions[issue.subject.kind]
    word, review = campaign.words.get(key), campaign.review(key)
    status = word.answer.status if word else UNANSWERED
    if review and review.outcome == "assessed" and review.status:
        status = review.status
    reason = status if status in _SHORTFALL else None
    if review and review.outcome == "returned":
        reason = "returned"
    elif status == "met" and word and _is_overdue(word, question, on):
        reason = "overdue"
    agreed = bool(review and review.outcome in ("agreed", "assessed"))
    free = question.not_applicable == "free" or agreed
    left = status == "not-applicable" and free and reason is None
    return Item(issue.subject, control, question, status, issue, word, reason, left)


def _is_overdue(word: Word, question: Question, on: date) -> bool:
    months, reviewed = question.review_every_months, word.answer.reviewed_on
    return bool(months and reviewed and months_later(reviewed, months) < on)


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _badness(item: Item) -> tuple[int, str]:
    return _shortfall(item), item.subject.id


def _shortfall(item: Item) -> int:
    if item.reason is None:
        return 0
    return _SHORTFALL.get(item.status, 1)


class _Judge:
    """Makes gaps of items, with what must be known of the whole campaign."""

    def __init__(
        self,
        campaign: Campaign,
        on: date,
        items: tuple[Item, ...],
        before: Sequence[frozenset[Key]],
        earlier: tuple[str, ...],
    ) -> None:
        self.campaign, self.on = campaign, on
        self.before, self.earlier = before, earlier
        self.behind: dict[Key, list[Item]] = {}
        self.systems: dict[str, dict[Subject, Issue]] = {"": {}}
        for item in items:
            if item.provider:
                key = (item.provider.key, item.control.id)
                self.behind.setdefault(key, []).append(item)
            if item.subject.kind == "system":
                for owner in ("", item.issue.owner or "-"):
                    owned = self.systems.setdefault(owner, {})
                    owned[item.subject] = item.issue

    def gap(self, item: Item) -> Gap:
        behind = self.behind.get(item.key, []) if item.provider is None else []
        factors = self.factors(item, behind)
        years = self.years(item)
        accepted = self.campaign.accepted.get(item.key)
        return Gap(
            item,
            item.reason or "",
            factors,
            _letter(factors, self.campaign.profile.classes),
            (*self.earlier, self.campaign.id)[-years],
            years,
            tuple(other.subject for other in behind),
            accepted if accepted and accepted.until >= self.on else None,
        )

    def factors(self, item: Item, behind: list[Item]) -> Factors:
        """The highest factors among the systems concerned: those behind a provider, those of
        an owner, all for the organisation and its employees."""
        if item.subject.kind == "system":
            concerned = [item.issue, *(other.issue for other in behind)]
        else:
            owner = item.subject.id if item.subject.kind == "owner" else ""
            concerned = list(self.systems.get(owner, {}).values())
        return Factors(
            _shortfall(item),
            item.control.weight,
            max((_criticality(issue) for issue in concerned), default=_UNKNOWN_FACTOR),
            max((_data(issue) for issue in concerned), default=_UNKNOWN_FACTOR),
            len({issue.subject for issue in concerned}),
        )

    def years(self, item: Item) -> int:
        years = 1
        for keys in reversed(self.before):
            if item.key not in keys:
                break
            years += 1
        return years


def _letter(factors: Factors, classes: Classes) -> str:
    if factors.halves >= 2 * classes.a:
        return "A"
    return "B" if factors.halves >= 2 * classes.b else "C"


def _fact(issue: Issue, name: str) -> Any:
    return issue.form.facts.get(name)


def _criticality(issue: Issue) -> int:
    return _CRITICALITY.get(_fact(issue, "criticality") or "", _UNKNOWN_FACTOR)


def _data(issue: Issue) -> int:
    kinds = _fact(issue, "personal_data")
    return max((_DATA[kind] for kind in kinds), default=1) if kinds else _UNKNOWN_FACTOR


def _gaps_before(campaigns: Sequence[Campaign]) -> tuple[frozenset[Key], ...]:
    """The gaps of each earlier campaign on its last day, as its subjects are called now."""
    found: list[frozenset[Key]] = []
    for campaign, following in zip(campaigns, campaigns[1:], strict=False):
        day = campaign.closed_on or following.opened_on
        items = list(_items(campaign, day))
        found.append(frozenset(item.key for item in items if item.reason))
        subjects = {item.subject.key for item in items}
        names = {
            f"{i.subject.kind}:{i.formerly}": i.subject.key
            for i in following.issues
            if i.formerly and i.subject.key not in subjects
        }
        found = [frozenset((names.get(s, s), c) for s, c in keys) for keys in found]
    return tuple(found)


def _name_among(item: Item, subjects: set[str]) -> str:
    """What the item's subject is called among `subjects`: its former name, if only that is."""
    former = f"{item.subject.kind}:{item.issue.formerly}"
    return (
        former
        if former in subjects and item.subject.key not in subjects
        else item.subject.key
    )


def _urgency(gap: Gap) -> tuple[Any, ...]:
    """Most urgent first; ties by age, control and subject."""
    order = control_order(gap.item.control.id)
    return -gap.factors.halves, -gap.years, order, gap.item.subject.key


def _line_urgency(line: Line) -> tuple[Any, ...]:
    return -line.worst.factors.halves, -len(line.subjects), _urgency(line.worst)


def _ratio(part: int, whole: int) -> Ratio | None:
    return Ratio(part, whole) if whole else None


def _grouped(
    items: Iterable[Item], name: Callable[[Item], str]
) -> dict[str, tuple[Item, ...]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return {key: tuple(groups[key]) for key in sorted(groups, key=control_order)}
