"""What became of the decisions and actions of earlier campaigns."""

from collections.abc import Iterator
from datetime import date

from secaudit.campaign import Action, Decision
from secaudit.gaps import Picture
from secaudit.language import _, counted, later, long_date
from secaudit.report.rows import ActionRow, DecisionRow
from secaudit.report.sections.plan import row
from secaudit.report.wording import NOTHING, joined, shortened

MOST_DECISIONS = 5
MOST_EARLIER = 8
_MOST_TEXT = 160
_APPROVED = {
    "report": later("the report"),
    "soa": later("the statement of applicability"),
    "actions": later("the actions"),
    "measures": later("the measures (NIS 2-loven § 7)"),
}


def earlier_actions(picture: Picture, before: Picture | None) -> tuple[Action, ...]:
    """The actions added in earlier campaigns that were to be done when the last one ended."""
    if before is None:
        return ()
    found = [
        action
        for action in picture.campaign.actions
        if action.campaign != picture.campaign.id
        and (
            action.open
            or action.campaign == before.campaign.id
            or (action.ended_on or date.min) > before.on
        )
    ]
    order = {"overdue": 0, "open": 1, "ended": 2}
    return tuple(
        sorted(found, key=lambda a: (order[_stage(a, picture.on)], a.due, a.id))
    )


def _stage(action: Action, on: date) -> str:
    if action.overdue(on):
        return "overdue"
    return "open" if action.open else "ended"


def rows(picture: Picture, before: Picture | None) -> tuple[ActionRow, ...]:
    """The same, a row for each: overdue ones first, then those to be done, then the rest."""
    return tuple(row(action, picture) for action in earlier_actions(picture, before))


def followed_up(picture: Picture, before: Picture | None) -> str:
    """What became of them, in sentences; empty where there were none."""
    found = earlier_actions(picture, before)
    return " ".join(_followed_up(found, picture.on)) if found else ""


def _followed_up(found: tuple[Action, ...], on: date) -> Iterator[str]:
    parts = [
        counted("{n} is done", "{n} are done", sum(a.status == "done" for a in found)),
        counted("{n} is overdue", "{n} are overdue", sum(a.overdue(on) for a in found)),
        counted(
            "{n} is to be done later",
            "{n} are to be done later",
            sum(a.open and not a.overdue(on) for a in found),
        ),
    ]
    dropped = sum(a.status == "dropped" for a in found)
    if dropped:
        parts.append(counted("{n} was dropped", "{n} were dropped", dropped))
    yield counted(
        "Of {n} earlier action {{parts}}.",
        "Of {n} earlier actions {{parts}}.",
        len(found),
    ).format(parts=joined(parts))
    moved = [len(action.moves) for action in found if action.moves]
    if moved:
        times = counted("{n} time", "{n} times", sum(moved))
        yield counted(
            "The date of {n} was moved, {{times}} in all.",
            "The dates of {n} were moved, {{times}} in all.",
            len(moved),
        ).format(times=times)


def decisions(picture: Picture, before: Picture | None) -> tuple[DecisionRow, ...]:
    """The decisions of the campaign before, and those of earlier ones that still hold."""
    if before is None:
        return ()
    opened = picture.campaign.opened_on
    return tuple(
        _decision(decision, picture)
        for decision in picture.campaign.decisions
        if decision.campaign == before.campaign.id
        or (
            decision.campaign != picture.campaign.id
            and any(gap.until >= opened for gap in decision.accepts)
        )
    )


def _decision(decision: Decision, picture: Picture) -> DecisionRow:
    return DecisionRow(
        decision.id,
        long_date(decision.on),
        decision.by,
        shortened(decision.text, _MOST_TEXT) or NOTHING,
        decision.case or NOTHING,
        "\n".join(_outcome(decision, picture)) or NOTHING,
    )


def _outcome(decision: Decision, picture: Picture) -> Iterator[str]:
    if decision.taken_back_on:
        yield _("Taken back {date}").format(date=long_date(decision.taken_back_on))
        return
    if decision.approves:
        names = joined([_(_APPROVED[what]) for what in decision.approves])
        yield _("Approved: {names}").format(names=names)
    if decision.accepts:
        yield "; ".join(_accepted(decision, picture))


def _accepted(decision: Decision, picture: Picture) -> Iterator[str]:
    still = {gap.key for gap in (*picture.gaps, *picture.inherited)}
    every = len(decision.accepts)
    yield counted("Lets {n} gap stand", "Lets {n} gaps stand", every)
    closed = sum(gap.key not in still for gap in decision.accepts)
    over = sum(gap.key in still and gap.until < picture.on for gap in decision.accepts)
    if closed:
        yield counted("{n} is closed", "{n} are closed", closed)
    if over:
        yield counted(
            "for {n} the deadline has passed", "for {n} the deadlines have passed", over
        )
    if every - closed - over:
        latest = max(gap.until for gap in decision.accepts)
        holds = counted(
            "{n} until {{date}}",
            "{n} until {{date}} at the latest",
            every - closed - over,
        )
        yield holds.format(date=long_date(latest))
