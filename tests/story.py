"""Campaigns told event by event, without files: for the tests of what is computed from them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from secaudit.campaign import Campaign, fold
from secaudit.gaps import Gap, Item, Picture, picture
from secaudit.register import Event

TODAY = date(2026, 9, 20)
SYSTEM = "system:a"


def control(
    id: str, weight: int = 1, *kinds: str, theme: str = "T", **question: Any
) -> dict[str, Any]:
    """A control that asks each of `kinds` (systems, if none is named) the same question."""
    both = {"da": "Tekst", "en": "Text"}
    said = {"text": both, "guidance": both, "evidence": {"da": [], "en": []}}
    asked = {kind: {**said, **question} for kind in kinds or ("system",)}
    return {
        "id": id,
        "theme": theme,
        "title": {"da": id, "en": id},
        "weight": weight,
        "questions": asked,
    }


@dataclass
class Story:
    """The events of one organisation, as they happen; every method is one event."""

    events: list[Event] = field(default_factory=list)
    year: str = ""

    def happens(
        self,
        kind: str,
        subject: str,
        payload: dict[str, Any],
        personal: dict[str, Any] | None = None,
        year: str = "",
    ) -> int:
        """Add an event to a campaign, or to the one opened last; its sequence."""
        number = len(self.events) + 1
        where = ("org", number, f"{self.year}-09-01T08:00:00Z", kind, year or self.year)
        self.events.append(Event(*where, subject, payload, personal or {}, ""))
        return number

    def open(self, year: str, *controls: dict[str, Any], **profile: Any) -> "Story":
        """Open a campaign, on the first of September."""
        self.year = year
        themes = {c["theme"]: {"da": "Tema", "en": "Theme"} for c in controls}
        payload = {
            "organisation": {"id": "org", "name": "Prøvekommune"},
            "opened_on": f"{year}-09-01",
            "due": f"{year}-10-01",
            "language": "da",
            "catalogues": [],
            "themes": [{"id": id, "title": title} for id, title in themes.items()],
            "applied": [{"control": c} for c in controls],
            "profile": profile,
        }
        self.happens("campaign-opened", "", payload)
        return self

    def issue(
        self,
        subject: str,
        *questions: str,
        person: str | None = "p1",
        facts: dict[str, Any] | None = None,
        **more: Any,
    ) -> "Story":
        """Issue a form about `subject` to `person`, who also owns it."""
        kind, _, id = subject.partition(":")
        payload = {
            "issue": f"{len(self.events):032x}",
            "subject": {"kind": kind, "id": id, "name": id},
            "questions": list(questions),
            "issued_on": f"{self.year}-09-01",
            "person": person,
            "facts": facts or {},
            "owner": person,
            **more,
        }
        self.happens("issued", subject, payload, {"name": person or ""})
        return self

    def say(
        self,
        subject: str,
        answers: dict[str, Any],
        on: date | None = None,
        year: str = "",
        **more: Any,
    ) -> "Story":
        """Record answers, each a status or a whole answer; a comment may one day be deleted."""
        said = {
            id: {"status": answer} if isinstance(answer, str) else dict(answer)
            for id, answer in answers.items()
        }
        named = {
            id: {"comment": answer.pop("comment", "")} for id, answer in said.items()
        }
        payload = {
            "person": "p1",
            "answered_on": (on or date(int(self.year), 9, 10)).isoformat(),
            "document": f"document {len(self.events)}",
            "answers": said,
        }
        self.happens("assessed", subject, payload | more, {"answers": named}, year)
        return self

    def review(
        self, subject: str, control: str, outcome: str, status: str | None = None
    ) -> "Story":
        """Review the latest word on a control."""
        word = self.campaign().words[subject, control]
        payload = {"control": control, "outcome": outcome, "of": word.sequence}
        self.happens(
            "reviewed", subject, payload | ({"status": status} if status else {})
        )
        return self

    def accept(
        self, subject: str, control: str, until: date, on: date | None = None
    ) -> "Story":
        """Accept a gap until a day."""
        gap = {"subject": subject, "control": control, "until": until.isoformat()}
        payload = {"by": "Direktionen", "accepts": [gap]}
        self.happens("decision", "", payload | ({"on": on.isoformat()} if on else {}))
        return self

    def act(self, action: str, on: date, **said: Any) -> "Story":
        """Say something of an action."""
        texts = [name for name in ("what", "reason") if name in said]
        named = {str(name): said.pop(name) for name in texts}
        payload = {"action": action, "on": on.isoformat(), **said}
        self.happens("action", "", payload, named)
        return self

    def withdraw(self, subject: str, on: date) -> "Story":
        """Take a subject out of the campaign."""
        self.happens(
            "withdrawn", subject, {"on": on.isoformat()}, {"reason": "Udfaset"}
        )
        return self

    def extend(self, person: str, until: date) -> "Story":
        """Give a person time until a day."""
        payload = {"person": person, "until": until.isoformat()}
        self.happens("extended", "", payload)
        return self

    def close(self, on: date, year: str = "") -> "Story":
        """Close a campaign, or the one opened last."""
        self.happens("campaign-closed", "", {"on": on.isoformat()}, year=year)
        return self

    def campaign(self) -> Campaign:
        """The campaign opened last."""
        return fold(self.events)[self.year]

    def picture(self, on: date = TODAY) -> Picture:
        """The campaign opened last as it stands on a day, beside those before it."""
        return picture(list(fold(self.events).values()), on)


def gap_of(found: Picture, subject: str, control: str) -> Gap:
    """The gap of `subject` in `control`, its own or inherited."""
    every = (*found.gaps, *found.inherited)
    return next(gap for gap in every if gap.key == (subject, control))


def item_of(found: Picture, subject: str, control: str) -> Item:
    """The question to `subject` about `control`."""
    return next(item for item in found.items if item.key == (subject, control))
