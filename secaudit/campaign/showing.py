"""What stands beside an earlier answer, as every form shows it."""

from collections.abc import Iterator

from secaudit.assessment import Answer, ProposedAction
from secaudit.language import _, long_date
from secaudit.questionnaire import as_shown
from secaudit.visible import visible


def parts_of(answer: Answer) -> Iterator[tuple[str, str]]:
    """Comment, evidence and action, each with its name, in the active language."""
    if answer.comment:
        yield _("Comment"), as_line(answer.comment)
    if evidence := "; ".join(_pointed_at(answer)):
        yield _("Evidence"), evidence
    if answer.action:
        yield _("Action"), ", ".join(_doing(answer.action))


def as_line(text: str) -> str:
    """A text on one line, with nothing hidden in it."""
    return visible(str(as_shown(text)))


def _pointed_at(answer: Answer) -> Iterator[str]:
    for one in answer.evidence:
        said = _("{reference} (seen {date})") if one.seen_on else "{reference}"
        reference = as_line(one.reference) or _("no reference")
        yield said.format(
            reference=reference, date=one.seen_on and long_date(one.seen_on)
        )


def _doing(action: ProposedAction) -> Iterator[str]:
    yield from (as_line(text) for text in (action.what, action.responsible) if text)
    if action.due:
        yield _("by {date}").format(date=long_date(action.due))
