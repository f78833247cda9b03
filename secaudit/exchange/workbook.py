"""A sheet as an Excel workbook: the same sheet, the same bytes."""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.page import PageMargins
from openpyxl.xml.functions import tostring

from secaudit.exchange.sheet import Cell, Column, Sheet
from secaudit.language import _, active

_MADE = datetime(2000, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_FORMATS = {"text": "@", "date": "yyyy-mm-dd", "integer": "0"}
"""How a kind is shown; what is typed into a cell of text stays text."""
_MOST_CHARACTERS = 32_767
"""What a cell has room for."""
_NOT_IN_XML = re.compile("[^\t\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_LINE = Side("thin", color="BFBFBF")
_BORDER = Border(_LINE, _LINE, _LINE, _LINE)
_HEAD, _SHADE = (PatternFill("solid", fgColor=color) for color in ("D9E2EC", "F0F0F0"))
_A4, _LAST_ROW = 9, 1_048_576
_LINE_HEIGHT, _HIGHEST = 15, 409
"""In points; no row can be higher."""


def written(sheet: Sheet) -> bytes:
    """The workbook. What may be filled in is white; the rest is shaded, with a title in italics."""
    book = Workbook()
    page: Any = book.worksheets[0]
    page.title = sheet.title
    for number, column in enumerate(sheet.columns, 1):
        _fill(page, number, column, sheet)
    for number, height in enumerate(_heights(sheet), 1):
        page.row_dimensions[number] = _Fitted(page, number, ht=height)
    last = get_column_letter(len(sheet.columns))
    page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    page.freeze_panes = "B2"
    _set_printing(page, sum(column.printed for column in sheet.columns))
    book.properties = DocumentProperties(
        title=sheet.title,
        creator="secaudit",
        created=_MADE,
        modified=_MADE,
        language=active(),
    )
    return _packed(book)


class _Fitted(RowDimension):
    """A height that a spreadsheet fits anew when the text is changed."""

    customHeight = False


def _heights(sheet: Sheet) -> Iterator[int]:
    """Of the head and each row, in points: LibreOffice does not fit them by itself."""
    yield _LINE_HEIGHT * max(_lines(_(c.title), c.width) for c in sheet.columns)
    for cells in sheet.rows:
        lines = max(_lines(cells.get(c.key), c.width) for c in sheet.columns)
        yield min(_LINE_HEIGHT * lines, _HIGHEST)


def _lines(cell: Cell, width: int) -> int:
    """How many lines a cell needs."""
    if not isinstance(cell, str):
        return 1
    return sum(len(wrap(line, width)) or 1 for line in cell.splitlines()) or 1


def _fill(page: Any, number: int, column: Column, sheet: Sheet) -> None:
    below = page.column_dimensions[get_column_letter(number)]
    below.width = column.width
    below.number_format = _FORMATS[column.kind]
    _write(page.cell(1, number), _(column.title))
    _set_head(page.cell(1, number), column)
    for row, cells in enumerate(sheet.rows, 2):
        cell = page.cell(row, number)
        _write(cell, cells.get(column.key))
        cell.number_format = _FORMATS[column.kind]
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.border = _BORDER
        if column.use != "asks":
            cell.fill = _SHADE
    if column.key in sheet.choices:
        _offer(page, number, sheet.choices[column.key], len(sheet.rows) + sheet.room)


def _set_head(cell: Any, column: Column) -> None:
    cell.font = Font(name="Calibri", size=11, bold=True, italic=column.use != "asks")
    cell.fill = _HEAD
    cell.border = _BORDER
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _write(cell: Any, value: Cell) -> None:
    """A number and a date as such; a text as text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = _clean(value)
        cell.data_type = "s"  # else openpyxl makes a formula of what begins with =
    else:
        cell.value = value


def _clean(text: str) -> str:
    """The text as a cell can hold it: no control characters, nothing that Excel unescapes."""
    lines = "\n".join(text.splitlines())
    plain = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", _NOT_IN_XML.sub("\ufffd", lines))
    if len(plain) <= _MOST_CHARACTERS:
        return plain
    return plain[: _MOST_CHARACTERS - 1] + "…"


def _offer(page: Any, number: int, words: tuple[str, ...], rows: int) -> None:
    """A drop-down in the cells of a column; whoever writes something else is told."""
    listed = ",".join(words)
    choice = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
    choice.error = _("Choose one of: {words}").format(words=", ".join(words))
    choice.showErrorMessage = True
    letter = get_column_letter(number)
    choice.add(f"{letter}2:{letter}{max(rows, 1) + 1}")
    page.add_data_validation(choice)


def _set_printing(page: Any, columns: int) -> None:
    page.print_area = f"A1:{get_column_letter(columns)}{_LAST_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    page.oddFooter.center.text = "&P / &N"
    page.page_margins = PageMargins(0.4, 0.4, 0.6, 0.75, 0.3, 0.3)


def _packed(book: Workbook) -> bytes:
    """The package, without the time at which it was made."""
    made, fixed = BytesIO(), BytesIO()
    book.save(made)  # sets the time anew
    book.properties.modified = _MADE
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            part = old.read(name)
            if name == _PROPERTIES:
                part = tostring(book.properties.to_tree())
            new.writestr(info, part, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
