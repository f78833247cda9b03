"""What every section of the report is told again from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.two_years import recompute, rounds
from tests.two_years.ranked import Ranking, natural
from tests.two_years.standing import Asked, Standing
from tests.two_years.words import Expected, Token, Words

Row = tuple[Expected, ...]
Said = tuple[str | Token, ...]
NOTHING = "–"
KINDS = ("system", "owner", "organisation", "employees")


@dataclass(frozen=True)
class Told:
    """A campaign on a day, with all that the register tells beside it, in a language."""

    standing: Standing
    actions: list[Any]
    decisions: list[Any]
    events: int
    head: str
    words: Words
    notes: Any
    """What notes.yaml says, by campaign."""
    notes_digest: str = ""
    """The SHA-256 of that of this campaign."""

    @cached_property
    def ranking(self) -> Ranking:
        """Its gaps."""
        return Ranking(self.standing, self.actions)

    @property
    def before(self) -> Standing | None:
        """The campaign before."""
        return self.standing.before

    @property
    def opened(self) -> Any:
        """What the campaign was opened with."""
        return self.standing.round.opened

    @property
    def today(self) -> str:
        """The day that the report is as of."""
        return self.standing.day.isoformat()

    @cached_property
    def systems(self) -> list[str]:
        """Every system that is asked about."""
        current = dict.fromkeys(rounds.key(f) for f in self.standing.round.current)
        return [key for key in current if key.startswith("system:")]

    def of(self, kind: str) -> list[Asked]:
        """What the subjects of a kind answer themselves."""
        every = self.standing.own.values()
        return [one for one in every if one.subject.startswith(f"{kind}:")]

    def about(self, subject: str) -> list[Asked]:
        """What is asked about one subject, inherited answers among it."""
        return [a for (name, _id), a in self.standing.every.items() if name == subject]

    def facts(self, system: str) -> Any:
        """What is known of a system."""
        return self.standing.told[system]["facts"]

    def called(self, subject: str) -> str:
        """The name of a subject."""
        return str(self.standing.told[subject]["name"])

    def name(self, person: str | None) -> str:
        """The name of a person."""
        return self.standing.round.names.get(person or "", person or NOTHING)

    def owner(self, system: str) -> str | None:
        """The person accountable for a system."""
        found: str | None = self.standing.told[system]["owner"]
        return found

    @property
    def ownerless(self) -> list[str]:
        """The systems that nobody is accountable for."""
        return [system for system in self.systems if not self.owner(system)]

    @property
    def critical(self) -> list[str]:
        """The systems that society depends on."""
        return [s for s in self.systems if self.is_critical(s)]

    def is_critical(self, system: str) -> bool:
        """Whether society depends on it."""
        return bool(self.facts(system).get("criticality") == "society-critical")

    def reviewed(self, asked: Asked) -> Any:
        """The review of an answer; empty where there is none."""
        return self.standing.review(asked.word, asked.control["id"])

    def place(self, subject: str) -> str:
        """The forvaltning of a system or an owner; empty where it is not known."""
        id = recompute.forvaltning(self.standing.told[subject], self.standing)
        return (
            {d["id"]: str(d["name"]) for d in self.opened["departments"]}[id]
            if id
            else ""
        )

    def titled(self, control: Any) -> str:
        """Id and title of a control."""
        return f"{control['id']} {self.words.title(control['title'])}"

    def theme(self, id: str) -> str:
        """Id and title of a theme."""
        titles = {theme["id"]: theme["title"] for theme in self.opened["themes"]}
        return f"{id} {self.words.title(titles[id])}"

    def applied(self, control: str) -> bool:
        """Whether it applies in the campaign."""
        return any(
            one["control"]["id"] == control and one["applies"]
            for one in self.opened["applied"]
        )

    def known(self, day: str | None) -> str | None:
        """The day on which something was done; None where it has none, or is to come."""
        return day if day and day <= self.today else None

    def fresh(self, day: str | None) -> bool:
        """Whether it is of the past year."""
        if not day:
            return False
        year, rest = day[:4], day[4:]
        return f"{int(year) + 1}{rest}" >= self.today


def by_theme(every: Iterable[Asked]) -> dict[str, list[Asked]]:
    """Questions by the theme of their control, themes in order."""
    found: dict[str, list[Asked]] = {}
    for one in every:
        found.setdefault(one.control["theme"], []).append(one)
    return {theme: found[theme] for theme in sorted(found, key=natural)}


def silent_systems(told: Told) -> list[str]:
    """Those of which nothing that their owner was asked is answered."""
    asked = [a for a in told.of("system") if not a.form.get("part")]
    heard = {one.subject for one in asked if one.status != "unanswered"}
    every = {one.subject for one in asked}
    return [system for system in told.systems if system in every - heard]


def missing(told: Told, system: str) -> bool:
    """Whether something that is asked about it is not answered."""
    return any(asked.status == "unanswered" for asked in told.about(system))
