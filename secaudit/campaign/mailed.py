"""The mails of a campaign: what was written or sent to whom."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from secaudit.register import Event
from secaudit.validation import shaped

MailKind = Literal["issued", "reminder", "director", "receipt"]
MailOutcome = Literal["taken", "refused", "doubtful"]
"""What became of a mail that was handed to a server."""
Alike = tuple[str, str, str]
"""Kind, person and recipient of a mail: what it has in common with one that says it again."""
Stage = Literal["", "before", "on", "after"]
"""When somebody is reminded: before the deadline, on its day, after it."""


@dataclass(frozen=True)
class Mailed:
    """A mail that was written as a draft, or sent."""

    what: MailKind
    on: date
    person: str
    """The id of whose forms it is about, or of the director."""
    way: Literal["draft", "sent"] = "draft"
    to: str = ""
    """The id of whom it went to: the person, or somebody who stands in for them."""
    stage: Stage = ""
    forms: tuple[str, ...] = ()
    """The ids of the forms it is about."""
    files: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """By SHA-256 of a file that came back, the events that it was told of."""
    doubtful: bool = False
    """Whether nobody knows if the server took it: it was on its way when the run broke off."""

    @property
    def alike(self) -> Alike:
        """What it has in common with one that says the same again."""
        return self.what, self.person, self.to


def take_mailed(mails: dict[int, Mailed], event: Event) -> None:
    """Take a mail, and that the server took the one before it in the same run."""
    told = event.payload
    sent = told["way"] == "sent"  # and in doubt until an event says that it was taken
    mail = {**told, "doubtful": sent}
    mails[event.sequence] = shaped(mail, Mailed)
    if "taken" in told:
        mails[told["taken"]] = replace(mails[told["taken"]], doubtful=False)


def take_outcome(mails: dict[int, Mailed], event: Event) -> None:
    """Take what a server made of a mail: it took it, refused it, or nobody knows."""
    of, outcome = event.payload["of"], event.payload["outcome"]
    if outcome == "refused":
        del mails[of]
    elif outcome == "taken":
        mails[of] = replace(mails[of], doubtful=False)
