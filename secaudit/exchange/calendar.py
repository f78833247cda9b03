"""Open actions as a calendar (iCalendar, RFC 5545), which Outlook and others can open."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from secaudit.campaign import ACTION_STATES, Action
from secaudit.language import _, active


def calendar(actions: Iterable[Action], organisation: str, on: date) -> bytes:
    """A whole day for each action, on its due date: the same input gives the same bytes.

    `organisation` is its id. An entry keeps its identity, and takes its own place when it is
    moved. There must be at least one action (RFC 5545, section 3.6).
    """
    made = Calendar()
    made.add("prodid", f"-//secaudit//secaudit//{active().upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for action in actions:
        made.add_component(_entry(action, organisation, on))
    data: bytes = made.to_ical()
    return data


def _entry(action: Action, organisation: str, on: date) -> Event:
    entry = Event()
    entry.add("uid", f"{action.id.lower()}@{organisation}.secaudit")
    entry.add("dtstamp", datetime.combine(on, time(), UTC))
    entry.add("sequence", action.sequence)
    entry.add("dtstart", action.due)
    entry.add("dtend", action.due + timedelta(days=1))
    entry.add("summary", f"{action.id} {action.what}".strip())
    entry.add("description", "\n".join(_lines(action)))
    entry.add("transp", "TRANSPARENT")  # nobody is busy all that day
    return entry


def _lines(action: Action) -> Iterable[str]:
    yield _("Covers: {gaps}").format(gaps=", ".join(map("/".join, action.covers)))
    if action.responsible:
        yield _("Responsible: {name}").format(name=action.responsible)
    yield _("Status: {status}").format(status=_(ACTION_STATES[action.status]))
