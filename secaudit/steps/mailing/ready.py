"""A letter that became a mail, how it is to go out, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from secaudit.language import _
from secaudit.mail.model import Mail
from secaudit.mail.sending import Outcome
from secaudit.problems import Refused
from secaudit.register import Draft, Event
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.recording import Acting


@dataclass(frozen=True)
class Way:
    """How mails go out."""

    acting: Acting
    at: datetime
    """The time that they bear, with its zone."""
    password: str = ""
    """Of the mail server."""
    drafts: bool = False
    """Whether drafts are written though a server is named."""
    rehearsal: bool = False
    """Whether nothing is written, sent or recorded."""


@dataclass(frozen=True)
class Ready:
    """A letter, and the mail that it became."""

    letter: Letter
    mail: Mail

    def event(
        self, office: Office, way: Way, *, draft: str = "", taken: int | None = None
    ) -> Draft:
        """The event that it was written, as the file `draft`; or that it was sent, and that the
        server took the one before it."""
        letter = self.letter
        payload: dict[str, Any] = {
            "on": office.on.isoformat(),
            "what": letter.what,
            "person": letter.person,
            "way": "draft" if draft else "sent",
            "to": letter.to.id,
            "forms": list(letter.forms),
        }
        if draft:
            payload["draft"] = draft
        if letter.stage:
            payload["stage"] = letter.stage
        if taken:
            payload["taken"] = taken
        if letter.files:
            payload["files"] = {sha: list(told) for sha, told in letter.files.items()}
        personal = {
            "to": self.mail.to.addr_spec,
            "subject": self.mail.subject,
            "by": way.acting.by,
        }
        return Draft("mailed", office.campaign.id, "", payload, personal)


@dataclass(frozen=True)
class Posted:
    """What became of a letter."""

    letter: Letter
    to: str
    """The address, with the name."""
    draft: Path | None = None
    """Where it lies; None where it was sent, or nobody got it."""
    outcome: Outcome = field(default_factory=Outcome)

    @classmethod
    def of(cls, ready: Ready, **told: Any) -> "Posted":
        """What became of a mail."""
        return cls(ready.letter, str(ready.mail.to), **told)


def refuse_mailed(letter: Letter, office: Office, events: Iterable[Event]) -> None:
    """Raise Refused if somebody else has written the same since the office looked."""
    for event in events:
        ours = event.kind == "mailed" and event.campaign == office.campaign.id
        if not ours or event.sequence <= office.known:
            continue
        told = event.payload
        alike = told["what"], told["person"], told["to"]
        both = {letter.what, told["what"]} == {"issued", "reminder"}
        if letter.alike == alike or (both and letter.alike[1:] == alike[1:]):
            sentence = _(
                "somebody else is writing the same mails at this moment; run it again"
            )
            raise Refused(sentence)
