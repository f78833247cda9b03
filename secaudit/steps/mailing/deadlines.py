"""The deadlines of the forms in a mail as a calendar that goes along."""

from collections.abc import Iterator
from dataclasses import replace

from secaudit.digest import sha256
from secaudit.exchange.calendar import Entry, days
from secaudit.gaps import grouped
from secaudit.language import _, using
from secaudit.mail.model import Attachment
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.visible import one_line

NAME = "svarfrist.ics"


def with_deadlines(letter: Letter, office: Office) -> Letter:
    """A letter about forms, with a whole day for each of their deadlines."""
    with using(office.language):
        data = days(_entries(letter, office), office.on)
    calendar = Attachment(NAME, "text/calendar", data)
    return replace(letter, attachments=(*letter.attachments, calendar))


def _entries(letter: Letter, office: Office) -> Iterator[Entry]:
    """A day is known again by the campaign, the person and its forms, wherever it moves."""
    campaign, organisation = office.campaign, office.workspace.organisation.id
    issued = {issue.id: issue for issue in campaign.issues}
    named = zip(letter.forms, letter.values["forms"], strict=True)
    by_day = grouped(named, lambda one: campaign.deadline(issued[one[0]]))
    link = (letter.link.shown,) if letter.link else ()
    for day, forms in by_day.items():
        known = sha256([campaign.id, letter.person, sorted(id for id, _line in forms)])
        lines = (*(line.name for _id, line in forms), *link)
        yield Entry(
            uid=f"{known[:32]}@{organisation}.secaudit",
            day=day,
            summary=_("Deadline: self-assessment of information security"),
            description="\n".join(map(one_line, lines)),
        )
