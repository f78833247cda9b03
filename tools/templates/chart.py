"""The charts that live in the templates: their looks, around data that a report replaces."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from secaudit.report.said.charts import Chart, Series
from secaudit.report.word.filling.chart import redrawn
from secaudit.report.word.filling.workbook import workbook
from tools.templates.looks import FONT, INK, WIDTH
from tools.templates.words import LOCALES, Language

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'
LEGEND = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
COUNT, SHARE, PER_CENT = "#,##0;;;", "0\\ %", '0" %"'


@dataclass(frozen=True)
class Drawing:
    """How a chart looks."""

    plot: Callable[[str, str], str]
    """The XML of what is plotted, of the ids of its two axes."""
    series: int
    value_format: str
    top: str
    """The highest value of the axis; empty where Word chooses it."""
    step: str
    lying: bool = True
    legend: bool = True


def filled(index: int, look: tuple[str, str], position: str = "ctr") -> str:
    """A bar series, filled, with its numbers."""
    fill, colour = look
    return f"""<c:ser><c:idx val="{index}"/><c:order val="{index}"/>
<c:spPr>{fill}{LINE.format(colour="404040")}</c:spPr><c:invertIfNegative val="0"/>
<c:dLbls><c:numFmt formatCode="{COUNT}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>
<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1">{solid(colour)}</a:defRPr></a:pPr>
<a:endParaRPr/></a:p></c:txPr><c:dLblPos val="{position}"/>
<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>
<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat/><c:val/></c:ser>"""


def lined(index: int, look: tuple[str, str, str, str]) -> str:
    """A line that differs from the others by dash and by marker."""
    colour, dash, marker, inside = look
    width = 31750 if index == 0 else 19050
    return f"""<c:ser><c:idx val="{index}"/><c:order val="{index}"/>
