"""Actions: what will be done about gaps, by whom, until when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from secaudit import assessment
from secaudit.campaign import Action, Acts, Key
from secaudit.gaps import Gap, Picture, picture
from secaudit.language import _
from secaudit.officer.breach import refuse
from secaudit.officer.changes import NUMBERS, TEXTS, Change, breaches
from secaudit.officer.text import by_id, text
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.follow_up.named_gaps import gaps_named
from secaudit.steps.recording import Acting, recording
from secaudit.steps.state import campaigns_of, chosen, picture_of
from secaudit.validation import whole
from secaudit.workspace import Workspace

_SHOWN = (
    *("id", "what", "status", "overdue", "responsible", "covers", "original_due"),
    *("due", "moves", "hours", "cost", "ended_on", "evidence", "campaign"),
)


@dataclass(frozen=True)
class ProposedAction:
    """An action that an answer proposes, about a gap that no action covers."""

    gap: Gap
    action: assessment.ProposedAction


def actions(workspace: Workspace) -> tuple[Action, ...]:
    """Every action, in the order they were added."""
    return chosen(campaigns_of(workspace), None).actions


def proposals(
    workspace: Workspace, campaign_id: str | None, on: date
) -> tuple[ProposedAction, ...]:
    """What answers propose to do about gaps that no action covers, most urgent first."""
    found = picture_of(campaigns_of(workspace), campaign_id, on)
    return tuple(
        ProposedAction(gap, action)
        for gap in found.gaps
        if gap.item.word and not gap.actions
        if (action := gap.item.word.answer.action) and action.what
    )


def act(
    workspace: Workspace, changes: Iterable[Change], acting: Acting
) -> tuple[Action, ...]:
    """Record what is said of each action, all or nothing; the actions as they stand then.

    Raises WrongUsage or Refused, with a sentence, for the first that cannot be.
    """
    with recording(workspace, None, acting) as record:
        gaps, acts = picture(record.rounds, acting.on), Acts()
        for event in record.events:
            acts.take(event)
        touched: dict[str, None] = {}
        for change in changes:
            was = _changed(change, acts)
            refuse(breaches(change, was, acting.on))
            id = was.id if was else f"H{len(acts.actions) + 1}"
            payload, personal = _told(change, was, gaps)
            acts.take(record.say("action", {"action": id, **payload}, **personal))
            touched[id] = None
    return tuple(acts.actions[id] for id in touched)


def _changed(change: Change, acts: Acts) -> Action | None:
    """The action that is changed; None for a new one."""
    if change.id is None:
        return None
    return by_id(change.id, acts.actions.values(), _("there is no action '{id}'"))


def adopt(workspace: Workspace, name: str, change: Change, on: date) -> Change:
    """`change`, filled in with what the most urgent gap called `name` has a proposal for."""
    gaps = gaps_named([name], picture_of(campaigns_of(workspace), None, on))
    offers = (gap.item.word.answer.action for gap in gaps if gap.item.word)
    proposed = next((offer for offer in offers if offer and offer.what), None)
    if proposed is None:
        raise Refused(_("the answer on {name} proposes nothing").format(name=name))
    if change.due is None and proposed.due and proposed.due < on:
        sentence = _("the proposed date {date} has passed: say another in --due")
        raise WrongUsage(sentence.format(date=proposed.due))
    return replace(
        change,
        what=change.what or proposed.what,
        responsible=change.responsible or proposed.responsible or None,
        due=change.due or proposed.due,
        hours=change.hours if change.hours is not None else proposed.hours,
        cost=change.cost if change.cost is not None else proposed.cost,
        covers=(name, *change.covers),
    )


def _told(
    change: Change, was: Action | None, gaps: Picture
) -> tuple[dict[str, Any], dict[str, str]]:
    """What an event says of an action, and the part of it that may name people."""
    names = (*NUMBERS, "due", "status") if was else (*NUMBERS, "due")
    stated = {name: getattr(change, name) for name in names}
    payload = whole({name: one for name, one in stated.items() if one is not None})
    if change.covers:
        before = was.covers if was else ()
        named = [gap.key for gap in gaps_named(change.covers, gaps)]
        payload["covers"] = _as_pairs(dict.fromkeys([*before, *named]))
    return payload, {
        name: text(said, f"--{name}" if was or name != "what" else _("the action"))
        for name in (*TEXTS, "reason")
        if (said := getattr(change, name))
    }


def _as_pairs(keys: Iterable[Key]) -> list[dict[str, str]]:
    return [{"subject": subject, "control": control} for subject, control in keys]


def as_json(action: Action, on: date) -> dict[str, Any]:
    """An action as `action list --format json` shows it."""
    moves = [{"on": m.on, "was": m.was, "reason": m.reason} for m in action.moves]
    told = vars(action) | {
        "overdue": action.overdue(on),
        "covers": _as_pairs(action.covers),
        "moves": moves,
    }
    return {name: whole(told[name]) for name in _SHOWN}


def proposal_as_json(proposal: ProposedAction) -> dict[str, Any]:
    """A proposal as `action list --proposed --format json` shows it."""
    item = proposal.gap.item
    return {
        "subject": item.subject.key,
        "control": item.control.id,
        "class": proposal.gap.gap_class,
        **whole(proposal.action),
    }
