"""The register: one chained log of everything that happened.

Every event holds the hash of the one before it, so nothing can be altered, removed, inserted
or reordered unseen. What may one day have to be deleted (names, comments, the file as sent)
lies beside the chain and is bound to it by a keyed hash.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from secaudit.digest import canonical, sha256
from secaudit.language import _
from secaudit.problems import Refused

FORMAT = "0001"
"""The newest layout of the register that this program knows."""
START = "0" * 64
"""What the first event of a chain has for the hash of the one before it."""
_BUSY_SECONDS = 30

_metadata = sa.MetaData()
_events = sa.Table(
    "events",
    _metadata,
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
_texts = sa.Table(
    "texts",
    _metadata,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("nonce", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
_version = sa.Table(  # the name that Alembic uses, so that it can take over from here
    "alembic_version", _metadata, sa.Column("version_num", sa.Text, primary_key=True)
)


@dataclass(frozen=True)
class Draft:
    """An event that has not happened yet."""

    kind: str
    campaign: str
    subject: str
    """A subject's key, such as `system:omsorgsjournal`; empty where it concerns them all."""
    payload: dict[str, Any]
    """JSON, without anything that names a person."""
    personal: dict[str, Any] = field(default_factory=dict)
    """JSON: what may one day have to be deleted."""


@dataclass(frozen=True)
class Event:
    """Something that happened."""

    organisation: str
    sequence: int
    """1-based, without holes."""
    at: str
    """UTC, ISO 8601 with seconds."""
    kind: str
    campaign: str
    subject: str
    payload: dict[str, Any]
    personal: dict[str, Any]
    hash: str


@dataclass(frozen=True)
class Breach:
    """Where a chain does not hold."""

    organisation: str
    sequence: int
    kind: str
    """altered, removed, inserted, text-altered, text-removed or head."""

    def __str__(self) -> str:
        said = {
            "altered": _("event {sequence} of {organisation} was altered"),
            "removed": _("event {sequence} of {organisation} was removed"),
            "inserted": _("event {sequence} of {organisation} was inserted or moved"),
            "text-altered": _(
                "the text of event {sequence} of {organisation} was altered"
            ),
            "text-removed": _(
                "the text of event {sequence} of {organisation} was removed"
            ),
            "text-inserted": _("event {sequence} of {organisation} never had a text"),
            "head": _(
                "the chain of {organisation} does not hold the head that was given"
            ),
        }[self.kind]
        return said.format(sequence=self.sequence, organisation=self.organisation)


@dataclass(frozen=True)
class Head:
    """The end of a chain."""

    organisation: str
    sequence: int
    hash: str


