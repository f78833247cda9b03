"""The gaps of a system, with what is done and was decided about them."""

from collections.abc import Iterator, Sequence

from secaudit.campaign import Campaign
from secaudit.catalogue import control_order
from secaudit.gaps import Gap
from secaudit.language import _, long_date
from secaudit.questionnaire import Subject
from secaudit.report.said.action_rows import (
    PartActionRow,
    action_row,
    by_due,
    id_of,
    names_of,
)
from secaudit.report.said.law import law
from secaudit.report.said.wording import (
    NOTHING,
    approval,
    joined,
    known_of,
    multiplied,
    plain_state_of,
    points,
    titled,
)
from secaudit.report.source import Source
from secaudit.report.system.model import SheetDecisionRow, SheetGapRow


def gap_row(gap: Gap, source: Source) -> SheetGapRow:
    item = gap.item
    return SheetGapRow(
        titled(item.control),
        _status(gap, source.campaign),
        points(gap.factors.priority_halves),
        multiplied(gap.factors),
        gap.gap_class,
        _law(gap),
        gap.since,
        _doing(gap),
        _let_stand(gap),
    )


def _law(gap: Gap) -> str:
    """The provisions that demand it; only that they do, where none is named."""
    if not gap.legal:
        return NOTHING
    named = law(gap.item.control.referred(gap.item.subject.kind))
    return _("yes") if named == NOTHING else named


def _status(gap: Gap, campaign: Campaign) -> str:
    said = plain_state_of(gap, campaign)
    if gap.item.provider is None:
        return said
    answered = _("{status}; {service} answers")
    return answered.format(status=said, service=gap.item.provider.name)


def _doing(gap: Gap) -> str:
    """The actions; each is told in full in a table of its own."""
    if gap.actions:
        return joined([id_of(action, gap) for action in gap.actions])
    if gap.item.provider is None and gap.item.word and gap.item.word.answer.action:
        return _("only proposed")
    return _("none adopted")


def _let_stand(gap: Gap) -> str:
    if gap.accepted is None:
        return ""
    accepted = _("accepted until {date}").format(date=long_date(gap.accepted.until))
    return known_of(gap) or accepted


def action_rows(
    subject: Subject, gaps: Sequence[Gap], source: Source
) -> tuple[PartActionRow, ...]:
    """The actions that cover a gap of the system, or did; those still to be done first."""
    key, named = subject.key, {action.id for gap in gaps for action in gap.actions}
    found = [
        action
        for action in source.campaign.actions
        if action.id in named or any(about == key for about, _control in action.covers)
    ]
    names = names_of({subject} | {item.subject for item in source.picture.items})
    keys = {covered for action in found for covered in action.covers}
    ours = {covered for covered in keys if covered[0] == key} | {
        (service.key, gap.item.control.id)
        for gap in gaps
        for service in gap.item.shared
    }
    found.sort(key=by_due)
    return tuple(action_row(action, ours, names, source.on) for action in found)


def decision_rows(
    key: str, gaps: Sequence[Gap], source: Source
) -> Iterator[SheetDecisionRow]:
    """The decisions that let a gap of the system stand, its own or an inherited one."""
    campaign = source.campaign
    controls = {applied.control.id: applied.control for applied in campaign.applied}
    accepted = {c: one for (s, c), one in campaign.decided.items() if s == key}
    for gap in gaps:
        if gap.accepted:
            accepted.setdefault(gap.item.control.id, gap.accepted)
    decisions = {decision.id: decision for decision in campaign.decisions}
    for id in sorted(accepted.keys() & controls.keys(), key=control_order):
        one = accepted[id]
        decision = decisions.get(one.decision)
        if decision is None or one.since > source.on:
            continue
        until = long_date(one.until)
        if one.until < source.on:
            until = _("{date} (has passed)").format(date=until)
        yield SheetDecisionRow(
            decision.id,
            titled(controls[id]),
            approval(decision),
            decision.text or _("(text deleted)"),
            until,
        )
