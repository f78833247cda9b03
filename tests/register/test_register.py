"""The register: one chained log, in a real SQLite file."""

import json
import multiprocessing
import os
import random
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from secaudit.problems import Refused
from secaudit.register import Breach, Draft, Head, Register

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
OURS, THEIRS = "proevekommune", "nabokommune"
EVENT_COLUMNS = (
    *("organisation", "sequence", "at", "kind", "campaign", "subject"),
    *("payload", "personal_hash", "previous", "hash"),
)
TEXT_COLUMNS = ("organisation", "sequence", "nonce", "body")
LENGTH = 6
"""Events in our own chain of the fixture; all but the third have a text."""


def draft(number: int, **personal: Any) -> Draft:
    payload = {"number": number, "said": "opfyldt – æøå"}
    return Draft("assessed", "2026", f"system:s{number}", payload, personal)


def append(register: Register, *drafts: Draft) -> None:
    with register.writing() as writer:
        for one in drafts:
            writer.append(one, NOW)


def one(number: int) -> Draft:
    return draft(number) if number == 3 else draft(number, name=f"Anna {number}")


def removed(organisation: str, *sequences: int) -> set[tuple[str, int, str]]:
    return {(organisation, number, "removed") for number in sequences}


def named(register: Register, head: str | None = None) -> set[tuple[str, int, str]]:
    """What verify names: organisation, sequence and what happened."""
    found, _heads = register.breaches(head)
    assert all(str(breach) for breach in found)
    return {(b.organisation, b.sequence, b.kind) for b in found}


def places(register: Register) -> set[tuple[str, int]]:
    return {(organisation, number) for organisation, number, _ in named(register)}


def sql(register: Register, statement: str, *values: Any) -> list[Any]:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(register.path)) as connection:
        found = connection.execute(statement, values).fetchall()
        connection.commit()
        return found