class Register:
    """The log in one SQLite file. Raises Refused, with a sentence, whenever it cannot."""

    def __init__(self, path: Path, organisation: str) -> None:
        self.path = path
        self.organisation = organisation

    def create(self) -> None:
        """Make the file, readable by its owner only, unless it is there."""
        if self.path.exists():
            return
        with _sentences(self.path):
            new = self.path.with_name(self.path.name + ".new")
            new.unlink(missing_ok=True)
            os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            engine = _engine(new, writing=True)
            with engine.begin() as connection:
                _metadata.create_all(connection)
                connection.execute(_version.insert(), {"version_num": FORMAT})
            engine.dispose()
            new.replace(self.path)  # so that nobody ever meets one half made

    def events(self) -> tuple[Event, ...]:
        """Every event of the organisation, in order."""
        with self._reading() as connection:
            return _read_events(connection, self.organisation)

    def head(self) -> Head:
        """The last event, or sequence 0 where there is none."""
        with self._reading() as connection:
            return _head(connection, self.organisation)

    def issuer(self, issue: str) -> str | None:
        """The organisation that issued the form `issue`, if any in this register did."""
        named = _events.c.payload.contains(f'"issue":"{issue}"', autoescape=True)
        wanted = sa.select(_events.c.organisation).where(
            _events.c.kind == "issued", named
        )
        with self._reading() as connection:
            found: str | None = connection.execute(wanted).scalar()
        return found

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Everything appended within the block is written together, or not at all.

        No one else writes meanwhile; when the block has ended, all is committed.
        """
        self._refuse_missing()
        with _sentences(self.path):
            engine = _engine(self.path, writing=True)
            try:
                with engine.begin() as connection:
                    _refuse_newer(connection, self.path)
                    yield Writer(connection, self.organisation)
            finally:
                engine.dispose()

    def breaches(
        self, head: str | None = None
    ) -> tuple[tuple[Breach, ...], tuple[Head, ...]]:
        """Recompute every chain: where one does not hold, and the head of each.

        With `head`, the organisation's chain must hold an event with that hash: so a removed
        tail is found.
        """
        with self._reading() as connection:
            found = tuple(_breaches(connection))
            heads = tuple(_heads(connection))
            known = sa.select(_events.c.hash).where(_events.c.hash == head)
            if head and connection.execute(known).first() is None:
                found = (*found, Breach(self.organisation, 0, "head"))
        return found, heads

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        self._refuse_missing()
        with _sentences(self.path):
            engine = _engine(self.path, writing=False)
            try:
                with engine.connect() as connection:
                    _refuse_newer(connection, self.path)
                    yield connection
            finally:
                engine.dispose()

    def _refuse_missing(self) -> None:
        if not self.path.is_file():
            sentence = _("there is no register at {path}; 'secaudit init' makes one")
            raise Refused(sentence.format(path=self.path))


class Writer:
    """Appends to the chain within one transaction."""

    def __init__(self, connection: sa.Connection, organisation: str) -> None:
        self._connection = connection
        self._organisation = organisation
        self._head = _head(connection, organisation)

    def events(self) -> tuple[Event, ...]:
        """Every event of the organisation so far, those just appended among them."""
        return _read_events(self._connection, self._organisation)

    def append(self, draft: Draft, now: datetime) -> Event:
        """Write `draft` as the next event, as of `now`."""
        sequence = self._head.sequence + 1
        nonce, body = (secrets.token_hex(32), canonical(draft.personal))
        row: dict[str, Any] = {
            "organisation": self._organisation,
            "sequence": sequence,
            "at": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "kind": draft.kind,
            "campaign": draft.campaign,
            "subject": draft.subject,
            "payload": canonical(draft.payload),
            "personal_hash": _keyed(nonce, body) if draft.personal else "",
            "previous": self._head.hash,
        }
        row["hash"] = _hash(row)
        self._connection.execute(_events.insert(), row)
        if draft.personal:
            text = {"organisation": self._organisation, "sequence": sequence}
            text |= {"nonce": nonce, "body": body}
            self._connection.execute(_texts.insert(), text)
        self._head = Head(self._organisation, sequence, row["hash"])
        return _event(row, draft.personal)


def _hash(row: Any) -> str:
    """SHA-256 over everything that an event says, the hash before it among it."""
    names = (
        "sequence",
        "previous",
        "organisation",
        "campaign",
        "kind",
        "at",
        "subject",
    )
    said = {name: row[name] for name in (*names, "personal_hash")}
    return sha256({**said, "payload": json.loads(row["payload"])})


def _keyed(nonce: str, body: str) -> str:
    return hmac.new(nonce.encode(), body.encode(), hashlib.sha256).hexdigest()


def _event(row: Any, personal: dict[str, Any]) -> Event:
    names = ("organisation", "sequence", "at", "kind", "campaign", "subject", "hash")
    said = {name: row[name] for name in names}
    return Event(**said, payload=json.loads(row["payload"]), personal=personal)


def _read_events(connection: sa.Connection, organisation: str) -> tuple[Event, ...]:
    rows = connection.execute(
        sa.select(_events, _texts.c.body)
        .outerjoin(
            _texts,
            (_texts.c.organisation == _events.c.organisation)
            & (_texts.c.sequence == _events.c.sequence),
        )
        .where(_events.c.organisation == organisation)
        .order_by(_events.c.sequence)
    ).mappings()
    return tuple(_event(row, json.loads(row["body"] or "{}")) for row in rows)


def _head(connection: sa.Connection, organisation: str) -> Head:
    last = connection.execute(
        sa.select(_events.c.sequence, _events.c.hash)
        .where(_events.c.organisation == organisation)
        .order_by(_events.c.sequence.desc())
    ).first()
    return (
        Head(organisation, last.sequence, last.hash)
        if last
        else Head(organisation, 0, START)
    )


def _heads(connection: sa.Connection) -> Iterator[Head]:
    names = (
        sa.select(_events.c.organisation).distinct().order_by(_events.c.organisation)
    )
    for (organisation,) in connection.execute(names).all():
        yield _head(connection, organisation)


def _breaches(connection: sa.Connection) -> Iterator[Breach]:
    order = (_events.c.organisation, _events.c.sequence)
    rows = connection.execute(sa.select(_events).order_by(*order)).mappings().all()
    texts = {
        (row["organisation"], row["sequence"]): row
        for row in connection.execute(sa.select(_texts)).mappings()
    }
    purged = _purged(rows)
    before: tuple[str, int, str] = ("", 0, START)
    for row in rows:
        organisation, sequence = row["organisation"], row["sequence"]
        if organisation != before[0]:
            before = (organisation, 0, START)
        yield from _links(row, before)
        key = (organisation, sequence)
        yield from _text_breaches(row, texts.pop(key, None), purged=key in purged)
        before = (organisation, sequence, row["hash"])
    for organisation, sequence in texts:
        yield Breach(organisation, sequence, "text-inserted")


def _links(row: Any, before: tuple[str, int, str]) -> Iterator[Breach]:
    organisation, sequence = row["organisation"], row["sequence"]
    if not isinstance(sequence, int):
        yield Breach(organisation, sequence, "altered")
        return
    for missing in range(before[1] + 1, min(sequence, before[1] + 1000)):
        yield Breach(organisation, missing, "removed")
    follows = sequence == before[1] + 1
    if sequence < 1 or (follows and row["previous"] != before[2]):
        yield Breach(organisation, sequence, "inserted")
    if not _is_as_written(row):
        yield Breach(organisation, sequence, "altered")


def _is_as_written(row: Any) -> bool:
    try:
        payload = json.loads(row["payload"])
    except ValueError:
        return False
    return bool(canonical(payload) == row["payload"] and _hash(row) == row["hash"])


def _text_breaches(row: Any, text: Any, *, purged: bool) -> Iterator[Breach]:
    organisation, sequence = row["organisation"], row["sequence"]
    if text is None:
        if row["personal_hash"] and not purged:
            yield Breach(organisation, sequence, "text-removed")
    elif not row["personal_hash"]:
        yield Breach(organisation, sequence, "text-inserted")
    elif _keyed(str(text["nonce"]), str(text["body"])) != row["personal_hash"]:
        yield Breach(organisation, sequence, "text-altered")


def _purged(rows: Any) -> set[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for row in rows:
        if row["kind"] == "purged" and _is_as_written(row):
            emptied = json.loads(row["payload"]).get("sequences", ())
            found |= {(row["organisation"], sequence) for sequence in emptied}
    return found


def _engine(path: Path, *, writing: bool) -> sa.Engine:
    mode = "rw" if writing else "ro"
    url = sa.URL.create(
        "sqlite",
        database=f"file:{path.resolve().as_posix()}",
        query={"uri": "true", "mode": mode},
    )
    engine = sa.create_engine(
        url,
        poolclass=sa.NullPool,
        connect_args={"timeout": _BUSY_SECONDS, "isolation_level": None},
    )
    sa.event.listen(engine, "connect", _settings)
    if writing:
        # SQLAlchemy's own begin is deferred: two writers would read the same head
        sa.event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    else:
        sa.event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN"))
    return engine


def _settings(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _refuse_newer(connection: sa.Connection, path: Path) -> None:
    found = connection.execute(sa.select(_version.c.version_num)).scalar()
    if found is None or str(found) > FORMAT:
        sentence = _("{path} was made by a newer secaudit; install that to use it")
        raise Refused(sentence.format(path=path))


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Say what SQLite or the file system says, in one sentence, as Refused."""
    try:
        yield
    except sa.exc.DatabaseError as error:
        raise Refused(_said(str(error.orig), path)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = _("{path} cannot be written: {reason}")
        raise Refused(sentence.format(path=path, reason=reason)) from None


def _said(reason: str, path: Path) -> str:
    if "readonly" in reason or "unable to open" in reason:
        return _("{path} cannot be written: it, or its folder, is read-only").format(
            path=path
        )
    if "full" in reason or "I/O" in reason:
        sentence = _(
            "{path} cannot be written: the disk is full or gone; nothing was recorded"
        )
        return sentence.format(path=path)
    if "locked" in reason:
        return _("{path} is being written by someone else; try again").format(path=path)
    if "not a database" in reason or "no such table" in reason or "malformed" in reason:
        return _("{path} is not a register, or it is damaged").format(path=path)
    return _("{path} cannot be used: {reason}").format(path=path, reason=reason)
