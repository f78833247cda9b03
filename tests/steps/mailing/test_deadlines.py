"""The deadline of the forms in a mail, as a calendar that goes along."""

import email
import email.policy
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from icalendar import Calendar

from secaudit.steps.mailing.form_letters import with_deadlines
from secaudit.steps.mailing.office import Office, office
from secaudit.steps.mailing.owners import issued, reminders
from tests.cli.command import run, usage_error
from tests.municipality import OPENED, Municipality

LATER = date(2026, 10, 15)


def here(municipality: Municipality, on: date = OPENED) -> Office:
    """From where its mails are written."""
    return office(municipality.workspace, None, on)


def entries(at: Office, person: str = "p01", *, reminded: bool = False) -> list[Any]:
    """The entries in the calendar of the mail about somebody."""
    letters = reminders(at).letters if reminded else issued(at)
    letter = next(one for one in letters if one.person == person)
    (calendar,) = with_deadlines(letter, at).attachments
    assert (calendar.name, calendar.kind) == ("svarfrist.ics", "text/calendar")
    return list(Calendar.from_ical(calendar.data).walk("VEVENT"))


def test_the_deadline_is_a_whole_day_that_names_the_forms(
    mailing: Municipality,
) -> None:
    (entry,) = entries(here(mailing))
    assert entry["dtstart"].dt == date(2026, 10, 1)
    assert entry["dtstart"].params["VALUE"] == "DATE"
    assert entry["summary"] == "Svarfrist: egenvurdering af informationssikkerheden"
    forms = ["Omsorg & Pleje", "Arkiv", "Dine egne pligter som systemejer"]
    assert entry["description"].splitlines() == forms


def test_where_a_link_leads_to_the_page_it_stands_below_the_forms(
    mailing: Municipality,
) -> None:
    text = mailing.read("secaudit.yaml")
    mailing.write("secaudit.yaml", f"{text}mail: {{share: 'https://net/it'}}\n")
    (entry,) = entries(here(mailing))
    link = "https://net/it/campaigns/2026/issued/p01/svar.html"
    assert entry["description"].splitlines()[-1] == link


def test_forms_with_another_deadline_have_a_day_of_their_own(
    mailing: Municipality,
) -> None:
    text = mailing.read("inventory/systems.yaml")
    entry = '  - {id: ny, name: "Ny", owner: p01}\n'
    mailing.write("inventory/systems.yaml", text + entry)
    mailing.issue(answer_by=LATER)
    first, second = entries(here(mailing))
    assert (first["dtstart"].dt, second["dtstart"].dt) == (date(2026, 10, 1), LATER)
    assert second["description"] == "Ny"
    assert first["uid"] != second["uid"]


def test_the_calendar_of_the_same_forms_takes_the_place_of_the_first(
    mailing: Municipality,
) -> None:
    (first,) = entries(here(mailing))
    mailing.extend("p01", LATER)
    later = here(mailing, date(2026, 9, 25))
    (second,) = entries(later, reminded=True)
    assert (second["dtstart"].dt, second["uid"]) == (LATER, first["uid"])
    assert first["dtstamp"].dt < second["dtstamp"].dt
    (other,) = entries(later, "p02")
    assert other["uid"] != first["uid"]


# The command


def drafts(folder: Path) -> list[EmailMessage]:
    """The drafts that lie in a folder."""
    policy = email.policy.default
    read = (path.read_bytes() for path in sorted(folder.glob("*.eml")))
    return [email.message_from_bytes(data, policy=policy) for data in read]


def test_a_mail_carries_the_calendar_only_where_it_was_asked_for(
    mailing: Municipality,
) -> None:
    where = ("--workspace", mailing.folder, "--date", OPENED.isoformat())
    folder = mailing.workspace.drafts("2026")
    assert run("issue", "--mail", "--calendar", *where).code == 0
    assert run("issue", "--mail", "--resend", "p01", *where).code == 0
    attached = [
        {part.get_filename(): part for part in draft.iter_attachments()}
        for draft in drafts(folder)
    ]
    named = ["svarfrist.ics" in parts for parts in attached]
    assert sorted(named) == [False, True, True]
    part = next(p["svarfrist.ics"] for p in attached if "svarfrist.ics" in p)
    assert part["Content-Type"] == 'text/calendar; charset="utf-8"'
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_calendar_is_for_mails_alone(mailing: Municipality) -> None:
    said = run("issue", "--calendar", "--workspace", mailing.folder)
    told = "--resend, --drafts og --calendar hører til --mail"
    assert usage_error(said) == told
