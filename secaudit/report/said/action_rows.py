"""The actions that cover some gaps, each with the gaps of its own that a reader may see."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from secaudit.campaign import Action, Key
from secaudit.gaps import Gap, grouped
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import Subject
from secaudit.report.said.doing import doing_effort
from secaudit.report.said.wording import capital, joined

Places = Mapping[Key, str]
"""The gaps that a reader may see, each with what its subject is called."""


@dataclass(frozen=True, kw_only=True)
class PartActionRow:
    """What will be done about gaps, or was."""

    id: str
    what: str
    covers: str
    """The gaps that it is to close: controls, and where."""
    responsible: str
    due: str
    status: str
    """Not started, under way, overdue, done or dropped; what is ended with its date."""
    moved: str = ""
    """How often it was moved, from which date, and why the last time."""
    effort: str = ""
    """Hours and kroner."""
    evidence: str = ""


def action_row(action: Action, seen: Places, on: date) -> PartActionRow:
    """An action as a row; what it covers beside what may be seen is only counted."""
    return PartActionRow(
        id=action.id,
        what=action.what or _("(text deleted)"),
        covers=_covered(action, seen),
        responsible=action.responsible or _("nobody named"),
        due=long_date(action.due),
        status=stands(action, on, action.reason if action.status == "dropped" else ""),
        moved=_moved(action),
        effort=joined(list(doing_effort(action.hours, action.cost))),
        evidence=action.evidence,
    )


def service_row(action: Action, gaps: Collection[Gap], on: date) -> PartActionRow:
    """An action of a common service, to those who inherit its gap: whose, which, and when."""
    inherited = [gap for gap in gaps if action in gap.actions]
    services = {s.name: s for gap in inherited if (s := service_of(action, gap))}
    return PartActionRow(
        id=action.id,
        what=_("Action of a common service"),
        covers="\n".join(
            _lines((gap.item.control.id, gap.item.subject.name) for gap in inherited)
        ),
        responsible=joined(list(services)),
        due=long_date(action.due),
        status=stands(action, on),
    )


def service_of(action: Action, gap: Gap) -> Subject | None:
    """The common service that an action for an inherited gap is of; None where it is not."""
    control = gap.item.control.id
    return next((s for s in gap.item.shared if (s.key, control) in action.covers), None)


def id_of(action: Action, gap: Gap) -> str:
    """The id of an action for a gap, with the common service where it is of one."""
    service, of_service = service_of(action, gap), _("{id} ({service})")
    return (
        of_service.format(id=action.id, service=service.name) if service else action.id
    )


def by_due(action: Action) -> tuple[object, ...]:
    """Those still to be done first, the earliest due first."""
    return not action.open, action.due, action.id


def _covered(action: Action, seen: Places) -> str:
    shown = [(key[1], seen[key]) for key in action.covers if key in seen]
    lines = list(_lines(shown))
    if gaps := len(action.covers) - len(shown):
        lines.append(
            counted("and {n} gap elsewhere", "and {n} gaps elsewhere", gaps)
            if shown
            else counted("{n} gap elsewhere", "{n} gaps elsewhere", gaps)
        )
    return "\n".join(lines)


def _lines(covered: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each control, with the places."""
    for control, where in grouped(covered, itemgetter(0)).items():
        yield f"{control}: {', '.join(place for _control, place in where)}"


def _moved(action: Action) -> str:
    """The same as in the plan, and why it was moved last."""
    reason = action.moves[-1].reason if action.moves else ""
    return capital(f"{moved(action)}. {reason}" if reason else moved(action))


def stands(action: Action, on: date, reason: str = "") -> str:
    """Its state in words, with a reason where one is given, and the day that it ended."""
    state = f"{action.said(on)}: {reason}" if reason else action.said(on)
    return f"{state} {long_date(action.ended_on)}" if action.ended_on else state


def moved(action: Action) -> str:
    """How often it was moved, and from which date; empty if it never was."""
    if not action.moves:
        return ""
    sentence = counted(
        "moved once; the first date was {{date}}",
        "moved {n} times; the first date was {{date}}",
        len(action.moves),
    )
    return sentence.format(date=long_date(action.original_due))
