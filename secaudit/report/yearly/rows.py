"""Rows that several sections show."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FactRow:
    """One thing that the report builds on."""

    name: str
    value: str


@dataclass(frozen=True)
class RemarkRow:
    """What somebody says in their own words."""

    who: str
    on: str
    said: str
