"""What a command shows: a list as a table, as CSV or as JSON; in `show`, single things."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.language import _

Item = TypeVar("Item")


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
class Listing(Generic[Item]):
    """A list as a command shows it, a row for each item."""

    columns: Sequence[Column[Item]]
    items: Sequence[Item]
    json: Callable[[], object]
    under: tuple[str, ...] = ()
    """The lines that are said on stderr below the table."""
    empty: tuple[str, ...] = ()
    """Those that are said instead of a table without rows."""
    sparse: bool = False
    """Whether a table does without the columns, but the first two, that are empty."""

    def show(self, shape: str) -> None:
        """Print the list as `--format` asks."""
        if shape == "json":
            show.as_json(self.json())
        else:
            {"table": self._table, "csv": self._csv}[shape]()

    def _table(self) -> None:
        if self.items or not self.empty:
            head = _titles(self.columns, without="sheet")
            rows = [briefly(self.columns, item) for item in self.items]
            show.table(*(_without_empty(head, rows) if self.sparse else (head, rows)))
        for told in self.under if self.items else self.empty or self.under:
            say(told, err=True)

    def _csv(self) -> None:
        columns = [column for column in self.columns if column.only != "table"]
        rows = ([column.cell(item) for column in columns] for item in self.items)
        show.as_csv(_titles(columns, without="table"), rows)


def briefly(columns: Iterable[Column[Item]], item: Item) -> list[str]:
    """The row of one item in a table."""
    shown = (column for column in columns if column.only != "sheet")
    return [column.brief(column.cell(item)) for column in shown]


def line(columns: Iterable[Column[Item]], item: Item) -> None:
    """Print one item in a line of its own, without what is empty."""
    say(" · ".join(filter(None, briefly(columns, item))))


def _titles(columns: Iterable[Column[Any]], without: str) -> list[str]:
    shown = (column.title for column in columns if column.only != without)
    return [_(title) if title else "" for title in shown]


def _without_empty(
    head: list[str], rows: list[list[str]]
) -> tuple[list[str], list[list[str]]]:
    kept = [i for i in range(len(head)) if i < 2 or any(row[i] for row in rows)]
    return [head[i] for i in kept], [[row[i] or "–" for i in kept] for row in rows]
