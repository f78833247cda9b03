"""Section 15, Accepted gaps and resources: what may stand until a day, and what the plan takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.assessment import ProposedAction
from secaudit.campaign import ACTION_STATES, Action, Campaign
from secaudit.gaps import Gap
from secaudit.language import _, counted, long_date, number
from secaudit.report.said.first import first
from secaudit.report.said.gaps import plain_state_of
from secaudit.report.said.wording import (
    approval,
    capital,
    inherited_by,
    titled,
)
from secaudit.report.yearly.material import Material

_MOST_ACCEPTED = 6

Efforts = Sequence[Action | ProposedAction]
"""Actions of which hours and kroner may be stated; what is not stated is never nought."""


@dataclass(frozen=True)
class AcceptedRow:
    """A gap that a decision lets stand until a date."""

    control: str
    subject: str
    status: str
    decision: str
    until: str


@dataclass(frozen=True)
class EffortRow:
    """What actions take, all of one status."""

    status: str
    actions: int
    hours: str
    cost: str


@dataclass(frozen=True)
class Accepted:
    """Section 15: what may stand until a day, and what the plan takes."""

    rows: tuple[AcceptedRow, ...]
    """A duty by law is never accepted, only known."""
    rest: str
    effort: tuple[EffortRow, ...]
    """What the plan takes, by state; then what is only proposed."""
    said: str
    """How many gaps no action covers; then what the notes say of resources."""


def accepted(material: Material) -> Accepted:
    """Section 15."""
    standing, rest = first(
        [gap for gap in material.picture.gaps if gap.accepted], _MOST_ACCEPTED
    )
    return Accepted(
        rows=tuple(
            AcceptedRow(
                control=titled(gap.item.control),
                subject=inherited_by(gap),
                status=plain_state_of(gap, material.campaign),
                decision=_decided(gap, material.campaign),
                until=long_date(gap.accepted.until) if gap.accepted else "",
            )
            for gap in standing
        ),
        rest=rest,
        effort=tuple(_efforts(material)),
        said=" ".join(filter(None, (_bare(material.bare), material.notes.resources))),
    )


def _decided(gap: Gap, campaign: Campaign) -> str:
    """What was decided of a gap, by whom and when."""
    what = _("known duty by law") if gap.legal else _("accepted")
    if gap.accepted is None or not gap.accepted.decision:
        return what
    decisions = {decision.id: approval(decision) for decision in campaign.decisions}
    decided = decisions[gap.accepted.decision]
    return _("{what}: {approval}").format(what=what, approval=decided)


def _efforts(material: Material) -> list[EffortRow]:
    rows = [
        _effort(capital(_(ACTION_STATES[state])), of_state)
        for state in ("overdue", "started", "planned")
        if (of_state := [a for a in material.planned if a.state(material.on) == state])
    ]
    if len(rows) > 1:
        rows.append(_effort(_("All still to be done"), material.planned))
    words = filter(None, (gap.item.word for gap in material.bare))
    if proposed := [word.answer.action for word in words if word.answer.action]:
        status = _("Proposed by those responsible, not adopted")
        rows.append(_effort(status, proposed))
    return rows


def _effort(status: str, actions: Efforts) -> EffortRow:
    return EffortRow(
        status=status,
        actions=len(actions),
        hours=hours_of(actions) or _("not stated"),
        cost=cost_of(actions) or _("not stated"),
    )


def _bare(bare: Sequence[Gap]) -> str:
    """How many gaps no action covers, and how many of them are urgent; empty if none."""
    if not bare:
        return ""
    if len(bare) == 1:
        sentence = _("1 open gap, in class {letter}, has no adopted action.")
        return sentence.format(letter=bare[0].gap_class)
    urgent = sum(gap.gap_class == "A" for gap in bare)
    sentence = _("{n} open gaps, {urgent} of them in class A, have no adopted action.")
    return sentence.format(n=number(len(bare)), urgent=number(urgent))


def hours_of(actions: Efforts) -> str:
    """The sum of the hours that are stated, and of how many none are; empty where none is."""
    amounts = [action.hours for action in actions]
    hours = sum(filter(None, amounts))
    said = counted("{{amount}} hour", "{{amount}} hours", hours)
    return _summed(amounts, said.format(amount=number(hours)))


def cost_of(actions: Efforts) -> str:
    """The same of kroner."""
    amounts = [action.cost for action in actions]
    cost = number(sum(filter(None, amounts)))
    return _summed(amounts, _("DKK {amount}").format(amount=cost))


def _summed(amounts: Sequence[int | None], total: str) -> str:
    missing = sum(amount is None for amount in amounts)
    if missing == len(amounts):
        return ""
    if not missing:
        return total
    return total + counted(" (not stated for {n})", " (not stated for {n})", missing)
