"""Section 2, Follow-up: what became of the decisions and actions of earlier campaigns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secaudit.campaign import APPROVABLE, Action, Decision
from secaudit.gaps import Picture
from secaudit.language import _, counted, long_date
from secaudit.report.said.first import first
from secaudit.report.said.wording import NOTHING, joined, shortened
from secaudit.report.yearly.gaps.plan import ActionRow, action_row, was_left
from secaudit.report.yearly.material import Material

_MOST_DECISIONS = 5
_MOST_EARLIER = 8
_MOST_TEXT = 400


@dataclass(frozen=True)
class DecisionRow:
    """A decision of earlier, and what came of it."""

    id: str
    on: str
    by: str
    text: str
    case: str
    outcome: str
    """What it approved or let stand, and how that is now."""


@dataclass(frozen=True)
class Followup:
    """Section 2: what became of what was decided before; empty in a first campaign."""

    said: str
    """What became of the actions, in sentences."""
    actions: tuple[ActionRow, ...]
    """Overdue ones first, then those to be done, then the rest."""
    actions_rest: str
    decisions: tuple[DecisionRow, ...]
    """Those of the campaign before, and what earlier ones still let stand."""
    decisions_rest: str


def followup(material: Material) -> Followup:
    """Section 2."""
    actions = earlier_actions(material)
    shown, actions_rest = first(actions, _MOST_EARLIER)
    told, decisions_rest = first(_earlier_decisions(material), _MOST_DECISIONS)
    return Followup(
        said=" ".join(_said(actions, material.on)) if actions else "",
        actions=tuple(action_row(action, material) for action in shown),
        actions_rest=actions_rest,
        decisions=tuple(_decision(d, material) for d in told),
        decisions_rest=decisions_rest,
    )


def earlier_actions(material: Material) -> list[Action]:
    """Those added in the campaign before, and what was left to do of earlier ones then."""
    picture, before = material.picture, material.before
    if before is None:
        return []
    opened, last = picture.campaign.opened_on, before.campaign.id
    earlier = [
        action
        for action in picture.campaign.actions
        if action.campaign != picture.campaign.id
        and action.added_on <= opened
        and (action.campaign == last or was_left(action, before.on))
    ]
    return sorted(earlier, key=lambda a: (not a.overdue(picture.on), not a.open, a.due))


def _said(actions: Sequence[Action], on: date) -> Iterator[str]:
    overdue = sum(action.overdue(on) for action in actions)
    later = sum(action.open for action in actions) - overdue
    parts = {
        _("{n} done"): sum(action.status == "done" for action in actions),
        _("{n} overdue"): overdue,
        _("{n} to be done later"): later,
        _("{n} dropped"): sum(action.status == "dropped" for action in actions),
    }
    yield counted(
        "{n} earlier action: {{parts}}.",
        "{n} earlier actions: {{parts}}.",
        len(actions),
    ).format(parts=joined([part.format(n=n) for part, n in parts.items() if n]))
    if moved := [len(action.moves) for action in actions if action.moves]:
        times = counted("{n} time", "{n} times", sum(moved))
        yield counted(
            "The date of {n} was moved, {{times}} in all.",
            "The dates of {n} were moved, {{times}} in all.",
            len(moved),
        ).format(times=times)


def _earlier_decisions(material: Material) -> list[Decision]:
    """What was decided, about systems as they are called now."""
    picture, before = material.picture, material.before
    if before is None:
        return []
    names, opened = _new_names(picture), picture.campaign.opened_on
    return [
        _renamed(decision, names)
        for decision in picture.campaign.decisions
        if decision.campaign != picture.campaign.id
        and decision.on <= picture.on
        and (decision.campaign == before.campaign.id or _still_held(decision, opened))
    ]


def _still_held(decision: Decision, on: date) -> bool:
    """Whether it let a gap stand on the day."""
    if decision.taken_back_on and decision.taken_back_on < on:
        return False
    return decision.on <= on and any(gap.until >= on for gap in decision.accepts)


def _new_names(picture: Picture) -> dict[str, str]:
    """By the former key of a renamed system, its key now."""
    current = picture.campaign.current()
    taken = {issue.subject.key for issue in current}
    names = {f"system:{i.formerly}": i.subject.key for i in current if i.formerly}
    return {was: now for was, now in names.items() if was not in taken}


def _renamed(decision: Decision, names: Mapping[str, str]) -> Decision:
    """The decision, about its systems as they are called now."""
    accepts = tuple(
        replace(gap, subject=names.get(gap.subject, gap.subject))
        for gap in decision.accepts
    )
    return replace(decision, accepts=accepts)


def _decision(decision: Decision, material: Material) -> DecisionRow:
    return DecisionRow(
        id=decision.id,
        on=long_date(decision.on),
        by=decision.by or NOTHING,
        text=shortened(decision.text, _MOST_TEXT) or NOTHING,
        case=decision.case or NOTHING,
        outcome="\n".join(_outcome(decision, material)) or NOTHING,
    )


def _outcome(decision: Decision, material: Material) -> Iterator[str]:
    if decision.taken_back_on:
        yield _("Withdrawn {date}").format(date=long_date(decision.taken_back_on))
        return
    if decision.approves:
        names = joined([_(APPROVABLE[what]) for what in decision.approves])
        yield _("Approved: {names}").format(names=names)
    if decision.accepts:
        yield "; ".join((*_accepted(decision), *_became(decision, material)))


def _accepted(decision: Decision) -> Iterator[str]:
    """What it lets stand, and which duties by law it only takes note of."""
    legal = sum(gap.legal for gap in decision.accepts)
    stand = len(decision.accepts) - legal
    if stand:
        yield counted("Accepts {n} gap", "Accepts {n} gaps", stand)
    if legal:
        yield counted(
            "Takes note that {n} duty by law is not met",
            "Takes note that {n} duties by law are not met",
            legal,
        )


def _became(decision: Decision, material: Material) -> Iterator[str]:
    """What became of the gaps: closed, asked about no more, past the deadline, or left."""
    gaps, asked = decision.accepts, material.asked
    closed = sum(asked.get(gap.key) is False for gap in gaps)
    gone = sum(gap.key not in asked for gap in gaps)
    left = [gap.until for gap in gaps if asked.get(gap.key)]
    over = sum(until < material.on for until in left)
    if closed:
        yield counted("{n} is closed", "{n} are closed", closed)
    if gone:
        yield counted("{n} is not asked about now", "{n} are not asked about now", gone)
    if over:
        yield counted("{n} is overdue", "{n} are overdue", over)
    if len(left) > over:
        yield counted(
            "{n} has until {{date}}",
            "{n} have until {{date}} at the latest",
            len(left) - over,
        ).format(date=long_date(max(left)))
