"""The fold of actions and decisions, which go on from campaign to campaign."""

from dataclasses import replace
from datetime import date

from secaudit.campaign.acts import AcceptedGap, Action, Decision, Move
from secaudit.register import Event
from secaudit.validation import shaped

_KEPT = ("hours", "cost", "status")
_TEXTS = ("what", "responsible", "evidence", "reason")
"""What an event may say of an action; the texts lie beside the chain."""


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
    told, named = event.payload, event.personal
    on = date.fromisoformat(told["on"])
    if action is None:
        due = date.fromisoformat(told["due"])
        action = Action(told["action"], event.campaign, on, original_due=due, due=due)
    elif "due" in told:
        due = date.fromisoformat(told["due"])
        move = Move(on=on, was=action.due, due=due, reason=named.get("reason", ""))
        action = replace(action, due=due, moves=(*action.moves, move))
    fields = {name: told[name] for name in _KEPT if name in told}
    fields |= {name: named[name] for name in _TEXTS if name in named}
    if "covers" in told:
        fields["covers"] = tuple((g["subject"], g["control"]) for g in told["covers"])
    if "status" in told:
        fields["ended_on"] = on if told["status"] in ("done", "dropped") else None
    return replace(action, **fields, sequence=event.sequence)


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
