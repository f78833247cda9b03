"""The fold of actions and decisions, which go on from campaign to campaign."""

from dataclasses import replace
from datetime import date
from typing import Any

from secaudit.campaign.acts import AcceptedGap, Action, Decision, Key, Move
from secaudit.register import Event
from secaudit.validation import shaped


class Acts:
    """Actions and decisions while events are read."""

    def __init__(self) -> None:
        self.actions: dict[str, Action] = {}
        self.decisions: list[Decision] = []

    def take(self, event: Event) -> None:
        """Take one more event."""
        if event.kind == "action":
            action = _changed(self.actions.get(event.payload["action"]), event)
            self.actions[action.id] = action
        elif event.kind == "decision":
            self._take_decision(event)
        elif event.kind == "issued" and event.payload.get("formerly"):
            self._rename(f"system:{event.payload['formerly']}", event.subject)

    def _take_decision(self, event: Event) -> None:
        back = event.payload.get("takes_back")
        if back is None:
            self.decisions.append(_decision(event, len(self.decisions) + 1))
            return
        on = date.fromisoformat(event.payload["on"])
        self.decisions = [
            replace(d, taken_back_on=on) if d.id == back else d for d in self.decisions
        ]

    def _rename(self, former: str, subject: str) -> None:
        """Let an action follow a system to its new name."""
        for id, action in self.actions.items():
            covers = tuple((subject if s == former else s, c) for s, c in action.covers)
            self.actions[id] = replace(action, covers=covers)


def _changed(action: Action | None, event: Event) -> Action:
    """The action once more is said of it; what is not said stays."""
    said, named = event.payload, event.personal
    on = date.fromisoformat(said["on"])
    if action is None:
        due = date.fromisoformat(said["due"])
        action = Action(
            id=said["action"],
            campaign=event.campaign,
            added_on=on,
            original_due=due,
            due=due,
            covers=(),
        )
    elif "due" in said:
        due = date.fromisoformat(said["due"])
        move = Move(on, action.due, due, named.get("reason", ""))
        action = replace(action, due=due, moves=(*action.moves, move))
    fields: dict[str, Any] = {
        name: said[name] for name in ("hours", "cost", "status") if name in said
    }
    for name in ("what", "responsible", "evidence", "reason"):
        if name in named:
            fields[name] = named[name]
    if "covers" in said:
        fields["covers"] = tuple(_key(gap) for gap in said["covers"])
    if "status" in said:
        fields["ended_on"] = on if said["status"] in ("done", "dropped") else None
    return replace(action, **fields, sequence=event.sequence)


def _key(gap: dict[str, str]) -> Key:
    return gap["subject"], gap["control"]


def _decision(event: Event, number: int) -> Decision:
    told = event.payload
    return Decision(
        id=told.get("decision", f"B{number}"),
        campaign=event.campaign,
        on=event.on,
        by=told.get("by", ""),
        text=event.personal.get("text", ""),
        case=told.get("case", ""),
        approves=tuple(told.get("approves", ())),
        accepts=tuple(shaped(gap, AcceptedGap) for gap in told.get("accepts", ())),
        sequence=event.sequence,
    )
