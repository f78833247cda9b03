"""Mails as the register tells of them, without writing any."""

from datetime import date
from typing import Any

from secaudit.register import Draft
from tests.municipality import ANSWERED, Municipality, clock


def mailed(
    municipality: Municipality,
    person: str,
    what: str = "issued",
    on: date = ANSWERED,
    outcome: str | None = "taken",
    **more: Any,
) -> int:
    """Record that a mail about somebody was sent, and what the server made of it; its event."""
    address = f"{person}@proeve.example"
    told = {"on": on.isoformat(), "what": what, "person": person, "way": "sent"}
    payload = {**told, "to": person, "forms": ["a", "b"], **more}
    personal = {"to": address, "subject": "Svar", "by": "Officer"}
    number = _happens(municipality, "mailed", payload, personal)
    if payload["way"] == "sent" and outcome:
        settled = {"on": on.isoformat(), "of": number, "outcome": outcome}
        _happens(municipality, "mail-outcome", settled, {})
    return number


def _happens(
    municipality: Municipality,
    kind: str,
    payload: dict[str, Any],
    personal: dict[str, Any],
) -> int:
    with municipality.register.writing() as writer:
        event = Draft(kind, "2026", "", payload, personal)
        return writer.append(event, clock(ANSWERED)).sequence
