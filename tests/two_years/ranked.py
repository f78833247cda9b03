"""Gaps as the report tells of them, computed a second time: most urgent first, and in lines.

Written from docs/figures.md and the design alone, as plainly as can be.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.two_years import recompute, rounds
from tests.two_years.rounds import Key
from tests.two_years.standing import Asked, Standing


@dataclass(frozen=True)
class Gap:
    """A gap of a subject, its own or one that it inherits."""

    subject: str
    asked: Asked
    """The question, as it was answered: where it is inherited, by the worst service."""
    form: Any
    """What the subject itself was issued."""
    factors: dict[str, Any]
    priority: Fraction
    gap_class: str
    since: str
    years: int
    services: tuple[str, ...] = ()
    """The common services that have the gap, where it is inherited."""
    heirs: tuple[str, ...] = ()
    accepted: Any = None
    actions: tuple[Any, ...] = ()

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.subject, self.asked.control["id"]

    @property
    def legal(self) -> bool:
        """Whether the law demands it."""
        return bool(self.asked.question.get("legal"))

    @property
    def open(self) -> bool:
        """No decision lets it stand; none can let a breach of the law stand."""
        return not self.accepted or self.legal

    @property
    def planned(self) -> bool:
        """Whether an action is still to be done about it."""
        return any(to_be_done(action) for action in self.actions)

    @property
    def urgency(self) -> tuple[Any, ...]:
        """Most urgent first; ties by age, control, subject."""
        subject, control = self.key
        return -self.priority, -self.years, natural(control), subject


@dataclass(frozen=True)
class Line:
    """Open gaps in one control, or of one person who has answered nothing."""

    gaps: tuple[Gap, ...]
    silent: str | None = None

    @property
    def worst(self) -> Gap:
        """The most urgent of them."""
        return self.gaps[0]

    @property
    def subjects(self) -> list[str]:
        """Everything that has one of the gaps."""
        own = [gap.subject for gap in self.gaps]
        return list(dict.fromkeys([*own, *(h for gap in self.gaps for h in gap.heirs)]))


class Ranking:
    """The gaps of a campaign on a day."""

    def __init__(self, standing: Standing, actions: list[Any]) -> None:
        self.standing, self.actions = standing, actions

    @cached_property
    def own(self) -> list[Gap]:
        """Each gap once, most urgent first; that of a service for all who inherit it."""
        found = [
            self._gap(key[0], asked, asked.form, self.standing.heirs.get(key, []))
            for key, asked in self.standing.own.items()
            if asked.reason
        ]
        return sorted(found, key=lambda gap: gap.urgency)

    @cached_property
    def inherited(self) -> list[Gap]:
        """The gaps of services, as each system that inherits them has them."""
        return [
            self._gap(rounds.key(form), asked, form, [], self._at_fault(form, id))
            for form in self.standing.round.current
            for id in form.get("inherited", {})
            if (asked := self.standing.inherited[rounds.key(form), id]).reason
            and (rounds.key(form), id) not in self.standing.own
        ]

    @cached_property
    def open(self) -> list[Gap]:
        """Those of `own` that no decision lets stand."""
        return [gap for gap in self.own if gap.open]

    @cached_property
    def by_subject(self) -> dict[str, list[Gap]]:
        """The open gaps that each subject has, its own and inherited."""
        found: dict[str, list[Gap]] = {}
        for gap in (*self.own, *self.inherited):
            if gap.open:
                found.setdefault(gap.subject, []).append(gap)
        return found

    def classes(self, subject: str) -> list[int]:
        """How many open gaps it has in A, B and C."""
        return in_classes(self.by_subject.get(subject, []))

    @property
    def classes_of_open(self) -> list[int]:
        """How many open gaps there are in A, B and C, each counted once."""
        return in_classes(self.open)

    def burden(self, subject: str) -> tuple[Any, ...]:
        """Most gaps in class A first, then in B, then in C, then by name."""
        name = self.standing.told[subject]["name"].casefold()
        return *(-number for number in self.classes(subject)), name, subject

    @cached_property
    def silent(self) -> set[str]:
        """Who was asked and answered nothing in this campaign; "" is nobody in particular."""
        every = self.standing.own.values()
        asked = {person(one) for one in every if one.control["id"] in issued(one)}
        now = self.standing.round.id
        return asked - {person(one) for one in every if one.word.get("campaign") == now}

    def is_of_silence(self, gap: Gap) -> bool:
        """Whether it stands on the line of somebody who answered nothing."""
        return gap.asked.status == "unanswered" and person(gap.asked) in self.silent

    @cached_property
    def lines(self) -> list[Line]:
        """The open gaps by control; those of a person who answered nothing apart."""
        groups: dict[tuple[bool, str], list[Gap]] = {}
        for gap in self.open:
            quiet = self.is_of_silence(gap)
            name = person(gap.asked) if quiet else gap.key[1]
            groups.setdefault((quiet, name), []).append(gap)
        found = [
            Line(tuple(gaps), name if quiet else None)
            for (quiet, name), gaps in groups.items()
        ]
        return sorted(found, key=_line_urgency)

    def accountable(self, gap: Gap) -> str:
        """Who is accountable: for a system its owner, as it was told last."""
        owner = self.standing.told[gap.subject].get("owner")
        return owner or gap.form.get("person") or ""

    def current(self, subject: str) -> str:
        """What a subject of earlier is called now."""
        for now in [subject, *self._names.get(subject, ())]:
            if now in self.standing.told:
                subject = now
        return subject

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """By every former name of a system, what it is called now."""
        found: dict[str, list[str]] = {}
        for now in self.standing.told:
            for _then, name in self.standing.back(now):
                found.setdefault(name, []).append(now)
        return found

    def _gap(
        self,
        subject: str,
        asked: Asked,
        form: Any,
        heirs: list[str],
        services: tuple[str, ...] = (),
    ) -> Gap:
        key = (subject, asked.control["id"])
        shown = Asked(**{**asked.__dict__, "subject": subject})
        factors = recompute.factors(shown, heirs, self.standing)
        priority = recompute.priority_of(factors)
        since = recompute.since(key, self.standing)
        return Gap(
            subject,
            asked,
            form,
            factors,
            priority,
            recompute.class_of(priority, self.standing),
            since,
            self._years(since),
            services,
            tuple(heirs),
            self._accepted(key, services),
            tuple(self._acting({key, *((s, key[1]) for s in services)})),
        )

    def _at_fault(self, form: Any, id: str) -> tuple[str, ...]:
        """The services that have the gap, of those that answer for a system."""
        services = [f"system:{service}" for service in form["inherited"][id]]
        return tuple(s for s in services if self.standing.own[s, id].reason)

    def _years(self, since: str) -> int:
        """In how many campaigns in a row it is a gap."""
        years, then = 1, self.standing
        while then.round.id != since and then.before:
            years, then = years + 1, then.before
        return years

    def _accepted(self, key: Key, services: tuple[str, ...]) -> Any:
        """What lets it stand; one that is inherited, at every service that has it."""
        if not services:
            return recompute.accepted(key, self.standing)
        found = [recompute.accepted((s, key[1]), self.standing) for s in services]
        return min(found, key=lambda one: str(one["until"])) if all(found) else None

    def _acting(self, keys: set[Key]) -> list[Any]:
        """The actions that cover it and were not dropped."""
        return [
            action
            for action in self.actions
            if action["status"] != "dropped" and keys & self.covered(action)
        ]

    def covered(self, action: Any) -> set[Key]:
        """The gaps that an action covers, by what their subjects are called now."""
        return {(self.current(c["subject"]), c["control"]) for c in action["covers"]}


def person(asked: Asked) -> str:
    """Who is to answer it; empty where nobody is named."""
    return asked.form.get("person") or ""


def issued(asked: Asked) -> list[str]:
    """The controls that were asked about on its form, not those that are carried."""
    return list(asked.form["questions"])


def to_be_done(action: Any) -> bool:
    """Whether it is neither done nor dropped."""
    return action["status"] in ("planned", "started")


def in_classes(gaps: list[Gap]) -> list[int]:
    """How many there are in A, B and C."""
    return [sum(gap.gap_class == letter for gap in gaps) for letter in "ABC"]


def natural(control: str) -> list[tuple[bool, int, str]]:
    """A key that orders controls as people count: A.5.9 before A.5.10."""
    parts = control.split(".")
    return [(not p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in parts]


def _line_urgency(line: Line) -> tuple[Any, ...]:
    return -line.worst.priority, -len(line.subjects), line.worst.urgency
