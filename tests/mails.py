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
    way: str = "sent",
    **more: Any,
) -> int:
    """Record that a mail about somebody was written; its event."""
    address = f"{person}@proeve.example"
    told = {"on": on.isoformat(), "what": what, "person": person, "way": way}
    payload = {**told, "to": [person], "forms": ["a", "b"], **more}
    personal = {"to": [address], "subject": "Svar", "by": "Officer"}
    return _happens(municipality, "mailed", payload, personal)


def not_mailed(municipality: Municipality, of: int, *, doubtful: bool) -> int:
    """Record that the server did not take a mail, or that nobody knows; its event."""
    payload = {"on": ANSWERED.isoformat(), "of": of, "doubtful": doubtful}
    return _happens(municipality, "not-mailed", payload, {})


def _happens(
    municipality: Municipality,
    kind: str,
    payload: dict[str, Any],
    personal: dict[str, Any],
) -> int:
    with municipality.register.writing() as writer:
        event = Draft(kind, "2026", "", payload, personal)
        return writer.append(event, clock(ANSWERED)).sequence
