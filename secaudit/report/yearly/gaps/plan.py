"""What is done about gaps: the action plan, and what it takes."""

from collections.abc import Iterator, Sequence
from datetime import date

from secaudit.assessment import ProposedAction
from secaudit.campaign import ACTION_STATES, Action
from secaudit.gaps import Gap, Picture
from secaudit.language import _, counted, long_date, number
from secaudit.report.said.action_rows import moved, stands
from secaudit.report.said.amounts import cost_of, hours_of
from secaudit.report.said.charts import Chart, Series
from secaudit.report.said.doing import doing_effort
from secaudit.report.said.standing import Standing, closed_of, covered, standing
from secaudit.report.said.wording import NOTHING, capital, joined, shortened
from secaudit.report.yearly.rows import ActionRow, EffortRow

MOST_ACTIONS = 10
_MOST_TEXT = 140


def adopted(picture: Picture) -> tuple[Action, ...]:
    """The actions that were added by the day, or later in the campaign; not in later ones."""
    campaign = picture.campaign
    return tuple(
        action
        for action in campaign.actions
        if action.campaign == campaign.id or action.added_on <= picture.on
    )


def planned(picture: Picture) -> tuple[Action, ...]:
    """The actions of the plan: those that are still to be done, the earliest due first."""
    found = [action for action in adopted(picture) if action.open]
    return tuple(sorted(found, key=lambda action: action.due))


def touched(picture: Picture, before: Picture | None) -> tuple[Action, ...]:
    """Those of the plan, and those that ended since the campaign before."""
    since = before.on if before else date.min
    return tuple(
        action
        for action in adopted(picture)
        if action.open or (action.ended_on and action.ended_on > since)
    )


def actions(picture: Picture) -> tuple[ActionRow, ...]:
    """The plan, a row for each action."""
    known = standing(picture)
    return tuple(row(action, picture.on, known) for action in planned(picture))


def row(action: Action, on: date, known: Standing) -> ActionRow:
    """An action, as a row."""
    return ActionRow(
        action.id,
        shortened(action.what, _MOST_TEXT) or _("(text deleted)"),
        covered(action, known.subjects),
        shortened(action.responsible) or NOTHING,
        long_date(action.due),
        stands(action, on),
        moved(action),
        joined(list(doing_effort(action.hours, action.cost))) or NOTHING,
        closed_of(action.covers, known),
        shortened(action.evidence, _MOST_TEXT),
    )


def actions_said(picture: Picture) -> str:
    """How many actions there are, how many late, and how many gaps they cover."""
    found = planned(picture)
    if not found:
        return _("No action is adopted and still to be done.")
    late = sum(action.overdue(picture.on) for action in found)
    said = counted(
        "{n} action is still to be done; {{late}}.",
        "{n} actions are still to be done; {{late}}.",
        len(found),
    ).format(late=_late(late))
    gaps = picture.open_gaps()
    if not gaps:
        return said
    helped = counted(
        "{{helped}} of {n} open gap has an action that is still to be done.",
        "{{helped}} of {n} open gaps have an action that is still to be done.",
        len(gaps),
    )
    return f"{said} {helped.format(helped=number(len(gaps) - len(bare_gaps(picture))))}"


def _late(actions: int) -> str:
    if not actions:
        return _("none is overdue")
    return counted("{n} is overdue", "{n} are overdue", actions)


def bare_gaps(picture: Picture) -> tuple[Gap, ...]:
    """The open gaps that no action of the plan covers."""
    ids = {action.id for action in planned(picture)}
    return tuple(
        gap
        for gap in picture.open_gaps()
        if not any(action.id in ids for action in gap.actions)
    )


def chart(picture: Picture, before: Picture | None) -> Chart:
    """How many actions are in each state."""
    found = [a.state(picture.on) for a in touched(picture, before)]
    counts = {s: found.count(s) for s in ACTION_STATES if s != "dropped" or s in found}
    names = tuple(capital(_(ACTION_STATES[state])) for state in counts)
    parts = [f"{name}: {n}" for name, n in zip(names, counts.values(), strict=True)]
    sentence = _("Bar chart of the actions by status. {parts}.")
    alt = sentence.format(parts=", ".join(parts)) if found else ""
    return Chart(alt, names, (Series(_("Actions"), tuple(counts.values())),))


def effort(picture: Picture) -> tuple[EffortRow, ...]:
    """What the plan takes, by state; then what is only proposed."""
    found = planned(picture)
    rows = [
        _effort(capital(_(ACTION_STATES[state])), [(a.hours, a.cost) for a in of_state])
        for state in ("overdue", "started", "planned")
        if (of_state := [a for a in found if a.state(picture.on) == state])
    ]
    if len(rows) > 1:
        rows.append(
            _effort(_("All still to be done"), [(a.hours, a.cost) for a in found])
        )
    proposed = proposals(picture)
    if proposed:
        said = [(a.hours, a.cost) for a in proposed]
        rows.append(_effort(_("Proposed by those responsible, not adopted"), said))
    return tuple(rows)


def proposals(picture: Picture) -> tuple[ProposedAction, ...]:
    """What respondents propose about open gaps that no action of the plan covers."""
    words = filter(None, (gap.item.word for gap in bare_gaps(picture)))
    return tuple(word.answer.action for word in words if word.answer.action)


def _effort(status: str, amounts: Sequence[tuple[int | None, int | None]]) -> EffortRow:
    return EffortRow(
        status,
        len(amounts),
        hours_of([hours for hours, _cost in amounts]) or _("not stated"),
        cost_of([cost for _hours, cost in amounts]) or _("not stated"),
    )


def effort_said(picture: Picture) -> Iterator[str]:
    """How many gaps no action covers, and how many of them are urgent; nothing if none."""
    bare = bare_gaps(picture)
    if len(bare) == 1:
        sentence = _("1 open gap, in class {letter}, has no adopted action.")
        yield sentence.format(letter=bare[0].gap_class)
    elif bare:
        urgent = sum(gap.gap_class == "A" for gap in bare)
        sentence = _(
            "{n} open gaps, {urgent} of them in class A, have no adopted action."
        )
        yield sentence.format(n=number(len(bare)), urgent=number(urgent))
