"""The chart that lives in the templates."""

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from docs.report_template.looks import FONT, INK, PORTRAIT
from docs.report_template.maker import Maker
from secaudit.report.rows import Chart, Series
from secaudit.report.word.chart import workbook

LOOKS = (  # fill and text colour: they differ in grey as they do in colour
    (f'<a:solidFill><a:srgbClr val="{INK}"/></a:solidFill>', "FFFFFF"),
    ('<a:solidFill><a:srgbClr val="A9BEDD"/></a:solidFill>', "000000"),
    ('<a:solidFill><a:srgbClr val="B5482F"/></a:solidFill>', "FFFFFF"),
    ('<a:solidFill><a:srgbClr val="C58B2A"/></a:solidFill>', "000000"),
    ('<a:solidFill><a:srgbClr val="E0E0E0"/></a:solidFill>', "000000"),
    ('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', "000000"),
)


SAMPLE = Chart(
    "",
    ("A.5", "A.8"),
    tuple(
        Series(name, (6 - index, 8 - index))
        for index, name in enumerate(("1", "2", "3", "4", "5", "6"))
    ),
)


def series_xml(index: int) -> str:
    """One status; the data is replaced when a report is made."""
    fill, colour = LOOKS[index]
    column, sample = "BCDEFG"[index], SAMPLE.series[index]
    names = "".join(
        f'<c:pt idx="{i}"><c:v>{name}</c:v></c:pt>'
        for i, name in enumerate(SAMPLE.categories)
    )
    values = "".join(
        f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>'
        for i, value in enumerate(sample.values)
    )
    return f"""<c:ser><c:idx val="{index}"/><c:order val="{index}"/>
<c:tx><c:strRef><c:f>Data!${column}$1</c:f><c:strCache><c:ptCount val="1"/>
<c:pt idx="0"><c:v>{sample.name}</c:v></c:pt></c:strCache></c:strRef></c:tx>
<c:spPr>{fill}<a:ln w="9525"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln></c:spPr>
<c:invertIfNegative val="0"/>
<c:dLbls><c:numFmt formatCode="0;;;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>
<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1"><a:solidFill><a:srgbClr val="{colour}"/>
</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="da-DK"/></a:p></c:txPr>
<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>
<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>
<c:cat><c:strRef><c:f>Data!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>{names}</c:strCache>
</c:strRef></c:cat>
<c:val><c:numRef><c:f>Data!${column}$2:${column}$3</c:f><c:numCache>
<c:formatCode>General</c:formatCode><c:ptCount val="2"/>{values}</c:numCache></c:numRef></c:val>
</c:ser>"""


def chart_xml(language: str) -> str:
    """Lying bars, each theme's share of every status, with the numbers in them."""
    every = "".join(series_xml(index) for index in range(len(LOOKS)))
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/>
<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>
<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>
{every}
<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="111111111"/><c:axId val="222222222"/>
</c:barChart>
<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling>
<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>
<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>
<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln></c:spPr>
<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>
<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>
<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="1"/>
<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>
<c:numFmt formatCode="0\\ %" sourceLinked="0"/><c:majorTickMark val="out"/>
<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>
<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln></c:spPr>
<c:crossAx val="111111111"/><c:crosses val="max"/><c:crossBetween val="between"/>
<c:majorUnit val="0.25"/></c:valAx>
<c:spPr><a:noFill/></c:spPr></c:plotArea>
<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>
<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>
<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>
<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:solidFill><a:srgbClr val="000000"/>
</a:solidFill><a:latin typeface="{FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="{language}"/></a:p>
</c:txPr>
<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>
</c:chartSpace>"""


def add_chart(maker: Maker) -> None:
    """The native chart whose data the report replaces."""
    package = maker.document.part.package
    spreadsheet = Part(
        PackURI("/word/embeddings/Microsoft_Excel_Sheet1.xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook(SAMPLE),
        package,
    )
    language = maker.say("da-DK", "en-GB")
    part = Part(
        PackURI("/word/charts/chart1.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        chart_xml(language).encode(),
        package,
    )
    part.relate_to(spreadsheet, RELATION.PACKAGE)
    relation = maker.document.part.relate_to(part, RELATION.CHART)
    width, height = int(Cm(PORTRAIT)), int(Cm(4.5))
    drawing = f"""<w:r {nsdecls("w", "wp", "a", "r")}><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>
<wp:docPr id="1" name="status-per-theme" descr="status-per-theme"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""
    paragraph = maker.document.add_paragraph(style="Normal")
    paragraph.paragraph_format.line_spacing = 1.0  # of the height of the drawing
    paragraph._p.append(parse_xml(drawing))
