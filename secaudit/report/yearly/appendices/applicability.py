"""Appendix A, the statement of applicability (ISO 27001 6.1.3 d): what applies, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from secaudit.catalogue import KINDS, Control, Kind, kind_name, serves
from secaudit.gaps import Item, Picture, grouped
from secaudit.language import _, active, counted, later, number
from secaudit.profile import Applied
from secaudit.report.said.wording import NOTHING, state, yes_or_no
from secaudit.report.yearly.material import Material

_SAID: dict[Kind, str] = {
    "system": later("Systems: {part} of {whole} met"),
    "owner": later("Owners: {part} of {whole} met"),
}
_MET: dict[Kind, str] = {
    "system": later("systems {part} of {whole}"),
    "owner": later("owners {part} of {whole}"),
    "organisation": later("organisation {part} of {whole}"),
    "employees": later("employees {part} of {whole}"),
}


@dataclass(frozen=True)
class ControlRow:
    """One control in the statement of applicability (ISO 27001 6.1.3 d)."""

    id: str
    title: str
    applies: str
    reason: str
    status: str


def controls(material: Material) -> tuple[ControlRow, ...]:
    """Every control of the campaign's catalogues, in order."""
    every = material.campaign.applied
    reasons = ["", *(applied.reason for applied in every)]
    return tuple(
        ControlRow(
            id=applied.control.id,
            title=applied.control.title.said(active()),
            applies=yes_or_no(applied.applies),
            reason=_reason(applied, above),
            status=_status(applied, material.picture),
        )
        for above, applied in zip(reasons, every, strict=False)
    )


def _reason(applied: Applied, above: str) -> str:
    again = above and above == applied.reason
    return _("as above") if again else applied.reason or NOTHING


def _status(applied: Applied, picture: Picture) -> str:
    if not applied.applies:
        return NOTHING
    if not applied.control.questions:
        return _derived(applied.control, picture)
    said = "\n".join(_by_kind(applied.control, picture))
    return said or _("Not asked in this campaign")


def _derived(requirement: Control, picture: Picture) -> str:
    """How the controls that answer for a requirement stand; it is not asked again."""
    serving = [
        items
        for (_id, kind), items in picture.questions.items()
        if serves(items[0].control, requirement, kind)
    ]
    if not serving:
        return _("Nobody is asked about it")
    answering = {items[0].control.id for items in serving}
    heading = counted(
        "Met in answers to {n} control:",
        "Met in answers to {n} controls:",
        len(answering),
    )
    return "\n".join((heading, *answers_met(serving)))


def _by_kind(control: Control, picture: Picture) -> Iterator[str]:
    for kind in KINDS:
        items = picture.questions.get((control.id, kind), ())
        met, whole = met_of(items)
        if kind in _SAID and whole:
            yield _(_SAID[kind]).format(part=number(met), whole=number(whole))
        elif items:
            first = next((item for item in items if not item.left), items[0])
            yield f"{kind_name(kind)}: {state(first.status)}"


def met_of(items: Iterable[Item]) -> tuple[int, int]:
    """How many answers are met, of how many that are applicable."""
    staying = [item for item in items if not item.left]
    return sum(item.status == "met" for item in staying), len(staying)


def answers_met(questions: Iterable[Sequence[Item]]) -> Iterator[str]:
    """How many answers to some questions are met, of how many; a part for each kind."""
    kinds = grouped(questions, lambda items: items[0].subject.kind)
    for kind in KINDS:
        met, whole = met_of(chain.from_iterable(kinds.get(kind, ())))
        if whole:
            yield _(_MET[kind]).format(part=number(met), whole=number(whole))
