"""Make templates/report.docx and templates/report.en.docx anew.

The templates are ordinary Word files: restyle and reword them in Word. This script made the
first ones, and shows what a template must hold: `python docs/make_report_template.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from secaudit.report.chart import workbook
from secaudit.report.model import Chart, Series
from secaudit.report.word import CHART

FONT, FIXED_FONT = "Arial", "Courier New"
INK, GREY, RULE, TINT = "1F3864", "595959", "BFC7D5", "E9EDF4"
PORTRAIT, LANDSCAPE = 16.6, 25.7
"""Width of the text in centimetres."""
KEPT_STYLES = (
    *(
        "Normal",
        "Heading 1",
        "Heading 2",
        "Title",
        "Subtitle",
        "Caption",
        "List Bullet",
    ),
    *("Header", "Footer", "Default Paragraph Font", "Normal Table", "No List"),
)
CELL = {
    "left": "Secaudit Cell",
    "right": "Secaudit Cell Number",
    "centre": "Secaudit Cell Centre",
}
SIDE = {"right": ALIGN.RIGHT, "centre": ALIGN.CENTER}
Cells = Sequence[Sequence[str] | str]


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    width: float
    """In centimetres."""
    head: str
    tags: tuple[str, ...] | str
    """The paragraphs of a cell; one that begins with + is set in bold."""
    align: Literal["left", "right", "centre"] = "left"


class Maker:
    """Writes one template."""

    def __init__(self, language: Literal["da", "en"]) -> None:
        self.language = language
        self.document = Document()
        set_styles(self.document, "da-DK" if language == "da" else "en-GB")

    def say(self, da: str, en: str) -> str:
        """The text in the language of the template."""
        return da if self.language == "da" else en

    def text(self, style: str, da: str, en: str | None = None) -> Any:
        """A paragraph."""
        said = self.say(da, da if en is None else en)
        return self.document.add_paragraph(said, style)

    def tag(self, tag: str) -> None:
        """A tag that stands in place of a paragraph, such as `if systems`."""
        self.document.add_paragraph(f"{{%p {tag} %}}", "Normal")

    def heading(self, level: int, da: str, en: str, *, new_page: bool = False) -> None:
        """A heading."""
        paragraph = self.text(f"Heading {level}", da, en)
        if new_page:
            paragraph.paragraph_format.page_break_before = True

    def caption(self, da: str, en: str) -> None:
        """What stands above a table or a chart."""
        self.text("Caption", da, en)

    def table(
        self, loop: str, columns: Sequence[Column], *, together: bool = False
    ) -> None:
        """A table with a row for each turn of `loop`, such as `r in systems`.

        A short one is kept `together` on a page.
        """
        table = self._table(columns, 4)
        for row, tag in ((1, f"for {loop}"), (3, "endfor")):
            cells = table.rows[row].cells
            cells[0].merge(cells[-1])
            set_paragraphs(cells[0], (f"{{%tr {tag} %}}",), "Secaudit Cell")
        for cell, column in zip(table.rows[2].cells, columns, strict=True):
            style = CELL[column.align]
            tags = (column.tags,) if isinstance(column.tags, str) else column.tags
            set_paragraphs(cell, tags, style)
            for paragraph in cell.paragraphs if together else ():
                paragraph.paragraph_format.keep_with_next = True
        self.document.add_paragraph(style="Secaudit Gap")

    def fixed_table(self, columns: Sequence[Column], rows: Sequence[Cells]) -> None:
        """A table of plain text."""
        table = self._table(columns, 1 + len(rows))
        for row, texts in zip(table.rows[1:], rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                set_paragraphs(cell, (str(text),), "Secaudit Cell")
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        self.document.add_paragraph(style="Secaudit Gap")

    def _table(self, columns: Sequence[Column], rows: int) -> Any:
        table = self.document.add_table(rows, len(columns), "Secaudit Table")
        table.autofit = False
        for column, made in zip(columns, table.columns, strict=True):
            made.width = Cm(column.width)
            for cell in made.cells:
                cell.width = Cm(column.width)
        for index, row in enumerate(table.rows):
            properties = row._tr.get_or_add_trPr()
            properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
            if index == 0:
                properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        if look is not None:
            table._tbl.tblPr.remove(look)
        table._tbl.tblPr.append(
            parse_xml(
                f'<w:tblLook {nsdecls("w")} w:val="0420" w:firstRow="1" w:lastRow="0" '
                'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            )
        )
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            set_paragraphs(cell, (column.head,), "Secaudit Cell Head")
            if column.align != "left":
                cell.paragraphs[0].alignment = SIDE[column.align]
        return table


def set_paragraphs(cell: Any, texts: Sequence[str], style: str) -> None:
    """The paragraphs of a cell."""
    for index, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        bold = text.startswith("+")
        paragraph.style = "Secaudit Cell Strong" if bold else style
        paragraph.add_run(text.lstrip("+"))


# Styles


def set_styles(document: Any, language: str) -> None:
    """Every style that the template uses, and no other."""
    styles = document.styles
    for style in list(styles):
        if style.name not in KEPT_STYLES:
            style.element.getparent().remove(style.element)
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    properties = defaults.find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    properties.append(fonts(FONT))
    for tag in ("sz", "szCs"):
        properties.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:val="20"/>'))
    properties.append(
        parse_xml(
            f'<w:lang {nsdecls("w")} w:val="{language}" w:eastAsia="{language}" '
            'w:bidi="ar-SA"/>'
        )
    )
    styled(styles, "Normal", 10, after=6, line=1.12)
    styled(styles, "Title", 30, bold=True, colour=INK, before=150, after=4, line=1.0)
    styled(styles, "Subtitle", 18, colour=INK, after=24, line=1.0)
    heads: dict[str, Any] = {"bold": True, "colour": INK, "keep": True, "line": 1.0}
    styled(styles, "Heading 1", 17, before=20, after=8, **heads)
    styled(styles, "Heading 2", 12.5, before=14, after=5, **heads)
    styled(styles, "Caption", 9, bold=True, colour=GREY, before=8, after=3, keep=True)
    styled(styles, "List Bullet", 10, after=3, line=1.12)
    styled(styles, "Header", 8, colour=GREY, after=0)
    styled(styles, "Footer", 8, colour=GREY, after=0)
    own(styles, "Secaudit Organisation", 13, bold=True, colour=GREY, before=30)
    own(styles, "Secaudit Title Line", 11, after=3)
    own(styles, "Secaudit Classification", 11, bold=True, colour="9C1C1C", after=3)
    own(
        styles,
        "Secaudit Contents Heading",
        12.5,
        bold=True,
        colour=INK,
        before=110,
        after=4,
    )
    own(styles, "Secaudit Headline", 15, bold=True, colour=INK, before=4, after=8)
    own(styles, "Secaudit Intro", 10, after=6, line=1.12, keep=True)
    own(styles, "Secaudit Note", 9, colour=GREY, after=4, line=1.08)
    own(styles, "Secaudit Cell", 9, before=1.5, after=1.5, line=1.0)
    own(styles, "Secaudit Cell Strong", 9, bold=True, before=1.5, line=1.0)
    own(styles, "Secaudit Cell Number", 9, before=1.5, after=1.5, line=1.0)
    own(styles, "Secaudit Cell Centre", 9, before=1.5, after=1.5, line=1.0)
    own(
        styles,
        "Secaudit Cell Head",
        8.5,
        bold=True,
        colour=INK,
        before=2,
        after=2,
        line=1.0,
    )
    own(styles, "Secaudit Gap", 4, after=0, line=1.0)
    own(styles, "Secaudit Hash", 9, before=4, after=6)
    own(styles, "toc 1", 10, after=3)
    own(styles, "toc 2", 9.5, after=2)
    styles["toc 2"].paragraph_format.left_indent = Cm(0.6)
    styles["Secaudit Cell Number"].paragraph_format.alignment = ALIGN.RIGHT
    styles["Secaudit Cell Centre"].paragraph_format.alignment = ALIGN.CENTER
    styles["Secaudit Cell Head"].paragraph_format.keep_with_next = True
    set_fonts(styles["Secaudit Hash"], FIXED_FONT)
    border_left(styles["Secaudit Headline"])
    rule(styles["Header"], "bottom")
    rule(styles["Footer"], "top")
    styles.element.append(table_style())


def own(styles: Any, name: str, size: float, **look: Any) -> None:
    """A style of our own, based on Normal."""
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    styled(styles, name, size, **{"after": 0, **look})


def styled(
    styles: Any,
    name: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = "000000",
    before: float = 0,
    after: float = 0,
    line: float = 1.1,
    keep: bool = False,
) -> None:
    """Set how a style looks."""
    style = styles[name]
    for theme in style.element.findall(f"{qn('w:rPr')}/{qn('w:rFonts')}"):
        theme.getparent().remove(theme)
    set_fonts(style, FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing, form.keep_with_next = line, keep
    for spacing in style.element.iter(qn("w:spacing"), qn("w:kern"), qn("w:pBdr")):
        if spacing.tag != qn("w:spacing") or spacing.getparent().tag == qn("w:rPr"):
            spacing.getparent().remove(spacing)
    if name == "Title" or name == "Subtitle":
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)


def fonts(name: str) -> Any:
    """The font for every script, whatever the theme says."""
    return parse_xml(
        f'<w:rFonts {nsdecls("w")} w:ascii="{name}" w:hAnsi="{name}" '
        f'w:eastAsia="{name}" w:cs="{name}"/>'
    )


def set_fonts(style: Any, name: str) -> None:
    """Give a style the font."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, fonts(name))


