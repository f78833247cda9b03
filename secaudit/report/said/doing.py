"""What is done about a gap, as a cell of a table says it: adopted actions, else proposals."""

from collections.abc import Iterable, Iterator
from datetime import date

from secaudit.assessment import ProposedAction
from secaudit.campaign import Action
from secaudit.gaps import Gap
from secaudit.language import _, counted, long_date, number
from secaudit.report.said.wording import shortened

_MOST_TEXT = 200


def doing(gap: Gap, on: date) -> str:
    """The actions that cover a gap; else what the respondent proposes; else nothing."""
    if gap.actions:
        return "\n".join(_adopted(action, on) for action in gap.actions)
    action = gap.item.word.answer.action if gap.item.word else None
    if action is None:
        return ""
    return proposed(shortened(action.what, _MOST_TEXT), _details(action, on))


def proposed(what: str, details: Iterable[str]) -> str:
    """What a respondent proposes, with its details in brackets."""
    told = ", ".join(details)
    whole = f"{what} ({told})".lstrip() if told else what
    return _("Proposal: {what}").format(what=whole)


def _adopted(action: Action, on: date) -> str:
    details = ", ".join(_details(action, on))
    adopted = _("Action {id}: {what} ({details})")
    what = shortened(action.what, _MOST_TEXT)
    return adopted.format(id=action.id, what=what, details=details)


def _details(action: Action | ProposedAction, on: date) -> Iterator[str]:
    """Who does it, by when, and what it takes; once it has ended, who did it and when."""
    if action.responsible:
        yield shortened(action.responsible)
    if isinstance(action, Action) and action.ended_on:
        yield _("done {date}").format(date=long_date(action.ended_on))
        return
    if action.due:
        said = _("by {date}") if action.due >= on else _("by {date} (overdue)")
        yield said.format(date=long_date(action.due))
    if isinstance(action, Action) and action.moves:
        moved = counted(
            "moved once from {{date}}",
            "moved {n} times from {{date}}",
            len(action.moves),
        )
        yield moved.format(date=long_date(action.original_due))
    yield from doing_effort(action.hours, action.cost)


def doing_effort(hours: int | None, cost: int | None) -> Iterator[str]:
    """What it takes: hours, and kroner."""
    if hours:
        yield counted("{n} hour", "{n} hours", hours)
    if cost:
        yield _("DKK {amount}").format(amount=number(cost))
