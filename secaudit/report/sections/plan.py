"""What is done about gaps: the action plan, and what it takes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from secaudit.assessment import ProposedAction
from secaudit.campaign import Action
from secaudit.gaps import Gap, Picture
from secaudit.language import _, counted, later, long_date, number
from secaudit.questionnaire import Subject
from secaudit.report.rows import ActionRow, Chart, EffortRow, Series
from secaudit.report.sections.doing import doing_effort
from secaudit.report.wording import NOTHING, capital, joined, of, shortened

MOST_ACTIONS = 10
_MOST_CONTROLS = 4
_MOST_TEXT = 140
STATES = {
    "planned": later("not started"),
    "started": later("under way"),
    "overdue": later("overdue"),
    "done": later("done"),
    "dropped": later("dropped"),
}


def state_of_action(action: Action, on: date) -> str:
    """Its state on the day, one of STATES: overdue is derived."""
    return "overdue" if action.overdue(on) else action.status


def planned(picture: Picture) -> tuple[Action, ...]:
    """The actions of the plan: those that are still to be done, the earliest due first."""
    found = [action for action in picture.campaign.actions if action.open]
    return tuple(sorted(found, key=lambda action: (action.due, action.id)))


def touched(picture: Picture, before: Picture | None) -> tuple[Action, ...]:
    """Those of the plan, and those that ended since the campaign before."""
    since = before.on if before else date.min
    return tuple(
        action
        for action in picture.campaign.actions
        if action.open or (action.ended_on and action.ended_on >= since)
    )


def actions(picture: Picture) -> tuple[ActionRow, ...]:
    """The plan, a row for each action."""
    found = planned(picture)
    return tuple(row(action, picture) for action in found)


def row(action: Action, picture: Picture) -> ActionRow:
    """An action, as a row."""
    return ActionRow(
        action.id,
        shortened(action.what, _MOST_TEXT),
        covered(action, picture),
        shortened(action.responsible) or NOTHING,
        long_date(action.due),
        _state(action, picture.on),
        _moved(action),
        joined(list(doing_effort(action.hours, action.cost))) or NOTHING,
        remaining(action, picture),
        shortened(action.evidence, _MOST_TEXT),
    )


def _state(action: Action, on: date) -> str:
    said = _(STATES[state_of_action(action, on)])
    if not action.ended_on:
        return said
    return f"{said} {long_date(action.ended_on)}"


def _moved(action: Action) -> str:
    if not action.moves:
        return ""
    sentence = counted(
        "moved {n} time; the first date was {{date}}",
        "moved {n} times; the first date was {{date}}",
        len(action.moves),
    )
    return sentence.format(date=long_date(action.original_due))


def covered(action: Action, picture: Picture) -> str:
    """Which controls the action is about, and in how many places."""
    controls = list(dict.fromkeys(control for _subject, control in action.covers))
    said = ", ".join(controls[:_MOST_CONTROLS])
    if len(controls) > _MOST_CONTROLS:
        more = counted("{n} more", "{n} more", len(controls) - _MOST_CONTROLS)
        said = f"{said}, {more}"
    subjects = dict.fromkeys(subject for subject, _control in action.covers)
    if len(subjects) == 1:
        names = {item.subject.key: item.subject for item in picture.items}
        found = names.get(next(iter(subjects)))
        return f"{said}: {_called(found)}" if found else said
    return said + counted(" in {n} place", " in {n} places", len(subjects))


def _called(subject: Subject) -> str:
    if subject.kind == "owner":
        return _("{name}, own duties").format(name=shortened(subject.name))
    return shortened(subject.name)


def remaining(action: Action, picture: Picture) -> str:
    """How many of the gaps that the action covers are open yet."""
    still = {gap.key for gap in (*picture.gaps, *picture.inherited)}
    closed = sum(key not in still for key in action.covers)
    return of(closed, len(action.covers))


def actions_said(picture: Picture) -> str:
    """How many actions there are, how many late, and what they cover."""
    found = planned(picture)
    if not found:
        return _("No action is adopted and still to be done.")
    late = sum(action.overdue(picture.on) for action in found)
    gaps = picture.open_gaps()
    helped = sum(any(action.open for action in gap.actions) for gap in gaps)
    return counted(
        "{n} action is still to be done; {{late}}. {{helped}} of {{gaps}} open gaps have an "
        "action that is still to be done.",
        "{n} actions are still to be done; {{late}}. {{helped}} of {{gaps}} open gaps have "
        "an action that is still to be done.",
        len(found),
    ).format(
        late=counted("{n} is overdue", "{n} are overdue", late),
        helped=helped,
        gaps=len(gaps),
    )


def chart(picture: Picture, before: Picture | None) -> Chart:
    """How many actions are in each state."""
    found = [state_of_action(a, picture.on) for a in touched(picture, before)]
    counts = {s: found.count(s) for s in STATES if s != "dropped" or s in found}
    names = tuple(capital(_(STATES[state])) for state in counts)
    parts = [f"{name}: {n}" for name, n in zip(names, counts.values(), strict=True)]
    sentence = _("Bar chart of the actions by status. {parts}.")
    alt = sentence.format(parts=", ".join(parts)) if found else ""
    return Chart(alt, names, (Series(_("Actions"), tuple(counts.values())),))


def effort(picture: Picture) -> tuple[EffortRow, ...]:
    """What the plan takes, by state; then what is only proposed."""
    found = planned(picture)
    rows = [
        _effort(capital(_(STATES[state])), [(a.hours, a.cost) for a in of_state])
        for state in ("overdue", "started", "planned")
        if (of_state := [a for a in found if state_of_action(a, picture.on) == state])
    ]
    if len(rows) > 1:
        rows.append(_effort(_("All adopted"), [(a.hours, a.cost) for a in found]))
    proposed = proposals(picture.open_gaps())
    if proposed:
        said = [(a.hours, a.cost) for a in proposed]
        rows.append(_effort(_("Proposed by those responsible, not adopted"), said))
    return tuple(rows)


def proposals(gaps: Iterable[Gap]) -> tuple[ProposedAction, ...]:
    """What respondents propose about gaps that no action covers."""
    found = (
        gap.item.word.answer.action
        for gap in gaps
        if gap.item.word and not any(action.open for action in gap.actions)
    )
    return tuple(action for action in found if action)


def _effort(status: str, amounts: Sequence[tuple[int | None, int | None]]) -> EffortRow:
    return EffortRow(
        status,
        len(amounts),
        _sum([hours for hours, _cost in amounts], _("{amount} hours")),
        _sum([cost for _hours, cost in amounts], _("DKK {amount}")),
    )


def _sum(amounts: Sequence[int | None], said: str) -> str:
    """The sum of what is known, and of how many nothing is."""
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return _("not stated")
    total = said.format(amount=number(sum(known)))
    missing = len(amounts) - len(known)
    if not missing:
        return total
    return total + counted(" ({n} not stated)", " ({n} not stated)", missing)


def effort_said(picture: Picture) -> Iterator[str]:
    """What no action covers, in sentences."""
    bare = [gap for gap in picture.open_gaps() if not _has_action(gap)]
    if bare:
        urgent = sum(gap.letter == "A" for gap in bare)
        yield counted(
            "{n} open gap has no adopted action, {{urgent}} in class A.",
            "{n} open gaps have no adopted action, {{urgent}} of them in class A.",
            len(bare),
        ).format(urgent=urgent)


def _has_action(gap: Gap) -> bool:
    return any(action.open for action in gap.actions)
