"""Who gets the mail about somebody's forms: they, or those who stand in while they are away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secaudit.gaps import grouped
from secaudit.inventory import Person
from secaudit.steps.mailing.awaited import Awaited
from secaudit.steps.mailing.office import Office


@dataclass(frozen=True)
class Recipients:
    """Who gets a mail about some of somebody's forms."""

    to: tuple[Person, ...]
    forms: tuple[Awaited, ...]
    absent: str = ""
    """The name of whom they stand in for."""


def recipients(
    person: str, forms: Iterable[Awaited], office: Office
) -> Iterator[Recipients]:
    """Who gets the mail: the person; while they are away, who stands in for each system."""
    someone = office.person(person)
    away = someone.away(office.on)
    standing_in = grouped(forms, lambda one: _deputies(one, office) if away else ())
    for deputies, theirs in standing_in.items():
        absent = someone.name if deputies else ""
        yield Recipients(deputies or (someone,), theirs, absent)


def _deputies(one: Awaited, office: Office) -> tuple[Person, ...]:
    """Those who stand in for the owner of a system, and are not away themselves."""
    subject, on = one.issue.subject, office.on
    of_system = subject.kind == "system" and one.issue.form.part == "main"
    system = office.inventory.system(subject.id) if of_system else None
    people = map(office.inventory.person, system.deputies if system else ())
    return tuple(p for p in people if p and p.email and not p.away(on))
