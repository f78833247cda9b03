"""The charts that live in the templates: their looks, around data that a report replaces."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from jinja2 import Environment

from secaudit.report.said.charts import Chart, Series
from secaudit.report.word.filling.chart import redrawn
from secaudit.report.word.filling.workbook import workbook
from tools.templates.looks import FONT, WIDTH

SKELETON = Environment(
    trim_blocks=True, lstrip_blocks=True, autoescape=True
).from_string(Path(__file__).with_name("chart.xml").read_text(encoding="utf-8"))
"""Every chart, without its data."""


@dataclass(frozen=True)
class Drawing:
    """How a chart looks."""

    grouping: str
    """Of lying bars, or `standard`: lines."""
    looks: str
    """Of each bar its fill, the colour of its numbers, and a pattern; of each line its colour,
    dash, marker, what fills that, and its width. They differ in grey as they do in colour."""
    value_format: str = "0"
    top: str = ""
    """The highest value of the axis; empty where Word chooses it."""
    step: str = ""
    legend: bool = True


STATUSES = """1F3864/FFFFFF A9BEDD/000000 B5482F/FFFFFF C58B2A/000000/ltUpDiag
E0E0E0/000000 FFFFFF/000000"""
CLASSES = "9C1C1C/FFFFFF C58B2A/000000 D9DDE6/000000 FFFFFF/000000"  # A, B, C, no gap
LINES = """1F3864/solid/square/1F3864/31750 B5482F/dash/circle/B5482F
4F7A28/sysDash/triangle/FFFFFF 7A5195/dashDot/diamond/7A5195 8A5A00/lgDash/circle/FFFFFF
00707A/sysDot/square/FFFFFF 404040/lgDashDot/triangle/404040
808080/lgDashDotDot/diamond/FFFFFF"""
DRAWINGS = {
    "status-per-theme": Drawing("percentStacked", STATUSES, "0\\ %", "1", "0.25"),
    "trend": Drawing("standard", LINES, '0" %"', "100", "25"),
    "systems-per-class": Drawing("stacked", CLASSES),
    "actions-per-status": Drawing("clustered", "A9BEDD/000000", legend=False),
}
"""By the name of the drawing."""


def sample(name: str) -> Chart:
    """What a template shows until a report is made of it: the series state the chart's name,
    which LibreOffice would else lose."""
    numbers = range(1, len(DRAWINGS[name].looks.split()) + 1)
    series = (Series(f"{name} {n}", (n, 2 * n)) for n in numbers)
    return Chart("", ("1", "2"), tuple(series))


def add_chart(document: Any, language: str, name: str, height: float) -> None:
    """The native chart whose data the report replaces; `height` in centimetres."""
    number, data = list(DRAWINGS).index(name) + 1, sample(name)
    values = {"drawing": DRAWINGS[name], "number": number, "language": language}
    xml = redrawn(SKELETON.render(values, font=FONT).encode(), data)
    package = document.part.package
    part = Part(
        PackURI(f"/word/charts/chart{number}.xml"), TYPE.DML_CHART, xml, package
    )
    book = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    part.relate_to(
        Part(book, TYPE.SML_SHEET, workbook(data), package), RELATION.PACKAGE
    )
    relation = document.part.relate_to(part, RELATION.CHART)
    paragraph = document.add_paragraph(style="Normal")
    paragraph.paragraph_format.line_spacing = 1.0  # of the height of the drawing
    paragraph._p.append(
        parse_xml(f"""<w:r {nsdecls("w", "wp", "a", "r")}><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{int(Cm(WIDTH))}" cy="{int(Cm(height))}"/>
<wp:docPr id="{number}" name="{name}" descr="{name}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>""")
    )
