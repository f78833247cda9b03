"""The actions of a part: its own, and those of the common services that it relies on."""

from collections.abc import Collection, Iterator

from secaudit.campaign import Action
from secaudit.gaps import Picture
from secaudit.report.extract.part import Part
from secaudit.report.said.action_rows import (
    PartActionRow,
    Places,
    action_row,
    by_due,
    service_row,
)
from secaudit.report.said.wording import called


def own_actions(part: Part) -> dict[Action, PartActionRow]:
    """The actions to be done that cover something shown, or name the person; then those that
    ended in the campaign. Of others' systems a row tells only who is responsible."""
    theirs, every = _places(part.shown), _places(part.source.picture)
    return {
        action: action_row(
            action, every if part.is_named(action) else theirs, part.source.on
        )
        for action in sorted(part.campaign.actions, key=by_due)
        if part.is_named(action) or not theirs.keys().isdisjoint(action.covers)
        if action.open or _is_recent(action, part)
    }


def _places(picture: Picture) -> Places:
    return {item.key: called(item.subject) for item in picture.own}


def _is_recent(action: Action, part: Part) -> bool:
    return bool(action.ended_on and action.ended_on >= part.campaign.opened_on)


def of_services(part: Part, own: Collection[Action]) -> Iterator[PartActionRow]:
    """What common services do about the gaps that are inherited from them."""
    inherited = [gap for gap in part.gaps if gap.item.provider]
    actions = {action.id: action for gap in inherited for action in gap.actions}
    for action in sorted(actions.values(), key=by_due):
        if action not in own:
            yield service_row(action, inherited, part.source.on)
