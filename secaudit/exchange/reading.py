"""Reading a workbook that was filled in: every cell that is wrong is told, in one run."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from secaudit.exchange.cells import Fault, read_cell
from secaudit.exchange.finding import Head, found
from secaudit.exchange.opening import MOST_ROWS, opened
from secaudit.exchange.row import Row, cell_name, until_many_are_wrong
from secaudit.exchange.rows import EMPTY, Raw
from secaudit.language import _, number
from secaudit.problems import Problem, Refused, problem_at, refuse_errors
from secaudit.validation import shortened
from secaudit.workbook import Column


def read(
    path: Path, columns: Sequence[Column], made_by: str
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """What is written in the columns, wherever they stand, and what is wrong with the cells.

    `made_by` is the command that makes such a workbook. Raises Refused for what is no
    workbook, an empty one or another one, and where a column is missing.
    """
    shown = path.as_posix()
    head, others = found(shown, opened(path), columns, made_by)
    if len(head.sheet.rows) > MOST_ROWS:
        sentence = _("{path} has more than {n} rows")
        raise Refused(sentence.format(path=shown, n=number(MOST_ROWS)))
    problems = [*_missing(shown, head, columns, made_by), *_odd(shown, head), *others]
    refuse_errors(problems)
    rows = []
    judged = (_row(shown, head, line, cells) for line, cells in head.below)
    for row, wrong in until_many_are_wrong(judged):
        problems += wrong
        if wrong or any(cell is not None for cell in row.cells.values()):
            rows.append(row)
    return tuple(rows), tuple(problems)


def _missing(
    shown: str, head: Head, columns: Sequence[Column], made_by: str
) -> Iterator[Problem]:
    """One problem that names every column that is not there."""
    missing = [c for c in columns if c not in head.places.values()]
    if missing:
        names = ", ".join(f"'{_(column.title)}'" for column in missing)
        message = _(
            "headings that are missing in row {n}: {names}; write them there, or make the "
            "workbook anew with '{command}'"
        )
        text = message.format(n=head.number, names=names, command=made_by)
        text = f"{head.prefix} {text}".strip()
        yield problem_at(shown, (0, 0), "missing-column", text)


def _odd(shown: str, head: Head) -> Iterator[Problem]:
    """Columns that nobody knows, which are left alone, and those that stand there twice."""
    seen = set()
    for place, title in enumerate(head.titles, 1):
        column, at = head.places[place], (head.number, place)
        cell = head.prefix + cell_name(head.number, place)
        if column in seen:
            message = _("the column '{title}' stands here twice")
            text = f"{cell}: {message.format(title=shortened(title))}"
            yield problem_at(shown, at, "column-twice", text)
        elif column:
            seen.add(column)
        elif title:
            message = _("the column '{title}' is not known, and is not read")
            text = f"{cell}: {message.format(title=shortened(title))}"
            yield problem_at(shown, at, "unknown-column", text, warning=True)


def _row(
    shown: str, head: Head, line: int, raw: Sequence[Raw]
) -> tuple[Row, list[Problem]]:
    """A row, and a problem for each cell that it leaves out."""
    known = {place: column for place, column in head.places.items() if column}
    at = dict(enumerate(raw, 1))
    read = {c: read_cell(*at.get(place, EMPTY), c) for place, c in known.items()}
    cells = {c.key: cell for c, cell in read.items() if not isinstance(cell, Fault)}
    places: Mapping[str, int] = {c.key: place for place, c in known.items()}
    row = Row(shown, line, places, cells, head.prefix)
    wrong = [(c, fault) for c, fault in read.items() if isinstance(fault, Fault)]
    return row, [
        row.problem(c.key, fault.code, fault.message, warning=c.use == "shows")
        for c, fault in wrong
    ]
