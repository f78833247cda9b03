"""A campaign while something is recorded in it: events and files stand together, or not at all."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from secaudit.campaign import Campaign, fold
from secaudit.register import Draft, Event, Writer
from secaudit.steps.state import register_of, rounds_of
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Acting:
    """Who does something, and when."""

    on: date
    """The day that dates are judged by."""
    now: datetime
    """When it is recorded: UTC."""
    by: str = ""


@dataclass
class Recording:
    """A campaign while something is recorded in it: its events grow."""

    acting: Acting
    writer: Writer
    events: list[Event]
    """Every event, those that are recorded now last."""
    campaigns: dict[str, Campaign]
    """As they were before."""
    rounds: list[Campaign]
    """The same up to the one that is recorded in."""
    undo: ExitStack
    """Puts files back as they were, should the rest fail."""

    @property
    def campaign(self) -> Campaign:
        """The one that is recorded in, as it was before."""
        return self.rounds[-1]

    def append(self, draft: Draft) -> Event:
        """Record an event."""
        event = self.writer.append(draft, self.acting.now)
        self.events.append(event)
        return event

    def say(
        self, kind: str, payload: Mapping[str, Any], about: str = "", **personal: str
    ) -> Event:
        """Record what somebody says on the day, about a subject or about all of them."""
        said = {"on": self.acting.on.isoformat(), **payload}
        named = {name: text for name, text in personal.items() if text}
        named["by"] = self.acting.by
        return self.append(Draft(kind, self.campaign.id, about, said, named))

    def after(self) -> Campaign:
        """The campaign with what is recorded now."""
        return fold(self.events)[self.campaign.id]


@contextmanager
def recording(
    workspace: Workspace, campaign_id: str | None, acting: Acting
) -> Iterator[Recording]:
    """Lets events be recorded; whatever fails, nothing is, and files are as they were.

    Raises WrongUsage, Refused where there is no such campaign.
    """
    with ExitStack() as undo:
        with register_of(workspace).writing() as writer:
            events = list(writer.events())
            campaigns = fold(events)
            yield Recording(
                acting=acting,
                writer=writer,
                events=events,
                campaigns=campaigns,
                rounds=rounds_of(campaigns, campaign_id),
                undo=undo,
            )
        undo.pop_all()  # committed: the files stay
