"""Workbooks that come back: what is in them, and what is wrong with every cell."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from secaudit.exchange.cells import read_cell
from secaudit.exchange.reading import read
from secaudit.exchange.row import Row, cell_name, in_order, on_one_line, twice
from secaudit.language import using
from secaudit.officer.text import MOST
from secaudit.problems import Problem, Refused
from secaudit.workbook import Cell, Column, Sheet
from secaudit.workbook.writing import workbook
from tests.conftest import needs
from tests.exchange.spreadsheet import has_office, office

COLUMNS = (
    Column("Id", use="names", key="id"),
    Column("What", use="asks", key="what"),
    Column("Due", "date", use="asks", key="due"),
    Column("Hours", "integer", use="asks", key="hours"),
    Column("Shown", "integer", key="shown"),
)
MAKES = "secaudit action export FILE"
TITLES = ("Id", "What", "Due", "Hours", "Shown")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages are told in English here."""
    with using("en"):
        yield


def saved(*rows: tuple[Any, ...], head: tuple[Any, ...] = TITLES) -> Path:
    """A workbook that a person made."""
    book = Workbook()
    page: Any = book.worksheets[0]
    for row in (head, *rows):
        page.append(row)
    book.save("svar.xlsx")
    return Path("svar.xlsx")


def written(*rows: Mapping[str, Cell]) -> bytes:
    """The sheet of these rows, by column key, with a drop-down and room for more."""
    sheet = Sheet("Ud", COLUMNS, in_order(rows, COLUMNS), {"what": ("a", "b")}, 5)
    return workbook(sheet)


def found(*rows: tuple[Any, ...]) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """What is read of rows."""
    return read(saved(*rows), COLUMNS, MAKES)


def complaints(*rows: tuple[Any, ...]) -> list[str]:
    """Every problem of rows, as it is printed."""
    return [str(problem) for problem in found(*rows)[1]]


def cells(*row: Any) -> dict[str, Any]:
    """What is read of one row."""
    (one,), problems = found(row)
    assert problems == ()
    return dict(one.cells)


def test_what_was_written_comes_back(tmp_path: Path) -> None:
    rows: tuple[dict[str, Cell], ...] = (
        {"id": "H1", "what": "=1+1", "due": date(2026, 12, 31), "hours": 3},
        {"id": "-1", "what": "_x0041_ to\nlinjer", "hours": -3},
    )
    path = tmp_path / "ud.xlsx"
    path.write_bytes(written(*rows))
    back, problems = read(path, COLUMNS, MAKES)
    assert problems == ()
    assert [
        {key: cell for key, cell in row.cells.items() if cell is not None}
        for row in back
    ] == list(rows)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40).filter(str.isprintable))
def test_any_text_that_can_be_printed_comes_back(text: str) -> None:
    rows = ({"id": "H1", "what": text},)
    Path("ud.xlsx").write_bytes(written(*rows))
    (row,), problems = read(Path("ud.xlsx"), COLUMNS, MAKES)
    assert problems == ()
    assert row.text("what") == (on_one_line(text) or "")


def test_libreoffice_changes_nothing(tmp_path: Path) -> None:
    needs("LibreOffice", has_office())
    rows: tuple[dict[str, Cell], ...] = (
        {"id": "H1", "what": "=1+1", "due": date(2026, 12, 31), "hours": 3},
        {"id": "+2", "what": "_x0041_ @æøå\nto linjer", "shown": 7},
    )
    path = tmp_path / "ud.xlsx"
    path.write_bytes(written(*rows))
    (tmp_path / "back").mkdir()
    back = office(path, tmp_path / "back")
    assert [row.cells for row in read(back, COLUMNS, MAKES)[0]] == [
        row.cells for row in read(path, COLUMNS, MAKES)[0]
    ]


def test_columns_are_known_by_their_titles_wherever_they_stand() -> None:
    path = saved(
        (3, "H1", "Ryd op", None, None), head=("hours", " ID ", *TITLES[1:3], "SHOWN")
    )
    (row,), problems = read(path, COLUMNS, MAKES)
    assert problems == ()
    assert (row.text("id"), row.count("hours"), row.text("what")) == ("H1", 3, "Ryd op")


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_a_column_that_is_missing_is_told_and_nothing_is_read(column: Column) -> None:
    head = tuple(title for title in TITLES if title != column.title)
    with pytest.raises(Refused) as refused:
        read(saved(("x",) * 4, head=head), COLUMNS, MAKES)
    (problem,) = refused.value.problems
    assert str(problem) == (
        f"svar.xlsx: error: headings that are missing in row 1: '{column.title}'; "
        f"write them there, or make the workbook anew with '{MAKES}'"
    )
    assert problem.code == "missing-column"


def test_a_column_that_is_not_known_is_left_alone() -> None:
    path = saved(("H1", *(None,) * 4, "mine noter"), head=(*TITLES, "Noter"))
    (row,), (problem,) = read(path, COLUMNS, MAKES)
    assert row.text("id") == "H1"
    assert str(problem) == (
        "svar.xlsx:1:6: warning: F1: the column 'Noter' is not known, and is not read"
    )


def test_a_column_that_stands_twice_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(saved(head=(*TITLES, "Hours")), COLUMNS, MAKES)
    assert [str(problem) for problem in refused.value.problems] == [
        "svar.xlsx:1:6: error: F1: the column 'Hours' stands here twice"
    ]


