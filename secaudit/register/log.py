"""The log of events."""

import json
import secrets
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from secaudit.digest import canonical
from secaudit.problems import Refused
from secaudit.register import database
from secaudit.register.chain import START, Breach, breaches, event_hash, keyed
from secaudit.register.database import Connection


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

    @property
    def on(self) -> date:
        """The day that it tells of; else that on which it was recorded."""
        return date.fromisoformat(self.payload.get("on") or self.at[:10])


@dataclass(frozen=True)
class Head:
    """The end of a chain."""

    organisation: str
    sequence: int = 0
    hash: str = START

    @classmethod
    def of(cls, organisation: str, events: Sequence[Event]) -> "Head":
        """The end of a chain whose events are known."""
        end = (events[-1].sequence, events[-1].hash) if events else ()
        return cls(organisation, *end)


class Register:
    """The log in one database. Raises Refused, with a sentence, whenever it cannot."""

    def __init__(self, path: Path, organisation: str) -> None:
        self.path = path
        self.organisation = organisation

    def create(self) -> None:
        """Make the register, readable by its owner only, unless it is there."""
        database.create(self.path)

    def events(self) -> tuple[Event, ...]:
        """Every event of the organisation, in order."""
        return tuple(self.each())

    def each(self) -> Generator[Event, None, None]:
        """The same one at a time, for whom need not keep them; to be closed if left early."""
        with database.reading(self.path) as connection:
            for row in database.events_of(connection, self.organisation):
                yield _as_read(row)

    def head(self) -> Head:
        """The last event, or sequence 0 where there is none."""
        with database.reading(self.path) as connection:
            return _head(connection, self.organisation)

    def issuer(self, issue: str) -> str | None:
        """The organisation that issued the form `issue`, if any in this register did."""
        with database.reading(self.path) as connection:
            return database.issuer_of(connection, issue)

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Everything appended within the block is written together, or not at all.

        No one else writes meanwhile; when the block has ended, all is committed.
        """
        with database.writing(self.path) as connection:
            yield Writer(connection, self.organisation)

    def breaches(
        self, head: str | None = None
    ) -> tuple[tuple[Breach, ...], tuple[Head, ...]]:
        """Recompute every chain: where one does not hold, and the head of each.

        With `head`, the organisation's chain must hold an event with that hash: so a removed
        tail is found.
        """
        with database.reading(self.path) as connection:
            rows, texts = database.everything(connection)
        broken = tuple(breaches(rows, texts))
        ours = {row["hash"] for row in rows if row["organisation"] == self.organisation}
        if head is not None and head not in ours:
            broken = (*broken, Breach(self.organisation, 0, "head"))
        ends = {row["organisation"]: row for row in rows}
        heads = (Head(n, row["sequence"], row["hash"]) for n, row in ends.items())
        return broken, tuple(heads)


class Writer:
    """Appends to the chain within one transaction."""

    def __init__(self, connection: Connection, organisation: str) -> None:
        self._connection = connection
        self._organisation = organisation
        self._head = _head(connection, organisation)

    @property
    def sequence(self) -> int:
        """The number of the last event so far."""
        return self._head.sequence

    def events(self) -> tuple[Event, ...]:
        """Every event of the organisation so far, those just appended among them."""
        rows = database.events_of(self._connection, self._organisation)
        return tuple(map(_as_read, rows))

    def append(self, draft: Draft, now: datetime) -> Event:
        """Write `draft` as the next event, as of `now`."""
        sequence = self._head.sequence + 1
        nonce, body = secrets.token_hex(32), canonical(draft.personal)
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
        row["hash"] = event_hash(row)
        database.add_event(self._connection, row)
        if draft.personal:
            database.add_text(self._connection, row | {"nonce": nonce, "body": body})
        self._head = Head(self._organisation, sequence, row["hash"])
        return _event(row, draft.personal)


def _event(row: Any, personal: dict[str, Any]) -> Event:
    names = ("organisation", "sequence", "at", "kind", "campaign", "subject", "hash")
    said = {name: row[name] for name in names}
    return Event(**said, payload=json.loads(row["payload"]), personal=personal)


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


def _head(connection: Connection, organisation: str) -> Head:
    last = database.last_of(connection, organisation)
    end = (last["sequence"], last["hash"]) if last else ()
    return Head(organisation, *end)
