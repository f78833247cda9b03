"""The chain: what binds the events together, or does not. Pure, on rows."""

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secaudit.digest import canonical
from secaudit.language import _

START = "0" * 64
"""What the first event of a chain has for the hash of the one before it."""
_BEFORE_PAYLOAD = ("at", "campaign", "kind", "organisation")
_AFTER_PAYLOAD = ("personal_hash", "previous", "sequence", "subject")


@dataclass(frozen=True)
class Breach:
    """Where a chain does not hold."""

    organisation: str
    sequence: int
    kind: str
    """altered, removed, inserted, text-altered, text-removed, text-inserted or head."""

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


def event_hash(row: Any) -> str:
    """SHA-256 over everything that an event says, the hash before it among it.

    It is that of canonical JSON of nine columns, where `payload` is canonical JSON already:
    so it is put in as it stands, between those that sort before it and those after.
    """
    before = canonical({name: row[name] for name in _BEFORE_PAYLOAD})
    after = canonical({name: row[name] for name in _AFTER_PAYLOAD})
    said = f'{before[:-1]},"payload":{row["payload"]},{after[1:]}'
    return hashlib.sha256(said.encode()).hexdigest()


def keyed(nonce: str, body: str) -> str:
    key, said = (text.encode(errors="surrogateescape") for text in (nonce, body))
    return hmac.digest(key, said, "sha256").hex()


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
        payload = canonical(json.loads(row["payload"]))
        return bool(payload == row["payload"] and event_hash(row) == row["hash"])
    except (TypeError, ValueError, RecursionError):  # not even text, or not JSON
        return False


def _text_breaches(row: Any, text: Any, *, purged: bool) -> Iterator[Breach]:
    organisation, sequence = row["organisation"], row["sequence"]
    if text is None:
        if row["personal_hash"] and not purged:
            yield Breach(organisation, sequence, "text-removed")
    elif not row["personal_hash"]:
        yield Breach(organisation, sequence, "text-inserted")
    elif keyed(str(text["nonce"]), str(text["body"])) != row["personal_hash"]:
        yield Breach(organisation, sequence, "text-altered")


def _purged(rows: Any) -> set[tuple[str, int]]:
    return {
        (row["organisation"], sequence)
        for row in rows
        if row["kind"] == "purged" and _is_as_written(row)
        for sequence in json.loads(row["payload"]).get("sequences", ())
    }


def breaches(rows: Sequence[Any], stored: Sequence[Any]) -> Iterator[Breach]:
    """Every place where a chain does not hold.

    `rows` are all events, by organisation and sequence; `stored` are all texts.
    """
    beside = {(text["organisation"], text["sequence"]): text for text in stored}
    purged = _purged(rows)
    before: tuple[str, int, str] = ("", 0, START)
    for row in rows:
        organisation, sequence = row["organisation"], row["sequence"]
        if organisation != before[0]:
            before = (organisation, 0, START)
        yield from _links(row, before)
        key = (organisation, sequence)
        yield from _text_breaches(row, beside.pop(key, None), purged=key in purged)
        if isinstance(sequence, int) and sequence > 0:
            before = (organisation, sequence, row["hash"])
    for organisation, sequence in beside:
        yield Breach(organisation, sequence, "text-inserted")
