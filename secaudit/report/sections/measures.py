"""The measures of NIS 2-loven § 6, stk. 1, and what § 7 demands of the management."""

from collections.abc import Iterator, Sequence

from secaudit.catalogue import Control, serves
from secaudit.gaps import Item, Picture
from secaudit.language import _, active
from secaudit.report.rows import MeasureRow
from secaudit.report.sections.applicability import answers_met
from secaudit.report.sections.basis import approval_of
from secaudit.report.sections.law import section
from secaudit.report.wording import NOTHING, state

_LAW = "nis2-loven"
_SIXTH, _SEVENTH = "§ 6, stk. 1, nr. ", "§ 7, stk. "


def measures(picture: Picture) -> tuple[MeasureRow, ...]:
    """A row for each number of § 6, stk. 1 and subsection of § 7 that the catalogue has."""
    return tuple(
        _row(place, requirement, picture)
        for place, requirement in sorted(_requirements(picture), key=_order)
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


def _row(place: str, requirement: Control, picture: Picture) -> MeasureRow:
    items = _answering(requirement, picture)
    keys = {item.key for item in items}
    open_ = [gap.letter for gap in picture.open_gaps() if gap.key in keys]
    return MeasureRow(
        section(place),
        requirement.title.said(active()),
        "; ".join(answers_met(items)) or NOTHING,
        _status(items),
        min(open_, default=NOTHING),
    )


def _answering(requirement: Control, picture: Picture) -> Sequence[Item]:
    """The answers that tell of it: its own, and those of the controls that serve it."""
    return [
        item
        for item in picture.own
        if not item.left
        and (
            item.control.id == requirement.id
            or serves(item.control, requirement, item.subject.kind)
        )
    ]


def _status(items: Sequence[Item]) -> str:
    """Met where every answer is; not met where none is, not even in part."""
    said = {item.status for item in items}
    if not said:
        return NOTHING
    if said == {"met"}:
        return state("met")
    return state("partial" if said & {"met", "partial"} else "not-met")


def measures_said(picture: Picture) -> str:
    """Whether the management approved the measures (§ 7, stk. 1); empty without the law."""
    if not any(_requirements(picture)):
        return ""
    found = approval_of("measures", picture)
    if not found:
        return _(
            "No decision is recorded by which management approved the measures (§ 7, stk. 1)."
        )
    sentence = _("Management approved the measures (§ 7, stk. 1): {approval}.")
    return sentence.format(approval=found)
