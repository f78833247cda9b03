"""The statement of applicability (ISO 27001 6.1.3 d): every control, whether it applies, why."""

from collections.abc import Iterable, Iterator, Mapping

from secaudit.catalogue import KINDS, Control, Kind, serves
from secaudit.gaps import Item, Picture
from secaudit.language import _, active, counted, later
from secaudit.profile import Applied
from secaudit.report.rows import ControlRow
from secaudit.report.wording import NOTHING, kind_name, state

_SAID: dict[Kind, str] = {
    "system": later("Systems: {part} of {whole} met"),
    "owner": later("Owners: {part} of {whole} met"),
}
_ANSWERS: dict[Kind, str] = {
    "system": later("systems: {part} of {whole}"),
    "owner": later("owners: {part} of {whole}"),
    "organisation": later("organisation: {part} of {whole}"),
    "employees": later("employees: {part} of {whole}"),
}


def controls(picture: Picture) -> tuple[ControlRow, ...]:
    """Every control of the campaign's catalogues, in order."""
    asked: dict[str, list[Item]] = {}
    for item in picture.own:
        asked.setdefault(item.control.id, []).append(item)
    every = picture.campaign.applied
    reasons = ["", *(applied.reason for applied in every)]
    return tuple(
        _row(applied, above, _status(applied, every, asked))
        for above, applied in zip(reasons, every, strict=False)
    )


def _row(applied: Applied, above: str, status: str) -> ControlRow:
    return ControlRow(
        applied.control.id,
        applied.control.title.said(active()),
        _("yes") if applied.applies else _("no"),
        _("as above")
        if above and above == applied.reason
        else applied.reason or NOTHING,
        status,
    )


def _status(
    applied: Applied, every: Iterable[Applied], asked: Mapping[str, list[Item]]
) -> str:
    if not applied.applies:
        return NOTHING
    if not applied.control.questions:
        return _derived(applied.control, every, asked)
    items = asked.get(applied.control.id, [])
    return "\n".join(_by_kind(items)) if items else _("Not asked in this campaign")


def _derived(
    requirement: Control, every: Iterable[Applied], asked: Mapping[str, list[Item]]
) -> str:
    """How the controls that answer for a requirement stand; it is not asked again."""
    serving = [
        a.control.id for a in every if a.applies and serves(a.control, requirement)
    ]
    items = [
        item
        for id in serving
        for item in asked.get(id, [])
        if serves(item.control, requirement, item.subject.kind)
    ]
    if not items:
        return _("Nobody is asked about it")
    answering = {item.control.id for item in items}
    heading = counted(
        "Met in answers to {n} control:",
        "Met in answers to {n} controls:",
        len(answering),
    )
    return "\n".join((heading, *answers_met(items)))


def answers_met(items: Iterable[Item]) -> Iterator[str]:
    """How many of the answers are met, of how many; a part for each kind of subject."""
    return _counts(items, _ANSWERS)


def _counts(items: Iterable[Item], said: Mapping[Kind, str]) -> Iterator[str]:
    staying = [item for item in items if not item.left]
    for kind in KINDS:
        of_kind = [item for item in staying if item.subject.kind == kind]
        if of_kind:
            met = sum(item.status == "met" for item in of_kind)
            yield _(said[kind]).format(part=met, whole=len(of_kind))


def _by_kind(items: Iterable[Item]) -> Iterator[str]:
    every = tuple(items)
    for kind in KINDS:
        of_kind = [item for item in every if item.subject.kind == kind]
        staying = [item for item in of_kind if not item.left]
        if kind in _SAID and staying:
            yield from _counts(staying, _SAID)
        elif of_kind:
            status = state((staying or of_kind)[0].status)
            yield f"{kind_name(kind)}: {status}"
