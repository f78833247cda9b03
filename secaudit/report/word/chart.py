"""A native Word chart: its data is replaced, its looks are the template's."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from lxml import etree

from secaudit.report.rows import Chart

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHEET = "Data"
_PER_CATEGORY, _BESIDE = 342_000, 828_000
"""The height that a bar needs, and that axis and legend do (0.95 and 2.3 cm, in EMU)."""
_NARROWEST = 3
"""In per cent of its bar: a number has no room in a narrower slice."""
_MADE = datetime(2000, 1, 1)


def draw(document: Any, name: str, chart: Chart) -> None:
    """Give every chart of a python-docx document that is called `name` the data of `chart`."""
    for properties in document.element.body.iter(f"{_WP}docPr"):
        if properties.get("name") != name:
            continue
        properties.set("descr", chart.alt)
        _make_room(properties.getparent(), len(chart.categories))
        for reference in properties.getparent().iter(f"{_C}chart"):
            part = document.part.related_parts[reference.get(f"{_R}id")]
            _redraw(part, chart)


def _make_room(frame: Any, categories: int) -> None:
    """Make the drawing higher where its names would not find room beside their bars."""
    extent, needed = frame.find(f"{_WP}extent"), _BESIDE + categories * _PER_CATEGORY
    if int(extent.get("cy")) < needed:
        extent.set("cy", str(needed))


def _redraw(part: Any, chart: Chart) -> None:
    root = etree.fromstring(part.blob)
    for index, series in enumerate(_as_many(root, len(chart.series))):
        _set_series(series, index, chart)
    part._blob = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    for external in root.iter(f"{_C}externalData"):
        part.related_parts[external.get(f"{_R}id")]._blob = workbook(chart)


def _as_many(root: Any, count: int) -> list[Any]:
    """The first `count` series; the last one is copied where there are too few."""
    found = list(root.iter(f"{_C}ser"))
    for extra in found[count:]:
        extra.getparent().remove(extra)
    while 0 < len(found) < count:
        copy = deepcopy(found[-1])
        found[-1].addnext(copy)
        found.append(copy)
    return found[:count]


def _set_series(series: Any, index: int, chart: Chart) -> None:
    """Names and values as the chart shows them, each with its place in the workbook."""
    for tag in ("idx", "order"):
        series.find(f"{_C}{tag}").set("val", str(index))
    column, last = chr(ord("B") + index), len(chart.categories) + 1
    data = chart.series[index]
    name = _cached("strRef", "strCache", f"${column}$1", (data.name,))
    names = _cached("strRef", "strCache", f"$A$2:$A${last}", chart.categories)
    place = f"${column}$2:${column}${last}"
    values = _cached("numRef", "numCache", place, map(str, data.values))
    _replace(series, "tx", name)
    _replace(series, "val", values)
    _replace(series, "cat", names)
    _unlabel_narrow(series, data.values, chart)


def _unlabel_narrow(series: Any, values: Sequence[int | None], chart: Chart) -> None:
    """Leave out the numbers that would fall outside their slice."""
    labels = series.find(f"{_C}dLbls")
    if labels is None:
        return
    wholes = [
        sum(filter(None, points))
        for points in zip(*(s.values for s in chart.series), strict=True)
    ]
    for old in labels.findall(f"{_C}dLbl"):
        labels.remove(old)
    narrow = [
        index
        for index, (value, whole) in enumerate(zip(values, wholes, strict=True))
        if value and 100 * value < _NARROWEST * whole
    ]
    for index in reversed(narrow):
        label = etree.Element(f"{_C}dLbl")
        etree.SubElement(label, f"{_C}idx", val=str(index))
        etree.SubElement(label, f"{_C}delete", val="1")
        labels.insert(0, label)


def _replace(series: Any, tag: str, content: Any) -> None:
    old = series.find(f"{_C}{tag}")
    if old is None:
        old = etree.Element(f"{_C}{tag}")
        before = series.find(f"{_C}val" if tag == "cat" else f"{_C}order")
        before.addprevious(old) if tag == "cat" else before.addnext(old)
    for child in list(old):
        old.remove(child)
    old.append(content)


def _cached(reference: str, cache: str, place: str, values: Any) -> Any:
    points = list(values)
    root = etree.Element(f"{_C}{reference}")
    etree.SubElement(root, f"{_C}f").text = f"{_SHEET}!{place}"
    kept = etree.SubElement(root, f"{_C}{cache}")
    if cache == "numCache":
        etree.SubElement(kept, f"{_C}formatCode").text = "General"
    etree.SubElement(kept, f"{_C}ptCount").set("val", str(len(points)))
    for index, value in enumerate(points):
        point = etree.SubElement(kept, f"{_C}pt", idx=str(index))
        etree.SubElement(point, f"{_C}v").text = value
    return root


def workbook(chart: Chart) -> bytes:
    """The data as the workbook that Word opens for editing it: the same data, the same bytes."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(_SHEET)
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
