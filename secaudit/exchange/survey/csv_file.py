"""CSV from anywhere: how it is encoded and what divides its cells is found by itself."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from secaudit.exchange.opening import MOST_BYTES, MOST_ROWS, Sheet
from secaudit.exchange.rows import EMPTY, Raw
from secaudit.language import _
from secaudit.problems import Problem, Refused, problem_at
from secaudit.survey.words import begins_a_line, pasted

_DIVIDERS = ";\t,"
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""What a text begins with, and how it is encoded then."""
_SEPARATOR = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
"""What Excel writes above everything, and shows nobody: what divides the cells."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_FORMULA = Raw("=", "f")


def csv_sheet(data: bytes, shown: str) -> tuple[Sheet, tuple[Problem, ...]]:
    """The rows of a CSV file as a sheet; a problem for each with more or fewer cells than the
    headings, and for a quote that nothing closes. Lines of the page are a cell each.

    Raises Refused, with a sentence, for what is no text or too large.
    """
    text = _text(data, shown)
    if lines := _page_lines(text):
        return Sheet("", True, lines), ()
    told = _SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    best = max(_DIVIDERS, key=lambda divider: _fit(text, divider))
    divider = told[1] if told else best
    reader = csv.reader(_lines(text), delimiter=divider, strict=True)
    rows, problems, line = list[tuple[int, tuple[Raw, ...]]](), list[Problem](), 1
    try:
        for number, cells in islice(enumerate(reader, 1), MOST_ROWS + 1):
            if any(cell.strip() for cell in cells):
                rows.append((number, tuple(map(_raw, cells))))
            line = reader.line_num + 1
    except csv.Error:
        message = _(
            "the quotes do not match from here on; save the file anew as CSV or .xlsx"
        )
        problems.append(problem_at(shown, (line, 1), "broken-csv", message))
    if not rows and not problems:
        raise Refused(_("{path} is empty").format(path=shown))
    return Sheet("", True, tuple(rows)), (*problems, *_ragged(rows, shown))


def _text(data: bytes, shown: str) -> str:
    if len(data) > MOST_BYTES:
        raise Refused(f"{shown}: {_('the file is larger than 5 MiB')}")
    encodings = [name for mark, name in _MARKS if data.startswith(mark)]
    for encoding in encodings or ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    sentence = _(
        "{path} is neither an Excel workbook (.xlsx) nor text (.csv); export the answers "
        "as one of them"
    )
    raise Refused(sentence.format(path=shown))


def _page_lines(text: str) -> tuple[tuple[int, tuple[Raw, ...]], ...]:
    """The lines of a text that begins with lines of the page, a cell each; none of another."""
    every = ((n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip())
    lines = tuple(islice(every, MOST_ROWS + 1))
    if not any(_is_whole(line) for _number, line in lines[:2]):  # below a heading
        return ()
    return tuple((number, (_raw(line),)) for number, line in lines)


def _is_whole(line: str) -> bool:
    """Whether all of it is a line of the page, and no quotes make it a cell."""
    return '"' not in line and begins_a_line(line) and pasted(line) is not None


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _fit(text: str, divider: str) -> tuple[bool, int]:
    """How well a divider fits: whether the headings and the row below have as many cells, and
    how many they are."""
    reader = csv.reader(_lines(text), delimiter=divider)
    try:
        first = list(islice(filter(None, reader), 2))
    except csv.Error:
        return False, 0
    widths = {len(row) for row in first}
    return len(widths) == 1 and widths != {1}, max(widths, default=0)


def _raw(cell: str) -> Raw:
    if not cell.strip():
        return EMPTY
    return _FORMULA if cell.lstrip().startswith("=") else Raw(cell, "s")


def _ragged(
    rows: Sequence[tuple[int, tuple[Raw, ...]]], shown: str
) -> Iterator[Problem]:
    most = len(rows[0][1]) if rows else 0
    wanted = _width(rows[0][1]) if rows else 0
    for number, cells in rows:
        if len(cells) < wanted or _width(cells) > most:
            message = _(
                "row {row} has {found} cells, the headings have {wanted}; save the file anew "
                "as .xlsx, or mend the row"
            )
            text = message.format(row=number, found=len(cells), wanted=wanted)
            yield problem_at(shown, (number, 1), "ragged-row", text)


def _width(cells: Sequence[Raw]) -> int:
    """How many cells there are up to the last that holds something."""
    return max((n for n, cell in enumerate(cells, 1) if cell is not EMPTY), default=0)
