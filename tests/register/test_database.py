"""The register's file: who may write it when, what it looks like, and what is refused."""

import multiprocessing
import os
import signal
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from secaudit.problems import Refused
from secaudit.register import Draft, Register, database
from tests.register.registers import (
    EVENT_COLUMNS,
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

posix = pytest.mark.skipif(os.name != "posix", reason="modes and alarms are POSIX")


@pytest.fixture
def first(tmp_path: Path) -> Register:
    """A register as secaudit made it when its layout was new."""
    register = Register(tmp_path / "first.db", OURS)
    statements = Path(__file__).with_name("register-0001.sql")
    with closing(sqlite3.connect(register.path)) as connection:
        connection.executescript(statements.read_text(encoding="utf-8"))
    return register


# Two at once, and those that never finish


def append_many(path: Path, mine: str, count: int) -> None:
    """Append `count` events, each in a transaction of its own; run in a process."""
    register = Register(path, OURS)
    for number in range(count):
        append(register, Draft("assessed", "2026", mine, {"n": number}, {"name": mine}))


@pytest.mark.slow
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


@contextmanager
def held(register: Register) -> Iterator[sqlite3.Connection]:
    """While somebody else holds the register for writing."""
    other = sqlite3.connect(register.path, timeout=0, isolation_level=None)
    with closing(other):
        other.execute("BEGIN IMMEDIATE")
        yield other


@contextmanager
def soon(do: Callable[[], object]) -> Iterator[None]:
    """Let a signal come in a moment, as Ctrl-C does, and `do` something."""
    before = signal.signal(signal.SIGALRM, lambda _number, _frame: do())
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@posix
def test_a_writer_goes_on_when_the_other_has_finished(register: Register) -> None:
    with held(register) as other, soon(other.rollback):
        append(register, draft(7))
    assert register.head().sequence == LENGTH + 1


@posix
def test_ctrl_c_is_heard_by_a_writer_that_waits(register: Register) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    start = time.monotonic()
    with held(register), soon(interrupt), pytest.raises(KeyboardInterrupt):
        append(register, draft(7))
    assert time.monotonic() - start < 10
    assert register.head().sequence == LENGTH


def test_a_writer_that_has_waited_long_enough_is_refused(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 1)
    with (
        held(register),
        pytest.raises(Refused, match="er ved at blive skrevet af en anden"),
    ):
        append(register, draft(7))


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
@pytest.mark.slow
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


def test_a_writer_that_gave_up_is_in_nobodys_way_whatever_it_had_half_read(
    register: Register,
) -> None:
    with pytest.raises(KeyError), database.writing(register.path) as connection:
        rows = database.events_of(connection, OURS)
        assert next(rows)["sequence"] == 1
        raise KeyError
    with held(register):
        del rows


def test_nobody_writes_between_two_readings_of_one_reader(register: Register) -> None:
    with database.reading(register.path) as connection, held(register) as other:
        assert database.last_of(connection, OURS)["sequence"] == LENGTH
        other.execute("DELETE FROM events")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("COMMIT")


def test_a_reader_cannot_write(register: Register) -> None:
    with (
        pytest.raises(Refused, match="skrivebeskyttet"),
        database.reading(register.path) as connection,
    ):
        connection.execute("DELETE FROM events")


# The file


@posix
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


def test_a_register_that_was_made_when_its_layout_was_new_is_read_and_written(
    first: Register,
) -> None:
    closed = first.events()[-1]
    assert (closed.sequence, closed.kind) == (2, "campaign-closed")
    assert first.events()[0].personal == {"name": "Anna Ø"}
    append(first, draft(3, name="Bo"))
    append(Register(first.path, THEIRS), draft(2))
    assert named(first) == set()
    assert first.head().sequence == 3


def test_the_layout_is_still_the_first_one(new: Register, first: Register) -> None:
    assert layout(new) == layout(first)


def layout(register: Register) -> set[tuple[str, str, str]]:
    """Every table and index, with its statement without spaces, and the layout's number."""
    read = "SELECT type, name, ifnull(sql, '') FROM sqlite_master"
    [(number,)] = sql(register, "SELECT version_num FROM alembic_version")
    return {
        ("number", "", number),
        *(
            (type, name, "".join(said.split()))
            for type, name, said in sql(register, read)
        ),
    }


@posix
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


@pytest.mark.parametrize("said", ["", "database is locked", "disk is full", "readonly"])
def test_a_text_that_cannot_be_read_is_damage_whatever_it_says(
    register: Register, said: str
) -> None:
    broken = f"CAST(CAST('{said}' AS BLOB) || X'FF' AS TEXT)"
    sql(register, f"UPDATE events SET kind = {broken}")  # noqa: S608
    with pytest.raises(Refused, match="ikke et register"):
        register.events()


def test_a_register_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file stands where the folder must be")
    with pytest.raises(Refused, match="kan ikke skrives"):
        Register(tmp_path / "folder" / "register.db", OURS).create()
