"""The log: what is read is what was written, in each organisation's own chain."""

import json
from datetime import date, datetime, timedelta, timezone

from secaudit.register import Draft, Head, Register
from tests.register.registers import (
    LENGTH,
    NOW,
    OURS,
    THEIRS,
    append,
    draft,
    named,
    one,
    sql,
)


def test_events_are_read_as_they_were_written_and_in_order(register: Register) -> None:
    events = register.events()
    assert [event.sequence for event in events] == [1, 2, 3, 4, 5, 6]
    assert events[1].payload == {"number": 2, "said": "opfyldt – æøå"}
    assert events[1].personal == {"name": "Anna 2"}
    assert events[2].personal == {}
    assert (events[0].kind, events[0].subject) == ("assessed", "system:s1")


def test_payloads_are_canonical_json(register: Register) -> None:
    stored = sql(register, "SELECT payload FROM events WHERE organisation = ?", OURS)
    assert stored[0] == ('{"number":1,"said":"opfyldt – æøå"}',)


def test_the_time_of_an_event_is_kept_in_utc(new: Register) -> None:
    summer = timezone(timedelta(hours=2))
    with new.writing() as writer:
        writer.append(one(1), datetime(2026, 9, 1, 10, 30, tzinfo=summer))
    assert new.events()[0].at == "2026-09-01T08:30:00Z"


def test_a_writer_reads_what_it_has_just_appended(new: Register) -> None:
    with new.writing() as writer:
        appended = writer.append(one(1), NOW)
        assert writer.events() == (appended,)
    assert new.events() == (appended,)


def test_the_same_text_twice_has_two_nonces_and_two_hashes(new: Register) -> None:
    append(new, draft(1, name="Anna"), draft(2, name="Anna"))
    nonces = sql(new, "SELECT DISTINCT nonce FROM texts")
    hashes = sql(new, "SELECT DISTINCT personal_hash FROM events")
    assert (len(nonces), len(hashes)) == (2, 2)


def test_an_event_tells_of_a_day_or_else_of_that_on_which_it_was_recorded(
    new: Register,
) -> None:
    with new.writing() as writer:
        writer.append(Draft("decision", "2026", "", {"on": "2026-03-01"}), NOW)
        writer.append(Draft("decision", "2026", "", {}), NOW)
    assert [event.on for event in new.events()] == [date(2026, 3, 1), NOW.date()]


def test_text_that_looks_like_sql_is_only_text(new: Register) -> None:
    said = {"name": "'); DROP TABLE events; --"}
    append(new, Draft("assessed", "2026'; --", "system:x", {"a": "' OR 1=1"}, said))
    [event] = new.events()
    assert (event.campaign, event.personal) == ("2026'; --", said)
    assert json.dumps(event.payload) == '{"a": "\' OR 1=1"}'
    assert new.breaches()[0] == ()


def test_an_empty_register_has_a_head_before_the_first_event(new: Register) -> None:
    assert new.head() == Head(OURS, 0, "0" * 64)
    assert new.breaches() == ((), ())


def test_each_organisation_has_a_chain_of_its_own(register: Register) -> None:
    theirs = Register(register.path, THEIRS)
    append(theirs, draft(3))
    assert [event.sequence for event in theirs.events()] == [1, 2, 3]
    assert register.head().sequence == LENGTH
    assert named(register) == set()


def test_the_issuer_of_a_form_is_found_in_any_chain(register: Register) -> None:
    issue = "7f3c" * 8
    theirs = Register(register.path, THEIRS)
    append(theirs, Draft("issued", "2026", "system:s", {"issue": issue}))
    assert register.issuer(issue) == THEIRS
    assert register.issuer(issue[:-1] + "%") is None
