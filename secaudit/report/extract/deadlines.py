"""What is to be done within a year: answers, reviews, actions, decisions that end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import Action, Issue
from secaudit.gaps import Due, Item, Picture, falling_due, months_later
from secaudit.language import _, counted, long_date
from secaudit.report.extract.model import DeadlineRow
from secaudit.report.extract.scope import Scope
from secaudit.report.said.action_rows import PartActionRow
from secaudit.report.said.awaited import is_awaited
from secaudit.report.said.wording import called, name_of, owner_of, shortened, titled
from secaudit.report.source import Source

MONTHS = 12
_WHAT = 120


@dataclass(frozen=True, order=True)
class Deadline:
    """Something to be done by a day."""

    on: date
    what: str
    about: str
    who: str


def deadlines(
    source: Source,
    shown: Picture,
    scope: Scope,
    actions: Iterable[tuple[Action, PartActionRow]],
) -> tuple[Deadline, ...]:
    """All that is to be done about `shown`, and should have been, the earliest first."""
    until = months_later(source.on, MONTHS)
    found = [
        *_awaited(source, shown, scope),
        *_reviews(source, scope, until),
        *_actions(actions),
        *_decided(source, shown, scope),
    ]
    return tuple(sorted(one for one in found if one.on <= until))


def deadline_row(one: Deadline, on: date) -> DeadlineRow:
    """A deadline as a row."""
    overdue = _("overdue") if one.on < on else ""
    return DeadlineRow(long_date(one.on), overdue, one.what, one.about, one.who)


def unanswered_forms(shown: Picture) -> dict[int, list[Item]]:
    """The questions without an answer, by the event that issued them."""
    forms: dict[int, list[Item]] = {}
    for item in shown.own:
        if is_awaited(item):
            forms.setdefault(item.issue.sequence, []).append(item)
    return forms


def _awaited(source: Source, shown: Picture, scope: Scope) -> Iterator[Deadline]:
    """What is to be answered, or answered again, while the campaign is open."""
    campaign = source.campaign
    if campaign.closed_on:
        return
    for items in unanswered_forms(shown).values():
        n = len(items)
        what = counted("Answer {n} question", "Answer {n} questions", n)
        yield _of_item(items[0], campaign.deadline(items[0].issue), what, scope, source)
    for item in shown.own:
        if item.reason == "returned":
            what = _("Answer again, it was sent back: {control}")
            said = what.format(control=titled(item.control))
            day = campaign.deadline(_again(item, campaign.issues))
            yield _of_item(item, day, said, scope, source)


def _again(item: Item, issues: Iterable[Issue]) -> Issue:
    """The form that asks for a returned answer: a small one, where it was issued."""
    asking = [
        issue
        for issue in issues
        if issue.form.occasion == "returned"
        and not issue.superseded
        and issue.subject == item.subject
        and item.control.id in issue.form.questions
    ]
    return asking[-1] if asking else item.issue


def _of_item(
    item: Item, day: date, what: str, scope: Scope, source: Source
) -> Deadline:
    person = item.issue.form.person
    return Deadline(day, what, _about(item, scope), name_of(person, source.campaign))


def _about(item: Item, scope: Scope) -> str:
    theirs = item.subject.kind == "owner" and not scope.units
    return _("own duties") if theirs else called(item.subject)


def _reviews(source: Source, scope: Scope, until: date) -> Iterator[Deadline]:
    """Reviews to be repeated; those that are late stand together by what they are about, the
    others by subject and day."""
    groups: dict[tuple[str, ...], list[Due]] = {}
    for due in falling_due(source.rounds, until):
        if scope.holds(due.item):
            groups.setdefault(_together(due, source.on), []).append(due)
    for group in groups.values():
        item = group[0].item
        subjects = dict.fromkeys(due.item.subject for due in group)
        others = len(subjects) - 1
        where = _about(item, scope)
        if others:
            more = counted("{{name}} and {n} more", "{{name}} and {n} more", others)
            where = more.format(name=where)
        who = name_of(item.issue.form.person, source.campaign)
        yield Deadline(group[0].on, _look(group), where, who)


def _together(due: Due, on: date) -> tuple[str, ...]:
    """What reviews that stand in one row have in common."""
    person = due.item.issue.form.person or ""
    if due.on < on:
        return person, due.item.control.id
    return person, due.item.subject.key, due.on.isoformat()


def _look(group: Sequence[Due]) -> str:
    said = _("Look through again: {controls}")
    controls = {due.item.control.id: due.item.control for due in group}
    if len(controls) == 1:
        return said.format(controls=titled(group[0].item.control))
    return said.format(controls=", ".join(controls))


def _actions(
    actions: Iterable[tuple[Action, PartActionRow]],
) -> Iterator[Deadline]:
    said = _("Action {id}: {what}")
    for action, row in actions:
        if action.open:
            what = said.format(id=action.id, what=shortened(action.what, _WHAT))
            yield Deadline(action.due, what, row.covers, row.responsible)


def _decided(source: Source, shown: Picture, scope: Scope) -> Iterator[Deadline]:
    """Gaps that were let stand: by that day they are closed, or decided anew."""
    for gap in shown.gaps:
        accepted = source.campaign.decided.get(gap.key)
        if accepted is None or accepted.since > source.on:
            continue
        said = _("The accepted gap must be closed, or decided again: {control}")
        if gap.legal:
            said = _("The known duty by law must be met: {control}")
        what = said.format(control=titled(gap.item.control))
        who = name_of(owner_of(gap.item), source.campaign)
        yield Deadline(accepted.until, what, _about(gap.item, scope), who)
