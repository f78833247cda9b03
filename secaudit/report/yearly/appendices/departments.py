"""Appendix C: what the answers from each forvaltning come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secaudit.campaign import Forvaltning
from secaudit.gaps import Item, Picture, figures
from secaudit.language import _
from secaudit.report.said.systems import classes_of
from secaudit.report.said.wording import NOTHING, joined, name_of, percent, shortened
from secaudit.report.yearly.facts import name_of_place, own, own_gaps, placed
from secaudit.report.yearly.material import Material


@dataclass(frozen=True)
class DepartmentRow:
    """What the answers from one department come to."""

    department: str
    systems: int
    answered: str
    met_of_answered: str
    met_of_all: str
    a: int
    b: int
    c: int
    silent: str
    """Who answered nothing."""


def departments(material: Material) -> tuple[DepartmentRow, ...]:
    """What each forvaltning answers comes to, systems and owners apart."""
    return tuple(
        _row(place, of_kind, material.picture)
        for place, items in placed(material.picture).items()
        for kind in ("system", "owner")
        if (of_kind := [item for item in items if item.subject.kind == kind])
    )


def _row(place: Forvaltning, items: Sequence[Item], picture: Picture) -> DepartmentRow:
    shares, subjects = figures(own(items)), {item.subject for item in items}
    gaps = [gap for subject in subjects for gap in own_gaps(subject, picture)]
    _worst, a, b, c = classes_of(gaps)
    owners = items[0].subject.kind == "owner"
    name = name_of_place(place)
    return DepartmentRow(
        department=_("{name}: system owners' own duties").format(name=name)
        if owners
        else name,
        systems=len(subjects),
        answered=percent(shares.answered),
        met_of_answered=percent(shares.met_of_answered),
        met_of_all=percent(shares.met_of_all),
        a=a,
        b=b,
        c=c,
        silent=_silent(own(items), picture),
    )


def _silent(items: Iterable[Item], picture: Picture) -> str:
    people = {item.issue.form.person or "" for item in items} & picture.silent
    names = [
        shortened(name_of(person, picture.campaign)) if person else _("nobody named")
        for person in sorted(people)
    ]
    return joined(names) or NOTHING
