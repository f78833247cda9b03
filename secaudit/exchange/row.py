"""What came back in a row of a sheet, and the words in its cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from secaudit.language import LANGUAGES, _, using
from secaudit.officer.breach import Breach
from secaudit.problems import Problem, Severity, errors, problem_at
from secaudit.validation import shortened
from secaudit.workbook import Cell, Column, letters

T = TypeVar("T")
MOST_WRONG = 100
"""Rows with an error that are told in one run."""
_FORMER = {
    "planlagt": "planned",
    "i gang": "started",
    "godkendt": "agreed",
    "sendt tilbage": "returned",
}
"""Words that stood in workbooks once, and may still be typed: the key of each."""


@dataclass(frozen=True)
class Row:
    """What came back in one row."""

    path: str
    """The file, as the user named it."""
    number: int
    places: Mapping[str, int]
    """By column key, the 1-based number of the column."""
    cells: Mapping[str, Cell]
    """By column key; a cell that could not be read is left out, and its problem is told."""
    prefix: str = ""
    """What the name of a cell begins with, where the workbook has other sheets."""

    def text(self, key: str) -> str:
        """The text in a cell, on one line; empty where there is none."""
        return on_one_line(self.cells.get(key)) or ""

    def count(self, key: str) -> int | None:
        """The whole number in a cell, if there is one."""
        found = self.cells.get(key)
        return found if isinstance(found, int) else None

    def empty(self, key: str) -> bool:
        """Whether nothing is written in a cell."""
        return key in self.cells and self.cells[key] is None

    def unknown(
        self, key: str, code: str, message: str, words: Mapping[str, str]
    ) -> Problem:
        """That a cell holds none of the words, and which they are."""
        known = ", ".join(f"'{_(word)}'" for word in words.values())
        text = message.format(written=shortened(self.text(key)), known=known)
        return self.problem(key, code, text)

    def breaches(
        self, breaches: Iterable[Breach], columns: Mapping[str, str]
    ) -> Iterator[Problem]:
        """What the rules refuse, each at its cell; `columns` are the keys of fields that have
        another one. A cell that cannot be read is told already."""
        for breach in breaches:
            key = columns.get(breach.field, breach.field)
            if key in self.cells:
                yield self.problem(key, breach.code, breach.here or breach.sentence)

    def problem(
        self, key: str, code: str, message: str, *, warning: bool = False
    ) -> Problem:
        """A problem in one cell; its message begins with the name of the cell."""
        severity: Severity = "warning" if warning else "error"
        column = self.places[key]
        text = f"{self.prefix}{cell_name(self.number, column)}: {message}"
        return Problem(
            path=self.path,
            line=self.number,
            column=column,
            severity=severity,
            code=code,
            message=text,
        )


def in_order(
    rows: Iterable[Mapping[str, Cell]], columns: Sequence[Column]
) -> tuple[tuple[Cell, ...], ...]:
    """The cells of rows, by column key, as they stand in a sheet of the columns."""
    keys = [column.key for column in columns]
    return tuple(tuple(map(cells.get, keys)) for cells in rows)


def twice(rows: Iterable[Row], *keys: str) -> Iterator[Problem]:
    """A problem for each row that says the same under `keys` as one above it."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        named = tuple(row.text(key).casefold() for key in keys)
        if all(named) and seen.setdefault(named, row.number) != row.number:
            message = _("is about the same as row {n}").format(n=seen[named])
            yield row.problem(keys[0], "duplicate-row", message)


def overwritten(
    row: Row, keys: Iterable[str], exported: Sequence[Mapping[str, Cell]]
) -> Iterator[Problem]:
    """A warning for each cell that does not hold what any of the `exported` rows does."""
    for key in keys:
        usual = [on_one_line(cells.get(key)) for cells in exported]
        if key in row.cells and on_one_line(row.cells[key]) not in usual:
            message = _("is not changed from here; what is written is not read")
            yield row.problem(key, "read-only", message, warning=True)


def until_many_are_wrong(
    judged: Iterable[tuple[T, list[Problem]]],
) -> Iterator[tuple[T, list[Problem]]]:
    """What was said of each row, and its problems; no further than the hundredth row with an
    error, where that is told: nothing is recorded then."""
    wrong = 0
    for told, problems in judged:
        wrong += bool(errors(problems))
        if wrong < MOST_WRONG:
            yield told, problems
            continue
        message = _("{n} rows are wrong; mend them before the rest is looked at")
        text = message.format(n=MOST_WRONG)
        more = problem_at(problems[0].path, (0, 0), "many-problems", text)
        yield told, [*problems, more]
        return


def on_one_line(cell: Cell) -> str | None:
    """What a cell shows; None where it is empty."""
    return " ".join(str(cell).split()) or None if cell is not None else None


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls a cell, such as C5; both numbers are 1-based."""
    return f"{letters(column)}{row}"


def in_each_language(make: Callable[[], T]) -> tuple[T, ...]:
    """What `make` gives in each language."""
    made = []
    for language in LANGUAGES:
        with using(language):
            made.append(make())
    return tuple(made)


def either(message: str) -> tuple[str, ...]:
    """`message` (English) in each language."""
    return in_each_language(lambda: _(message))


def keyed(words: Mapping[str, str], written: str) -> str | None:
    """The key of the word (English, by key) that was written, in either language."""
    wanted = _FORMER.get(written.casefold(), written.casefold())
    return next((k for k, w in words.items() if wanted in (k, *either(w))), None)
