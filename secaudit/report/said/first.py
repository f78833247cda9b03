"""The first rows of a table, and what is said of the others."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from secaudit.language import counted

T = TypeVar("T")


def not_shown(more: int) -> str:
    """That a table leaves so many rows out."""
    return counted("{n} more is not shown here.", "{n} more are not shown here.", more)


def first(
    rows: Sequence[T], most: int, rest: Callable[[int], str] = not_shown
) -> tuple[tuple[T, ...], str]:
    """At most so many rows, and what `rest` says of how many more; empty if these are all."""
    more = len(rows) - most
    return tuple(rows[:most]), rest(more) if more > 0 else ""


def tables(**every: tuple[tuple[object, ...], str]) -> dict[str, Any]:
    """The tags of tables: the rows by its name, and what is said of the others as {name}_rest."""
    rests = {f"{name}_rest": rest for name, (_rows, rest) in every.items()}
    return {name: rows for name, (rows, _rest) in every.items()} | rests
