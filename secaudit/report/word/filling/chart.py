"""A native Word chart: its data is replaced, its looks are the template's."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from lxml import etree

from secaudit.report.said.charts import Chart
from secaudit.report.word.filling import workbook

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_PER_DIGIT = 15
"""Per mille of the longest bar that a digit takes up; the room beside the number is one more."""
_AFTER_VALUES = tuple(f"{C}{tag}" for tag in ("shape", "smooth", "extLst"))
_AFTER_BOOK = tuple(f"{C}{tag}" for tag in ("printSettings", "userShapes", "extLst"))


def redrawn(xml: bytes, chart: Chart) -> bytes:
    """The XML of a chart, with the data of `chart` in place of its own."""
    root = etree.fromstring(xml)
    for hidden in [e for e in root.iter(f"{C}ext") if _holds_series(e)]:
        hidden.getparent().remove(hidden)
    for index, series in enumerate(_as_many(root, len(chart.series))):
        _set_series(series, index, chart)
    return _written(root)


def linked(xml: bytes, relation: str) -> bytes:
    """The XML of a chart, with the workbook that `relation` leads to."""
    root = etree.fromstring(xml)
    for old in root.findall(f"{C}externalData"):
        root.remove(old)
    book = etree.Element(f"{C}externalData")
    book.set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
        relation,
    )
    etree.SubElement(book, f"{C}autoUpdate", val="0")
    _put(root, book, _AFTER_BOOK)
    return _written(root)


def lies(xml: bytes) -> bool:
    """Whether its bars lie: then every category wants a height of its own."""
    directions = etree.fromstring(xml).iter(f"{C}barDir")
    return any(direction.get("val") == "bar" for direction in directions)


@lru_cache(maxsize=16)
def is_whole(xml: bytes) -> bool:
    """Whether it is a chart, and its series have what the schema asks of them."""
    root = etree.fromstring(xml)
    return root.tag == f"{C}chartSpace" and all(
        series.find(f"{C}{tag}") is not None
        for series in root.iter(f"{C}ser")
        for tag in ("idx", "order")
    )


@lru_cache(maxsize=16)
def sample_name(xml: bytes) -> str:
    """What the first series is called, without its number: the chart's name in a template."""
    series = etree.fromstring(xml).find(f".//{C}ser")
    called = "" if series is None else series.findtext(f"{C}tx//{C}v") or ""
    return str(called).rpartition(" ")[0]


def _written(root: Any) -> bytes:
    written: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written


def _holds_series(extension: Any) -> bool:
    """Whether it keeps the data of a series that somebody filtered away in Word."""
    return any(etree.QName(e).localname == "ser" for e in extension.iter("{*}*"))


def _as_many(root: Any, count: int) -> list[Any]:
    """The first `count` series; the last one is copied where there are too few."""
    found = list(root.iter(f"{C}ser"))
    for extra in found[count:]:
        extra.getparent().remove(extra)
    while 0 < len(found) < count:
        copy = deepcopy(found[-1])
        for identity in copy.findall(f"{C}extLst"):
            copy.remove(identity)
        found[-1].addnext(copy)
        found.append(copy)
    return found[:count]


def _set_series(series: Any, index: int, chart: Chart) -> None:
    """Names and values as the chart shows them, each with its place in the workbook."""
    for tag in ("idx", "order"):
        series.find(f"{C}{tag}").set("val", str(index))
    data, place = chart.series[index], workbook.values_place(chart, index)
    looks = series.findtext(f"{C}val//{C}formatCode") or "General"
    names = _cached("strRef", workbook.names_place(chart), chart.categories)
    _replace(series, "tx", _cached("strRef", workbook.name_place(index), (data.name,)))
    _replace(series, "val", _cached("numRef", place, data.values, looks))
    _replace(series, "cat", names)
    _label(series, data.values, chart)


def _label(series: Any, values: Sequence[int | None], chart: Chart) -> None:
    """Leave out the numbers that would fall outside their slice."""
    labels = series.find(f"{C}dLbls")
    if labels is None:
        return
    for old in labels.findall(f"{C}dLbl"):
        labels.remove(old)
    for index in reversed(list(_narrow(series, values, chart))):
        label = etree.Element(f"{C}dLbl")
        etree.SubElement(label, f"{C}idx", val=str(index))
        etree.SubElement(label, f"{C}delete", val="1")
        labels.insert(0, label)


def _narrow(series: Any, values: Sequence[int | None], chart: Chart) -> Iterator[int]:
    """The points whose slice of a stacked bar has no room for a number."""
    grouping = series.getparent().find(f"{C}grouping")
    kind = "" if grouping is None else grouping.get("val", "")
    if kind not in ("stacked", "percentStacked"):
        return
    points = zip(*(s.values for s in chart.series), strict=True)
    wholes = [sum(filter(None, point)) for point in points]
    for index, value in enumerate(values):
        longest = wholes[index] if kind == "percentStacked" else max(wholes)
        if value and 1000 * value < _PER_DIGIT * (len(str(value)) + 1) * longest:
            yield index


def _replace(series: Any, tag: str, content: Any) -> None:
    old = series.find(f"{C}{tag}")
    if old is None:
        old = etree.Element(f"{C}{tag}")
        if tag == "tx":
            series.find(f"{C}order").addnext(old)
        else:
            _put(series, old, (f"{C}val", *_AFTER_VALUES))
    old[:] = [content]


def _put(parent: Any, new: Any, before: tuple[str, ...]) -> None:
    """Put it before the first of those, or last."""
    later = next((child for child in parent if child.tag in before), None)
    parent.append(new) if later is None else later.addprevious(new)


def _cached(reference: str, place: str, values: Any, code: str = "") -> Any:
    """Where the values stand in the workbook, and what they are; None is no point at all."""
    points = list(values)
    root = etree.Element(f"{C}{reference}")
    etree.SubElement(root, f"{C}f").text = place
    kept = etree.SubElement(root, f"{C}{reference.removesuffix('Ref')}Cache")
    if code:
        etree.SubElement(kept, f"{C}formatCode").text = code
    etree.SubElement(kept, f"{C}ptCount").set("val", str(len(points)))
    for index, value in enumerate(points):
        if value is not None:
            point = etree.SubElement(kept, f"{C}pt", idx=str(index))
            etree.SubElement(point, f"{C}v").text = str(value)
    return root
