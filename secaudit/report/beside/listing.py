"""A list to read whose columns stand beside what they show."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from secaudit.workbook import Cell, Column, Sheet

T = TypeVar("T")


@dataclass(frozen=True)
class Shown(Generic[T]):
    """A column, and its cell in the row of a thing."""

    title: str
    width: int
    cell: Callable[[T], Cell]
    kind: Literal["text", "date", "number"] = "text"


def listing(
    title: str,
    rows: Iterable[T],
    printed: Sequence[Shown[T]],
    others: Sequence[Shown[T]] = (),
) -> Sheet:
    """A row for each of `rows`; paper does not need the `others`."""
    every = (*printed, *others)
    columns = [
        Column(shown.title, shown.kind, shown.width, printed=n < len(printed))
        for n, shown in enumerate(every)
    ]
    return Sheet(title, columns, [[shown.cell(row) for shown in every] for row in rows])
