"""What stands in the cells of a workbook, as a spreadsheet opens it."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from secaudit.language import using
from secaudit.workbook import Cell, Column, Sheet
from secaudit.workbook.writing import workbook

COLUMNS = (
    Column("What", width=40),
    Column("Due", "date"),
    Column("Hours", "integer"),
    Column("Weight", "number"),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Titles are told in English here."""
    with using("en"):
        yield


def written(*rows: tuple[Cell, ...]) -> bytes:
    """A list of the rows; cells at the end of one may be left out."""
    width = len(COLUMNS)
    whole = [(row + (None,) * width)[:width] for row in rows]
    return workbook(Sheet("List", COLUMNS, whole))


def page(*rows: tuple[Cell, ...]) -> Any:
    """The sheet of those rows, as a spreadsheet opens it."""
    return load_workbook(BytesIO(written(*rows))).worksheets[0]


def xml(*rows: tuple[Cell, ...]) -> str:
    """The parts of the package that hold the rows and their texts."""
    parts = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")
    with zipfile.ZipFile(BytesIO(written(*rows))) as package:
        return "".join(package.read(part).decode() for part in parts)


def test_dates_and_numbers_are_typed_and_shown_as_such() -> None:
    found = page(("Ryd op", date(2026, 12, 31), 12, 2.0), ("", None, 0, 0.5))
    assert list(found.iter_rows(2, values_only=True)) == [
        ("Ryd op", datetime(2026, 12, 31), 12, 2),
        (None, None, 0, 0.5),
    ]
    assert found["B2"].is_date
    assert [cell.number_format for cell in found[2]] == [
        "@",
        "yyyy-mm-dd",
        "0",
        "General",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+45 12 34",
        "-2",
        "-x",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "{=A1}",
        "#N/A",
        "007",
        "1e3",
        "TRUE",
        "2026-12-31",
        "https://eksempel.dk",
        "mailto:a@eksempel.dk",
        "<r><t>x</t></r>",
        " ' ",
    ],
)
def test_a_text_is_text_whatever_it_looks_like(text: str) -> None:
    cell = page((text,))["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert cell.number_format == "@"  # and stays so when somebody edits the cell
    assert "<f>" not in xml((text,))


def test_a_text_is_shown_as_written_but_for_what_xml_cannot_hold() -> None:
    text = "& < > \" ' 😀 {{ 7*7 }}\r\nlinje to \x07 \ud800 \ufffe <b> שלום"
    expected = "& < > \" ' 😀 {{ 7*7 }}\nlinje to \ufffd \ufffd \ufffd <b> שלום"
    assert page((text,))["A2"].value == expected


def test_a_whole_number_is_written_without_decimals() -> None:
    assert "<v>18</v>" in xml(("T.1", None, None, 18.0))


def test_blanks_around_a_text_are_kept() -> None:
    assert '<t xml:space="preserve">  x </t>' in xml(("  x ",))


def test_what_excel_would_unescape_is_kept_as_written() -> None:
    assert ">_x005F_x000D_ og _x_<" in xml(("_x000D_ og _x_",))
    assert page(("_x000D_ og _x_",))["A2"].value == "_x000D_ og _x_"


@pytest.mark.parametrize("letter", ["x", "😀"])
def test_a_text_that_is_longer_than_a_cell_is_cut_with_a_sentence(letter: str) -> None:
    value = page((letter * 40_000,))["A2"].value
    assert len(value.encode("utf-16-le")) // 2 in (32_766, 32_767)
    end = f"{letter}… [cut here: the whole text has 40,000 characters]"
    assert value.startswith(letter * 16_000)
    assert value.endswith(end)


def test_a_text_that_just_finds_room_is_whole() -> None:
    assert page(("x" * 32_767,))["A2"].value == "x" * 32_767


def test_a_row_is_as_high_as_its_text_and_may_be_fitted_anew() -> None:
    rows = [("ord " * 25,), ("H2",), ("a\n\nb",), ("linje\n" * 100,)]
    told = re.findall("<row [^>]*>", xml(*rows))
    heights = [re.findall(' ht="([0-9]+)"', row) for row in told]
    assert heights == [[], ["45"], [], ["45"], ["405"]]
    assert "customHeight" not in xml(*rows)
