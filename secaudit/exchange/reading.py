"""Reading a workbook that was filled in: every cell that is wrong is told, in one run."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from secaudit.exchange.cells import Fault, read_cell
from secaudit.exchange.opening import Raw, opened
from secaudit.exchange.row import Row, cell_name, either, on_one_line
from secaudit.language import _
from secaudit.problems import Problem, refuse_errors
from secaudit.validation import shortened
from secaudit.workbook import Column

Places = Mapping[int, Column | None]
"""By the 1-based number of a column, which one it is; None where nobody knows."""


def read(
    path: Path, columns: Sequence[Column]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """What is written in the columns, wherever they stand, and what is wrong with the cells.

    Raises Refused for what is no workbook, or an empty one, and where a column is missing.
    """
    shown, rows = path.as_posix(), opened(path)
    (number, head), *body = rows
    titles = [on_one_line(cell.value) or "" for cell in head]
    places = {n: _column(title, columns) for n, title in enumerate(titles, 1)}
    problems = [*_missing(shown, places, columns), *_odd(shown, number, titles, places)]
    refuse_errors(problems)
    found = []
    for number, cells in body:
        row, wrong = _row(shown, number, cells, places)
        problems += wrong
        if wrong or any(cell is not None for cell in row.cells.values()):
            found.append(row)
    return tuple(found), tuple(problems)


def _column(title: str, columns: Sequence[Column]) -> Column | None:
    """The column of that title, in either language."""
    written = title.casefold()
    same = (c for c in columns if written in map(str.casefold, either(c.title)))
    return next(same, None)


def _missing(
    shown: str, places: Places, columns: Sequence[Column]
) -> Iterator[Problem]:
    for column in columns:
        if column not in places.values():
            message = _("the column '{title}' is missing")
            text = message.format(title=_(column.title))
            yield Problem(shown, 0, 0, "error", "missing-column", text)


def _odd(
    shown: str, number: int, titles: Sequence[str], places: Places
) -> Iterator[Problem]:
    """Columns that nobody knows, which are left alone, and those that stand there twice."""
    seen = set()
    for place, title in enumerate(titles, 1):
        column, at = places[place], (shown, number, place)
        quoted = shortened(title)
        if column in seen:
            message = _("the column '{title}' stands here twice").format(title=quoted)
            text = f"{cell_name(number, place)}: {message}"
            yield Problem(*at, "error", "column-twice", text)
        elif column:
            seen.add(column)
        elif title:
            message = _("the column '{title}' is not known, and is not read")
            text = f"{cell_name(number, place)}: {message.format(title=quoted)}"
            yield Problem(*at, "warning", "unknown-column", text)


def _row(
    shown: str, number: int, raw: Sequence[Raw], places: Places
) -> tuple[Row, list[Problem]]:
    """A row, and a problem for each cell that it leaves out."""
    known = {place: column for place, column in places.items() if column}
    found = {c: read_cell(*raw[place - 1], c) for place, c in known.items()}
    cells = {c.key: cell for c, cell in found.items() if not isinstance(cell, Fault)}
    row = Row(shown, number, {c.key: place for place, c in known.items()}, cells)
    wrong = [(c, fault) for c, fault in found.items() if isinstance(fault, Fault)]
    return row, [
        row.problem(c.key, fault.code, fault.message, warning=c.use == "shows")
        for c, fault in wrong
    ]
