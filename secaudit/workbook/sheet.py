"""A sheet of a workbook: its columns, and what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Cell = str | int | float | date | None
"""None is an empty one."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet."""

    title: str
    """In English; said through `_`."""
    kind: Literal["text", "date", "integer", "number"] = "text"
    width: int = 12
    """In characters."""
    printed: bool = True
    """Whether paper needs it; those that it does not need stand last."""
    use: Literal["names", "shows", "asks"] = "shows"
    """Whether it says which row it is, shows what is known, or is to be filled in."""
    key: str = ""
    """What it is known by in a sheet that comes back."""


@dataclass(frozen=True)
class Sheet:
    """What is written."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    """Each with a cell for every column."""
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By column key, the words that its drop-down offers."""
    room: int = 0
    """How many rows below may be filled in with something new."""

    @property
    def asks(self) -> bool:
        """Whether it is to be filled in; else it is a list to read."""
        return any(column.use == "asks" for column in self.columns)


def letters(column: int) -> str:
    """What a spreadsheet calls a column, such as AC; 1 is A."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
