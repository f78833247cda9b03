"""What became of the decisions and actions of earlier campaigns."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from secaudit.campaign import APPROVABLE, Action, Decision
from secaudit.gaps import Picture
from secaudit.language import _, counted, long_date
from secaudit.report.said.standing import Standing, standing
from secaudit.report.said.wording import NOTHING, joined, shortened
from secaudit.report.yearly.gaps.plan import row
from secaudit.report.yearly.rows import ActionRow, DecisionRow

MOST_DECISIONS = 5
MOST_EARLIER = 8
_MOST_TEXT = 400


def earlier_actions(picture: Picture, before: Picture | None) -> tuple[Action, ...]:
    """The actions added in the campaign before, and what was left to do of earlier ones then."""
    if before is None:
        return ()
    opened, last = picture.campaign.opened_on, before.campaign.id
    found = [
        action
        for action in picture.campaign.actions
        if action.campaign != picture.campaign.id
        and action.added_on <= opened
        and (action.campaign == last or _was_left(action, before.on))
    ]
    order = {"overdue": 0, "open": 1, "ended": 2}
    return tuple(sorted(found, key=lambda a: (order[_stage(a, picture.on)], a.due)))


def _was_left(action: Action, on: date) -> bool:
    """Whether it was to be done yet, once the day was over."""
    return action.open or (action.ended_on or date.min) > on


def _stage(action: Action, on: date) -> str:
    if action.overdue(on):
        return "overdue"
    return "open" if action.open else "ended"


def rows(picture: Picture, before: Picture | None) -> tuple[ActionRow, ...]:
    """The same, a row for each: overdue ones first, then those to be done, then the rest."""
    known = standing(picture)
    found = earlier_actions(picture, before)
    return tuple(row(action, picture.on, known) for action in found)


def followed_up(picture: Picture, before: Picture | None) -> str:
    """What became of them, in sentences; empty where there were none."""
    found = earlier_actions(picture, before)
    return " ".join(_followed_up(found, picture.on)) if found else ""


def _followed_up(found: tuple[Action, ...], on: date) -> Iterator[str]:
    overdue = sum(action.overdue(on) for action in found)
    later = sum(action.open for action in found) - overdue
    parts = {
        _("{n} done"): sum(action.status == "done" for action in found),
        _("{n} overdue"): overdue,
        _("{n} to be done later"): later,
        _("{n} dropped"): sum(action.status == "dropped" for action in found),
    }
    yield counted(
        "{n} earlier action: {{parts}}.", "{n} earlier actions: {{parts}}.", len(found)
    ).format(parts=joined([said.format(n=n) for said, n in parts.items() if n]))
    moved = [len(action.moves) for action in found if action.moves]
    if moved:
        times = counted("{n} time", "{n} times", sum(moved))
        yield counted(
            "The date of {n} was moved, {{times}} in all.",
            "The dates of {n} were moved, {{times}} in all.",
            len(moved),
        ).format(times=times)


def decisions(picture: Picture, before: Picture | None) -> tuple[DecisionRow, ...]:
    """The decisions of the campaign before, and what earlier ones still let stand."""
    if before is None:
        return ()
    known, names = standing(picture), _new_names(picture)
    return tuple(
        _decision(_renamed(decision, names), picture.on, known)
        for decision in picture.campaign.decisions
        if _is_earlier(decision, picture)
        and (
            decision.campaign == before.campaign.id
            or _still_held(decision, picture.campaign.opened_on)
        )
    )


def _is_earlier(decision: Decision, picture: Picture) -> bool:
    return decision.campaign != picture.campaign.id and decision.on <= picture.on


def _still_held(decision: Decision, on: date) -> bool:
    """Whether it let a gap stand on the day."""
    if decision.taken_back_on and decision.taken_back_on < on:
        return False
    return decision.on <= on and any(gap.until >= on for gap in decision.accepts)


def _new_names(picture: Picture) -> dict[str, str]:
    """By the former key of a renamed system, its key now."""
    current = picture.campaign.current()
    taken = {issue.subject.key for issue in current}
    found = {f"system:{i.formerly}": i.subject.key for i in current if i.formerly}
    return {was: now for was, now in found.items() if was not in taken}


def _renamed(decision: Decision, names: Mapping[str, str]) -> Decision:
    """The decision, about its systems as they are called now."""
    accepts = tuple(
        replace(gap, subject=names.get(gap.subject, gap.subject))
        for gap in decision.accepts
    )
    return replace(decision, accepts=accepts)


def _decision(decision: Decision, on: date, known: Standing) -> DecisionRow:
    return DecisionRow(
        decision.id,
        long_date(decision.on),
        decision.by or NOTHING,
        shortened(decision.text, _MOST_TEXT) or NOTHING,
        decision.case or NOTHING,
        "\n".join(_outcome(decision, on, known)) or NOTHING,
    )


def _outcome(decision: Decision, on: date, known: Standing) -> Iterator[str]:
    if decision.taken_back_on:
        yield _("Withdrawn {date}").format(date=long_date(decision.taken_back_on))
        return
    if decision.approves:
        names = joined([_(APPROVABLE[what]) for what in decision.approves])
        yield _("Approved: {names}").format(names=names)
    if decision.accepts:
        yield "; ".join((*_accepted(decision), *_became(decision, on, known)))


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


def _became(decision: Decision, on: date, known: Standing) -> Iterator[str]:
    """What became of the gaps: closed, asked about no more, past the deadline, or left."""
    gaps = decision.accepts
    closed = sum(known.gaps.get(gap.key) is False for gap in gaps)
    gone = sum(gap.key not in known.gaps for gap in gaps)
    left = [gap.until for gap in gaps if known.gaps.get(gap.key)]
    over = sum(until < on for until in left)
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
