"""Registers for tests, and what is done to their files behind the program's back."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from secaudit.register import Draft, Register

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
OURS, THEIRS = "proevekommune", "nabokommune"
EVENT_COLUMNS = (
    *("organisation", "sequence", "at", "kind", "campaign", "subject"),
    *("payload", "personal_hash", "previous", "hash"),
)
LENGTH = 6
"""Events in our own chain of the fixture; all but the third have a text."""


def draft(number: int, **personal: Any) -> Draft:
    payload = {"number": number, "said": "opfyldt – æøå"}
    return Draft("assessed", "2026", f"system:s{number}", payload, personal)


def one(number: int) -> Draft:
    return draft(number) if number == 3 else draft(number, name=f"Anna {number}")


def append(register: Register, *drafts: Draft) -> None:
    with register.writing() as writer:
        for each in drafts:
            writer.append(each, NOW)


def named(register: Register, head: str | None = None) -> set[tuple[str, int, str]]:
    """What verify names: organisation, sequence and what happened."""
    found, _heads = register.breaches(head)
    assert all(str(breach) for breach in found)
    return {(b.organisation, b.sequence, b.kind) for b in found}


def sql(register: Register, statement: str, *values: Any) -> list[Any]:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(register.path)) as connection:
        found = connection.execute(statement, values).fetchall()
        connection.commit()
        return found
