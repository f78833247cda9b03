"""Actions in a calendar."""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from secaudit.campaign import Action
from secaudit.exchange.calendar import calendar
from secaudit.language import using

TODAY = date(2026, 10, 1)
ACTION = Action(
    "H3",
    "2026",
    date(2026, 9, 1),
    date(2026, 11, 1),
    date(2026, 12, 31),
    (("system:omsorg", "T.1"), ("owner:p01", "T.2")),
    what="Gennemgå rettigheder; få æøå, og \\n med " + "lange ord " * 20,
    responsible="Anna Holm",
    sequence=12,
)
BARE = Action("H4", "2026", TODAY, TODAY, TODAY, (), sequence=13)


def made(*actions: Action, organisation: str = "proevekommune") -> bytes:
    """A calendar, in English."""
    with using("en"):
        return calendar(actions, organisation, TODAY)


def entries(data: bytes) -> list[Any]:
    """The entries of a calendar, as another program reads them."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_an_action_is_a_whole_day_on_its_due_date() -> None:
    (entry,) = entries(made(ACTION))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (
        date(2026, 12, 31),
        date(2027, 1, 1),
    )
    assert entry["dtstart"].params["VALUE"] == "DATE"
    assert entry["summary"] == f"H3 {ACTION.what}".strip()
    assert str(entry["description"]).splitlines() == [
        "Covers: system:omsorg/T.1, owner:p01/T.2",
        "Responsible: Anna Holm",
        "Status: not started",
    ]


def test_nobody_is_busy_that_day_and_nothing_rings() -> None:
    (entry,) = entries(made(ACTION))
    assert entry["transp"] == "TRANSPARENT"
    assert entry.walk("VALARM") == []


def test_an_entry_keeps_its_identity_when_the_action_is_moved() -> None:
    moved = Action(**{**vars(ACTION), "due": date(2027, 2, 1), "sequence": 20})
    (before,), (after,) = entries(made(ACTION)), entries(made(moved))
    assert before["uid"] == after["uid"] == "h3@proevekommune.secaudit"
    assert (before["sequence"], after["sequence"]) == (12, 20)


def test_two_organisations_have_entries_of_their_own() -> None:
    uids = [entries(made(ACTION, organisation=o))[0]["uid"] for o in ("a", "b")]
    assert len(set(uids)) == 2


def test_the_same_actions_give_the_same_bytes() -> None:
    assert made(ACTION, BARE) == made(ACTION, BARE)
    (entry, _other) = entries(made(ACTION, BARE))
    assert entry["dtstamp"].dt == datetime(2026, 10, 1, tzinfo=UTC)


def test_it_is_as_the_standard_wants_it() -> None:
    data = made(ACTION, BARE)
    found = Calendar.from_ical(data)
    assert found["version"] == "2.0"
    assert found["prodid"] == "-//secaudit//secaudit//EN"
    assert found["method"] == "PUBLISH"
    assert [error for entry in entries(data) for error in entry.errors] == []
    lines = data.split(b"\r\n")
    assert all(b"\n" not in line and len(line) <= 75 for line in lines)
    assert lines[0] == b"BEGIN:VCALENDAR"


def test_an_action_that_says_little_says_so_little() -> None:
    (entry,) = entries(made(BARE))
    assert entry["summary"] == "H4"
    assert "Responsible" not in entry["description"]
