"""Where a chain does not hold: whatever is changed in the file is named."""

import hashlib
import json
import random
from typing import Any

import pytest

from secaudit.digest import canonical, sha256
from secaudit.register import Breach, Draft, Register
from tests.register.registers import (
    EVENT_COLUMNS,
    LENGTH,
    OURS,
    THEIRS,
    append,
    draft,
    named,
    one,
    sql,
)

TEXT_COLUMNS = ("organisation", "sequence", "nonce", "body")


def removed(organisation: str, *sequences: int) -> set[tuple[str, int, str]]:
    return {(organisation, number, "removed") for number in sequences}


def places(register: Register) -> set[tuple[str, int]]:
    return {(organisation, number) for organisation, number, _ in named(register)}


def insert(register: Register, sequence: int, previous: str) -> None:
    """Insert an event that was made by hand, with a right hash of its own."""
    said = dict.fromkeys(EVENT_COLUMNS[:-1], "")
    said |= {"organisation": OURS, "kind": "assessed", "previous": previous}
    row: dict[str, Any] = {**said, "sequence": sequence, "payload": {"number": 0}}
    row |= {"hash": sha256(row), "payload": canonical(row["payload"])}
    marks = ", ".join("?" * len(row))
    sql(register, f"INSERT INTO events VALUES ({marks})", *row.values())  # noqa: S608


def one_character_changed(text: str) -> str:
    """`text` with its last letter or digit replaced by another."""
    at = max(i for i, letter in enumerate(text) if letter.isalnum())
    other = {"9": "8", "f": "e"}.get(text[at], "9" if text[at].isdigit() else "f")
    return text[:at] + other + text[at + 1 :]


def test_an_untouched_register_holds_and_tells_the_head_of_each_chain(
    register: Register,
) -> None:
    found, heads = register.breaches()
    assert found == ()
    assert [(h.organisation, h.sequence) for h in heads] == [(THEIRS, 2), (OURS, 6)]
    assert heads[1] == register.head()


@pytest.mark.parametrize("sequence", range(1, LENGTH + 1))
def test_the_hash_is_that_of_canonical_json_of_all_that_an_event_says(
    register: Register, sequence: int
) -> None:
    read = "SELECT * FROM events WHERE organisation = ? AND sequence = ?"
    [row] = sql(register, read, OURS, sequence)
    said = dict(zip(EVENT_COLUMNS, row, strict=True))
    kept = said.pop("hash")
    assert kept == sha256({**said, "payload": json.loads(said["payload"])})


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


def test_a_payload_that_is_written_otherwise_is_named_even_where_it_was_hashed_so(
    register: Register,
) -> None:
    where = f"WHERE organisation = '{OURS}' AND sequence = {LENGTH}"
    [row] = sql(register, f"SELECT * FROM events {where}")  # noqa: S608
    said = dict(zip(EVENT_COLUMNS[:-1], row[:-1], strict=True))
    payload = said["payload"]
    whole = canonical({**said, "payload": json.loads(payload)})
    otherwise = payload.replace(":", ": ")
    hashed = hashlib.sha256(whole.replace(payload, otherwise).encode()).hexdigest()
    change = f"UPDATE events SET payload = ?, hash = ? {where}"  # noqa: S608
    sql(register, change, otherwise, hashed)
    assert named(register) == {(OURS, LENGTH, "altered")}


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


@pytest.mark.parametrize("sequence", [0, -1, -1000])
def test_an_event_before_the_first_is_inserted_however_right_its_own_hash_is(
    register: Register, sequence: int
) -> None:
    insert(register, sequence, previous="e" * 64)
    assert named(register) == {(OURS, sequence, "inserted")}


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
        ("altered", "post 4 for proevekommune er ændret"),
        ("removed", "post 4 for proevekommune er fjernet"),
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


@pytest.mark.parametrize("kind", ["assessed", "reviewed", "Purged", ""])
def test_only_a_purged_event_covers_texts_that_are_gone(
    register: Register, kind: str
) -> None:
    append(register, Draft(kind, "2026", "", {"sequences": [1]}))
    sql(register, "DELETE FROM texts WHERE organisation = ? AND sequence = 1", OURS)
    assert named(register) == {(OURS, 1, "text-removed")}


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
