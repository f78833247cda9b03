"""The measures of NIS 2-loven § 6, stk. 1, and what § 7 demands of the management."""

from collections.abc import Iterator, Mapping, Sequence

from secaudit.campaign import Key
from secaudit.catalogue import Control, serves
from secaudit.gaps import Item, Picture
from secaudit.language import _, active
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.law import section
from secaudit.report.said.wording import state
from secaudit.report.yearly.rows import MeasureRow
from secaudit.report.yearly.status.basis import approval_of

_WORST = ("not-met", "unknown", UNANSWERED)
"""What is said where nothing is met: that it is not, else why that is not known."""
_LAW = "nis2-loven"
_SIXTH, _SEVENTH = "§ 6, stk. 1, nr. ", "§ 7, stk. "


def measures(picture: Picture) -> tuple[MeasureRow, ...]:
    """A row for each number of § 6, stk. 1 and subsection of § 7 that the catalogue has."""
    letters = {gap.key: gap.gap_class for gap in picture.open_gaps()}
    return tuple(
        _row(place, requirement, _answering(requirement, picture), letters)
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


def _row(
    place: str,
    requirement: Control,
    items: Sequence[Item],
    letters: Mapping[Key, str],
) -> MeasureRow:
    found = [letters[item.key] for item in items if item.key in letters]
    return MeasureRow(
        section(place),
        requirement.title.said(active()),
        _status(items),
        len(found),
        found.count("A"),
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
    said = {item.status for item in staying}
    if said == {"met"} and not any(item.reason for item in staying):
        return state("met")
    if said & {"met", "partial"}:
        return state("partial")
    return state(next((s for s in _WORST if s in said), "not-applicable"))


def measures_said(picture: Picture) -> str:
    """Whether the management approved the measures (§ 7, stk. 1); empty without the law."""
    if not any(_requirements(picture)):
        return ""
    found = approval_of("measures", picture)
    if not found:
        return _(
            "No decision is recorded by which management approved the measures (§ 7(1))."
        )
    sentence = _("The measures were approved (§ 7(1)): {approval}.")
    return sentence.format(approval=found)
