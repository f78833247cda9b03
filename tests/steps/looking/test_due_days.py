"""What falls due as a calendar."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from secaudit.problems import Refused
from secaudit.steps.looking.due import FallingDue
from secaudit.steps.looking.due_days import calendar, save
from tests.cli.command import Said, run, usage_error
from tests.municipality import Municipality

TODAY = date(2026, 10, 1)
REVIEW = FallingDue(
    date(2027, 2, 6), "review", "system:omsorg/T.2", "Omsorg: Prøve 2", "Anna Holm"
)
ACTION = FallingDue(date(2026, 12, 1), "action", "H2", "Køb; få æøå, med tegn", "")


def entries(data: bytes) -> list[Any]:
    """The entries of a calendar, as another program reads them."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def made(*falling: FallingDue, on: date = TODAY, organisation: str = "org") -> bytes:
    """What falls due, in Danish."""
    return calendar(falling, organisation, on)


def test_each_thing_is_a_whole_day_on_which_it_falls_due() -> None:
    review, action = entries(made(REVIEW, ACTION))
    assert (review["dtstart"].dt, review["dtend"].dt) == (REVIEW.on, date(2027, 2, 7))
    assert review["dtstart"].params["VALUE"] == "DATE"
    assert review["summary"] == "Gennemgang: Omsorg: Prøve 2"
    assert review["description"] == "system:omsorg/T.2\nHvem: Anna Holm"
    assert action["summary"] == f"Handling: {ACTION.text}"
    assert action["description"] == "H2"


def test_nobody_is_busy_and_nothing_rings() -> None:
    (entry,) = entries(made(REVIEW))
    assert (entry["transp"], entry.walk("VALARM")) == ("TRANSPARENT", [])


def test_an_entry_is_known_again_when_it_is_moved_and_made_later() -> None:
    moved = replace(REVIEW, on=date(2027, 8, 6), who="Bo Lind")
    (before,), (after,) = (
        entries(made(REVIEW)),
        entries(made(moved, on=date(2026, 11, 1))),
    )
    assert before["uid"] == after["uid"] == "review-system:omsorg/T.2@org.secaudit"
    assert before["dtstamp"].dt < after["dtstamp"].dt


def test_what_differs_in_kind_or_organisation_is_another_entry() -> None:
    duty = replace(REVIEW, what="duty")
    made_of_all = made(REVIEW, duty, ACTION) + made(REVIEW, organisation="b")
    calendars = Calendar.from_ical(made_of_all, multiple=True)
    uids = [e["uid"] for c in calendars for e in c.walk("VEVENT")]
    assert len(set(uids)) == len(uids) == 4


def test_every_line_is_as_the_standard_wants_it() -> None:
    data = made(REVIEW, replace(ACTION, text="lange ord " * 30))
    lines = data.split(b"\r\n")
    assert all(b"\n" not in line and len(line) <= 75 for line in lines)
    assert [error for entry in entries(data) for error in entry.errors] == []


def test_it_is_not_written_over_another_file(tmp_path: Path) -> None:
    file = tmp_path / "frister.ics"
    file.write_text("Indkøb", encoding="utf-8")
    with pytest.raises(Refused, match="kalender"):
        save([REVIEW], "org", TODAY, file)
    assert file.read_text(encoding="utf-8") == "Indkøb"


def test_what_hides_in_a_text_is_seen_and_no_text_is_a_line_of_its_own() -> None:
    text, who = "a\r\nEND:VEVENT\x1b[2J", "Bo\u202e\nDESCRIPTION:x"
    (entry,) = entries(made(replace(ACTION, text=text, who=who)))
    assert entry["summary"] == r"Handling: a END:VEVENT\u001b[2J"
    assert entry["description"] == "H2\nHvem: Bo\\u202e DESCRIPTION:x"


# The command


def due(municipality: Municipality, *arguments: str | Path) -> Said:
    """What `due` says in the autumn."""
    where = ("--workspace", municipality.folder, "--date", "2026-10-01")
    return run("due", *where, *arguments)


def test_the_calendar_goes_to_stdout_or_into_a_file(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-omsorg"))
    far = ("--until", "2027-03-01", "--format", "ics")
    printed = due(municipality, *far)
    file = municipality.folder / "frister.ics"
    said = due(municipality, *far, "-o", file)
    assert (said.code, said.out.strip(), said.err) == (0, file.as_posix(), "")
    assert printed.out.encode() == file.read_bytes()
    assert [e["dtstart"].dt for e in entries(file.read_bytes())] == [REVIEW.on]


def test_where_nothing_falls_due_it_is_said_and_nothing_is_written(
    municipality: Municipality,
) -> None:
    file = municipality.folder / "frister.ics"
    said = due(municipality, "--format", "ics", "-o", file)
    assert (said.code, said.out, said.lines) == (0, "", ["intet forfalder"])
    assert not file.exists()


def test_a_file_is_for_the_calendar_alone(municipality: Municipality) -> None:
    said = due(municipality, "--format", "csv", "-o", "frister.csv")
    assert usage_error(said) == "-o hører til --format ics"
