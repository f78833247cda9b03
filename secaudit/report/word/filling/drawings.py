"""The drawings of a Word document: which are charts of ours, and their parts in the package."""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from secaudit.report.said.charts import Chart
from secaudit.report.word.filling.chart import (
    C,
    is_whole,
    lies,
    linked,
    redrawn,
    sample_name,
)
from secaudit.report.word.filling.workbook import workbook

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BOOK = "/word/embeddings/Microsoft_Excel_Sheet%d.xlsx"
_PER_CATEGORY, _BESIDE = 216_000, 720_000
"""The height that a bar needs, and that axis and legend do (0.6 and 2 cm, in EMU)."""
_DRAWN = (RELATION.CHART, RELATION.IMAGE, RELATION.PACKAGE, RELATION.OLE_OBJECT)


def fill(document: Any, charts: Mapping[str, Chart]) -> None:
    """Give every chart of a python-docx document the data that goes by its name, and leave
    nothing in the package of those that are not in the document."""
    for name, frame in named(document, charts):
        _draw(document.part, frame, name, charts[name])
    _forget_unused(document.part)


def named(document: Any, names: Container[str]) -> Iterator[tuple[str, Any]]:
    """Every drawing in the body, inline or anchored, that goes by one of the names.

    LibreOffice loses the names of charts; then what the first series is called tells.
    """
    for properties in list(document.element.body.iter(f"{_WP}docPr")):
        frame = properties.getparent()
        samples = [sample_name(part.blob) for part in _parts(document.part, frame)]
        found = [properties.get("name", ""), *samples]
        for name in [name for name in found if name in names][:1]:
            yield name, frame


def unreadable(document: Any) -> Iterator[str]:
    """The parts of charts in the body that are none."""
    for part in _parts(document.part, document.element.body):
        if not is_whole(part.blob):
            yield part.partname.lstrip("/")


def _parts(owner: Any, element: Any) -> Iterator[Any]:
    """The parts of the charts below an element."""
    for reference in element.iter(f"{C}chart"):
        yield owner.related_parts[reference.get(f"{_R}id")]


def is_chart(frame: Any) -> bool:
    """Whether the drawing is a chart whose data can be replaced."""
    return next(frame.iter(f"{C}chart"), None) is not None


def _draw(owner: Any, frame: Any, name: str, chart: Chart) -> None:
    properties = frame.find(f"{_WP}docPr")
    properties.set("name", name)
    properties.set("descr", chart.alt)
    for part in _parts(owner, frame):
        part._blob = redrawn(part.blob, chart)
        _embed(part, workbook(chart))
        if lies(part.blob):
            _make_room(frame, len(chart.categories))
    for choice in frame.iterancestors(f"{_MC}Choice"):
        for instead in choice.itersiblings(f"{_MC}Fallback"):
            instead.clear()  # a picture of what the template showed


def _make_room(frame: Any, categories: int) -> None:
    """Make the drawing higher where its names would not find room beside their bars."""
    extent, needed = frame.find(f"{_WP}extent"), _BESIDE + categories * _PER_CATEGORY
    if int(extent.get("cy")) < needed:
        extent.set("cy", str(needed))


def _embed(part: Any, book: bytes) -> None:
    """Put the workbook in the place of the chart's own; one that lost it gets one."""
    external = etree.fromstring(part.blob).find(f"{C}externalData")
    relation = None if external is None else part.rels.get(external.get(f"{_R}id"))
    if relation is not None and not relation.is_external:
        if relation.target_part.content_type == _XLSX:
            relation.target_part._blob = book
            return
        del part.rels[relation.rId]
    made = Part(_free_name(part.package), _XLSX, book, part.package)
    part._blob = linked(part.blob, part.relate_to(made, RELATION.PACKAGE))


def _free_name(package: Any) -> PackURI:
    taken = {str(part.partname) for part in package.iter_parts()}
    return PackURI(next(_BOOK % n for n in range(1, 10_000) if _BOOK % n not in taken))


def _forget_unused(part: Any) -> None:
    """Drop the charts and pictures that no longer stand in the document."""
    named = set(part.element.xpath(f"//@*[namespace-uri()='{_R[1:-1]}']"))
    for id in [id for id, r in part.rels.items() if r.reltype in _DRAWN]:
        if id not in named:
            del part.rels[id]