def test_blank_rows_are_passed_over_and_rows_keep_their_numbers() -> None:
    rows, problems = found((), ("H1",), (" ", None, "\n"), ("H2",))
    assert [(row.number, row.text("id")) for row in rows] == [(3, "H1"), (5, "H2")]
    assert problems == ()


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 12, 31),
        datetime(2026, 12, 31, 10, 30),
        "2026-12-31",
        "31-12-2026",
        " 31-12-2026 ",
        "31/12-2026",
        "31.12.2026",
        "31/12/2026",
        "31. december 2026",
        "31 Dec\u00a02026",
    ],
)
def test_a_date_is_a_date_or_the_text_of_one(written: Any) -> None:
    assert cells("H1", None, written)["due"] == date(2026, 12, 31)


@pytest.mark.parametrize(
    "written",
    ["snart", "31-06-2026", "31/12-26", "12-31-2026", 46387, True, time(10), "2026"],
)
def test_what_is_no_date_is_told_at_its_cell(written: Any) -> None:
    (complaint,) = complaints(("H1", None, written))
    assert complaint.startswith(
        "svar.xlsx:2:3: error: C2: expected a date such as 31-12-2026 or 31 December 2026, found '"
    )


@pytest.mark.parametrize("written", [12, 12.0, "12", " 12 "])
def test_a_whole_number_is_one_however_it_was_typed(written: Any) -> None:
    assert cells("H1", None, None, written)["hours"] == 12


@pytest.mark.parametrize(
    "written", [12.5, "tolv", "12.000", "1e3", 1e300, 10**15, "9" * 5000, True, "²"]
)
def test_what_is_no_whole_number_is_told_at_its_cell(written: Any) -> None:
    (complaint,) = complaints(("H1", None, None, written))
    assert complaint.startswith(
        "svar.xlsx:2:4: error: D2: expected a whole number, found '"
    )
    assert len(complaint) < 150


@pytest.mark.parametrize(
    ("typed", "text"),
    [(2026, "2026"), (5.0, "5"), (5.1, "5.1"), (date(2026, 1, 2), "2026-01-02")],
)
def test_a_text_that_the_spreadsheet_took_for_something_else_is_text(
    typed: Any, text: str
) -> None:
    assert cells("H1", typed)["what"] == text


def test_a_truth_value_is_no_text() -> None:
    assert complaints(("H1", True)) == [
        "svar.xlsx:2:2: error: B2: expected text, found 'True'"
    ]


def test_a_formula_is_never_read() -> None:
    assert complaints(("=A1", "=1+1", "=TODAY()", "=2*3")) == [
        f"svar.xlsx:2:{n}: error: {letter}2: holds a formula; write what is meant"
        for n, letter in enumerate("ABCD", 1)
    ]


def test_a_failed_formula_that_was_pasted_as_its_value_is_told() -> None:
    assert complaints(("H1", "#REF!")) == [
        "svar.xlsx:2:2: error: B2: holds the error #REF!"
    ]


def test_what_is_wrong_in_a_column_that_only_shows_is_a_warning() -> None:
    (row,), (problem,) = found(("H1", None, None, None, "mange"))
    assert problem.severity == "warning"
    assert "shown" not in row.cells


def test_every_problem_is_told_in_one_run() -> None:
    codes = [p.code for p in found(("H1", "=1", "x"), ("H2", None, None, "y"))[1]]
    assert codes == ["formula", "wrong-type", "wrong-type"]


def test_a_text_that_is_too_long_to_record_is_refused() -> None:
    assert cells("H1", "x" * MOST)["what"] == "x" * MOST
    assert [p.code for p in found(("H1", "x" * (MOST + 1)))[1]] == ["too-long"]


def test_a_text_that_cannot_be_printed_is_refused() -> None:
    for text in ("usyn\u200blig", "\u202evendt", "_x001B_[2K"):
        for row in (("H1", text), (text, "Ryd op")):
            assert [p.code for p in found(row)[1]] == ["unprintable"]


def test_a_number_beyond_all_bounds_is_no_number() -> None:
    for value in (float("inf"), float("nan"), -1e308):
        fault = read_cell(value, "n", COLUMNS[3])
        assert getattr(fault, "code", None) == "wrong-type"


def test_rows_about_the_same_are_told_with_the_first_of_them() -> None:
    rows, _problems = found(("H1",), ("H2",), ("h1 ",))
    assert [str(problem) for problem in twice(rows, "id")] == [
        "svar.xlsx:4:1: error: A4: is about the same as row 2"
    ]


def test_a_cell_is_called_what_the_spreadsheet_calls_it() -> None:
    assert [cell_name(1, n) for n in (1, 26, 27, 52, 53, 702, 703)] == [
        "A1",
        "Z1",
        "AA1",
        "AZ1",
        "BA1",
        "ZZ1",
        "AAA1",
    ]


@pytest.mark.parametrize("written", ["_x000D_\na", "a_x000d_", " a\n"])
def test_a_line_break_is_one_however_the_program_writes_it(written: str) -> None:
    assert cells("H1", written)["what"] == "a"


@pytest.mark.parametrize("written", ["_xD83D_", "_xDE00_", "_x12_", "_x005F_x0041_"])
def test_what_only_looks_like_an_escape_is_text(written: str) -> None:
    assert cells("H1", written)["what"] == written.replace("_x005F_", "_")
