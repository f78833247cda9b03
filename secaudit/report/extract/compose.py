"""The extract for one person or one department: what they have to do, and by when. Pure."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from secaudit.campaign import Action
from secaudit.gaps import Gap, Picture
from secaudit.language import _, counted, long_date
from secaudit.report.extract.deadlines import Deadline, deadline_row, deadlines
from secaudit.report.extract.employees import employees, employees_said
from secaudit.report.extract.gaps import gap_row, gaps_of, told
from secaudit.report.extract.holdings import (
    owned_rows,
    system_row,
    systems_in,
    unanswered_rows,
)
from secaudit.report.extract.model import Extract
from secaudit.report.extract.scope import Scope, department_scope, person_scope
from secaudit.report.said.about import about
from secaudit.report.said.action_rows import (
    PartActionRow,
    action_row,
    by_due,
    names_of,
    service_row,
)
from secaudit.report.said.awaited import is_unanswered
from secaudit.report.said.reviewed import reviewed
from secaudit.report.said.themes import themes
from secaudit.report.source import Source, within

MOST_DEADLINES = 14
MOST_OWNERS = 12
MOST_SYSTEMS = 14
MOST_DUTIES = 8
MOST_GAPS = 16
MOST_OTHERS = 10
MOST_ACTIONS = 8
MOST_UNANSWERED = 10
T = TypeVar("T")
R = TypeVar("R")


def compose_person(source: Source, id: str) -> Extract:
    """The extract for a person, in the active language."""
    return _compose(source, person_scope(id, source.campaign))


def compose_department(source: Source, id: str) -> Extract:
    """The extract for a department and all below it, in the active language."""
    return _compose(source, department_scope(id, source.campaign))


def _compose(source: Source, scope: Scope) -> Extract:
    campaign, shown = source.campaign, within(source.picture, scope.holds)
    owned, gaps = systems_in(shown, scope), gaps_of(shown)
    actions = _actions(source, shown, scope)
    rows = [_action(action, source, shown, scope) for action in actions]
    falling = deadlines(source, shown, scope, zip(actions, rows, strict=True))
    rows += _of_services(actions, gaps, source)
    systems = tuple(system_row(s, items, source) for s, items in owned.items())
    owners = owned_rows(owned, source) if scope.units else ()
    duties, of_systems, others = (
        tuple(gap_row(gap, scope, source) for gap in told(gaps, kinds))
        for kinds in (("owner",), ("system",), ("organisation", "employees"))
    )
    due = [deadline_row(one, source.on) for one in falling]
    silent = unanswered_rows(source, shown)
    title = _("Information security {campaign}: {name}")
    return Extract(
        title=title.format(campaign=campaign.id, name=scope.name),
        organisation=campaign.organisation.name,
        campaign=campaign.id,
        day=source.on,
        date=long_date(source.on),
        version=source.version,
        name=scope.name,
        of_department=bool(scope.units),
        lead=tuple(_lead(source, shown, gaps, falling)),
        deadlines=tuple(due[:MOST_DEADLINES]),
        deadlines_rest=_rest(due, MOST_DEADLINES, _later),
        owners=owners[:MOST_OWNERS],
        owners_rest=_rest(owners, MOST_OWNERS, _more),
        systems=systems[:MOST_SYSTEMS],
        systems_rest=_rest(systems, MOST_SYSTEMS, _more),
        themes=themes(shown, "system") if scope.units else (),
        duties=duties[:MOST_DUTIES],
        duties_rest=_rest(duties, MOST_DUTIES, _less_urgent),
        gaps=of_systems[:MOST_GAPS],
        gaps_rest=_rest(of_systems, MOST_GAPS, _on_sheets),
        others=others[:MOST_OTHERS],
        others_rest=_rest(others, MOST_OTHERS, _less_urgent),
        actions=tuple(rows[:MOST_ACTIONS]),
        actions_rest=_rest(rows, MOST_ACTIONS, _later),
        unanswered=silent[:MOST_UNANSWERED],
        unanswered_rest=_rest(silent, MOST_UNANSWERED, _less_urgent),
        employees_said=employees_said(source.picture, scope.units)
        if scope.units
        else "",
        employees=employees(source.picture, scope.units),
        reviewed=_reviewed(shown),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
        events=source.head.sequence,
        head=source.head.hash,
    )


def _rest(rows: Sequence[object], most: int, said: Callable[[int], str]) -> str:
    """What a table leaves out, and where it stands; empty where it is whole."""
    more = len(rows) - most
    return said(more) if more > 0 else ""


def _more(n: int) -> str:
    return counted(
        "And {n} more; the information security officer has the full list.",
        "And {n} more; the information security officer has the full list.",
        n,
    )


def _later(n: int) -> str:
    return counted(
        "And {n} later one; the information security officer has the full list.",
        "And {n} later ones; the information security officer has the full list.",
        n,
    )


def _less_urgent(n: int) -> str:
    return counted(
        "And {n} less urgent; the information security officer has the full list.",
        "And {n} less urgent; the information security officer has the full list.",
        n,
    )


def _on_sheets(n: int) -> str:
    return counted(
        "And {n} less urgent gap; every gap stands on the sheet of its system.",
        "And {n} less urgent gaps; every gap stands on the sheet of its system.",
        n,
    )


def _actions(source: Source, shown: Picture, scope: Scope) -> tuple[Action, ...]:
    """The actions to be done that cover something shown, or name the person; then those that
    ended in the campaign."""
    keys = {item.key for item in shown.own}
    found = [
        action
        for action in source.campaign.actions
        if (scope.is_named(action) or keys.intersection(action.covers))
        and (action.open or _is_recent(action, source))
    ]
    return tuple(sorted(found, key=by_due))


def _is_recent(action: Action, source: Source) -> bool:
    return bool(action.ended_on and action.ended_on >= source.campaign.opened_on)


def _action(
    action: Action, source: Source, shown: Picture, scope: Scope
) -> PartActionRow:
    """An action as a row: of others' systems only where the person is responsible for it."""
    told = source.picture if scope.is_named(action) else shown
    keys = {item.key for item in told.own}
    names = names_of({item.subject for item in told.own})
    return action_row(action, keys, names, source.on)


