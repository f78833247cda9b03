"""Sheets as Excel workbooks: their looks, and how they are filled in, filtered and printed."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from secaudit.language import LANGUAGES, Language, using
from secaudit.workbook import Cell, Column, Sheet
from secaudit.workbook.writing import plain, workbook

COLUMNS = (
    Column("Id", width=8, use="names", key="id"),
    Column("What", width=40, use="asks", key="what"),
    Column("Due", "date", use="asks", key="due"),
    Column("Hours", "integer", use="asks", key="hours"),
    Column("Status", printed=False, use="asks", key="status"),
)
READ = tuple(Column(column.title, column.kind) for column in COLUMNS)
H1: tuple[Cell, ...] = ("H1", "Ryd op", date(2026, 12, 31), 12, None)
H2: tuple[Cell, ...] = ("H2", None, None, None, None)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Titles are told in English here."""
    with using("en"):
        yield


def asking(*rows: tuple[Cell, ...], title: str = "Actions") -> Sheet:
    """A sheet to fill in, with a drop-down and room for ten more rows."""
    return Sheet(title, COLUMNS, rows, {"status": ("planned", "done")}, 10)


def opened(*sheets: Sheet) -> Any:
    """The workbook, as a spreadsheet opens it."""
    return load_workbook(BytesIO(workbook(*sheets)))


def page(*rows: tuple[Cell, ...]) -> Any:
    """The sheet to fill in that these rows become."""
    return opened(asking(*rows)).worksheets[0]


def listed(*rows: tuple[Cell, ...]) -> Any:
    """The list to read that these rows become."""
    return opened(Sheet("List", READ, rows)).worksheets[0]


def parts(data: bytes) -> dict[str, str]:
    """What is in a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_the_head_stays_in_sight_and_rows_can_be_filtered() -> None:
    for found, frozen in ((page(H1, H2), "B2"), (listed(H1, H2), "A2")):
        titles = [cell.value for cell in found[1]]
        assert titles == ["Id", "What", "Due", "Hours", "Status"]
        assert all(cell.font.bold for cell in found[1])
        assert found.freeze_panes == frozen
        assert found.auto_filter.ref == "A1:E3"
        assert found["B2"].alignment.wrap_text


def test_a_title_has_room_beside_the_arrow_of_its_filter() -> None:
    columns = (Column("Status", width=8), Column("Due date", width=9))
    found = opened(Sheet("List", columns, [("planned", "a")])).worksheets[0]
    assert [found.row_dimensions[n].height for n in (1, 2)] == [30, None]


def test_a_column_is_as_wide_as_it_says() -> None:
    widths = {letter: d.width for letter, d in page().column_dimensions.items()}
    room = 5 / 7  # Excel adds five pixels, of which a character has seven
    assert widths["A"] == pytest.approx(8 + room, abs=0.01)
    assert widths["B"] == pytest.approx(40 + room, abs=0.01)


def test_what_is_not_to_be_filled_in_is_shaded_and_its_title_in_italics() -> None:
    found = page(H1)
    assert found["A2"].fill.fill_type == "solid"
    assert found["B2"].fill.fill_type is None
    assert (found["A1"].font.italic, found["B1"].font.italic) == (True, False)


def test_an_empty_cell_that_may_be_filled_in_is_framed_as_the_others() -> None:
    styles = {cell.border.bottom.style for row in page(H1, H2).rows for cell in row}
    assert styles == {"thin"}


def test_a_list_to_read_is_neither_shaded_nor_framed() -> None:
    found = listed(H1)
    assert found["A2"].fill.fill_type is None
    assert found["A2"].border.left.style is None
    assert not any(cell.font.italic for cell in found[1])
    assert found.print_options.gridLines


def test_a_status_is_chosen_from_a_list_also_in_the_rows_for_new_ones() -> None:
    (choice,) = page(H1).data_validations.dataValidation
    assert choice.formula1 == '"planned,done"'
    assert str(choice.sqref) == "E2:E12"
    assert choice.allow_blank
    assert choice.showErrorMessage
    assert choice.error == "Choose one of: planned, done"
    assert not listed(H1).data_validations.dataValidation


def test_what_is_typed_into_a_new_row_is_shown_as_its_kind() -> None:
    formats = {
        letter: d.number_format for letter, d in page().column_dimensions.items()
    }
    assert (formats["B"], formats["C"], formats["D"]) == ("@", "yyyy-mm-dd", "0")


def test_it_prints_on_landscape_pages_that_each_have_the_head() -> None:
    for found in (page(H1), listed(H1)):
        assert found.page_setup.orientation == "landscape"
        assert found.page_setup.paperSize == 9
        assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (None, 0)
        assert found.sheet_properties.pageSetUpPr.fitToPage
        assert found.print_title_rows == "$1:$1"
        assert found.oddFooter.center.text == "&P / &N"
        margins = found.page_margins
        assert (margins.left, margins.right) == (0.4, 0.4)
        assert (margins.top, margins.bottom) == (0.6, 0.75)


def test_rows_that_are_added_are_printed_and_columns_for_the_screen_are_not() -> None:
    assert page(H1).print_area == "'Actions'!$A$1:$D$1048576"
    assert listed(H1).print_area == "'List'!$A$1:$E$1048576"


def test_a_workbook_may_have_many_sheets() -> None:
    found = opened(Sheet("List", READ, [H1]), asking(H2, title="Svar til vurdering"))
    assert found.sheetnames == ["List", "Svar til vurdering"]
    assert [sheet["A2"].value for sheet in found] == ["H1", "H2"]
    assert found.worksheets[1].print_area == "'Svar til vurdering'!$A$1:$D$1048576"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_sheet_gives_the_same_bytes_whenever_it_is_made(
    language: Language,
) -> None:
    with using(language):
        made = workbook(asking(H1))
        assert workbook(asking(H1)) == made
    properties = load_workbook(BytesIO(made)).properties
    assert properties.title == "Actions"
    assert (properties.creator, properties.keywords) == ("secaudit", "secaudit")
    assert properties.created == properties.modified == datetime(2000, 1, 1)
    with zipfile.ZipFile(BytesIO(made)) as package:
        dates = {part.date_time for part in package.infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_workbook_may_have_a_title_and_a_day_of_its_own() -> None:
    data = workbook(asking(), title="Huller 2026", day=date(2026, 9, 20))
    properties = load_workbook(BytesIO(data)).properties
    assert properties.title == "Huller 2026"
    assert properties.created == properties.modified == datetime(2026, 9, 20)


def test_titles_are_said_in_the_active_language() -> None:
    with using("da"):
        found = opened(Sheet("x", (Column("Action"),), [])).worksheets[0]
    assert found["A1"].value == "Handling"


def test_an_empty_sheet_has_its_head() -> None:
    assert page().max_row == listed().max_row == 1
    assert page().title == "Actions"


def test_a_plain_workbook_is_its_cells_and_nothing_else() -> None:
    data = plain("Data", [(None, "Alle", "=1+1"), ("2025", 40, None)])
    assert plain("Data", [(None, "Alle", "=1+1"), ("2025", 40, None)]) == data
    found = load_workbook(BytesIO(data)).worksheets[0]
    assert found.title == "Data"
    assert list(found.values) == [(None, "Alle", "=1+1"), ("2025", 40, None)]
    assert found["C1"].data_type == "s"
    assert not found["B1"].font.bold
    assert (found.freeze_panes, found.auto_filter.ref) == (None, None)
