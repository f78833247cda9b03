"""Actions: what will be done about gaps, by whom, until when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from secaudit.campaign import ACTION_STATES, ACTION_STATUSES, Action, Acts, fold
from secaudit.gaps import Gap, Picture
from secaudit.language import _
from secaudit.problems import Refused, WrongUsage
from secaudit.register import Draft
from secaudit.steps import officer_text
from secaudit.steps.follow_up.named_gaps import gaps_named
from secaudit.steps.state import campaigns_of, chosen, picture_of, register_of
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace

_TEXTS = ("what", "responsible", "evidence")
_NUMBERS = ("hours", "cost")


@dataclass(frozen=True)
class Change:
    """What is said of an action; what is None is not said."""

    id: str | None = None
    """The action that is changed; None is a new one."""
    what: str | None = None
    covers: tuple[str, ...] = ()
    """Gaps that it is to close, beside those that it covers already."""
    responsible: str | None = None
    due: date | None = None
    hours: int | None = None
    cost: int | None = None
    status: str | None = None
    """One of ACTION_STATUSES."""
    evidence: str | None = None
    reason: str = ""
    seen: int | None = None
    """The latest event that was known of it; None does not ask whether it was changed since."""


@dataclass(frozen=True)
class Proposal:
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
) -> tuple[Proposal, ...]:
    """What answers propose to do about gaps that no action covers, most urgent first."""
    found = picture_of(campaigns_of(workspace), campaign_id, on)
    return tuple(
        Proposal(gap, said.what, said.responsible, said.due, said.hours, said.cost)
        for gap in found.gaps
        if gap.item.word and not gap.actions
        if (said := gap.item.word.answer.action) and said.what
    )


def act(
    workspace: Workspace,
    changes: Iterable[Change],
    on: date,
    now: datetime,
    by: str,
) -> tuple[Action, ...]:
    """Record what is said of each action, all or nothing; the actions as they stand then.

    Raises WrongUsage or Refused, with a sentence, for the first that cannot be.
    """
    with register_of(workspace).writing() as writer:
        events = writer.events()
        found = picture_of(fold(events), None, on)
        acts = Acts()
        for event in events:
            acts.take(event)
        touched: dict[str, None] = {}
        for change in changes:
            event = writer.append(_draft(change, acts, found, on, by), now)
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


def _draft(change: Change, acts: Acts, found: Picture, on: date, by: str) -> Draft:
    if change.id is None:
        return _added(change, f"H{len(acts.actions) + 1}", found, on, by)
    known = {id.casefold(): action for id, action in acts.actions.items()}
    action = known.get(change.id.strip().casefold())
    if action is None:
        sentence = _("there is no action '{id}'").format(id=change.id)
        raise WrongUsage(sentence + did_you_mean(change.id, acts.actions))
    return _changed(change, action, found, on, by)


def _added(change: Change, id: str, found: Picture, on: date, by: str) -> Draft:
    if change.due is None:
        raise WrongUsage(_("an action must have a due date: say --due"))
    if not change.covers:
        raise WrongUsage(_("an action must cover at least one gap: say --covers"))
    payload: dict[str, Any] = {
        "action": id,
        "on": on.isoformat(),
        "due": officer_text.ahead(change.due, on, _("the due date")).isoformat(),
        "covers": _covers(change, found),
        **_numbers(change),
    }
    personal = {"what": officer_text.text(change.what or "", _("the action"))}
    if change.responsible:
        personal["responsible"] = officer_text.text(change.responsible, "--responsible")
    return Draft("action", found.campaign.id, "", payload, personal | {"by": by})


def _changed(
    change: Change, action: Action, found: Picture, on: date, by: str
) -> Draft:
    if change.seen is not None and change.seen != action.sequence:
        sentence = _("{id} has been changed since the list was made; make a new one")
        raise Refused(sentence.format(id=action.id))
    payload: dict[str, Any] = {"action": action.id, "on": on.isoformat()}
    payload |= _numbers(change)
    if change.due is not None:
        payload["due"] = _moved(change, action, on).isoformat()
    if change.status is not None:
        payload["status"] = _status(change, action)
    if change.covers:
        before = [{"subject": s, "control": c} for s, c in action.covers]
        new = [gap for gap in _covers(change, found) if gap not in before]
        payload["covers"] = [*before, *new]
    personal = {
        name: officer_text.text(getattr(change, name), f"--{name}")
        for name in _TEXTS
        if getattr(change, name) is not None
    }
    if len(payload) == 2 and not personal:
        raise WrongUsage(_("say what is to be changed about {id}").format(id=action.id))
    if change.reason:
        personal["reason"] = officer_text.text(change.reason, "--reason")
    return Draft("action", found.campaign.id, "", payload, personal | {"by": by})


def _covers(change: Change, found: Picture) -> list[dict[str, str]]:
    return [
        {"subject": gap.item.subject.key, "control": gap.item.control.id}
        for gap in gaps_named(change.covers, found)
    ]


def _numbers(change: Change) -> dict[str, int]:
    told = {name: getattr(change, name) for name in _NUMBERS}
    for name, number in told.items():
        if number is not None and number < 0:
            raise WrongUsage(_("--{name} cannot be less than 0").format(name=name))
    return {name: number for name, number in told.items() if number is not None}


def _moved(change: Change, action: Action, on: date) -> date:
    """The new due date of an action that is still to be done."""
    due = officer_text.ahead(change.due or on, on, _("the due date"))
    if not action.open:
        raise Refused(_("{id} is not open, and is not moved").format(id=action.id))
    if due == action.due:
        raise Refused(
            _("{id} is due {date} already").format(id=action.id, date=action.due)
        )
    if not change.reason.strip():
        raise WrongUsage(_("say why it is moved in --reason"))
    return due


def _status(change: Change, action: Action) -> str:
    status = change.status or ""
    if status not in ACTION_STATUSES:
        raise WrongUsage(_("'{status}' is not a valid status").format(status=status))
    if status == action.status:
        told = _(ACTION_STATES[status])
        sentence = _("{id} is '{status}' already")
        raise Refused(sentence.format(id=action.id, status=told))
    if status == "done" and not (change.evidence or "").strip():
        raise WrongUsage(_("say in --evidence where it can be seen that it was done"))
    undone = not action.open and status in ("planned", "started")
    if (status == "dropped" or undone) and not change.reason.strip():
        raise WrongUsage(_("say why in --reason"))
    return status


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


def proposal_as_json(proposal: Proposal) -> dict[str, Any]:
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
