"""What the inventory tells of the systems: facts, and the forvaltning that each is in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import NOWHERE, Forvaltning, Issue
from secaudit.gaps import Gap, Item, Picture, months_later
from secaudit.language import _, counted
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.systems import open_of
from secaudit.report.said.wording import of
from secaudit.report.yearly.material import Material

_YEAR = 12


@dataclass(frozen=True)
class FactRow:
    """One thing that the report builds on."""

    name: str
    value: str


@dataclass(frozen=True)
class RemarkRow:
    """What somebody says in their own words."""

    who: str
    on: str
    said: str


def issues_of(material: Material) -> tuple[Issue, ...]:
    """A form of each system, with its facts as they were told last."""
    return tuple(items[0].issue for items in material.systems.values())


def is_answered(items: Iterable[Item]) -> bool:
    """Whether every one of the questions is."""
    return all(item.status != UNANSWERED for item in items)


def said_on(fact: object, on: date) -> date | None:
    """The day on which something was done; None if it has none, or is only to come."""
    told = fact.get("on") if isinstance(fact, Mapping) else fact
    day = date.fromisoformat(str(told)) if told else None
    return day if day and day <= on else None


def is_fresh(day: date | None, on: date) -> bool:
    """Whether it is of the past year."""
    return day is not None and months_later(day, _YEAR) >= on


def fresh_of(days: Sequence[date | None], on: date) -> str:
    """How many are of the past year, of them all, and of how many none is stated."""
    fresh = sum(is_fresh(day, on) for day in days)
    return of(fresh, len(days)) + not_stated(days.count(None))


def not_stated(systems: int) -> str:
    """That something is not stated of so many, in brackets; empty if it is of all."""
    unstated = counted(" ({n} not stated)", " ({n} not stated)", systems)
    return unstated if systems else ""


def holds_personal_data(issue: Issue) -> bool:
    """Whether the system is known to hold personal data."""
    return bool(set(issue.facts.get("personal_data") or ()) - {"none"})


def may_hold_personal_data(issue: Issue) -> bool:
    """Whether it does, or is not known not to."""
    return issue.facts.get("personal_data") is None or holds_personal_data(issue)


def placed(picture: Picture) -> dict[Forvaltning, tuple[Item, ...]]:
    """What is asked about systems and owners of each forvaltning; nowhere comes last."""
    places: dict[Forvaltning, list[Item]] = {}
    for subject, items in picture.subjects.items():
        if subject.kind in ("system", "owner"):
            place = picture.campaign.forvaltning(items[0].issue)
            places.setdefault(place, []).extend(items)
    order = sorted(places, key=lambda place: (place == NOWHERE, place[1].casefold()))
    return {place: tuple(places[place]) for place in order}


def name_of_place(place: Forvaltning) -> str:
    """What a forvaltning is called."""
    return place[1] if place != NOWHERE else _("Department not stated")


def own(items: Iterable[Item]) -> list[Item]:
    """What is answered in the forvaltning itself: a common service answers in its own."""
    return [item for item in items if item.provider is None]


def own_gaps(subject: Subject, picture: Picture) -> tuple[Gap, ...]:
    """The open gaps of a subject that are not those of a common service that it uses."""
    return tuple(gap for gap in open_of(subject, picture) if gap.item.provider is None)
