"""What is to be done within a year: answers, reviews, actions, decisions that end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secaudit.campaign import Action, Campaign, Issue
from secaudit.gaps import Due, Item, falling_due, grouped, months_later
from secaudit.language import _, counted, long_date
from secaudit.report.extract.part import Part
from secaudit.report.said.action_rows import PartActionRow
from secaudit.report.said.answers import unanswered_forms
from secaudit.report.said.wording import name_of, owner_of, shortened, titled

MONTHS = 12
_WHAT = 120


@dataclass(frozen=True)
class DeadlineRow:
    """Something to be done by a day."""

    due: str
    overdue: str
    """The word for it, where the day has passed; else empty."""
    what: str
    about: str
    """The system, or what else it is about."""
    who: str


@dataclass(frozen=True, order=True)
class Deadline:
    """Something to be done by a day."""

    on: date
    what: str
    about: str
    who: str

    def row(self, on: date) -> DeadlineRow:
        """The same as told on a day."""
        overdue = _("overdue") if self.on < on else ""
        return DeadlineRow(long_date(self.on), overdue, self.what, self.about, self.who)


def deadlines(
    part: Part, actions: Mapping[Action, PartActionRow]
) -> tuple[Deadline, ...]:
    """All that is to be done about a part, and should have been, the earliest first."""
    until = months_later(part.source.on, MONTHS)
    due = (*_awaited(part), *_reviews(part, until), *_actions(actions), *_decided(part))
    return tuple(sorted(one for one in due if one.on <= until))


def _awaited(part: Part) -> Iterator[Deadline]:
    """What is to be answered, or answered again, while the campaign is open."""
    campaign = part.campaign
    if campaign.closed_on:
        return
    for items in unanswered_forms(part.shown):
        what = counted("Answer {n} question", "Answer {n} questions", len(items))
        yield _of(items[0], campaign.deadline(items[0].issue), what, part)
    for item in part.shown.own:
        if item.reason == "returned":
            sentence = _("Answer again, it was sent back: {control}")
            what = sentence.format(control=titled(item.control))
            yield _of(item, campaign.deadline(_again(item, campaign)), what, part)


def _again(item: Item, campaign: Campaign) -> Issue:
    """The form that asks for a returned answer: a small one, where it was issued."""
    asking = [
        issue
        for issue in campaign.issues
        if issue.form.occasion == "returned"
        and not issue.superseded
        and issue.subject == item.subject
        and item.control.id in issue.form.questions
    ]
    return asking[-1] if asking else item.issue


def _of(item: Item, day: date, what: str, part: Part) -> Deadline:
    """Something that who answers a question is to do."""
    who = name_of(item.issue.form.person, part.campaign)
    return Deadline(day, what, part.called(item.subject) or _("own duties"), who)


def _reviews(part: Part, until: date) -> Iterator[Deadline]:
    """Reviews to be repeated; those that are late stand together by what they are about, the
    others by subject and day."""
    every = falling_due(part.source.rounds, until)
    theirs = (due for due in every if part.holds(due.item))
    for group in grouped(theirs, lambda due: _together(due, part.source.on)).values():
        first = _of(group[0].item, group[0].on, _look(group), part)
        if others := len({due.item.subject for due in group}) - 1:
            more = counted("{{name}} and {n} more", "{{name}} and {n} more", others)
            first = replace(first, about=more.format(name=first.about))
        yield first


def _together(due: Due, on: date) -> tuple[str, ...]:
    """What reviews that stand in one row have in common."""
    person = due.item.issue.form.person or ""
    if due.on < on:
        return person, due.item.control.id
    return person, due.item.subject.key, due.on.isoformat()


def _look(group: Sequence[Due]) -> str:
    controls = {due.item.control.id: due.item.control for due in group}
    only = titled(group[0].item.control) if len(controls) == 1 else ""
    sentence = _("Look through again: {controls}")
    return sentence.format(controls=only or ", ".join(controls))


def _actions(actions: Mapping[Action, PartActionRow]) -> Iterator[Deadline]:
    sentence = _("Action {id}: {what}")
    for action, row in actions.items():
        if action.open:
            what = sentence.format(id=action.id, what=shortened(action.what, _WHAT))
            yield Deadline(action.due, what, row.covers, row.responsible)


def _decided(part: Part) -> Iterator[Deadline]:
    """Gaps that were let stand: by that day they are closed, or decided anew."""
    for gap in part.shown.gaps:
        accepted = part.campaign.decided.get(gap.key)
        if accepted is None or accepted.since > part.source.on:
            continue
        sentence = _("The accepted gap must be closed, or decided again: {control}")
        if gap.legal:
            sentence = _("The known duty by law must be met: {control}")
        what = sentence.format(control=titled(gap.item.control))
        who = name_of(owner_of(gap.item), part.campaign)
        yield replace(_of(gap.item, accepted.until, what, part), who=who)
