"""Sheets as Excel workbooks."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from secaudit.exchange.sheet import Column, Sheet
from secaudit.exchange.workbook import written
from secaudit.language import using

COLUMNS = (
    Column("id", "Id", use="names", width=8),
    Column("what", "What", use="asks", width=40),
    Column("due", "Due", "date", use="asks"),
    Column("hours", "Hours", "integer", use="asks"),
    Column("status", "Status", use="asks", printed=False),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Titles are told in English here."""
    with using("en"):
        yield


def sheet(*rows: dict[str, Any], title: str = "Actions") -> Sheet:
    """A sheet with a drop-down and room for ten more rows."""
    return Sheet(title, COLUMNS, rows, {"status": ("planned", "done")}, 10)


def opened(data: bytes) -> Any:
    """The workbook, as a spreadsheet opens it."""
    return load_workbook(BytesIO(data))


def page(*rows: dict[str, Any]) -> Any:
    """The page that a sheet with these rows becomes."""
    return opened(written(sheet(*rows))).worksheets[0]


def test_dates_and_numbers_are_typed_and_shown_as_such() -> None:
    found = page({"id": "H1", "due": date(2026, 12, 31), "hours": 12})
    assert [cell.value for cell in found[2]] == [
        "H1",
        None,
        datetime(2026, 12, 31),
        12,
        None,
    ]
    assert found["C2"].is_date
    assert found["C2"].number_format == "yyyy-mm-dd"
    assert found["D2"].number_format == "0"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+45 12 34",
        "-2",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "#N/A",
        "007",
        "TRUE",
    ],
)
def test_text_is_text_whatever_it_begins_with(text: str) -> None:
    cell = page({"what": text})["B2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.number_format == "@"  # and stays so when somebody edits the cell


def test_the_head_stays_in_sight_and_rows_can_be_filtered() -> None:
    found = page({"id": "H1"}, {"id": "H2"})
    assert [cell.value for cell in found[1]] == ["Id", "What", "Due", "Hours", "Status"]
    assert all(cell.font.bold for cell in found[1])
    assert found.freeze_panes == "B2"
    assert found.auto_filter.ref == "A1:E3"
    assert found.column_dimensions["B"].width == 40
    assert found["B2"].alignment.wrap_text


def test_what_is_not_to_be_filled_in_is_shaded_and_its_title_in_italics() -> None:
    found = page({"id": "H1", "what": "Ryd op"})
    assert found["A2"].fill.fill_type == "solid"
    assert found["B2"].fill.fill_type is None
    assert (found["A1"].font.italic, found["B1"].font.italic) == (True, False)


def test_a_status_is_chosen_from_a_list_also_in_the_rows_for_new_ones() -> None:
    (choice,) = page({"id": "H1"}).data_validations.dataValidation
    assert choice.formula1 == '"planned,done"'
    assert str(choice.sqref) == "E2:E12"
    assert choice.allow_blank


def test_a_date_typed_into_a_new_row_is_shown_as_one() -> None:
    assert page().column_dimensions["C"].number_format == "yyyy-mm-dd"
    assert page().column_dimensions["B"].number_format == "@"


def test_it_prints_on_landscape_pages_that_each_have_the_head() -> None:
    found = page({"id": "H1"})
    assert found.page_setup.orientation == "landscape"
    assert found.page_setup.paperSize == 9
    assert found.print_title_rows == "$1:$1"
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert "$A$1:$D$" in found.print_area  # its last column stays on the screen


def test_a_row_is_as_high_as_its_text_and_may_be_fitted_anew() -> None:
    data = written(sheet({"id": "H1", "what": "ord " * 25}, {"id": "H2"}))
    with zipfile.ZipFile(BytesIO(data)) as package:
        page = package.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall("<row [^>]*>", page) == [
        '<row r="1" ht="15">',
        '<row r="2" ht="45">',
        '<row r="3" ht="15">',
    ]


def test_the_same_sheet_gives_the_same_bytes_whenever_it_is_made() -> None:
    made = written(sheet({"id": "H1", "due": date(2026, 12, 31)}))
    assert written(sheet({"id": "H1", "due": date(2026, 12, 31)})) == made
    properties = opened(made).properties
    assert properties.title == "Actions"
    assert properties.creator == "secaudit"
    assert properties.created == properties.modified == datetime(2000, 1, 1)
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert {part.date_time[0] for part in package.infolist()} == {1980}


def test_what_xml_cannot_hold_is_marked_and_lines_stay() -> None:
    cell = page({"what": "to\r\nlinjer \x07 & <b> \ud800 \ufffe"})["B2"]
    assert cell.value == "to\nlinjer \ufffd & <b> \ufffd \ufffd"


def test_a_text_longer_than_a_cell_is_cut_with_a_mark() -> None:
    cell = page({"what": "x" * 40_000})["B2"]
    assert len(cell.value) == 32_767
    assert cell.value.endswith("x…")


def test_an_empty_sheet_has_its_head(tmp_path: Path) -> None:
    (tmp_path / "tom.xlsx").write_bytes(written(sheet()))
    found = load_workbook(tmp_path / "tom.xlsx").worksheets[0]
    assert found.max_row == 1
    assert found.title == "Actions"