def border_left(style: Any) -> None:
    """A thick line before the paragraph, and a tint behind it."""
    properties = style.element.get_or_add_pPr()
    borders = (
        f"<w:pBdr {nsdecls('w')}>"
        f'<w:left w:val="single" w:sz="36" w:space="8" w:color="{INK}"/></w:pBdr>'
    )
    shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{TINT}"/>'
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(parse_xml(borders))
    spacing.addprevious(parse_xml(shade))
    indent = f'<w:ind {nsdecls("w")} w:left="240"/>'
    spacing.addnext(parse_xml(indent))


def rule(style: Any, side: str) -> None:
    """A thin line above or below the paragraph."""
    properties = style.element.get_or_add_pPr()
    for tabs in properties.findall(qn("w:tabs")):
        properties.remove(tabs)
    borders = (
        f"<w:pBdr {nsdecls('w')}>"
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
    )
    properties.find(qn("w:spacing")).addprevious(parse_xml(borders))


def table_style() -> Any:
    """Thin lines between rows, and a tinted first row."""
    return parse_xml(f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SecauditTable">
  <w:name w:val="Secaudit Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
    <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
  </w:tblBorders><w:tblCellMar>
    <w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{INK}"/></w:rPr>
    <w:tcPr><w:tcBorders>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/></w:tcBorders>
    <w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/><w:vAlign w:val="bottom"/></w:tcPr>
  </w:tblStylePr>
</w:style>""")


# Pages


def set_page(section: Any, *, landscape: bool) -> None:
    """A4."""
    short, long = Cm(21.0), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (long, short) if landscape else (short, long)
    )
    side = Cm(2.0 if landscape else 2.2)
    section.left_margin = section.right_margin = side
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.1)


def set_header_footer(maker: Maker, section: Any, width: float) -> None:
    """Title and classification above, organisation and page number below."""
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (header, footer):
        tab = f'<w:tab {nsdecls("w")} w:val="right" w:pos="{int(width * 567)}"/>'
        tabs = parse_xml(f"<w:tabs {nsdecls('w')}>{tab}</w:tabs>")
        paragraph._p.get_or_add_pPr().append(tabs)
    header.add_run("{{ title }}\t" + maker.say("Fortroligt", "Confidential"))
    footer.add_run("{{ organisation }}\t" + maker.say("Side ", "Page "))
    add_field(footer, "PAGE")
    footer.add_run(maker.say(" af ", " of "))
    add_field(footer, "NUMPAGES")


def add_field(paragraph: Any, code: str, shown: str = "1") -> None:
    """A field, with what it shows until it is computed."""
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))


# The chart

STRIPES = (
    '<a:pattFill prst="{}"><a:fgClr><a:srgbClr val="{}"/></a:fgClr>'
    '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
)
LOOKS = (  # fill and text colour: they differ in grey as they do in colour
    (f'<a:solidFill><a:srgbClr val="{INK}"/></a:solidFill>', "FFFFFF"),
    ('<a:solidFill><a:srgbClr val="A9BEDD"/></a:solidFill>', "000000"),
    ('<a:solidFill><a:srgbClr val="B5482F"/></a:solidFill>', "FFFFFF"),
    ('<a:solidFill><a:srgbClr val="F6D9B0"/></a:solidFill>', "000000"),
    ('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', "000000"),
    (STRIPES.format("wdUpDiag", "7F7F7F"), "000000"),
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
    white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    behind = white if "pattFill" in fill else "<a:noFill/>"
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
<c:dLbls><c:numFmt formatCode="0;;;" sourceLinked="0"/><c:spPr>{behind}</c:spPr>
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
    width, height = int(Cm(PORTRAIT)), int(Cm(7.2))
    drawing = f"""<w:r {nsdecls("w", "wp", "a", "r")}><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>
<wp:docPr id="1" name="{CHART}" descr="{CHART}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""
    maker.document.add_paragraph(style="Normal")._p.append(parse_xml(drawing))


# The report


def title_page(m: Maker) -> None:
    """Title, classification, and contents."""
    m.text("Secaudit Organisation", "{{ organisation }}")
    m.text(
        "Title",
        "Informationssikkerhed {{ campaign }}",
        "Information security {{ campaign }}",
    )
    m.text("Subtitle", "Egenvurdering og gab", "Self-assessment and gaps")
    m.text("Secaudit Title Line", "Til Direktionen", "To the executive board")
    m.text("Secaudit Title Line", "{{ date }}")
    m.text("Secaudit Classification", "Fortroligt", "Confidential")
    m.text(
        "Secaudit Note",
        "Udarbejdet med secaudit {{ version }}",
        "Made with secaudit {{ version }}",
    )
    m.text("Secaudit Contents Heading", "Indhold", "Contents")
    contents = m.document.add_paragraph(style="toc 1")
    add_field(contents, 'TOC \\o "1-1" \\h \\n \\z \\u', m.say("Indhold", "Contents"))


def summary(m: Maker) -> None:
    """Page 1: can be read alone."""
    m.heading(1, "1 Ledelsesresumé", "1 Executive summary", new_page=True)
    m.text("Secaudit Headline", "{{ headline }}")
    m.tag("for sentence in verdict")
    m.text("List Bullet", "{{ sentence }}")
    m.tag("endfor")
    m.tag("if kinds")
    m.caption("Egenvurderingen i tal", "The self-assessment in figures")
    m.table(
        "r in kinds",
        (
            Column(5.0, m.say("Hvem eller hvad", "Who or what"), "+{{ r.kind }}"),
            Column(1.6, m.say("Antal", "Number"), "{{ r.subjects }}", "right"),
            Column(2.2, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
            Column(
                2.6,
                m.say("Opfyldt af besvarede", "Met of answered"),
                "{{ r.met_of_answered }}",
                "right",
            ),
            Column(
                2.4,
                m.say("Opfyldt af alle", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
            Column(
                2.8,
                m.say("Vurderede svar", "Reviewed answers"),
                "{{ r.reviewed }}",
                "right",
            ),
        ),
        together=True,
    )
    m.tag("endif")
    note = m.text("Secaudit Note", "")
    note.add_run(
        m.say("Egenvurdering, ikke revision.", "A self-assessment, not an audit.")
    ).bold = True
    note.add_run(" {{ reviewed }}")
    m.tag("if worst")
    m.caption("De mest alvorlige gab", "The most serious gaps")
    m.table(
        "r in worst",
        (
            Column(0.9, m.say("Nr.", "No."), "{{ r.number }}", "right"),
            Column(8.4, m.say("Gab", "Gap"), ("+{{ r.what }}", "{{ r.said }}")),
            Column(1.7, m.say("Prioritet", "Priority"), "{{ r.priority }}", "right"),
            Column(1.3, m.say("Klasse", "Class"), "{{ r.letter }}", "centre"),
            Column(4.3, m.say("Ansvarlig", "Responsible"), "{{ r.who }}"),
        ),
        together=True,
    )
    m.text(
        "Secaudit Note",
        "{% if worst_rest %}{{ worst_rest }} {% endif %}Klasse A er prioritet {{ "
        "class_a }} og derover, "
        "klasse B {{ class_b }} og derover, resten er klasse C. Bilag B forklarer, "
        "hvordan prioriteten regnes ud.",
        "{% if worst_rest %}{{ worst_rest }} {% endif %}Class A is priority {{ "
        "class_a }} and above, class B "
        "{{ class_b }} and above, the rest is class C. Appendix B explains how "
        "priority is computed.",
    )
    m.tag("endif")


def basis(m: Maker) -> None:
    """What the figures are built on."""
    m.heading(1, "2 Grundlag", "2 Basis", new_page=True)
    m.text(
        "Secaudit Intro",
        "Rapporten bygger på de svar, som systemejerne og de andre ansvarlige selv "
        "har givet i årsrunden. "
        "Den er en egenvurdering, ikke en revision: Den dokumenterer, hvad der er "
        "svaret, og at svarene ikke er "
        "ændret siden. Den afgør ikke, om svarene er rigtige. Dokumentation, som "
        "ingen har gennemgået, er kun angivet.",
        "The report builds on the answers that system owners and others responsible "
        "gave in the campaign. It is a "
        "self-assessment, not an audit: it documents what was answered, and that the "
        "answers have not been changed "
        "since. It does not settle whether they are right. Evidence that nobody "
        "reviewed is only stated.",
    )
    m.caption("Årsrunden", "The campaign")
    m.table(
        "r in facts",
        (
            Column(5.6, m.say("Oplysning", "Fact"), "{{ r.name }}"),
            Column(11.0, m.say("Indhold", "Content"), "{{ r.value }}"),
        ),
    )
    m.heading(2, "Hvem mangler at svare", "Who has yet to answer")
    m.tag("if silent")
    m.text(
        "Secaudit Intro",
        "Et ubesvaret spørgsmål tæller som et gab, indtil det er besvaret.",
        "A question without an answer counts as a gap until it is answered.",
    )
    m.caption("Ubesvarede spørgsmål", "Unanswered questions")
    m.table(
        "r in silent",
        (
            Column(6.0, m.say("Hvem", "Who"), "{{ r.person }}"),
            Column(6.8, m.say("Spørgsmål om", "Questions about"), "{{ r.subjects }}"),
            Column(
                3.8,
                m.say("Besvarede spørgsmål", "Questions answered"),
                "{{ r.answered }}",
                "right",
            ),
        ),
    )
    rest(m, "silent_rest")
    m.tag("else")
    m.text("Normal", "Alle spørgsmål er besvaret.", "Every question has been answered.")
    m.tag("endif")
    m.tag("if ownerless")
    m.heading(2, "Systemer uden ejer", "Systems without an owner")
    m.text(
        "Secaudit Intro",
        "Ingen har ansvaret for disse systemer, og deres spørgsmål står derfor "
        "ubesvarede:",
        "Nobody is accountable for these systems, so their questions stand unanswered:",
    )
    m.tag("for name in ownerless")
    m.text("List Bullet", "{{ name }}")
    m.tag("endfor")
    m.tag("endif")


def rest(m: Maker, name: str) -> None:
    """The sentence for rows that were left out."""
    m.tag(f"if {name}")
    m.text("Secaudit Note", f"{{{{ {name} }}}}")
    m.tag("endif")


def theme_table(m: Maker, rows: str) -> None:
    """How the questions of one kind of subject stand."""
    heads = (
        ("Opfyldt", "Met", "met", 1.5, 1.4),
        ("Delvist opfyldt", "Partial", "partial", 1.6, 1.5),
        ("Ikke opfyldt", "Not met", "not_met", 1.5, 1.5),
        ("Ved ikke", "Unknown", "unknown", 1.3, 1.8),
        ("Ubesvaret", "Unanswered", "unanswered", 1.9, 2.2),
        ("Ikke relevant", "Not applicable", "not_applicable", 1.7, 2.0),
        ("Opfyldt af alle", "Met of all", "met_of_all", 1.7, 1.5),
    )
    danish = m.language == "da"
    numbers = [
        Column(wide if danish else broad, m.say(da, en), f"{{{{ r.{name} }}}}", "right")
        for da, en, name, wide, broad in heads
    ]
    theme = Column(5.4 if danish else 4.7, m.say("Tema", "Theme"), "{{ r.theme }}")
    m.table(f"r in {rows}", (theme, *numbers), together=True)


def themes(m: Maker) -> None:
    """How each theme stands."""
    m.heading(1, "3 Samlet status pr. tema", "3 Status by theme", new_page=True)
    m.text(
        "Normal",
        "Målet er, at {{ target }} % er opfyldt. Tabellerne viser antal spørgsmål. "
        "»Opfyldt af alle« tæller et delvist "
        "opfyldt krav halvt, vægter kravene efter betydning og runder altid ned. "
        "Det, der ikke er relevant, tæller "
        "ikke med; det, der er ubesvaret eller uvist, gør.",
        "The target is that {{ target }} % is met. The tables show numbers of "
        "questions. 'Met of all' counts what is "
        "partly met as half, weighs requirements by importance and always rounds "
        "down. What is not applicable is left "
        "out; what is unanswered or unknown is not.",
    )
    m.tag("if system_themes")
    m.heading(2, "It-systemerne", "IT systems")
    m.caption(
        "Systemernes svar pr. tema. Tallene i søjlerne er antal spørgsmål.",
        "The systems' answers by theme. The numbers in the bars are questions.",
    )
    add_chart(m)
    m.caption("Status pr. tema for it-systemerne", "Status by theme, IT systems")
    theme_table(m, "system_themes")
    m.tag("endif")
    for name, da, en in (
        ("owner_themes", "De it-sikkerhedsansvarlige", "System owners"),
        ("organisation_themes", "Organisationen", "The organisation"),
        ("employee_themes", "Medarbejderne", "Employees"),
    ):
        m.tag(f"if {name}")
        m.heading(2, da, en)
        m.caption(
            f"Status pr. tema: {da[0].lower()}{da[1:]}",
            f"Status by theme: {en[0].lower()}{en[1:]}",
        )
        theme_table(m, name)
        m.tag("endif")
    m.tag("if trend")
    m.heading(2, "Udviklingen siden {{ before }}", "Development since {{ before }}")
    m.text(
        "Secaudit Intro",
        "Her sammenlignes kun spørgsmål, der er stillet om de samme genstande i "
        "begge årsrunder.",
        "Only questions that were put to the same subjects in both campaigns are "
        "compared here.",
    )
    m.caption("Opfyldt af alle, dengang og nu", "Met of all, then and now")
    m.table(
        "r in trend",
        (
            Column(7.0, m.say("Hvem eller tema", "Who, or theme"), "{{ r.about }}"),
            Column(2.4, m.say("Spørgsmål", "Questions"), "{{ r.questions }}", "right"),
            Column(2.2, "{{ before }}", "{{ r.then }}", "right"),
            Column(2.2, "{{ campaign }}", "{{ r.now }}", "right"),
            Column(
                2.8,
                m.say("Ændring i procentpoint", "Change in percentage points"),
                "{{ r.change }}",
                "right",
            ),
        ),
        together=True,
    )
    m.tag("endif")


def systems(m: Maker) -> None:
    """A row for each system."""
    m.heading(1, "4 It-systemerne", "4 IT systems")
    m.tag("if systems")
    m.text(
        "Secaudit Intro",
        "Systemerne med de mest alvorlige gab står først. Et gab i en fælles "
        "tjeneste er også et gab i de systemer, der "
        "bruger den, og tæller med i deres tal.",
        "The systems with the most serious gaps come first. A gap in a common "
        "service is also a gap in the systems that "
        "use it, and counts in their figures.",
    )
    m.caption("Systemerne og deres gab", "The systems and their gaps")
    m.table(
        "r in systems",
        (
            Column(
                4.2,
                "System",
                (
                    "+{{ r.name }}",
                    "{%p if r.service %}",
                    "{{ r.service }}",
                    "{%p endif %}",
                ),
            ),
            Column(2.8, m.say("Kritikalitet", "Criticality"), "{{ r.criticality }}"),
            Column(2.9, m.say("Ejer", "Owner"), "{{ r.owner }}"),
            Column(1.7, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
            Column(
                1.6,
                m.say("Opfyldt af alle", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
            Column(1.3, m.say("Værst", "Worst"), "{{ r.worst }}", "centre"),
            Column(0.7, "A", "{{ r.a }}", "right"),
            Column(0.7, "B", "{{ r.b }}", "right"),
            Column(0.7, "C", "{{ r.c }}", "right"),
        ),
    )
    rest(m, "systems_rest")
    m.text(
        "Secaudit Note",
        "A, B og C er antal gab i hver klasse. »Værst« er klassen for systemets mest "
        "alvorlige gab.",
        "A, B and C are the number of gaps in each class. 'Worst' is the class of "
        "the system's most serious gap.",
    )
    m.tag("else")
    m.text(
        "Normal",
        "Årsrunden omfatter ingen systemer.",
        "The campaign covers no systems.",
    )
    m.tag("endif")


def owners(m: Maker) -> None:
    """A row for each owner."""
    m.heading(1, "5 De it-sikkerhedsansvarlige", "5 System owners")
    m.tag("if owners")
    m.text(
        "Secaudit Intro",
        "En systemejer har pligter, der gælder på tværs af ejerens systemer, for "
        "eksempel at føre tilsyn med leverandører. "
        "{{ owners_said }}",
        "A system owner has duties that go across the owner's systems, such as "
        "supervising suppliers. {{ owners_said }}",
    )
    m.caption("Ejernes egne pligter", "The owners' own duties")
    m.table(
        "r in owners",
        (
            Column(6.2, m.say("Systemejer", "System owner"), "+{{ r.name }}"),
            Column(1.9, m.say("Systemer", "Systems"), "{{ r.systems }}", "right"),
            Column(2.1, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
            Column(
                2.2,
                m.say("Opfyldt af alle", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
            Column(1.2, m.say("Værst", "Worst"), "{{ r.worst }}", "centre"),
            Column(1.0, "A", "{{ r.a }}", "right"),
            Column(1.0, "B", "{{ r.b }}", "right"),
            Column(1.0, "C", "{{ r.c }}", "right"),
        ),
    )
    rest(m, "owners_rest")
    m.tag("else")
    m.text(
        "Normal",
        "Ingen systemejere er spurgt om deres egne pligter i denne årsrunde.",
        "No system owner was asked about their own duties in this campaign.",
    )
    m.tag("endif")


def ranked(m: Maker) -> None:
    """The gaps, most serious first."""
    m.heading(1, "6 Prioriterede gab", "6 Gaps by priority")
    m.tag("if gaps")
    m.text(
        "Secaudit Intro",
        "De mest alvorlige gab står først. Prioriteten er mangel × vægt × "
        "kritikalitet × data; bilag B forklarer "
        "faktorerne. En person, der intet har svaret, står på én linje. Bemærkninger "
        "og forslag er de ansvarliges egne ord.",
        "The most serious gaps come first. Priority is shortfall × weight × "
        "criticality × data; appendix B explains the "
        "factors. A person who answered nothing is one line. Comments and proposals "
        "are in the respondents' own words.",
    )
    m.caption("Åbne gab", "Open gaps")
    m.table(
        "r in gaps",
        (
            Column(0.9, m.say("Nr.", "No."), "{{ r.number }}", "right"),
            Column(4.4, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
            Column(3.4, m.say("Genstand", "Subject"), "{{ r.subject }}"),
            Column(2.7, "Status", "{{ r.status }}"),
            Column(
                3.3,
                m.say("Prioritet", "Priority"),
                (
                    "+{{ r.priority }}",
                    "{{ r.factors }}",
                    "{%p if r.among %}",
                    "{{ r.among }}",
                    "{%p endif %}",
                ),
            ),
            Column(1.3, m.say("Klasse", "Class"), "{{ r.letter }}", "centre"),
            Column(1.5, m.say("Lovkrav", "By law"), "{{ r.legal }}", "centre"),
            Column(1.4, m.say("Siden", "Since"), "{{ r.since }}"),
            Column(
                6.8,
                m.say("Bemærkning og forslag", "Comment and proposal"),
                (
                    "{%p if r.comment %}",
                    "{{ r.comment }}",
                    "{%p endif %}",
                    "{%p if r.action %}",
                    m.say("Forslag: {{ r.action }}", "Proposal: {{ r.action }}"),
                    "{%p endif %}",
                    "{%p if r.review %}",
                    m.say("Vurdering: {{ r.review }}", "Review: {{ r.review }}"),
                    "{%p endif %}",
                    "{%p if not (r.comment or r.action or r.review) %}",
                    "–",
                    "{%p endif %}",
                ),
            ),
        ),
    )
    rest(m, "gaps_rest")
    m.tag("else")
    m.text("Normal", "Der er ingen åbne gab.", "There are no open gaps.")
    m.tag("endif")
    legal(m)
    accepted(m)


def legal(m: Maker) -> None:
    """What the law demands."""
    m.heading(2, "Lovkrav, der ikke er opfyldt", "Duties by law that are not met")
    m.tag("if legal")
    m.text(
        "Secaudit Intro",
        "Disse foranstaltninger er også pligter efter lovgivningen. Et lovkrav kan "
        "ikke accepteres væk.",
        "These controls are also duties by law. A duty by law cannot be accepted away.",
    )
    m.caption("Lovkrav med åbne gab", "Duties by law with open gaps")
    m.table(
        "r in legal",
        (
            Column(8.2, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
            Column(5.4, m.say("Henvisning", "Reference"), "{{ r.law }}"),
            Column(8.6, m.say("Hvor", "Where"), "{{ r.said }}"),
            Column(1.9, m.say("Prioritet", "Priority"), "{{ r.priority }}", "right"),
            Column(1.6, m.say("Klasse", "Class"), "{{ r.letter }}", "centre"),
        ),
    )
    rest(m, "legal_rest")
    m.tag("else")
    m.text("Normal", "Ingen åbne gab er lovkrav.", "No open gap is a duty by law.")
    m.tag("endif")


def accepted(m: Maker) -> None:
    """What a decision lets stand."""
    m.tag("if accepted")
    m.heading(2, "Gab, der er taget beslutning om", "Gaps that were decided upon")
    m.text(
        "Secaudit Intro",
        "En beslutning lader disse gab stå til en dato. De beholder deres status i "
        "alle tal.",
        "A decision lets these gaps stand until a date. They keep their status in "
        "all figures.",
    )
    m.caption("Gab med en beslutning", "Gaps with a decision")
    m.table(
        "r in accepted",
        (
            Column(8.4, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
            Column(6.0, m.say("Genstand", "Subject"), "{{ r.subject }}"),
            Column(4.4, "Status", "{{ r.status }}"),
            Column(3.6, m.say("Beslutning", "Decision"), "{{ r.decision }}"),
            Column(3.3, m.say("Til og med", "Until"), "{{ r.until }}"),
        ),
    )
    rest(m, "accepted_rest")
    m.tag("endif")


def applicability(m: Maker) -> None:
    """The statement of applicability."""
    m.heading(
        1,
        "Bilag A Anvendelighedserklæring (SoA)",
        "Appendix A Statement of applicability (SoA)",
    )
    m.text(
        "Normal",
        "Alle foranstaltninger i kataloget, om de gælder her, hvorfor, og hvor langt "
        "de er nået. En streg under begrundelse "
        "betyder, at foranstaltningen gælder, fordi den står i kataloget; "
        "tilpasningen giver ingen særlig grund.",
        "Every control of the catalogue, whether it applies here, why, and how far "
        "it has come. A dash under reason means "
        "that the control applies because the catalogue has it; the profile gives no "
        "reason of its own.",
    )
    m.table(
        "r in controls",
        (
            Column(1.6, "Id", "{{ r.id }}"),
            Column(4.5, m.say("Foranstaltning", "Control"), "{{ r.title }}"),
            Column(1.4, m.say("Gælder", "Applies"), "{{ r.applies }}"),
            Column(5.0, m.say("Begrundelse", "Reason"), "{{ r.reason }}"),
            Column(4.1, "Status", "{{ r.status }}"),
        ),
    )


def method(m: Maker) -> None:
    """How the figures are found."""
    m.heading(1, "Bilag B Metode og skalaer", "Appendix B Method and scales")
    m.heading(2, "Svar og point", "Answers and points")
    m.fixed_table(
        (
            Column(3.4, m.say("Status", "Status"), ""),
            Column(10.4, m.say("Betyder", "Means"), ""),
            Column(2.8, m.say("Point", "Points"), ""),
        ),
        [
            tuple(m.say(*pair) for pair in row)
            for row in (
                (
                    ("opfyldt", "met"),
                    ("Kravet er opfyldt fuldt ud.", "The requirement is met in full."),
                    ("2", "2"),
                ),
                (
                    ("delvist opfyldt", "partial"),
                    (
                        "Noget er på plads, noget mangler.",
                        "Some of it is in place, some is not.",
                    ),
                    ("1", "1"),
                ),
                (
                    ("ikke opfyldt", "not met"),
                    ("Kravet er ikke opfyldt.", "The requirement is not met."),
                    ("0", "0"),
                ),
                (
                    ("ved ikke", "unknown"),
                    (
                        "Den ansvarlige ved det ikke. Tæller som et gab.",
                        "The person responsible does not know. Counts as a gap.",
                    ),
                    ("0", "0"),
                ),
                (
                    ("ubesvaret", "unanswered"),
                    (
                        "Ingen har svaret. Tæller som et gab.",
                        "Nobody has answered. Counts as a gap.",
                    ),
                    ("0", "0"),
                ),
                (
                    ("ikke relevant", "not applicable"),
                    (
                        "Kravet passer ikke på genstanden. Hvor svaret skal "
                        "vurderes, tæller det med, indtil det er vurderet.",
                        "The requirement does not fit the subject. Where the answer "
                        "must be reviewed, it stays in until it is.",
                    ),
                    ("udgår", "left out"),
                ),
            )
        ],
    )
    m.text(
        "Normal",
        "Pointene ganges med foranstaltningens vægt: 1 mindre, 2 almindelig, 3 "
        "væsentlig. Tre tal står altid sammen: "
        "andelen, der er besvaret; opfyldt af det besvarede; og opfyldt af alle. "
        "Procenter rundes altid ned, så 100 % kun "
        "står der, når alt er opfyldt. En streg betyder, at intet er relevant. Tal "
        "for systemer, ansvarlige, "
        "organisationen og medarbejdere lægges aldrig sammen.",
        "Points are multiplied by the weight of the control: 1 minor, 2 normal, 3 "
        "major. Three figures always stand "
        "together: the share answered; met of what was answered; and met of all. "
        "Percentages are always rounded down, so "
        "100 % stands only where everything is met. A dash means that nothing is "
        "applicable. Figures for systems, "
        "owners, the organisation and employees are never summed.",
    )
    m.heading(2, "Gab og prioritet", "Gaps and priority")
    m.text(
        "Secaudit Intro",
        "Et gab er et krav, som ikke er opfyldt fuldt ud, som ingen har svaret på, "
        "hvor gennemgangen er forældet, eller hvor "
        "svaret er sendt retur. Prioriteten er de fire faktorer ganget sammen og "
        "ligger mellem 0,5 og 27.",
        "A gap is a requirement that is not met in full, that nobody has answered, "
        "whose review is out of date, or whose "
        "answer was returned. Priority is the four factors multiplied; it lies "
        "between 0.5 and 27.",
    )
    m.caption("Faktorerne i prioriteten", "The factors of a priority")
    m.fixed_table(
        (
            Column(3.4, m.say("Faktor", "Factor"), ""),
            Column(13.2, m.say("Værdier", "Values"), ""),
        ),
        [
            tuple(m.say(*pair) for pair in row)
            for row in (
                (
                    ("Mangel", "Shortfall"),
                    (
                        "1: ikke opfyldt, ved ikke, ubesvaret. ½: delvist opfyldt, "
                        "forældet gennemgang. Nedarvet: som den fælles tjeneste.",
                        "1: not met, unknown, unanswered. ½: partial, review out of "
                        "date. Inherited: as the common service.",
                    ),
                ),
                (
                    ("Vægt", "Weight"),
                    (
                        "1: mindre. 2: almindelig. 3: væsentlig.",
                        "1: minor. 2: normal. 3: major.",
                    ),
                ),
                (
                    ("Kritikalitet", "Criticality"),
                    (
                        "3: samfundskritisk. 2: forretningskritisk eller ukendt. 1: "
                        "øvrige.",
                        "3: society-critical. 2: business-critical or not known. 1: "
                        "other.",
                    ),
                ),
                (
                    ("Data", "Data"),
                    (
                        "3: følsomme oplysninger eller strafbare forhold. 2: "
                        "CPR-numre, fortrolige oplysninger eller ukendt. 1: øvrige.",
                        "3: special categories or criminal offences. 2: civil "
                        "registration numbers (CPR), confidential or not known. 1: "
                        "other.",
                    ),
                ),
                (
                    ("Klasse", "Class"),
                    (
                        "A: fra {{ class_a }}. B: fra {{ class_b }}. C: derunder.",
                        "A: from {{ class_a }}. B: from {{ class_b }}. C: below.",
                    ),
                ),
            )
        ],
    )
    m.text(
        "Normal",
        "For en ejer, organisationen og en fælles tjeneste bruges de højeste "
        "faktorer blandt de systemer, det handler om, og "
        "antallet af systemer står ved siden af. Ved samme prioritet kommer det "
        "ældste gab først. Prioriteten er ikke en "
        "risiko: den siger intet om sandsynlighed.",
        "For an owner, the organisation and a common service the highest factors "
        "among the systems concerned are used, "
        "with the number of systems beside them. Of equal priorities the oldest gap "
        "comes first. Priority is not risk: it "
        "says nothing of likelihood.",
    )
    m.heading(2, "Fælles tjenester og årsrunder", "Common services and campaigns")
    m.text(
        "Normal",
        "En fælles tjeneste svarer én gang for de systemer, der bruger den. Gabet "
        "står én gang på listen, men tæller i hvert "
        "systems eget tal. Bruger et system flere tjenester, gælder det dårligste "
        "svar. Et svar, der stadig gælder fra en "
        "tidligere årsrunde, tæller som besvaret. Udviklingen fra år til år regnes "
        "kun på spørgsmål, der er stillet begge "
        "gange om samme genstand.",
        "A common service answers once for the systems that use it. The gap stands "
        "once in the list, but counts in each "
        "system's own figure. Where a system uses several services, the worst answer "
        "holds. An answer that still stands "
        "from an earlier campaign counts as answered. Development from year to year "
        "is computed only on questions that "
        "were put to the same subject both times.",
    )
    m.heading(2, "Hvad rapporten ikke siger", "What the report does not say")
    m.text(
        "Normal",
        "Overensstemmelse med ISO/IEC 27001 er ikke det samme som at overholde "
        "databeskyttelsesforordningen eller NIS "
        "2-loven. Henvisninger til lovgivningen viser, hvilke bestemmelser en "
        "foranstaltning har med at gøre; de er ikke en "
        "juridisk vurdering.",
        "Conformity with ISO/IEC 27001 is not the same as compliance with the "
        "General Data Protection Regulation or the "
        "Danish NIS 2 Act. References to the law show which provisions a control has "
        "to do with; they are not a legal opinion.",
    )


def register(m: Maker) -> None:
    """How to see that nothing was changed."""
    m.heading(1, "Bilag C Registerets kontrolsum", "Appendix C The register's checksum")
    m.text(
        "Normal",
        "Hvert svar er en hændelse i et register, hvor hver hændelse bærer "
        "kontrolsummen af den forrige. Registeret havde "
        "{{ events }} hændelser, da rapporten blev lavet, og den sidste har denne "
        "kontrolsum:",
        "Every answer is an event in a register in which each event holds the "
        "checksum of the one before. The register "
        "had {{ events }} events when the report was made, and the last one has this "
        "checksum:",
    )
    m.text("Secaudit Hash", "{{ head }}")
    m.text(
        "Normal",
        "Sådan kontrolleres det, at intet er ændret eller fjernet siden:",
        "To check that nothing has been changed or removed since:",
    )
    m.text("Secaudit Hash", "secaudit verify --head {{ head }}")


def make(language: Literal["da", "en"], path: Path) -> None:
    """Write the template."""
    m = Maker(language)
    first = m.document.sections[0]
    set_page(first, landscape=False)
    first.different_first_page_header_footer = True
    first.first_page_header.is_linked_to_previous = False
    first.first_page_footer.is_linked_to_previous = False
    for part in (first.first_page_header, first.first_page_footer):
        part.paragraphs[0].style = "Normal"
    set_header_footer(m, first, PORTRAIT)
    for part in (title_page, summary, basis, themes, systems, owners):
        part(m)
    for parts, width in (
        ((ranked,), LANDSCAPE),
        ((applicability, method, register), PORTRAIT),
    ):
        section = m.document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        set_page(section, landscape=width == LANDSCAPE)
        set_header_footer(m, section, width)
        for write in parts:
            write(m)
    properties = m.document.core_properties
    properties.title = m.say(
        "Informationssikkerhed: egenvurdering og gab",
        "Information security: self-assessment and gaps",
    )
    properties.author = properties.last_modified_by = "secaudit"
    properties.comments = ""
    properties.language = m.say("da-DK", "en-GB")
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    tidy(m.document)
    m.document.save(path)


def tidy(document: Any) -> None:
    """Mend what python-docx starts from: an old Word's layout, its own thumbnail."""
    settings = document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # tables begin at the margin
    relations = document.part.package.rels
    for id in [id for id, r in relations.items() if r.reltype == RELATION.THUMBNAIL]:
        del relations[id]


if __name__ == "__main__":
    folder = Path(__file__).resolve().parent.parent / "templates"
    make("da", folder / "report.docx")
    make("en", folder / "report.en.docx")
