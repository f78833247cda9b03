"""The gaps of a system, with what is done and was decided about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secaudit.catalogue import control_order
from secaudit.language import _, long_date
from secaudit.questionnaire import Subject
from secaudit.report.said.action_rows import PartActionRow, action_row, by_due, id_of
from secaudit.report.said.gaps import ToldGap
from secaudit.report.said.wording import (
    NOTHING,
    approval,
    called,
    joined,
    multiplied,
    points,
    titled,
)
from secaudit.report.source import Source


@dataclass(frozen=True)
class SheetGapRow:
    """A gap of the system, its own or inherited."""

    control: str
    status: str
    priority: str
    factors: str
    """How the priority was found: shortfall x weight x criticality x data."""
    gap_class: str
    """Class A, B or C."""
    law: str
    """The provisions, where it is a duty by law; else a dash."""
    since: str
    doing: str
    """The actions that cover it, or that there is none."""
    decision: str
    """What lets it stand, and until when."""


@dataclass(frozen=True)
class SheetDecisionRow:
    """A decision that lets a gap of the system stand."""

    id: str
    control: str
    decided: str
    """When, by whom, in which case."""
    text: str
    """What was decided, in the words of the decision."""
    until: str


def gap_row(told: ToldGap) -> SheetGapRow:
    """A gap as a row."""
    gap = told.gap
    return SheetGapRow(
        control=titled(told.item.control),
        status=told.status(),
        priority=points(gap.factors.priority_halves),
        factors=multiplied(gap.factors),
        gap_class=gap.gap_class,
        law=told.law or NOTHING,
        since=gap.since,
        doing=_doing(told),
        decision=told.let_stand,
    )


def _doing(told: ToldGap) -> str:
    """The actions; each is told in full in a table of its own."""
    if told.gap.actions:
        return joined([id_of(action, told.gap) for action in told.gap.actions])
    return _("only proposed") if told.proposal else _("none adopted")


def action_rows(
    subject: Subject, gaps: Sequence[ToldGap], source: Source
) -> tuple[PartActionRow, ...]:
    """The actions that cover a gap of the system, or did; those still to be done first."""
    named = {action.id for told in gaps for action in told.gap.actions}
    actions = [
        action
        for action in source.campaign.actions
        if action.id in named or subject.key in dict(action.covers)
    ]
    seen = {
        (service.key, told.item.control.id): called(service)
        for told in gaps
        for service in told.item.shared
    }
    covered = (key for action in actions for key in action.covers)
    seen |= {key: called(subject) for key in covered if key[0] == subject.key}
    return tuple(
        action_row(action, seen, source.on) for action in sorted(actions, key=by_due)
    )


def decision_rows(
    key: str, gaps: Sequence[ToldGap], source: Source
) -> Iterator[SheetDecisionRow]:
    """The decisions that let a gap of the system stand, its own or an inherited one."""
    campaign = source.campaign
    decisions = {decision.id: decision for decision in campaign.decisions}
    accepted = {t.item.control.id: t.gap.accepted for t in gaps if t.gap.accepted}
    accepted |= {c: one for (s, c), one in campaign.decided.items() if s == key}
    for id in sorted(accepted.keys() & campaign.controls.keys(), key=control_order):
        decision = decisions.get(accepted[id].decision)
        if decision and accepted[id].since <= source.on:
            until = accepted[id].until
            ends = _("{date} (has passed)") if until < source.on else "{date}"
            yield SheetDecisionRow(
                decision.id,
                titled(campaign.controls[id]),
                approval(decision),
                decision.text or _("(text deleted)"),
                ends.format(date=long_date(until)),
            )
