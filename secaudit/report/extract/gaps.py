"""The gaps of a part, and what is done about them: its own actions, and those of services."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import Action
from secaudit.catalogue import Kind
from secaudit.gaps import Gap, Picture
from secaudit.language import _, long_date
from secaudit.report.extract.part import Part
from secaudit.report.said.action_rows import (
    PartActionRow,
    Places,
    action_row,
    by_due,
    id_of,
    service_row,
)
from secaudit.report.said.answers import is_awaited
from secaudit.report.said.gaps import ToldGap
from secaudit.report.said.wording import NOTHING, called, points, shortened, titled

_MOST_TEXT = 140


@dataclass(frozen=True)
class PartGapRow:
    """One gap that was answered about."""

    control: str
    subject: str
    """Empty where it is the person's own duty."""
    who: str
    """The person accountable."""
    status: str
    priority: str
    gap_class: str
    legal: str
    doing: str
    """The actions that cover it, what the respondent proposes, or that there is nothing."""


def gap_rows(part: Part, *kinds: Kind) -> tuple[PartGapRow, ...]:
    """The gaps about subjects of the kinds that somebody has answered about."""
    return tuple(
        _row(ToldGap(gap, part.source.picture), part)
        for gap in part.gaps
        if gap.item.subject.kind in kinds and not is_awaited(gap.item)
    )


def _row(told: ToldGap, part: Part) -> PartGapRow:
    gap = told.gap
    return PartGapRow(
        control=titled(told.item.control),
        subject=part.called(told.item.subject),
        who=told.who or NOTHING,
        status=told.status(known=True),
        priority=points(gap.factors.priority_halves),
        gap_class=gap.gap_class,
        legal=_("yes") if gap.legal else NOTHING,
        doing=_doing(told, part.source.on),
    )


def _doing(told: ToldGap, on: date) -> str:
    """What is adopted, else what is proposed."""
    if told.gap.actions:
        return "\n".join(_adopted(action, told.gap, on) for action in told.gap.actions)
    if told.proposal and told.proposal.what:
        sentence = _("none adopted; proposal: {what}")
        return sentence.format(what=shortened(told.proposal.what, _MOST_TEXT))
    return _("none adopted")


def _adopted(action: Action, gap: Gap, on: date) -> str:
    sentence = _("{id}, by {date}")
    if action.ended_on:
        sentence = _("{id}, done {date}")
    elif action.overdue(on):
        sentence = _("{id}, by {date} (overdue)")
    day = long_date(action.ended_on or action.due)
    return sentence.format(id=id_of(action, gap), date=day)


def own_actions(part: Part) -> dict[Action, PartActionRow]:
    """The actions to be done that cover something shown, or name the person; then those that
    ended in the campaign. Only to who is responsible a row names the systems of others."""
    theirs, every = _places(part.shown), _places(part.source.picture)
    opened = part.campaign.opened_on
    return {
        action: action_row(
            action, every if part.is_named(action) else theirs, part.source.on
        )
        for action in sorted(part.campaign.actions, key=by_due)
        if part.is_named(action) or not theirs.keys().isdisjoint(action.covers)
        if action.open or (action.ended_on and action.ended_on >= opened)
    }


def _places(picture: Picture) -> Places:
    return {item.key: called(item.subject) for item in picture.own}


def of_services(part: Part, own: Collection[Action]) -> Iterator[PartActionRow]:
    """What common services do about the gaps that are inherited from them."""
    inherited = [gap for gap in part.gaps if gap.item.provider]
    actions = {action.id: action for gap in inherited for action in gap.actions}
    for action in sorted(actions.values(), key=by_due):
        if action not in own:
            yield service_row(action, inherited, part.source.on)
