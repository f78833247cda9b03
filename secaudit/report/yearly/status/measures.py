"""Section 12, NIS 2: the measures of NIS 2-loven § 6, stk. 1, and § 7 on the management."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.campaign import Key
from secaudit.catalogue import Control, serves
from secaudit.gaps import SHORTFALL, Item, Picture
from secaudit.language import _, active
from secaudit.report.said.law import section
from secaudit.report.said.wording import state
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.standing import approval_of

_WORST = tuple(status for status, halves in SHORTFALL.items() if halves == 2)
"""What is said where nothing is met: that it is not, else why that is not known."""
_LAW = "nis2-loven"
_SIXTH, _SEVENTH = "§ 6, stk. 1, nr. ", "§ 7, stk. "


@dataclass(frozen=True)
class MeasureRow:
    """One number of NIS 2-loven § 6, stk. 1, or section 7."""

    place: str
    about: str
    status: str
    gaps: int
    """The open gaps in what tells of it."""
    a: int
    """Those in class A."""


@dataclass(frozen=True)
class Measures:
    """Section 12: NIS 2; empty without the law among the catalogues."""

    said: str
    """Whether the management approved the measures (§ 7, stk. 1)."""
    rows: tuple[MeasureRow, ...]
    """Each number of § 6, stk. 1 and subsection of § 7 that the catalogue has."""


def measures(material: Material) -> Measures:
    """Section 12."""
    picture = material.picture
    required = sorted(_requirements(picture), key=_order)
    classes = {gap.key: gap.gap_class for gap in material.gaps}
    return Measures(
        said=_said(picture) if required else "",
        rows=tuple(
            _row(place, requirement, picture, classes)
            for place, requirement in required
        ),
    )


def _requirements(picture: Picture) -> Iterator[tuple[str, Control]]:
    """What is of the law alone, in the catalogue of it."""
    for applied in picture.campaign.applied:
        control = applied.control
        places = control.references.get(_LAW, ())
        if applied.applies and control.theme == "NIS2" and len(places) == 1:
            (place,) = places
            if place.startswith((_SIXTH, _SEVENTH)):
                yield place, control


def _order(found: tuple[str, Control]) -> tuple[bool, int]:
    place = found[0]
    return place.startswith(_SEVENTH), int(place.rpartition(" ")[2])


def _row(
    place: str,
    requirement: Control,
    picture: Picture,
    classes: Mapping[Key, str],
) -> MeasureRow:
    items = _answering(requirement, picture)
    gaps = [classes[item.key] for item in items if item.key in classes]
    return MeasureRow(
        place=section(place),
        about=requirement.title.said(active()),
        status=_status(items),
        gaps=len(gaps),
        a=gaps.count("A"),
    )


def _answering(requirement: Control, picture: Picture) -> Sequence[Item]:
    """The answers that tell of it: its own, and those of the controls that serve it."""
    return [
        item
        for (id, kind), items in picture.questions.items()
        if id == requirement.id or serves(items[0].control, requirement, kind)
        for item in items
    ]


def _status(items: Sequence[Item]) -> str:
    """Met where every answer is and none is a gap; partial where one is at least in part."""
    if not items:
        return _("not asked")
    staying = [item for item in items if not item.left]
    statuses = {item.status for item in staying}
    if statuses == {"met"} and not any(item.reason for item in staying):
        return state("met")
    if statuses & {"met", "partial"}:
        return state("partial")
    return state(next((s for s in _WORST if s in statuses), "not-applicable"))


def _said(picture: Picture) -> str:
    if approval := approval_of("measures", picture):
        sentence = _("The measures were approved (§ 7(1)): {approval}.")
        return sentence.format(approval=approval)
    return _(
        "No decision is recorded by which management approved the measures (§ 7(1))."
    )
