"""The register's database: its layout, its statements, and how its SQLite file is opened.

No other module knows which database it is. Never WAL: a register may lie on a network share.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from operator import methodcaller
from pathlib import Path
from typing import Any
from urllib.parse import quote

from secaudit.language import _, later
from secaudit.problems import Refused, reason

Connection = sqlite3.Connection

FORMAT = "0001"
"""The newest layout of the register that this program knows: that of `_LAYOUT`."""
_LAYOUT = Path(__file__).with_name("layout.sql")
_BUSY_SECONDS = 30
_DAMAGED = later(
    "{path} is not a register, or it is damaged: fetch the backup, and write nothing in it "
    "meanwhile"
)
_READ_ONLY = later("{path} cannot be written: it, or its folder, is read-only")
_FULL = later(
    "{path} cannot be written: the disk is full or gone; nothing was recorded"
)
_SAID = (  # by words of SQLite's; damage first, because there it quotes what it read
    (("decode", "not a database", "no such table", "malformed"), _DAMAGED),
    (("readonly", "unable to open"), _READ_ONLY),
    (("full", "I/O"), _FULL),
    (("locked",), later("{path} is being written by someone else; try again")),
    (("",), later("{path} cannot be used: {reason}")),
)


def add_event(connection: Connection, row: Mapping[str, Any]) -> None:
    """Write an event; `row` holds a value for each column."""
    connection.execute(
        "INSERT INTO events VALUES (:organisation, :sequence, :at, :kind, :campaign,"
        " :subject, :payload, :personal_hash, :previous, :hash)",
        row,
    )


def add_text(connection: Connection, row: Mapping[str, Any]) -> None:
    """Write the text of an event."""
    connection.execute(
        "INSERT INTO texts VALUES (:organisation, :sequence, :nonce, :body)", row
    )


def events_of(connection: Connection, organisation: str) -> Iterator[Any]:
    """The events of an organisation in order, each with the `body` of its text, or None."""
    return connection.execute(
        "SELECT events.*, texts.body FROM events"
        " LEFT JOIN texts USING (organisation, sequence)"
        " WHERE organisation = :organisation ORDER BY sequence",
        {"organisation": organisation},
    )


def last_of(connection: Connection, organisation: str) -> Any:
    """The last event of an organisation, or None."""
    return connection.execute(
        "SELECT * FROM events WHERE organisation = :organisation"
        " ORDER BY sequence DESC LIMIT 1",
        {"organisation": organisation},
    ).fetchone()


def issuer_of(connection: Connection, issue: str) -> str | None:
    """The organisation that issued the form `issue`, if any did."""
    found = connection.execute(
        "SELECT organisation FROM events"
        " WHERE kind = 'issued' AND instr(payload, :named) > 0",
        {"named": f'"issue":"{issue}"'},
    ).fetchone()
    return found["organisation"] if found else None


def everything(connection: Connection) -> tuple[list[Any], list[Any]]:
    """All events, by organisation and sequence, and all texts.

    Also what is no text is read, so that it can be told which event was altered.
    """
    connection.text_factory = methodcaller("decode", "utf-8", "surrogateescape")
    events = "SELECT * FROM events ORDER BY organisation, sequence"
    return (
        connection.execute(events).fetchall(),
        connection.execute("SELECT * FROM texts").fetchall(),
    )


def create(path: Path) -> None:
    """Make an empty register, readable by its owner only, unless one is there."""
    if path.exists():
        return
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with _sentences(path):
        new.touch(0o600, exist_ok=False)
        try:
            with closing(_connected(new, "rw")) as connection:
                connection.executescript(_LAYOUT.read_text(encoding="utf-8"))
            _move(new, path)
        finally:
            new.unlink(missing_ok=True)


def _move(new: Path, path: Path) -> None:
    """Give the finished file its name, unless somebody else was first."""
    try:
        with suppress(FileExistsError):
            path.hardlink_to(new)
    except OSError:  # a file system without hard links
        if not path.exists():
            new.replace(path)


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that sees the register as it is now, and cannot change it."""
    with _opened(path, "ro") as connection:
        connection.execute("BEGIN")
        try:
            _refuse_other_format(connection, path)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_READONLY_ROLLBACK":
                raise
            with _opened(path, "rw") as writer:  # by looking, it rolls back what a
                _refuse_other_format(writer, path)  # killed writer left; we may not
            _refuse_other_format(connection, path)
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[Connection]:
    """A connection that nobody else can write beside.

    When the block has ended, all is committed; when it is left by an exception, nothing is.
    """
    with _opened(path, "rw") as connection:
        _begin(connection)
        try:
            _refuse_other_format(connection, path)
            yield connection
            connection.execute("COMMIT")
        finally:  # does nothing once it is committed
            connection.rollback()


def _begin(connection: Connection) -> None:
    """Begin at once: if two had only read so far, both would write after the same event.

    Waits in steps of a second, because Ctrl-C is not heard while SQLite itself waits.
    """
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA busy_timeout=1000")
    for left in reversed(range(_BUSY_SECONDS)):
        try:
            connection.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as error:
            if not left or "locked" not in str(error):
                raise
    connection.execute(f"PRAGMA busy_timeout={1000 * _BUSY_SECONDS}")


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[Connection]:
    """The file as `mode` opens it. Raises Refused, with a sentence, whenever it cannot be used."""
    if not path.is_file():
        sentence = _(
            "there is no register at {path}; 'secaudit campaign open' makes one"
        )
        raise Refused(sentence.format(path=path))
    with _sentences(path), closing(_connected(path, mode)) as connection:
        yield connection


def _connected(path: Path, mode: str) -> Connection:
    """Where nothing begins a transaction but our own BEGIN."""
    whole = quote(os.fsencode(path.resolve().as_posix()))
    rooted = whole if whole.startswith("/") else f"/{whole}"  # the latter is `C:/...`
    connection = sqlite3.connect(
        f"file://{rooted}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _refuse_other_format(connection: Connection, path: Path) -> None:
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if [row["version_num"] for row in rows] == [FORMAT]:
        return
    if any(str(row["version_num"]) > FORMAT for row in rows):
        sentence = _("{path} was made by a newer secaudit; install that to use it")
        raise Refused(sentence.format(path=path))
    raise Refused(_(_DAMAGED).format(path=path))


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Say what SQLite or the file system says, in one sentence, as Refused."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = str(error)
        sentence = next(s for words, s in _SAID if any(word in told for word in words))
        raise Refused(_(sentence).format(path=path, reason=told)) from None
    except OSError as error:
        sentence = _("{path} cannot be written: {reason}")
        raise Refused(sentence.format(path=path, reason=reason(error))) from None
