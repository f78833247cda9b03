"""The log: reading events, and appending them to the chain."""

import json
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from secaudit.digest import canonical
from secaudit.language import _
from secaudit.problems import Refused
from secaudit.register.chain import START, Breach, breaches, event_hash, keyed
from secaudit.register.tables import (
    FORMAT,
    engine_of,
    events,
    metadata,
    refuse_other_format,
    roll_back_for_reader,
    sentences,
    take_any_bytes,
    texts,
    version,
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
class Head:
    """The end of a chain."""

    organisation: str
    sequence: int
    hash: str

    @classmethod
    def of(cls, organisation: str, events: Sequence[Event]) -> "Head":
        """The end of a chain whose events are known."""
        last = events[-1] if events else None
        end = (last.sequence, last.hash) if last else (0, START)
        return cls(organisation, *end)


class Register:
    """The log in one SQLite file. Raises Refused, with a sentence, whenever it cannot."""

    def __init__(self, path: Path, organisation: str) -> None:
        self.path = path
        self.organisation = organisation

    def create(self) -> None:
        """Make the file, readable by its owner only, unless it is there."""
        if self.path.exists():
            return
        new = self.path.with_name(f"{self.path.name}.{secrets.token_hex(4)}")
        with sentences(self.path):
            os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            try:
                _lay_out(new)
                _move(new, self.path)
            finally:
                new.unlink(missing_ok=True)

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
        named = events.c.payload.contains(f'"issue":"{issue}"', autoescape=True)
        wanted = sa.select(events.c.organisation).where(
            events.c.kind == "issued", named
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
        with sentences(self.path):
            engine = engine_of(self.path, writing=True)
            try:
                with engine.begin() as connection:
                    refuse_other_format(connection, self.path)
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
            take_any_bytes(connection)
            order = (events.c.organisation, events.c.sequence)
            rows = connection.execute(sa.select(events).order_by(*order)).mappings()
            stored = connection.execute(sa.select(texts)).mappings()
            found = tuple(breaches(rows.all(), stored.all()))
            heads = tuple(_heads(connection))
            known = sa.select(events.c.hash).where(
                events.c.hash == head, events.c.organisation == self.organisation
            )
            if head is not None and connection.execute(known).first() is None:
                found = (*found, Breach(self.organisation, 0, "head"))
        return found, heads

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        self._refuse_missing()
        with sentences(self.path):
            engine = engine_of(self.path, writing=False)
            try:
                with engine.connect() as connection:
                    try:
                        refuse_other_format(connection, self.path)
                    except sa.exc.OperationalError as error:
                        roll_back_for_reader(error, self.path)
                        refuse_other_format(connection, self.path)
                    yield connection
            finally:
                engine.dispose()

    def _refuse_missing(self) -> None:
        if not self.path.is_file():
            sentence = _(
                "there is no register at {path}; 'secaudit campaign open' makes one"
            )
            raise Refused(sentence.format(path=self.path))


def _lay_out(path: Path) -> None:
    engine = engine_of(path, writing=True)
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(version.insert(), {"version_num": FORMAT})
    engine.dispose()


def _move(new: Path, path: Path) -> None:
    """Give the finished file its name, unless somebody else was first."""
    try:
        with suppress(FileExistsError):
            path.hardlink_to(new)
    except OSError:  # a file system without hard links
        if not path.exists():
            new.replace(path)


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
            "personal_hash": keyed(nonce, body) if draft.personal else "",
            "previous": self._head.hash,
        }
        row["hash"] = event_hash(row, draft.payload)
        self._connection.execute(events.insert(), row)
        if draft.personal:
            text = {"organisation": self._organisation, "sequence": sequence}
            text |= {"nonce": nonce, "body": body}
            self._connection.execute(texts.insert(), text)
        self._head = Head(self._organisation, sequence, row["hash"])
        return _event(row, draft.personal)


def _event(row: Any, personal: dict[str, Any]) -> Event:
    names = ("organisation", "sequence", "at", "kind", "campaign", "subject", "hash")
    said = {name: row[name] for name in names}
    return Event(**said, payload=json.loads(row["payload"]), personal=personal)


def _read_events(connection: sa.Connection, organisation: str) -> tuple[Event, ...]:
    rows = connection.execute(
        sa.select(events, texts.c.body)
        .outerjoin(
            texts,
            (texts.c.organisation == events.c.organisation)
            & (texts.c.sequence == events.c.sequence),
        )
        .where(events.c.organisation == organisation)
        .order_by(events.c.sequence)
    ).mappings()
    return tuple(_as_read(row) for row in rows)


def _as_read(row: Any) -> Event:
    try:
        event = _event(row, json.loads(row["body"] or "{}"))
        named = (event.at, event.kind, event.campaign, event.subject, event.hash)
        right = isinstance(event.payload, dict) and isinstance(event.personal, dict)
        right = right and isinstance(event.sequence, int)
        if right and all(isinstance(name, str) for name in named):
            return event
    except (TypeError, ValueError, RecursionError):
        pass
    raise Refused(str(Breach(row["organisation"], row["sequence"], "altered")))


def _head(connection: sa.Connection, organisation: str) -> Head:
    last = connection.execute(
        sa.select(events.c.sequence, events.c.hash)
        .where(events.c.organisation == organisation)
        .order_by(events.c.sequence.desc())
    ).first()
    return Head(organisation, *(last or (0, START)))


def _heads(connection: sa.Connection) -> Iterator[Head]:
    names = sa.select(events.c.organisation).distinct().order_by(events.c.organisation)
    for (organisation,) in connection.execute(names).all():
        yield _head(connection, organisation)