def one_character_changed(text: str) -> str:
    """`text` with its last letter or digit replaced by another."""
    at = max(i for i, letter in enumerate(text) if letter.isalnum())
    other = {"9": "8", "f": "e"}.get(text[at], "9" if text[at].isdigit() else "f")
    return text[:at] + other + text[at + 1 :]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with two organisations; its file is copied, never changed."""
    path = tmp_path_factory.mktemp("made") / "register.db"
    Register(path, OURS).create()
    append(Register(path, OURS), *(one(n) for n in range(1, LENGTH + 1)))
    append(Register(path, THEIRS), draft(1, name="Bo"), draft(2, name="Bo"))
    return path


@pytest.fixture
def register(made: Path, tmp_path: Path) -> Register:
    shutil.copy(made, tmp_path / "register.db")
    return Register(tmp_path / "register.db", OURS)


@pytest.fixture
def new(tmp_path: Path) -> Register:
    register = Register(tmp_path / "new.db", OURS)
    register.create()
    return register


# What is read is what was written


def test_an_untouched_register_holds_and_tells_the_head_of_each_chain(
    register: Register,
) -> None:
    found, heads = register.breaches()
    assert found == ()
    assert [(h.organisation, h.sequence) for h in heads] == [(THEIRS, 2), (OURS, 6)]
    assert heads[1] == register.head()


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


def test_an_empty_register_has_a_head_before_the_first_event(new: Register) -> None:
    assert new.head() == Head(OURS, 0, "0" * 64)
    assert new.breaches() == ((), ())


# Changing one character of any stored value


@pytest.mark.parametrize("sequence", [1, 2, 4, LENGTH])
@pytest.mark.parametrize("column", EVENT_COLUMNS)
def test_one_changed_character_of_an_event_is_named(
    register: Register, column: str, sequence: int
) -> None:
    where = "WHERE organisation = ? AND sequence = ?"
    read = f"SELECT {column} FROM events {where}"  # noqa: S608 names of our own columns
    [(value,)] = sql(register, read, OURS, sequence)
    changed = one_character_changed(str(value))
    if column == "sequence":  # 9 is free, and the others are not
        changed = "9"
    write = f"UPDATE events SET {column} = ? {where}"  # noqa: S608
    sql(register, write, changed, OURS, sequence)
    now = {"organisation": (changed, sequence), "sequence": (OURS, 9)}
    assert (now.get(column, (OURS, sequence))) in places(register)


@pytest.mark.parametrize("sequence", [1, 2, 4, LENGTH])
@pytest.mark.parametrize("column", TEXT_COLUMNS)
def test_one_changed_character_of_a_text_is_named(
    register: Register, column: str, sequence: int
) -> None:
    where = "WHERE organisation = ? AND sequence = ?"
    read = f"SELECT {column} FROM texts {where}"  # noqa: S608 names of our own columns
    [(value,)] = sql(register, read, OURS, sequence)
    changed = "9" if column == "sequence" else one_character_changed(str(value))
    write = f"UPDATE texts SET {column} = ? {where}"  # noqa: S608
    sql(register, write, changed, OURS, sequence)
    kind = "text-removed" if column in ("organisation", "sequence") else "text-altered"
    assert (OURS, sequence, kind) in named(register)


def test_every_single_character_of_a_payload_and_a_text_matters(
    register: Register,
) -> None:
    chance = random.Random(2026)  # noqa: S311 the same every time
    for table, column in (("events", "payload"), ("texts", "body")):
        where = f"WHERE organisation = '{OURS}' AND sequence = 2"
        read = f"SELECT {column} FROM {table} {where}"  # noqa: S608
        write = f"UPDATE {table} SET {column} = ? {where}"  # noqa: S608
        [(value,)] = sql(register, read)
        for at in range(len(value)):
            other = chance.choice([c for c in 'a1 "}' if c != value[at]])
            sql(register, write, value[:at] + other + value[at + 1 :])
            assert (OURS, 2) in places(register), f"{column}, character {at}"
        sql(register, write, value)
    assert named(register) == set()


@pytest.mark.parametrize("column", EVENT_COLUMNS[2:])
@pytest.mark.parametrize("value", [b"\xff\xfe", b"opfyldt", 7, 1.5, ""])
def test_a_value_of_another_type_or_without_an_encoding_is_named(
    register: Register, column: str, value: Any
) -> None:
    where = f"WHERE organisation = '{OURS}' AND sequence = 2"
    sql(register, f"UPDATE events SET {column} = ? {where}", value)  # noqa: S608
    assert (OURS, 2, "altered") in named(register)


@pytest.mark.parametrize("column", EVENT_COLUMNS[2:])
def test_a_byte_that_is_no_text_is_named(register: Register, column: str) -> None:
    where = f"WHERE organisation = '{OURS}' AND sequence = 2"
    broken = f"CAST(CAST({column} AS BLOB) || X'FF' AS TEXT)"
    sql(register, f"UPDATE events SET {column} = {broken} {where}")  # noqa: S608
    assert (OURS, 2, "altered") in named(register)


@pytest.mark.parametrize("column", ["nonce", "body"])
def test_a_byte_of_a_text_that_is_no_text_is_named(
    register: Register, column: str
) -> None:
    where = f"WHERE organisation = '{OURS}' AND sequence = 2"
    broken = f"CAST(CAST({column} AS BLOB) || X'FF' AS TEXT)"
    sql(register, f"UPDATE texts SET {column} = {broken} {where}")  # noqa: S608
    assert named(register) == {(OURS, 2, "text-altered")}


@pytest.mark.parametrize("sequence", ["3x", 3.5, -3, 0])
def test_a_sequence_that_is_no_place_in_the_chain_is_named(
    register: Register, sequence: Any
) -> None:
    change = "UPDATE events SET sequence = ? WHERE organisation = ? AND sequence = 3"
    sql(register, change, sequence, OURS)
    assert removed(OURS, 3) <= named(register)
    assert (OURS, sequence) in places(register)


@pytest.mark.parametrize("payload", ["", "{", "[]", "5", "null", '{"number":NaN}'])
def test_a_payload_that_is_no_object_is_named(register: Register, payload: str) -> None:
    change = "UPDATE events SET payload = ? WHERE organisation = ? AND sequence = 2"
    sql(register, change, payload, OURS)
    assert named(register) == {(OURS, 2, "altered")}


def test_a_payload_that_means_the_same_but_is_written_otherwise_is_named(
    register: Register,
) -> None:
    where = f"WHERE organisation = '{OURS}' AND sequence = 2"
    change = f"UPDATE events SET payload = replace(payload, ':', ': ') {where}"  # noqa: S608
    sql(register, change)
    assert named(register) == {(OURS, 2, "altered")}


def test_an_event_whose_hash_was_computed_anew_breaks_the_next_link(
    register: Register,
) -> None:
    other = Register(register.path.with_name("other.db"), OURS)
    other.create()
    append(other, one(1), draft(7, name="Anna 2"), one(3))
    [row] = sql(other, "SELECT payload, personal_hash, hash FROM events LIMIT 1, 1")
    change = "UPDATE events SET payload = ?, personal_hash = ?, hash = ?"
    sql(register, f"{change} WHERE organisation = '{OURS}' AND sequence = 2", *row)
    assert (OURS, 3, "inserted") in named(register)


# Removed, inserted, reordered


@pytest.mark.parametrize("sequence", range(1, LENGTH))
def test_a_removed_event_is_named(register: Register, sequence: int) -> None:
    for table in ("events", "texts"):
        where = "WHERE organisation = ? AND sequence = ?"
        sql(register, f"DELETE FROM {table} {where}", OURS, sequence)  # noqa: S608
    assert named(register) == removed(OURS, sequence)


def test_several_removed_events_are_each_named(register: Register) -> None:
    sql(register, "DELETE FROM events WHERE sequence IN (2, 4) AND campaign = '2026'")
    found = named(register)
    assert removed(OURS, 2, 4) <= found
    assert (OURS, 2, "text-inserted") in found


def test_a_removed_event_whose_followers_moved_up_is_named(register: Register) -> None:
    sql(register, "DELETE FROM events WHERE organisation = ? AND sequence = 2", OURS)
    for number in range(3, LENGTH + 1):
        change = (
            "UPDATE events SET sequence = ? WHERE organisation = ? AND sequence = ?"
        )
        sql(register, change, number - 1, OURS, number)
    assert {(OURS, 2, "altered"), (OURS, 2, "inserted")} <= named(register)


def test_an_inserted_event_is_named(register: Register) -> None:
    [row] = sql(register, "SELECT * FROM events WHERE organisation = ?", THEIRS)[1:]
    made = dict(zip(EVENT_COLUMNS, row, strict=True))
    made |= {"organisation": OURS, "sequence": LENGTH + 1}
    marks = ", ".join("?" * len(made))
    sql(register, f"INSERT INTO events VALUES ({marks})", *made.values())  # noqa: S608
    assert {(OURS, 7, "altered"), (OURS, 7, "inserted")} <= named(register)


def test_an_event_made_by_hand_without_the_hash_before_it_is_inserted(
    register: Register,
) -> None:
    other = Register(register.path.with_name("other.db"), OURS)
    other.create()
    append(other, *(draft(n) for n in range(1, 8)))
    [row] = sql(other, "SELECT * FROM events WHERE sequence = 7")
    marks = ", ".join("?" * len(row))
    sql(register, f"INSERT INTO events VALUES ({marks})", *row)  # noqa: S608
    assert named(register) == {(OURS, 7, "inserted")}


@pytest.mark.parametrize(("first", "second"), [(1, 2), (2, 5), (1, 6), (5, 6)])
def test_two_events_that_changed_places_are_named(
    register: Register, first: int, second: int
) -> None:
    change = "UPDATE events SET sequence = ? WHERE organisation = ? AND sequence = ?"
    for number, was in ((99, first), (first, second), (second, 99)):
        sql(register, change, number, OURS, was)
    assert {(OURS, first), (OURS, second)} <= places(register)


def test_an_event_moved_to_another_organisation_is_named_in_both(
    register: Register,
) -> None:
    change = "UPDATE events SET organisation = ?, sequence = 3 WHERE sequence = 4"
    sql(register, change, THEIRS)
    found = named(register)
    assert removed(OURS, 4) <= found
    assert (THEIRS, 3, "altered") in found


def test_a_removed_text_is_named(register: Register) -> None:
    sql(register, "DELETE FROM texts WHERE organisation = ? AND sequence = 4", OURS)
    assert named(register) == {(OURS, 4, "text-removed")}


def test_a_text_beside_an_event_that_had_none_is_named(register: Register) -> None:
    sql(register, "INSERT INTO texts VALUES (?, 3, 'n', '{}')", OURS)
    assert named(register) == {(OURS, 3, "text-inserted")}


def test_two_texts_that_changed_places_are_named(register: Register) -> None:
    change = "UPDATE texts SET sequence = ? WHERE organisation = ? AND sequence = ?"
    for number, was in ((99, 1), (1, 2), (2, 99)):
        sql(register, change, number, OURS, was)
    assert named(register) == {(OURS, 1, "text-altered"), (OURS, 2, "text-altered")}


def test_a_removed_tail_is_found_only_with_the_head(register: Register) -> None:
    head = register.head().hash
    for table in ("events", "texts"):
        sql(register, f"DELETE FROM {table} WHERE sequence > 4")  # noqa: S608
    assert named(register) == set()
    assert named(register, head) == {(OURS, 0, "head")}


def test_an_earlier_head_still_holds_after_more_was_appended(
    register: Register,
) -> None:
    head = register.head().hash
    append(register, draft(7))
    assert named(register, head) == set()


def test_the_head_of_another_organisation_is_not_ours(register: Register) -> None:
    theirs = Register(register.path, THEIRS).head().hash
    assert named(register, theirs) == {(OURS, 0, "head")}


def test_an_empty_head_is_no_head(register: Register) -> None:
    assert named(register, "") == {(OURS, 0, "head")}


def test_one_altered_chain_leaves_the_other_unnamed(register: Register) -> None:
    change = "UPDATE events SET kind = 'reviewed' WHERE organisation = ?"
    sql(register, change, THEIRS)
    assert {organisation for organisation, _ in places(register)} == {THEIRS}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("altered", "hændelse 4 hos proevekommune er ændret"),
        ("removed", "hændelse 4 hos proevekommune er fjernet"),
    ],
)
def test_a_breach_says_in_danish_what_happened(kind: str, said: str) -> None:
    assert said in str(Breach(OURS, 4, kind)).casefold()


# Purged


def test_texts_that_a_purged_event_lists_may_be_gone(register: Register) -> None:
    sql(
        register,
        "DELETE FROM texts WHERE sequence IN (1, 2) AND organisation = ?",
        OURS,
    )
    append(register, Draft("purged", "2026", "", {"sequences": [1, 2]}))
    assert named(register) == set()
    assert register.events()[0].personal == {}


def test_a_text_that_no_purged_event_lists_may_not_be_gone(register: Register) -> None:
    append(register, Draft("purged", "2026", "", {"sequences": [1]}))
    sql(register, "DELETE FROM texts WHERE organisation = ?", OURS)
    assert (OURS, 2, "text-removed") in named(register)
    assert (OURS, 1, "text-removed") not in named(register)


def test_a_purged_event_does_not_cover_another_organisation(register: Register) -> None:
    append(register, Draft("purged", "2026", "", {"sequences": [1]}))
    sql(register, "DELETE FROM texts WHERE organisation = ?", THEIRS)
    assert (THEIRS, 1, "text-removed") in named(register)


def test_a_purged_event_that_was_altered_covers_nothing(register: Register) -> None:
    append(register, Draft("purged", "2026", "", {"sequences": [1]}))
    sql(
        register, "UPDATE events SET payload = '{\"sequences\":[2]}' WHERE sequence = 7"
    )
    sql(register, "DELETE FROM texts WHERE organisation = ? AND sequence = 2", OURS)
    assert {(OURS, 7, "altered"), (OURS, 2, "text-removed")} <= named(register)


# Two at once, and those that never finish


def append_many(path: Path, mine: str, count: int) -> None:
    """Append `count` events, each in a transaction of its own; run in a process."""
    register = Register(path, OURS)
    for number in range(count):
        append(register, Draft("assessed", "2026", mine, {"n": number}, {"name": mine}))


def test_two_processes_appending_at_once_never_fork_the_chain(new: Register) -> None:
    spawn = multiprocessing.get_context("spawn")
    count = 40
    writers = [
        spawn.Process(target=append_many, args=(new.path, name, count))
        for name in ("system:a", "system:b")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    events = new.events()
    assert [event.sequence for event in events] == list(range(1, 2 * count + 1))
    for name in ("system:a", "system:b"):
        mine = [event.payload["n"] for event in events if event.subject == name]
        assert mine == list(range(count))
    assert new.breaches()[0] == ()


def test_a_fork_made_by_hand_is_impossible(register: Register) -> None:
    columns = ", ".join("99" if c == "sequence" else c for c in EVENT_COLUMNS)
    fork = f"INSERT INTO events SELECT {columns} FROM events WHERE sequence = 2"  # noqa: S608
    with pytest.raises(sqlite3.IntegrityError, match=r"events\.previous"):
        sql(register, fork)


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


def test_nothing_is_written_when_the_block_is_left_by_an_exception(
    register: Register,
) -> None:
    before = register.path.read_bytes()
    with pytest.raises(KeyError), register.writing() as writer:
        writer.append(draft(7, name="Bo"), NOW)
        raise KeyError
    assert register.path.read_bytes() == before
    assert os.listdir(register.path.parent) == ["register.db"]  # noqa: PTH208


def die_while_writing(path: Path) -> None:
    """Write much, and be killed before it is whole; run in a process."""
    with Register(path, OURS).writing() as writer:
        for number in range(2000):
            payload = {"n": number, "text": "x" * 2000}
            writer.append(Draft("assessed", "2026", "", payload), NOW)
        os._exit(9 if len(writer.events()) == LENGTH + 2000 else 1)


@pytest.mark.parametrize("first", ["read", "write"])
def test_a_writer_killed_in_the_middle_leaves_the_register_whole(
    register: Register, first: str
) -> None:
    spawn = multiprocessing.get_context("spawn")
    killed = spawn.Process(target=die_while_writing, args=(register.path,))
    killed.start()
    killed.join(timeout=120)
    assert killed.exitcode == 9
    assert register.path.with_name("register.db-journal").stat().st_size
    if first == "read":
        assert [event.sequence for event in register.events()] == [1, 2, 3, 4, 5, 6]
        assert named(register) == set()
    append(register, draft(7))
    assert [event.sequence for event in register.events()] == [1, 2, 3, 4, 5, 6, 7]
    assert named(register) == set()


def test_what_is_being_written_is_not_read_before_it_is_whole(
    register: Register,
) -> None:
    with register.writing() as writer:
        writer.append(draft(7), NOW)
        assert register.head().sequence == LENGTH
    assert register.head().sequence == LENGTH + 1


# The file


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_its_owner_may_read_the_file(new: Register) -> None:
    append(new, one(1))
    assert stat.S_IMODE(new.path.stat().st_mode) == 0o600


def test_the_journal_is_a_file_that_is_deleted_never_a_wal(new: Register) -> None:
    append(new, one(1))
    assert sql(new, "PRAGMA journal_mode") == [("delete",)]
    assert os.listdir(new.path.parent) == ["new.db"]  # noqa: PTH208


def test_a_register_that_somebody_set_to_wal_is_set_back_by_the_next_writer(
    register: Register,
) -> None:
    assert sql(register, "PRAGMA journal_mode=WAL") == [("wal",)]
    append(register, draft(7))
    assert sql(register, "PRAGMA journal_mode") == [("delete",)]
    assert register.head().sequence == 7


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_file_that_may_only_be_read_can_be_read_and_verified(
    register: Register,
) -> None:
    register.path.chmod(0o400)
    register.path.parent.chmod(0o500)
    try:
        assert len(register.events()) == LENGTH
        assert named(register) == set()
    finally:
        register.path.parent.chmod(0o700)


def test_reading_changes_nothing_in_the_file(register: Register) -> None:
    before = register.path.read_bytes()
    register.events()
    register.breaches()
    assert register.path.read_bytes() == before


def test_creating_again_leaves_the_register_as_it_was(register: Register) -> None:
    register.create()
    assert len(register.events()) == LENGTH


def test_a_half_made_register_from_before_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "register.db.new").write_bytes(b"half made")
    register = Register(tmp_path / "register.db", OURS)
    register.create()
    assert register.events() == ()
    assert (tmp_path / "register.db.new").read_bytes() == b"half made"


def test_two_who_make_the_register_at_once_get_the_same_one(tmp_path: Path) -> None:
    register = Register(tmp_path / "register.db", OURS)
    register.create()
    append(register, one(1))
    register.create()
    assert len(register.events()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["register.db"]


def test_a_register_may_lie_under_a_name_that_a_url_would_change(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "Årsrunde 100% #1?x=æ"
    folder.mkdir()
    register = Register(folder / "register.db", OURS)
    register.create()
    append(register, one(1))
    assert len(register.events()) == 1
    assert os.listdir(folder) == ["register.db"]  # noqa: PTH208


# Refusals


def test_a_newer_register_is_neither_read_nor_written(register: Register) -> None:
    sql(register, "UPDATE alembic_version SET version_num = '0002'")
    for use in (register.events, register.head, register.breaches):
        with pytest.raises(Refused, match="nyere secaudit"):
            use()
    with pytest.raises(Refused, match="nyere secaudit"):
        append(register, draft(7))


def test_a_missing_register_is_refused_with_what_to_do(tmp_path: Path) -> None:
    register = Register(tmp_path / "register.db", OURS)
    with pytest.raises(Refused, match="campaign open"):
        register.events()
    with pytest.raises(Refused, match="campaign open"):
        append(register, one(1))
    assert not register.path.exists()


@pytest.mark.parametrize("content", [b"", b"PDF " * 2000])
def test_a_file_that_is_no_register_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "register.db"
    path.write_bytes(content)
    register = Register(path, OURS)
    with pytest.raises(Refused, match="ikke et register"):
        register.events()
    with pytest.raises(Refused, match="ikke et register"):
        append(register, one(1))
    assert path.read_bytes() == content


def test_a_register_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file stands where the folder must be")
    with pytest.raises(Refused, match="kan ikke skrives"):
        Register(tmp_path / "folder" / "register.db", OURS).create()


def test_text_that_looks_like_sql_is_only_text(new: Register) -> None:
    said = {"name": "'); DROP TABLE events; --"}
    append(new, Draft("assessed", "2026'; --", "system:x", {"a": "' OR 1=1"}, said))
    [event] = new.events()
    assert (event.campaign, event.personal) == ("2026'; --", said)
    assert json.dumps(event.payload) == '{"a": "\' OR 1=1"}'
    assert new.breaches()[0] == ()
