"""The workbook inside a chart: what Word opens for editing its data."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from secaudit.report.rows import Chart

SHEET = "Data"
_MADE = datetime(2000, 1, 1)


def workbook(chart: Chart) -> bytes:
    """The data as a workbook: the same data, the same bytes."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(SHEET)
    for row, column, value in _cells(chart):
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value)
    book.close()
    return written.getvalue()


def _cells(chart: Chart) -> Iterator[tuple[int, int, str | int | None]]:
    for row, category in enumerate(chart.categories, 1):
        yield row, 0, category
    for column, series in enumerate(chart.series, 1):
        yield 0, column, series.name
        yield from ((row, column, n) for row, n in enumerate(series.values, 1))


def name_place(index: int) -> str:
    """The cell that names a series, by its place among them."""
    return f"{SHEET}!${xl_col_to_name(index + 1)}$1"


def names_place(chart: Chart) -> str:
    """The cells that name the categories."""
    return f"{SHEET}!$A$2:$A${_last(chart)}"


def values_place(chart: Chart, index: int) -> str:
    """The cells with the values of a series, by its place among them."""
    column = xl_col_to_name(index + 1)
    return f"{SHEET}!${column}$2:${column}${_last(chart)}"


def _last(chart: Chart) -> int:
    return max(len(chart.categories), 1) + 1
