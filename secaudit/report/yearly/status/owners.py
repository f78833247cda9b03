"""Section 7, System owners' own duties."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.gaps import Item, Picture, by_subject, figures
from secaudit.language import _, counted, number
from secaudit.questionnaire import Subject
from secaudit.report.said.first import first
from secaudit.report.said.systems import by_burden, classes_of, open_of
from secaudit.report.said.wording import percent
from secaudit.report.yearly.material import Material

_MOST_OWNERS = 8


@dataclass(frozen=True)
class OwnerRow:
    """One system owner, and how their own duties stand."""

    name: str
    systems: int
    overdue: int
    """Reviews that are out of date, in the owner's systems and own duties."""
    answered: str
    met_of_all: str
    worst: str
    """The class of the most urgent open gap."""
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class Owners:
    """Section 7: the system owners, those with the most urgent gaps of their own first."""

    said: str
    """How many have something to mend in their own duties."""
    rows: tuple[OwnerRow, ...]
    rest: str


def owners(material: Material) -> Owners:
    """Section 7."""
    picture = material.picture
    duties = by_subject(picture.of("owner"))
    shown, rest = first(by_burden(duties, picture), _MOST_OWNERS)
    overdue = Counter(
        gap.item.issue.owner or gap.item.subject.id
        for gap in picture.gaps
        if gap.reason == "overdue" and gap.item.subject.kind in ("system", "owner")
    )
    owned = Counter(items[0].issue.owner for items in material.systems.values())
    return Owners(
        said=_said(list(duties), picture),
        rows=tuple(
            _row(owner, duties[owner], picture, owned[owner.id], overdue[owner.id])
            for owner in shown
        ),
        rest=rest,
    )


def _row(
    owner: Subject, items: Sequence[Item], picture: Picture, systems: int, overdue: int
) -> OwnerRow:
    shares = figures(items)
    worst, a, b, c = classes_of(open_of(owner, picture))
    return OwnerRow(
        name=owner.name,
        systems=systems,
        overdue=overdue,
        answered=percent(shares.answered),
        met_of_all=percent(shares.met_of_all),
        worst=worst,
        a=a,
        b=b,
        c=c,
    )


def _said(owners: Sequence[Subject], picture: Picture) -> str:
    if not owners:
        return ""
    short = sum(bool(open_of(owner, picture)) for owner in owners)
    if not short:
        return _("No system owner has an open gap in their own duties.")
    return counted(
        "{{part}} of {n} system owner has open gaps in their own duties.",
        "{{part}} of {n} system owners have open gaps in their own duties.",
        len(owners),
    ).format(part=number(short))
