"""Sheets as an Excel workbook: the same sheets, the same bytes."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from secaudit.language import _
from secaudit.workbook.cells import height, write_cell
from secaudit.workbook.sheet import Cell, Column, Sheet, letters

_DAY = date(2000, 1, 1)
_FORMATS = {"text": "@", "date": "yyyy-mm-dd", "integer": "0", "number": "General"}
"""How a kind is shown; what is typed into a cell of text stays text."""
_WRAPPED = {"text_wrap": True, "valign": "top"}
_BOXED = _WRAPPED | {"border": 1, "border_color": "#BFBFBF"}
_HEAD = _BOXED | {"bold": True, "bg_color": "#D9E2EC"}
_SHADED = _BOXED | {"bg_color": "#F0F0F0"}
_ITALIC = {"italic": True}
_ARROW = 2
"""Characters of a title's width that the arrow of its filter takes."""
_A4, _LAST_ROW = 9, 1_048_576


def workbook(*sheets: Sheet, title: str = "", day: date = _DAY) -> bytes:
    """The sheets in the active language, as made on a day.

    In one that is to be filled in, what may be is white; the rest is shaded, with a title in
    italics.
    """
    written = BytesIO()
    with _begun(written, day, title=title or sheets[0].title) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.title, _Page)
            _fill(book, page, sheet)
            _offer(page, sheet)
            _set_printing(book, page, sheet)
            page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
            page.freeze_panes(1, int(sheet.asks))
    return written.getvalue()


def plain(name: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook of one sheet that is its cells and nothing else, such as a chart keeps."""
    written = BytesIO()
    with _begun(written, _DAY) as book:
        page = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                write_cell(page, row, column, cell, None)
    return written.getvalue()


def _begun(written: BytesIO, day: date, **told: str) -> Any:
    book = Workbook(written, {"in_memory": True})
    told |= {"author": "secaudit", "keywords": "secaudit"}
    book.set_properties({**told, "created": datetime.combine(day, time())})
    return book


class _Page(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose rows are as high as their texts, but not fixed so: a spreadsheet fits one
    anew when somebody writes more into it. XlsxWriter has no word for that; should it ever
    write its rows in another way, they are fixed, and nothing else is lost."""

    def _xml_start_tag_unencoded(
        self, tag: str, attributes: Sequence[tuple[str, Any]] = ()
    ) -> None:
        kept = [told for told in attributes if told != ("customHeight", 1)]
        super()._xml_start_tag_unencoded(tag, kept)


def _fill(book: Any, page: Any, sheet: Sheet) -> None:
    """The head and the cells; rows that are added below look as their column does."""
    looks = []
    for n, column in enumerate(sheet.columns):
        head, body = _looks(sheet, column)
        shown = {"num_format": _FORMATS[column.kind]}
        page.set_column(n, n, column.width, book.add_format(_WRAPPED | shown))
        page.write_string(0, n, _(column.title), book.add_format(head))
        looks.append(book.add_format(body | shown))
    widths = [column.width for column in sheet.columns]
    titles = [_(column.title) for column in sheet.columns]
    page.set_row(0, height(titles, [width - _ARROW for width in widths]))
    for row, cells in enumerate(sheet.rows, 1):
        page.set_row(row, height(cells, widths))
        for n, (cell, look) in enumerate(zip(cells, looks, strict=True)):
            if sheet.asks or (cell is not None and cell != ""):
                write_cell(page, row, n, cell, look)


def _looks(sheet: Sheet, column: Column) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of the head and of the cells of a column."""
    if not sheet.asks:
        return _HEAD, _WRAPPED
    return (_HEAD, _BOXED) if column.use == "asks" else (_HEAD | _ITALIC, _SHADED)


def _offer(page: Any, sheet: Sheet) -> None:
    """Drop-downs; whoever writes something else is told."""
    last = max(len(sheet.rows) + sheet.room, 1)
    for n, column in enumerate(sheet.columns):
        if words := sheet.choices.get(column.key):
            error = _("Choose one of: {words}").format(words=", ".join(words))
            choice = {"validate": "list", "source": [*words], "error_message": error}
            page.data_validation(1, n, last, n, choice)


def _set_printing(book: Any, page: Any, sheet: Sheet) -> None:
    last = letters(sum(column.printed for column in sheet.columns))
    # as print_area would, but with rows, without which openpyxl does not keep it
    area = f"='{sheet.title}'!$A$1:${last}${_LAST_ROW}"
    book.define_name(f"'{sheet.title}'!_xlnm.Print_Area", area)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(0.4, 0.4, 0.6, 0.75)
    page.set_footer("&C&P / &N")
    if not sheet.asks:
        page.hide_gridlines(0)  # on paper too, they are shown
