"""Actions: what will be done about gaps, by whom, until when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from secaudit.campaign import Action, Acts
from secaudit.gaps import Gap, Picture, picture
from secaudit.language import _
from secaudit.officer.breach import refuse
from secaudit.officer.changes import NUMBERS, TEXTS, Change, breaches
from secaudit.officer.text import by_id, text
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.follow_up.named_gaps import gaps_named
from secaudit.steps.recording import Acting, recording
from secaudit.steps.state import campaigns_of, chosen, picture_of
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class ProposedAction:
    """An action that an answer proposes, about a gap that no action covers."""

    gap: Gap
    what: str
    responsible: str
    due: date | None
    hours: int | None
    cost: int | None


def actions(workspace: Workspace) -> tuple[Action, ...]:
    """Every action, in the order they were added."""
    return chosen(campaigns_of(workspace), None).actions


def proposals(
    workspace: Workspace, campaign_id: str | None, on: date
) -> tuple[ProposedAction, ...]:
    """What answers propose to do about gaps that no action covers, most urgent first."""
    found = picture_of(campaigns_of(workspace), campaign_id, on)
    return tuple(
        ProposedAction(
            gap=gap,
            what=said.what,
            responsible=said.responsible,
            due=said.due,
            hours=said.hours,
            cost=said.cost,
        )
        for gap in found.gaps
        if gap.item.word and not gap.actions
        if (said := gap.item.word.answer.action) and said.what
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
            was = None
            if change.id is not None:
                unknown = _("there is no action '{id}'")
                was = by_id(change.id, acts.actions.values(), unknown)
            refuse(breaches(change, was, acting.on))
            id = was.id if was else f"H{len(acts.actions) + 1}"
            payload, personal = _told(change, was, gaps)
            event = record.say("action", {"action": id, **payload}, **personal)
            acts.take(event)
            touched[event.payload["action"]] = None
    return tuple(acts.actions[id] for id in touched)


def adopt(workspace: Workspace, name: str, change: Change, on: date) -> Change:
    """`change`, filled in with what the most urgent gap called `name` has a proposal for."""
    found = picture_of(campaigns_of(workspace), None, on)
    words = (gap.item.word for gap in gaps_named([name], found))
    said = (word.answer.action for word in words if word)
    proposed = next((one for one in said if one and one.what), None)
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
    numbers = {name: getattr(change, name) for name in NUMBERS}
    payload: dict[str, Any] = {k: n for k, n in numbers.items() if n is not None}
    if change.due:
        payload["due"] = change.due.isoformat()
    if change.status and was:
        payload["status"] = change.status
    if change.covers:
        before = [{"subject": s, "control": c} for s, c in was.covers] if was else []
        new = [gap for gap in _covers(change, gaps) if gap not in before]
        payload["covers"] = [*before, *new]
    return payload, {
        name: text(said, f"--{name}" if was or name != "what" else _("the action"))
        for name in (*TEXTS, "reason")
        if (said := getattr(change, name))
    }


def _covers(change: Change, found: Picture) -> list[dict[str, str]]:
    return [
        {"subject": gap.item.subject.key, "control": gap.item.control.id}
        for gap in gaps_named(change.covers, found)
    ]


def as_json(action: Action, on: date) -> dict[str, Any]:
    """An action as `action list --format json` shows it."""
    return {
        "id": action.id,
        "what": action.what,
        "status": action.status,
        "overdue": action.overdue(on),
        "responsible": action.responsible,
        "covers": [{"subject": s, "control": c} for s, c in action.covers],
        "original_due": action.original_due.isoformat(),
        "due": action.due.isoformat(),
        "moves": [
            {"on": m.on.isoformat(), "was": m.was.isoformat(), "reason": m.reason}
            for m in action.moves
        ],
        "hours": action.hours,
        "cost": action.cost,
        "ended_on": action.ended_on.isoformat() if action.ended_on else None,
        "evidence": action.evidence,
        "campaign": action.campaign,
    }


def proposal_as_json(proposal: ProposedAction) -> dict[str, Any]:
    """A proposal as `action list --proposed --format json` shows it."""
    item = proposal.gap.item
    return {
        "subject": item.subject.key,
        "control": item.control.id,
        "class": proposal.gap.gap_class,
        "what": proposal.what,
        "responsible": proposal.responsible,
        "due": proposal.due.isoformat() if proposal.due else None,
        "hours": proposal.hours,
        "cost": proposal.cost,
    }
