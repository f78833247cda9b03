"""The inventory as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from secaudit.validation import plain

Criticality = Literal["society-critical", "business-critical", "other"]


@dataclass(frozen=True)
class RiskAssessment:
    """The organisation's own risk assessment of a system: when, and what it showed."""

    on: date | None = None
    result: str | None = None


@dataclass(frozen=True)
class Dpia:
    """The data protection impact assessment of a system (GDPR article 35)."""

    needed: bool | None = None
    on: date | None = None


@dataclass(frozen=True)
class ProcessorAgreement:
    """The processor agreement for a system (GDPR article 28(3))."""

    status: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Facts:
    """What is known of a system. None is unknown, never a default."""

    department: str | None = None
    criticality: Criticality | None = None
    personal_data: tuple[str, ...] | None = None
    hosting: str | None = None
    lifecycle: str | None = None
    supplier: str | None = None
    source_owned: bool | None = None
    has_test_environment: bool | None = None
    citizen_facing: bool | None = None
    """Whether citizens use it themselves, as a web page or an app."""
    risk_assessment: RiskAssessment | None = None
    dpia: Dpia | None = None
    processor_agreement: ProcessorAgreement | None = None
    supervised_on: date | None = None


FACTS = tuple(field.name for field in fields(Facts))


@dataclass(frozen=True)
class System:
    """A system, as the inventory describes it."""

    id: str
    name: str
    facts: Facts
    formerly: str | None = None
    """The id it had in earlier campaigns."""
    owner: str | None = None
    """The accountable person; None where nobody is."""
    deputies: tuple[str, ...] = ()
    operations: str | None = None
    uses: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    """The controls that it answers for on behalf of those who use it."""
    external: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Department:
    """A department; a forvaltning is one without a parent."""

    id: str
    name: str
    parent: str | None = None
    director: str | None = None
    employees: int | None = None
    """How many work there, its parts among them; None is unknown."""


def above(unit: Department, known: Mapping[str, Department]) -> tuple[Department, ...]:
    """The departments above one, the nearest first; in a circle, each once."""
    chain: list[Department] = []
    while (parent := known.get(unit.parent or "")) and parent not in chain:
        chain.append(parent)
        unit = parent
    return tuple(chain)


def staff(units: Iterable[Department]) -> dict[str, int]:
    """How many work in each forvaltning: what it states, else the sum of what its parts do.

    It is left out where that is not known of every part.
    """
    every = tuple(units)
    known = {unit.id: unit for unit in every}
    parts: dict[str, list[Department]] = {}
    for unit in every:
        parts.setdefault(unit.parent or "", []).append(unit)

    def number(unit: Department) -> int | None:
        if unit.employees is not None:
            return unit.employees
        below = [number(part) for part in parts.get(unit.id, ())]
        told = [each for each in below if each is not None]
        return sum(told) if told and len(told) == len(below) else None

    tops = (unit for unit in every if unit.parent not in known)
    return {top.id: found for top in tops if (found := number(top)) is not None}


@dataclass(frozen=True)
class Absence:
    """When somebody is away; a day that is not said is not known."""

    since: date | None = None
    until: date | None = None
    """The last day of it."""


@dataclass(frozen=True)
class Person:
    """Somebody who answers, or directs. The id is a pseudonym."""

    id: str
    name: str
    email: str | None = None
    department: str | None = None
    title: str | None = None
    absent: Absence | None = None

    def away(self, on: date) -> bool:
        """Whether they are absent on a day."""
        absent = self.absent
        if absent is None:
            return False
        return (absent.since or on) <= on <= (absent.until or on)


@dataclass(frozen=True)
class Inventory:
    """All systems, people and departments, in the order of the files."""

    systems: tuple[System, ...] = ()
    people: tuple[Person, ...] = ()
    departments: tuple[Department, ...] = ()

    def person(self, id: str | None) -> Person | None:
        """The person called `id`, if there is one."""
        return next((p for p in self.people if p.id == id), None)

    def system(self, id: str) -> System | None:
        """The system called `id`, if there is one."""
        return next((s for s in self.systems if s.id == id), None)

    def owners(self) -> tuple[Person, ...]:
        """The people who own at least one system that is not retired."""
        owned = {s.owner for s in self.active()}
        return tuple(person for person in self.people if person.id in owned)

    def active(self) -> tuple[System, ...]:
        """The systems that are in use."""
        return tuple(s for s in self.systems if s.facts.lifecycle != "retired")


def plain_facts(facts: Facts) -> dict[str, Any]:
    """The known facts as JSON holds them."""
    known: dict[str, Any] = plain(facts)
    return known
