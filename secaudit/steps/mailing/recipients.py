"""Who gets the mail about somebody's forms: they, or those who stand in while they are away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from secaudit.inventory import Person
from secaudit.steps.mailing.awaited import Awaited
from secaudit.steps.mailing.office import Office, complaint


@dataclass(frozen=True)
class Recipient:
    """Who gets a mail about some of somebody's forms."""

    to: Person
    forms: tuple[Awaited, ...]
    absent: str = ""
    """The name of whom they stand in for."""
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By form, the names of those who stand in for it, too."""


def recipients(
    person: str, forms: Iterable[Awaited], office: Office
) -> Iterator[Recipient]:
    """Who gets the mail: the person; while they are away, whoever stands in for a system."""
    someone, every = office.person(person), tuple(forms)
    away = someone.away(office.on)
    of_form = [(one, _deputies(one, office) if away else ()) for one in every]
    left = tuple(one for one, deputies in of_form if not deputies)
    if left:
        yield Recipient(someone, left)
    for deputy in dict.fromkeys(p for _one, deputies in of_form for p in deputies):
        theirs = [(one, deputies) for one, deputies in of_form if deputy in deputies]
        yield Recipient(
            to=deputy,
            forms=tuple(one for one, _deputies in theirs),
            absent=someone.name,
            others={
                one.issue.id: tuple(p.name for p in deputies if p != deputy)
                for one, deputies in theirs
            },
        )


def asked_of(id: str, office: Office) -> tuple[Awaited, ...]:
    """What somebody has to answer today, be it for somebody else who is away."""
    return tuple(
        one
        for person, every in office.by_person.items()
        for who in recipients(person, every, office)
        if who.to.id == id
        for one in who.forms
    )


def _deputies(one: Awaited, office: Office) -> tuple[Person, ...]:
    """Those who stand in for the owner of a system: who can be written to, and are not away."""
    subject, on = one.issue.subject, office.on
    of_system = subject.kind == "system" and one.issue.form.part == "main"
    system = office.inventory.system(subject.id) if of_system else None
    people = map(office.inventory.person, system.deputies if system else ())
    return tuple(p for p in people if p and not p.away(on) and not complaint(p))
