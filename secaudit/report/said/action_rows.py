"""The actions that cover some gaps, each with the gaps of its own that a reader may see."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import Action, Key
from secaudit.gaps import Gap
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import Subject
from secaudit.report.said.doing import doing_effort
from secaudit.report.said.wording import called, capital, joined

Names = Mapping[str, str]
"""By subject key, what a subject is called."""


@dataclass(frozen=True)
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
    moved: str
    """How often it was moved, from which date, and why the last time."""
    effort: str
    """Hours and kroner."""
    evidence: str


def action_row(
    action: Action, keys: Collection[Key], names: Names, on: date
) -> PartActionRow:
    """An action as a row; of what it covers, only `keys` are told one by one."""
    return PartActionRow(
        action.id,
        action.what or _("(text deleted)"),
        _covered(action, keys, names),
        action.responsible or _("nobody named"),
        long_date(action.due),
        stands(action, on, action.reason if action.status == "dropped" else ""),
        _moved(action),
        joined(list(doing_effort(action.hours, action.cost))),
        action.evidence,
    )


def service_row(action: Action, gaps: Collection[Gap], on: date) -> PartActionRow:
    """An action of a common service, to those who inherit its gap: whose, which, and when."""
    inherited = [gap for gap in gaps if action in gap.actions]
    services = {s.name: s for gap in inherited if (s := service_of(action, gap))}
    places: dict[str, list[str]] = {}
    for gap in inherited:
        places.setdefault(gap.item.control.id, []).append(gap.item.subject.name)
    return PartActionRow(
        action.id,
        _("Action of a common service"),
        "\n".join(_lines(places)),
        joined(list(services)),
        long_date(action.due),
        stands(action, on),
        "",
        "",
        "",
    )


def service_of(action: Action, gap: Gap) -> Subject | None:
    """The common service that an action for an inherited gap is of; None where it is not."""
    control = gap.item.control.id
    return next((s for s in gap.item.shared if (s.key, control) in action.covers), None)


def id_of(action: Action, gap: Gap) -> str:
    """The id of an action for a gap, with the common service where it is of one."""
    service = service_of(action, gap)
    if service is None:
        return action.id
    return _("{id} ({service})").format(id=action.id, service=service.name)


def by_due(action: Action) -> tuple[object, ...]:
    """Those still to be done first, the earliest due first."""
    return not action.open, action.due, action.id


def names_of(subjects: Collection[Subject]) -> dict[str, str]:
    """What subjects are called, by their key."""
    return {subject.key: called(subject) for subject in subjects}


def _covered(action: Action, keys: Collection[Key], names: Names) -> str:
    told = [key for key in action.covers if key in keys and key[0] in names]
    places: dict[str, list[str]] = {}
    for subject, control in told:
        places.setdefault(control, []).append(names[subject])
    elsewhere = _elsewhere(len(action.covers) - len(told), bool(told))
    return "\n".join([*_lines(places), *elsewhere])


def _lines(places: Mapping[str, Collection[str]]) -> list[str]:
    return [f"{control}: {', '.join(where)}" for control, where in places.items()]


def _elsewhere(gaps: int, more: bool) -> Iterator[str]:
    """That it covers gaps of others, too."""
    if gaps and more:
        yield counted("and {n} gap elsewhere", "and {n} gaps elsewhere", gaps)
    elif gaps:
        yield counted("{n} gap elsewhere", "{n} gaps elsewhere", gaps)


def _moved(action: Action) -> str:
    """The same as in the plan, and why it was moved last."""
    reason = action.moves[-1].reason if action.moves else ""
    return capital(f"{moved(action)}. {reason}" if reason else moved(action))


def stands(action: Action, on: date, reason: str = "") -> str:
    """Its state in words, with a reason where one is given, and the day that it ended."""
    said = action.said(on)
    if reason:
        said = f"{said}: {reason}"
    return f"{said} {long_date(action.ended_on)}" if action.ended_on else said


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
