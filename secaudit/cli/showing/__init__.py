"""A list in every shape: a table for a terminal, CSV for a spreadsheet, JSON for a program."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

import click

from secaudit.cli.showing import show
from secaudit.language import _

Item = TypeVar("Item")
Lines = tuple[Sequence[str], Sequence[Sequence[Any]]]
"""A heading, and the rows under it."""


@dataclass(frozen=True)
class Column(Generic[Item]):
    """A column of a list."""

    title: str
    """Its heading, in English."""
    cell: Callable[[Item], Any]
    brief: Callable[[Any], str] = str
    """The cell as a terminal has room for it."""
    only: Literal["", "table", "sheet"] = ""
    """The one of the two that has it."""


def in_table(title: str, cell: Callable[[Item], str]) -> Column[Item]:
    """A column that only a table has."""
    return Column(title, cell, only="table")


def in_sheet(title: str, cell: Callable[[Item], Any]) -> Column[Item]:
    """A column that only CSV has room for."""
    return Column(title, cell, only="sheet")


@dataclass(frozen=True)
class Listing:
    """A list as a command shows it."""

    table: Lines
    sheet: Lines
    json: Callable[[], object]
    under: str = ""
    """What is said on stderr below the table."""
    empty: str = ""
    """What is said instead of a table without rows."""

    def show(self, shape: str) -> None:
        """Print the list as `--format` asks."""
        {"table": self._table, "csv": self._csv, "json": self._json}[shape]()

    def _table(self) -> None:
        head, rows = self.table
        nothing = self.empty and not rows
        if not nothing:
            show.table(head, rows)
        if told := self.empty if nothing else self.under:
            click.echo(told, err=True)

    def _csv(self) -> None:
        show.as_csv(*self.sheet)

    def _json(self) -> None:
        show.as_json(self.json())


def listing(
    columns: Iterable[Column[Item]],
    items: Sequence[Item],
    json: Callable[[], object],
    under: str = "",
    empty: str = "",
) -> Listing:
    """The list of `items`, a row each."""
    every = tuple(columns)
    in_sheet = [column for column in every if column.only != "table"]
    sheet = [[column.cell(item) for column in in_sheet] for item in items]
    table = [briefly(every, item) for item in items]
    return Listing(
        (_titles(column for column in every if column.only != "sheet"), table),
        (_titles(in_sheet), sheet),
        json,
        under,
        empty,
    )


def briefly(columns: Iterable[Column[Item]], item: Item) -> list[str]:
    """The row of one item in a table."""
    shown = (column for column in columns if column.only != "sheet")
    return [column.brief(column.cell(item)) for column in shown]


def line(columns: Iterable[Column[Item]], item: Item) -> None:
    """Print one item in a line of its own, without what is empty."""
    click.echo(" · ".join(filter(None, briefly(columns, item))))


def _titles(columns: Iterable[Column[Any]]) -> list[str]:
    return [_(column.title) if column.title else "" for column in columns]
