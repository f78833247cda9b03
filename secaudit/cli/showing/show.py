"""How single things are said: problems, paths, numbers, days, gaps; a table, CSV and JSON."""

import csv
import io
import json
import shutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from secaudit.cli.speaking.say import hand_over, say, say_all
from secaudit.language import _, active, counted
from secaudit.problems import Problem
from secaudit.visible import one_line, visible

if TYPE_CHECKING:
    from secaudit.steps.documents.order import WrittenDocument


def as_json(value: Any) -> None:
    """Print JSON."""
    hand_over(visible(json.dumps(value, indent=2, ensure_ascii=False)) + "\n")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns under a heading; a terminal gets as much as it has room for."""
    every = [[*map(one_line, row)] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in every]
    if sys.stdout.isatty():
        most = shutil.get_terminal_size().columns
        lines = [
            line if len(line) <= most else line[: most - 1] + "…" for line in lines
        ]
    say_all(lines)


def cut(text: str, most: int = 60) -> str:
    """The beginning of a text, as much as a line of a table has room for."""
    line = unbroken(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def unbroken(text: str) -> str:
    """A text on one line without gaps, after which it could look like another on a terminal."""
    return " ".join(text.split())


def day(when: date | None) -> str:
    """A day as it is typed, or a dash where none is known."""
    return when.isoformat() if when else "–"


def yes(told: bool) -> str:
    """Yes or no."""
    return _("yes") if told else _("no")


def gaps(keys: Iterable[tuple[str, str]]) -> str:
    """Gaps in few words: the only one by name, else each control with its number."""
    every = list(keys)
    if len(every) == 1:
        return "/".join(every[0])
    counts = Counter(control for _subject, control in every)
    return ", ".join(f"{control} ({n})" for control, n in counts.items())


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as CSV, as the language's Excel opens it: in Danish with semicolons.

    A row is a line, and text that a spreadsheet would run as a formula is made plain.
    """
    danish = active() == "da"
    written = io.StringIO("\ufeff" if danish else "", newline="")
    written.seek(0, io.SEEK_END)
    writer = csv.writer(written, delimiter=";" if danish else ",", lineterminator="\n")
    writer.writerows([_plain(cell) for cell in row] for row in (head, *rows))
    hand_over(written.getvalue())


def problems(every: Iterable[Problem], *, err: bool = False) -> None:
    """Print problems, a line each."""
    for problem in every:
        say(str(problem), err=err)


def most_of(every: Iterable[Problem], most: int = 3) -> None:
    """Print on stderr every error, and of warnings of one kind only the first ones."""
    told: Counter[str] = Counter()
    for problem in every:
        told[problem.code] += problem.severity == "warning"
        if problem.severity == "error" or told[problem.code] <= most:
            say(str(problem), err=True)
    left = sum(number - most for number in told.values() if number > most)
    if left:
        more = counted(
            "{n} more warning of the same kind; 'validate' shows it",
            "{n} more warnings of the same kinds; 'validate' shows them",
            left,
        )
        say(more, err=True)


def decimal(value: float) -> str:
    """A number as the language writes it: 13,5 or 13.5."""
    said = f"{value:g}"
    return said.replace(".", ",") if active() == "da" else said


def written(made: "WrittenDocument") -> None:
    """What there is to say of a document, and the paths of what was written."""
    problems(made.warnings, err=True)
    for note in made.notes:
        say(note, err=True)
    for path in made.aside:
        sentence = _("the old file was not as secaudit wrote it; it is now {path}")
        say(sentence.format(path=path.as_posix()), err=True)
    for path in filter(None, (made.path, made.workbook)):
        say(path.as_posix())


def warning(problem: Problem) -> None:
    """Print a problem that keeps nothing from going on."""
    problems([problem], err=True)


def progress(files: Sequence[Path]) -> Iterator[Path]:
    """The files one by one; where stderr is a terminal and they are many, a bar shows how far."""
    hidden = len(files) < 50 or not (sys.stderr and sys.stderr.isatty())
    with click.progressbar(files, file=sys.stderr, hidden=hidden) as bar:
        yield from bar


def skipped(names: Sequence[str]) -> None:
    """Say on stderr which files of a folder were passed over."""
    if names:
        text = counted(
            "{n} file that is not YAML was passed over:",
            "{n} files that are not YAML were passed over:",
            len(names),
        )
        more = ", …" if len(names) > 3 else ""
        say(f"{text} {', '.join(names[:3])}{more}", err=True)


def _plain(cell: Any) -> Any:
    if isinstance(cell, float):
        return decimal(cell)
    if not isinstance(cell, str):
        return cell
    line = one_line(cell)
    first = unicodedata.normalize("NFKC", line.lstrip()[:1])  # full-width signs too
    return f"'{line}" if first and first in "=+-@" else line
