"""The mails of a campaign: what was written or sent to whom."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from secaudit.register import Event
from secaudit.validation import shaped

MailKind = Literal["issued", "reminder", "director", "receipt"]
Stage = Literal["", "before", "on", "after"]
"""When somebody is reminded: before the deadline, on its day, after it."""


@dataclass(frozen=True)
class Mailed:
    """A mail that was written as a draft, or sent."""

    what: MailKind
    on: date
    person: str
    """The id of whose forms it is about, or of the director; empty for an address alone."""
    sequence: int
    way: Literal["draft", "sent"] = "draft"
    to: tuple[str, ...] = ()
    """The ids of those it went to: of the person, or of who stands in for them."""
    stage: Stage = ""
    forms: tuple[str, ...] = ()
    """The ids of the forms it is about."""
    files: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """By SHA-256 of a file that came back, the events that it was told of."""
    doubtful: bool = False
    """Nobody knows whether the server took it."""
    addresses: tuple[str, ...] = ()
    """Where it went; empty once they are deleted."""


def mailed(event: Event) -> Mailed:
    """The mail that an event tells of."""
    to = event.personal.get("to", ())
    told = {**event.payload, "sequence": event.sequence, "addresses": to}
    return shaped(told, Mailed)


def taken_back(mails: dict[int, Mailed], event: Event) -> None:
    """Note that a server did not take a mail, or that nobody knows whether it did."""
    of = event.payload["of"]
    if event.payload["doubtful"]:
        mails[of] = replace(mails[of], doubtful=True)
    else:
        del mails[of]
