"""Lists as an Excel workbook, to be read, sorted and filtered: the same lists, the same bytes."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from secaudit.language import _
from secaudit.report.sheets.cells import Cell, CellKind, Place, rows_xml

_FORMATS = {"text": "@", "date": "yyyy-mm-dd", "number": "General"}
"""How a kind is shown; what is typed into a cell of text stays text."""
_A4, _LINE_HEIGHT = 9, 15
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_STYLED = re.compile(r'<col min="(\d+)" max="(\d+)" [^>]*style="(\d+)"')
"""Columns beside each other that look the same, and the number of their format."""


@dataclass(frozen=True)
class Column:
    """A column of a list."""

    title: str
    """In English; said through `_`."""
    kind: CellKind = "text"
    width: int = 12
    """In characters."""
    printed: bool = True
    """Whether paper needs it; those that it does not need stand last."""


@dataclass(frozen=True)
class Sheet:
    """A list."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    """Each with a cell for every column."""


def workbook(title: str, sheets: Sequence[Sheet], day: date) -> bytes:
    """The workbook of the lists, made on a day.

    XlsxWriter makes all but the rows, which are put in afterwards: in a third of the time.
    """
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    made = datetime.combine(day, time())
    told = {"title": title, "author": "secaudit", "keywords": "secaudit"}
    book.set_properties({**told, "created": made})
    looks = _looks(book)
    for sheet in sheets:
        _add(book, sheet, looks)
    book.close()
    return _filled(written, sheets)


def _looks(book: Any) -> dict[str, Any]:
    """The format of each kind of cell, and of the head."""
    cell = {"text_wrap": True, "valign": "top"}
    looks = {
        kind: book.add_format(cell | {"num_format": shown})
        for kind, shown in _FORMATS.items()
    }
    head = {"bold": True, "bg_color": "#D9E2EC", "bottom": 1}
    return looks | {"head": book.add_format(cell | head)}


def _add(book: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    page, last = book.add_worksheet(sheet.title), len(sheet.columns) - 1
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, looks[column.kind])
        page.write_string(0, place, _(column.title), looks["head"])
    lines = max(-(-len(_(c.title)) // (c.width - 2)) for c in sheet.columns)
    page.set_row(0, _LINE_HEIGHT * lines)
    page.autofilter(0, 0, len(sheet.rows), last)
    page.freeze_panes(1, 0)
    _set_printing(page, sheet)


def _set_printing(page: Any, sheet: Sheet) -> None:
    printed = sum(column.printed for column in sheet.columns)
    page.print_area(0, 0, max(len(sheet.rows), 1), printed - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.hide_gridlines(0)  # on paper too, they are shown
    page.set_margins(0.4, 0.4, 0.6, 0.75)
    page.set_footer("&C&P / &N")


def _filled(made: BytesIO, sheets: Sequence[Sheet]) -> bytes:
    """The package with the rows of its sheets, without the time at which it was made."""
    filled = BytesIO()
    parts = {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, 1)}
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(filled, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name in parts:
                part = _with_rows(part.decode(), parts[name]).encode()
            new.writestr(zipfile.ZipInfo(name, _ZIP_DATE), part, zipfile.ZIP_DEFLATED)
    return filled.getvalue()


def _with_rows(page: str, sheet: Sheet) -> str:
    """The page with its rows after the head."""
    spans = (map(int, found) for found in _STYLED.findall(page))
    styles = [style for first, last, style in spans for _n in range(first, last + 1)]
    places = [
        Place(xlsxwriter.utility.xl_col_to_name(n), style, column.width)
        for n, (column, style) in enumerate(zip(sheet.columns, styles, strict=True))
    ]
    head, end, rest = page.partition("</sheetData>")
    last = f"{places[-1].letters}{len(sheet.rows) + 1}"
    head = re.sub('<dimension ref="[^"]*"', f'<dimension ref="A1:{last}"', head)
    return "".join((head, *rows_xml(sheet.rows, places), end, rest))
