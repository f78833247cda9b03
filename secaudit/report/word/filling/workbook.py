"""The workbook inside a chart: what Word opens for editing its data."""

from secaudit.report.said.charts import Chart
from secaudit.workbook import letters
from secaudit.workbook.writing import plain

SHEET = "Data"


def workbook(chart: Chart) -> bytes:
    """The data as a workbook: the same data, the same bytes."""
    head = (None, *(series.name for series in chart.series))
    values = (series.values for series in chart.series)
    return plain(SHEET, [head, *zip(chart.categories, *values, strict=True)])


def name_place(index: int) -> str:
    """The cell that names a series, by its place among them."""
    return f"{SHEET}!${letters(index + 2)}$1"


def names_place(chart: Chart) -> str:
    """The cells that name the categories."""
    return f"{SHEET}!$A$2:$A${_last(chart)}"


def values_place(chart: Chart, index: int) -> str:
    """The cells with the values of a series, by its place among them."""
    column = letters(index + 2)
    return f"{SHEET}!${column}$2:${column}${_last(chart)}"


def _last(chart: Chart) -> int:
    return max(len(chart.categories), 1) + 1
