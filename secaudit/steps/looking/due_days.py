"""What falls due as a calendar: a whole day for each."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from secaudit.exchange.calendar import Entry, days
from secaudit.language import _
from secaudit.report.said.wording import capital
from secaudit.steps.files import CALENDAR, write
from secaudit.steps.looking.due import WHAT, FallingDue
from secaudit.visible import one_line


def save(
    falling: Iterable[FallingDue], organisation: str, on: date, path: Path
) -> None:
    """Write the calendar to a file. Raises Refused if that is there and is no calendar."""
    write(path, calendar(falling, organisation, on), CALENDAR)


def calendar(falling: Iterable[FallingDue], organisation: str, on: date) -> bytes:
    """What falls due, of which there must be something; `organisation` is its id."""
    return days((_entry(one, organisation) for one in falling), on)


def _entry(one: FallingDue, organisation: str) -> Entry:
    what = capital(_(WHAT[one.what]))
    who = _("Who: {name}").format(name=one.who) if one.who else ""
    return Entry(
        uid=f"{one.what}-{one.about}@{organisation}.secaudit",
        day=one.on,
        summary=one_line(": ".join(filter(None, (what, one.text)))),
        description="\n".join(map(one_line, filter(None, (one.about, who)))),
    )