def _of_services(
    own: Collection[Action], gaps: Sequence[Gap], source: Source
) -> list[PartActionRow]:
    """What common services do about the gaps that are inherited from them."""
    inherited = [gap for gap in gaps if gap.item.provider]
    found = {action.id: action for gap in inherited for action in gap.actions}
    others = [action for action in found.values() if action not in own]
    return [
        service_row(action, inherited, source.on)
        for action in sorted(others, key=by_due)
    ]


def _reviewed(shown: Picture) -> str:
    """How many of the answers shown were reviewed."""
    answered = [item for item in shown.own if item.word]
    if answered and not any(shown.campaign.review(item.key) for item in answered):
        return _(
            "No answer here has been reviewed; all of it is the respondents' own word."
        )
    return reviewed(shown)


def _lead(
    source: Source, shown: Picture, gaps: Sequence[Gap], falling: Sequence[Deadline]
) -> Iterator[str]:
    """How it stands, in sentences."""
    if not shown.items:
        yield _("There is nothing to answer for in the campaign.")
        return
    yield _standing(shown, gaps)
    unanswered = sum(is_unanswered(gap) for gap in gaps)
    if unanswered:
        yield counted(
            "{n} of the gaps is a question without an answer.",
            "{n} of the gaps are questions without an answer.",
            unanswered,
        )
    bare = sum(_is_bare(gap) for gap in gaps)
    if bare and unanswered:
        yield counted(
            "Of the others, {n} in class A or B lacks an adopted action.",
            "Of the others, {n} in class A or B lack an adopted action.",
            bare,
        )
    elif bare:
        yield counted(
            "{n} gap in class A or B lacks an adopted action.",
            "{n} gaps in class A or B lack an adopted action.",
            bare,
        )
    yield from _dates(source, falling)


def _standing(shown: Picture, gaps: Sequence[Gap]) -> str:
    subjects = about(shown.items)
    if not gaps:
        return _("No open gaps: {subjects}.").format(subjects=subjects)
    said = counted(
        "{n} open gap in what is asked about {{subjects}}: {{a}} in class A, {{b}} in "
        "class B and {{c}} in class C.",
        "{n} open gaps in what is asked about {{subjects}}: {{a}} in class A, {{b}} in "
        "class B and {{c}} in class C.",
        len(gaps),
    )
    a, b, c = (sum(gap.gap_class == letter for gap in gaps) for letter in "ABC")
    return said.format(subjects=subjects, a=a, b=b, c=c)


def _is_bare(gap: Gap) -> bool:
    """Whether something must be done about it, and nothing is adopted."""
    acted = any(action.open for action in gap.actions)
    return gap.gap_class in "AB" and not is_unanswered(gap) and not acted


def _dates(source: Source, falling: Sequence[Deadline]) -> Iterator[str]:
    over = sum(one.on < source.on for one in falling)
    if over:
        yield counted("{n} deadline has passed.", "{n} deadlines have passed.", over)
    if over < len(falling):
        ahead = counted(
            "{n} deadline falls within a year; the next is {{date}}.",
            "{n} deadlines fall within a year; the next is {{date}}.",
            len(falling) - over,
        )
        yield ahead.format(date=long_date(falling[over].on))
