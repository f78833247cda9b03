"""Whole days as a calendar (iCalendar, RFC 5545), which Outlook and others can open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from secaudit.campaign import ACTION_STATES, Action
from secaudit.language import _, active


@dataclass(frozen=True)
class Entry:
    """A whole day: nobody is busy, and nothing rings."""

    uid: str
    """By which a calendar knows it again; it takes its own place when it is moved."""
    day: date
    summary: str
    description: str
    sequence: int = 0
    """The higher, the newer; of two that are alike, the calendar made later counts."""


def calendar(actions: Iterable[Action], organisation: str, on: date) -> bytes:
    """A whole day for each action, on its due date; `organisation` is its id."""
    return days((_of_action(action, organisation) for action in actions), on)


def days(entries: Iterable[Entry], on: date) -> bytes:
    """The entries as a calendar that is made on a day: the same input gives the same bytes.

    There must be at least one (RFC 5545, section 3.6).
    """
    made = Calendar()
    made.add("prodid", f"-//secaudit//secaudit//{active().upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for entry in entries:
        made.add_component(_event(entry, on))
    data: bytes = made.to_ical()
    return data


def _event(entry: Entry, on: date) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")  # nobody is busy all that day
    return event


def _of_action(action: Action, organisation: str) -> Entry:
    return Entry(
        uid=f"{action.id.lower()}@{organisation}.secaudit",
        day=action.due,
        summary=f"{action.id} {action.what}".strip(),
        description="\n".join(_lines(action)),
        sequence=action.sequence,
    )


def _lines(action: Action) -> Iterable[str]:
    yield _("Covers: {gaps}").format(gaps=", ".join(map("/".join, action.covers)))
    if action.responsible:
        yield _("Responsible: {name}").format(name=action.responsible)
    yield _("Status: {status}").format(status=_(ACTION_STATES[action.status]))
