"""The statement of applicability (ISO 27001 6.1.3 d): every control, whether it applies, why."""

from collections.abc import Iterable, Iterator

from secaudit.catalogue import KINDS, Kind
from secaudit.gaps import Item, Picture
from secaudit.language import _, active, later
from secaudit.profile import Applied
from secaudit.report.model import ControlRow
from secaudit.report.wording import NOTHING, kind_name, state

_SAID: dict[Kind, str] = {
    "system": later("Systems: {part} of {whole} met"),
    "owner": later("Owners: {part} of {whole} met"),
}


def controls(picture: Picture) -> tuple[ControlRow, ...]:
    """Every control of the campaign's catalogues, in order."""
    asked: dict[str, list[Item]] = {}
    for item in picture.own:
        asked.setdefault(item.control.id, []).append(item)
    return tuple(
        _row(applied, asked.get(applied.control.id, []))
        for applied in picture.campaign.applied
    )


def _row(applied: Applied, items: list[Item]) -> ControlRow:
    return ControlRow(
        applied.control.id,
        applied.control.title.said(active()),
        _("yes") if applied.applies else _("no"),
        applied.reason or NOTHING,
        _status(applied, items),
    )


def _status(applied: Applied, items: list[Item]) -> str:
    if not applied.applies:
        return NOTHING
    if not applied.control.questions:
        return _("No questions are asked yet")
    if not items:
        return _("Not asked in this campaign")
    return "\n".join(_by_kind(items))


def _by_kind(items: Iterable[Item]) -> Iterator[str]:
    every = tuple(items)
    for kind in KINDS:
        of_kind = [item for item in every if item.subject.kind == kind]
        staying = [item for item in of_kind if not item.left]
        if kind in _SAID and staying:
            met = sum(item.status == "met" for item in staying)
            yield _(_SAID[kind]).format(part=met, whole=len(staying))
        elif of_kind:
            status = state((staying or of_kind)[0].status)
            yield f"{kind_name(kind)}: {status}"
