"""What owners and operations correct about their systems: proposals until somebody decides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from secaudit.campaign import AnsweredBy, fold, who_answered
from secaudit.digest import canonical
from secaudit.inventory import FACTS, Inventory, plain_facts
from secaudit.language import _
from secaudit.register import Event
from secaudit.steps.state import chosen, register_of
from secaudit.workspace import Workspace, load_contents


@dataclass(frozen=True)
class Proposal:
    """A fact that somebody who answered says is another; values as JSON holds them."""

    system: str
    """Its id, as the form was issued about it."""
    fact: str
    now: Any
    """What the inventory says; None is unknown."""
    proposed: Any
    """None takes the fact away, as fields that are all empty do."""
    by: str
    """Who answered, and to whom the form was issued."""
    on: date
    event: int
    """In which the latest document that says so was recorded."""
    file: str
    """The name of the file that it came in."""
    gone: str = ""
    """Why the inventory has no such system to write it into; empty where it has."""

    @property
    def name(self) -> str:
        """System and fact, such as `omsorgsjournal/hosting`."""
        return f"{self.system}/{self.fact}"


@dataclass(frozen=True)
class Open:
    """The proposals of a campaign on which nobody has decided."""

    campaign: str
    proposals: tuple[Proposal, ...]


def proposals(workspace: Workspace, campaign_id: str | None) -> Open:
    """The open proposals of a campaign, by system and fact."""
    contents = load_contents(workspace)
    events = register_of(workspace).events()
    campaign = chosen(fold(events), campaign_id).id
    return Open(campaign, tuple(open_among(events, campaign, contents.inventory)))


def open_among(
    events: Sequence[Event], campaign: str, inventory: Inventory
) -> Iterator[Proposal]:
    """The proposals of a campaign that the inventory does not say, and nobody decided on."""
    ours = [e for e in events if e.campaign == campaign]
    decided = [e for e in ours if e.kind == "reviewed" and "fact" in e.payload]
    latest: dict[tuple[str, str], Event] = {}
    given = who_answered(ours)
    for event in _last_of_each_form(ours):
        for fact in event.personal.get("corrections", {}):
            if fact in FACTS and not _is_decided(event, fact, decided):
                latest[event.subject, fact] = event
    for (_subject, fact), event in sorted(latest.items()):
        proposal = _proposal(event, given[event.sequence], fact, inventory)
        if proposal.gone or not _same(proposal.now, proposal.proposed):
            yield proposal


def _last_of_each_form(events: Iterable[Event]) -> list[Event]:
    """The latest document of each form about a system, in order; it replaces those before."""
    last: dict[str, Event] = {}
    for event in events:
        if event.kind == "assessed" and event.subject.startswith("system:"):
            last[event.payload["issue"]] = event
    return sorted(last.values(), key=lambda event: event.sequence)


def _is_decided(event: Event, fact: str, decided: Iterable[Event]) -> bool:
    """Whether it was rejected, or any word on the fact accepted since."""
    return any(
        word.payload["of"] == event.sequence
        or (word.payload["outcome"] == "agreed" and word.sequence > event.sequence)
        for word in decided
        if (word.subject, word.payload["fact"]) == (event.subject, fact)
    )


def _proposal(
    event: Event, by: AnsweredBy, fact: str, inventory: Inventory
) -> Proposal:
    id = event.subject.removeprefix("system:")
    value = event.personal["corrections"][fact]
    system = inventory.system(id)
    facts = plain_facts(system.facts) if system else {}
    return Proposal(
        system=id,
        fact=fact,
        now=facts.get(fact),
        proposed=None if value == {} else value,
        by=by.said,
        on=date.fromisoformat(event.payload["answered_on"]),
        event=event.sequence,
        file=event.personal.get("file", {}).get("name", ""),
        gone="" if system else _gone(id, inventory),
    )


def _gone(id: str, inventory: Inventory) -> str:
    now = next((s.id for s in inventory.systems if s.formerly == id), None)
    if now:
        sentence = _("'{id}' is called '{now}' now; write there what is right")
        return sentence.format(id=id, now=now)
    return _("'{id}' is no longer in inventory/systems.yaml").format(id=id)


def _same(one: Any, other: Any) -> bool:
    """Whether two facts are the same; the order of a list is no difference."""
    pair = [sorted(fact) if isinstance(fact, list) else fact for fact in (one, other)]
    return canonical(pair[0]) == canonical(pair[1])
