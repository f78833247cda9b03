"""What the numbers of every section are computed again from."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.two_years import rounds
from tests.two_years.ranked import Ranking, natural, to_be_done
from tests.two_years.retold.numbers import Row, Said, day
from tests.two_years.standing import Asked, Standing

KINDS = ("system", "owner", "organisation", "employees")


@dataclass(frozen=True)
class Section:
    """A section: its tables; by style its paragraphs with numbers; by name its charts."""

    tables: Sequence[Sequence[Row]] = ()
    said: Mapping[str, Sequence[Said]] = field(default_factory=dict)
    charts: Mapping[str, tuple[list[list[int]], Said]] = field(default_factory=dict)


class Told(Ranking):
    """A campaign on a day, as the first so many events of the register and its notes tell."""

    def __init__(
        self, folder: Path, year: str, events: int, day: date, notes: Any
    ) -> None:
        register, file = folder / "register.db", folder / f"campaigns/{year}/notes.yaml"
        every = [one for one in rounds.rounds(register, events) if one.id <= year]
        actions, self.decisions = rounds.acts(register, events)
        super().__init__(Standing(every, day), actions)
        self.events, self.head = events, rounds.head(register, events)
        self.digest = hashlib.sha256(file.read_bytes()).hexdigest()
        self.id, self.year = year, int(year)
        self.notes, self.earlier_notes = notes[year], notes.get(str(self.year - 1), {})
        self.before, self.opened = self.standing.before, self.standing.round.opened
        self.profile, self.day = self.opened["profile"], self.standing.day
        self.today, self.target = (
            self.day.isoformat(),
            f"{self.profile['targets']['met']} %",
        )
        self.asked = list(self.standing.own.values())
        self.stood = {gap.key for gap in (*self.own, *self.inherited)}
        plan = filter(to_be_done, actions)
        self.plan = sorted(plan, key=lambda action: (action["due"], action["action"]))
        told, keys = self.standing.told, map(rounds.key, self.standing.round.current)
        systems = [key for key in dict.fromkeys(keys) if key.startswith("system:")]
        self.facts = {system: told[system]["facts"] for system in systems}
        self.owners = {system: told[system]["owner"] for system in systems}
        self.ownerless = [system for system in systems if not self.owners[system]]
        self.criticality = {s: f.get("criticality") for s, f in self.facts.items()}
        known = self.criticality.items()
        self.critical = {s for s, found in known if found == "society-critical"}
        asked = self.standing.every.items()
        left = {s for (s, _id), one in asked if one.status == "unanswered"}
        self.unheard = self.facts.keys() & left

    def of(self, kind: str) -> list[Asked]:
        """What the subjects of a kind answer themselves."""
        return [one for one in self.asked if one.subject.startswith(f"{kind}:")]

    def called(self, subject: str) -> str:
        """The name of a subject."""
        return str(self.standing.told[subject]["name"])

    def seen(self, every: Iterable[Asked]) -> tuple[int, int]:
        """How many answers were reviewed, of how many."""
        words = [(one.word, one.control["id"]) for one in every if one.word]
        return sum(bool(self.standing.review(*word)) for word in words), len(words)

    def known(self, days: Iterable[str | None]) -> list[str | None]:
        """The days on which something was done; None for one that is still to come."""
        return [one if one and one <= self.today else None for one in days]

    def fresh(self, days: list[str | None]) -> Said:
        """How many are of the past year, of how many, and how many are not known."""
        known = self.known(days)
        new = sum(bool(one) and a_year_after(str(one)) >= self.today for one in known)
        return new, len(days), *unstated(known)

    def is_overdue(self, action: Any) -> bool:
        """Whether it should have been done before the day."""
        return to_be_done(action) and bool(action["due"] < self.today)

    def closed_of(self, action: Any) -> Said:
        """How many of the gaps that it covers are none any more, of how many."""
        covered = self.covered(action)
        return len(covered - self.stood), len(covered)


def a_year_after(day: str) -> str:
    """The same day of the next year."""
    return f"{int(day[:4]) + 1}{day[4:]}"


def by_theme(every: Iterable[Asked]) -> dict[str, list[Asked]]:
    """Questions by the theme of their control, themes in order."""
    found: dict[str, list[Asked]] = {}
    for one in sorted(every, key=lambda one: natural(one.control["theme"])):
        found.setdefault(one.control["theme"], []).append(one)
    return found


def some(*numbers: int) -> tuple[int, ...]:
    """Those that are not nought."""
    return tuple(number for number in numbers if number)


def many(names: Collection[Any], most: int = 2) -> tuple[int, ...]:
    """How many there are, where they are too many to be named."""
    return some(len(names) * (len(names) > most))


def unstated(values: list[Any]) -> tuple[int, ...]:
    """How many are not known."""
    return some(values.count(None))


def rest(rows: Sequence[Row], most: int) -> list[Said]:
    """How many rows a table leaves out, which stands below it."""
    return [(len(rows) - most,)] if len(rows) > most else []


def moved(action: Any) -> Said:
    """How often it was moved, and its first date."""
    return (action["moves"], day(action["first"])) if action["moves"] else ()


def amount(actions: Iterable[Any], name: str) -> Said:
    """The sum of what is stated, and of how many nothing is; empty where nothing is."""
    every = [action.get(name) for action in actions]
    stated = [one for one in every if one is not None]
    return (sum(stated), *unstated(every)) if stated else ()