<c:spPr><a:ln w="{width}" cap="rnd">{solid(colour)}<a:prstDash val="{dash}"/><a:round/></a:ln>
</c:spPr><c:marker><c:symbol val="{marker}"/><c:size val="8"/>
<c:spPr>{solid(inside)}{LINE.format(colour=colour)}</c:spPr></c:marker>
<c:cat/><c:val/><c:smooth val="0"/></c:ser>"""


def solid(colour: str) -> str:
    """A plain fill."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def hatched(preset: str, colour: str) -> str:
    """A pattern on white."""
    return (
        f'<a:pattFill prst="{preset}"><a:fgClr><a:srgbClr val="{colour}"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )


def bars(
    grouping: str, looks: Sequence[tuple[str, str]], position: str = "ctr"
) -> Callable[[str, str], str]:
    """Lying bars."""

    def plot(across: str, along: str) -> str:
        series = (filled(index, look, position) for index, look in enumerate(looks))
        overlap = '<c:overlap val="100"/>' if "tacked" in grouping else ""
        return f"""<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/>
<c:varyColors val="0"/>{"".join(series)}<c:gapWidth val="45"/>{overlap}
<c:axId val="{across}"/><c:axId val="{along}"/></c:barChart>"""

    return plot


def lines(across: str, along: str) -> str:
    """A line for each series."""
    series = (lined(index, look) for index, look in enumerate(LINES))
    return f"""<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>
{"".join(series)}<c:marker val="1"/><c:axId val="{across}"/><c:axId val="{along}"/></c:lineChart>"""


STATUSES = (  # fill and text colour: they differ in grey as they do in colour
    (solid(INK), "FFFFFF"),
    (solid("A9BEDD"), "000000"),
    (solid("B5482F"), "FFFFFF"),
    (hatched("ltUpDiag", "C58B2A"), "000000"),
    (solid("E0E0E0"), "000000"),
    (solid("FFFFFF"), "000000"),
)
CLASSES = (  # A, B, C, no gap
    (solid("9C1C1C"), "FFFFFF"),
    (solid("C58B2A"), "000000"),
    (solid("D9DDE6"), "000000"),
    (solid("FFFFFF"), "000000"),
)
ACTIONS = ((solid("A9BEDD"), "000000"),)
LINES = (  # colour, dash, marker, and what fills it
    (INK, "solid", "square", INK),
    ("B5482F", "dash", "circle", "B5482F"),
    ("4F7A28", "sysDash", "triangle", "FFFFFF"),
    ("7A5195", "dashDot", "diamond", "7A5195"),
    ("8A5A00", "lgDash", "circle", "FFFFFF"),
    ("00707A", "sysDot", "square", "FFFFFF"),
    ("404040", "lgDashDot", "triangle", "404040"),
    ("808080", "lgDashDotDot", "diamond", "FFFFFF"),
)
DRAWINGS = {
    "status-per-theme": Drawing(
        bars("percentStacked", STATUSES), 6, SHARE, "1", "0.25"
    ),
    "trend": Drawing(lines, 8, PER_CENT, "100", "25", lying=False),
    "systems-per-class": Drawing(bars("stacked", CLASSES), 4, "0", "", ""),
    "actions-per-status": Drawing(
        bars("clustered", ACTIONS, "outEnd"), 1, "0", "", "", legend=False
    ),
}
"""By the name of the drawing."""


def sample(name: str) -> Chart:
    """What a template shows until a report is made of it: the series state the chart's name,
    which LibreOffice would else lose."""
    numbers = range(1, DRAWINGS[name].series + 1)
    series = (Series(f"{name} {n}", (n, 2 * n)) for n in numbers)
    return Chart("", ("1", "2"), tuple(series))


def chart_xml(drawing: Drawing, language: str, axes: tuple[str, str]) -> str:
    """The chart, without its data."""
    return f"""<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/>
<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>
{drawing.plot(*axes)}{axes_xml(drawing, *axes)}
<c:spPr><a:noFill/></c:spPr></c:plotArea>{LEGEND if drawing.legend else ""}
<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>
<c:spPr>{solid("FFFFFF")}<a:ln><a:noFill/></a:ln></c:spPr>
<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">{solid("000000")}
<a:latin typeface="{FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="{language}"/></a:p></c:txPr>
<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>"""


def axes_xml(drawing: Drawing, across: str, along: str) -> str:
    """The axis of the categories, and that of the values."""
    names, values = ("l", "b") if drawing.lying else ("b", "l")
    order, crosses = ("maxMin", "max") if drawing.lying else ("minMax", "autoZero")
    top = f'<c:max val="{drawing.top}"/>' if drawing.top else ""
    bounds = f'{top}<c:min val="0"/>'
    lines = f"<c:spPr>{LINE.format(colour='D9D9D9')}</c:spPr>"
    rules = "" if drawing.lying else f"<c:majorGridlines>{lines}</c:majorGridlines>"
    step = f'<c:majorUnit val="{drawing.step}"/>' if drawing.step else ""
    hidden = 0 if drawing.top else 1
    grey = f"<c:spPr>{LINE.format(colour='808080')}</c:spPr>"
    code = drawing.value_format.replace('"', "&quot;")
    return f"""<c:catAx><c:axId val="{across}"/>
<c:scaling><c:orientation val="{order}"/></c:scaling>
<c:delete val="0"/><c:axPos val="{names}"/><c:numFmt formatCode="General" sourceLinked="0"/>
<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{grey}
<c:crossAx val="{along}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>
<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>
<c:valAx><c:axId val="{along}"/><c:scaling><c:orientation val="minMax"/>{bounds}</c:scaling>
<c:delete val="{hidden}"/><c:axPos val="{values}"/>{rules}
<c:numFmt formatCode="{code}" sourceLinked="0"/><c:majorTickMark val="out"/>
<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{grey}
<c:crossAx val="{across}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>
{step}</c:valAx>"""


def add_chart(document: Any, language: Language, name: str, height: float) -> None:
    """The native chart whose data the report replaces; `height` in centimetres."""
    drawing, number = DRAWINGS[name], list(DRAWINGS).index(name) + 1
    data, package = sample(name), document.part.package
    axes = f"1111111{number}0", f"1111111{number}1"
    xml = redrawn(chart_xml(drawing, LOCALES[language], axes).encode(), data)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART, xml, package)
    book = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    part.relate_to(Part(book, SHEET, workbook(data), package), RELATION.PACKAGE)
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
