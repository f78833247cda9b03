"""The two tables of the register, and how its SQLite file is opened.

Never WAL: a register may lie on a network share.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa

from secaudit.language import _
from secaudit.problems import Refused, reason

FORMAT = "0001"
"""The newest layout of the register that this program knows."""


_BUSY_SECONDS = 30


metadata = sa.MetaData()


events = sa.Table(
    "events",
    metadata,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("campaign", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("personal_hash", sa.Text, nullable=False),
    sa.Column("previous", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.UniqueConstraint("organisation", "previous"),  # a fork is impossible
)


texts = sa.Table(
    "texts",
    metadata,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("nonce", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)


version = sa.Table(  # the name that Alembic uses, so that it can take over from here
    "alembic_version", metadata, sa.Column("version_num", sa.Text, primary_key=True)
)


def engine_of(path: Path, *, writing: bool) -> sa.Engine:
    mode = "rw" if writing else "ro"
    url = sa.URL.create(
        "sqlite", database=_uri(path), query={"uri": "true", "mode": mode}
    )
    engine = sa.create_engine(
        url,
        poolclass=sa.NullPool,
        connect_args={"timeout": _BUSY_SECONDS, "isolation_level": None},
    )
    if writing:
        sa.event.listen(engine, "connect", _settings)
        sa.event.listen(engine, "begin", _begin_writing)
    else:
        sa.event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN"))
    return engine


def _uri(path: Path) -> str:
    """The file's URI, as SQLite wants it: also for `C:/...` and `//server/share/...`."""
    whole = quote(os.fsencode(path.resolve().as_posix()))
    return "file://" + (whole if whole.startswith("/") else f"/{whole}")


def _begin_writing(connection: sa.Connection) -> None:
    """Begin at once, so that no one else writes: SQLAlchemy's own begin is deferred, and two
    writers would read the same head.

    Waits in steps of a second, because Ctrl-C is not heard while SQLite itself waits.
    """
    connection.exec_driver_sql("PRAGMA busy_timeout=1000")
    for left in reversed(range(_BUSY_SECONDS)):
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            break
        except sa.exc.OperationalError as error:
            if not left or "locked" not in str(error.orig):
                raise
    connection.exec_driver_sql(f"PRAGMA busy_timeout={1000 * _BUSY_SECONDS}")


def _settings(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=FULL")


def take_any_bytes(connection: sa.Connection) -> None:
    """Read also what is no text, so that it can be told which event was altered."""
    driver: Any = connection.connection.driver_connection
    driver.text_factory = lambda stored: stored.decode(errors="surrogateescape")


def roll_back_for_reader(error: sa.exc.OperationalError, path: Path) -> None:
    """Roll back what a killed writer left, where that was the `error`; a reader may not."""
    if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_READONLY_ROLLBACK":
        raise error
    engine = engine_of(path, writing=True)
    try:
        with engine.begin() as connection:
            connection.execute(sa.select(version))
    finally:
        engine.dispose()


def refuse_other_format(connection: sa.Connection, path: Path) -> None:
    """Raise Refused unless the register's layout is the one that this program knows."""
    found = connection.execute(sa.select(version.c.version_num)).scalars().all()
    if found == [FORMAT]:
        return
    if any(str(number) > FORMAT for number in found):
        sentence = _("{path} was made by a newer secaudit; install that to use it")
        raise Refused(sentence.format(path=path))
    sentence = _("{path} is not a register, or it is damaged")
    raise Refused(sentence.format(path=path))


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Say what SQLite or the file system says, in one sentence, as Refused."""
    try:
        yield
    except sa.exc.DatabaseError as error:
        raise Refused(_said(str(error.orig), path)) from None
    except OSError as error:
        sentence = _("{path} cannot be written: {reason}")
        raise Refused(sentence.format(path=path, reason=reason(error))) from None


def _said(told: str, path: Path) -> str:
    if "readonly" in told or "unable to open" in told:
        return _("{path} cannot be written: it, or its folder, is read-only").format(
            path=path
        )
    if "full" in told or "I/O" in told:
        sentence = _(
            "{path} cannot be written: the disk is full or gone; nothing was recorded"
        )
        return sentence.format(path=path)
    if "locked" in told:
        return _("{path} is being written by someone else; try again").format(path=path)
    damaged = ("not a database", "no such table", "malformed", "decode")
    if any(word in told for word in damaged):
        return _("{path} is not a register, or it is damaged").format(path=path)
    return _("{path} cannot be used: {reason}").format(path=path, reason=told)
