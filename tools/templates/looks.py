"""The styles and the pages of the templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

WIDTH, SMALL_WIDTH = 16.6, 18.2
"""Of the text of the report, and of the small documents, in centimetres."""
FONT, FIXED_FONT = "Arial", "Courier New"
INK, GREY, RULE, TINT, RED = "1F3864", "595959", "BFC7D5", "E9EDF4", "9C1C1C"
THIN = f'w:val="single" w:sz="4" w:space="4" w:color="{RULE}"'


@dataclass(frozen=True)
class Look:
    """How a style looks; sizes and spaces in points."""

    size: float
    before: float = 0
    after: float = 0
    line: float = 1.1
    colour: str = "000000"
    bold: bool = False
    keep: bool = False
    font: str = FONT


def head(size: float, before: float, after: float, *, keep: bool = True) -> Look:
    """A heading."""
    return Look(size, before, after, 1.0, INK, bold=True, keep=keep)


STYLES = {
    "Normal": Look(10, 0, 6, 1.12),
    "Title": head(30, 90, 4, keep=False),
    "Subtitle": Look(18, 0, 24, 1.0, INK),
    "Heading 1": head(16, 16, 6),
    "Heading 2": head(12, 10, 4),
    "Caption": Look(9, 8, 3, colour=GREY, bold=True, keep=True),
    "List Bullet": Look(10, 0, 3, 1.12),
    "Header": Look(8, colour=GREY),
    "Footer": Look(8, colour=GREY),
    "Secaudit Organisation": Look(13, 30, colour=GREY, bold=True),
    "Secaudit Title Line": Look(11, 0, 3),
    "Secaudit Classification": Look(11, 0, 3, colour=RED, bold=True),
    "Secaudit Contents Heading": Look(12.5, 50, 4, colour=INK, bold=True),
    "Secaudit Headline": Look(15, 4, 8, colour=INK, bold=True),
    "Secaudit Intro": Look(10, 0, 6, 1.12, keep=True),
    "Secaudit Point": Look(10, 0, 2, 1.08),
    "Secaudit Note": Look(9, 0, 4, 1.08, GREY),
    "Secaudit Cell": Look(9, 1.5, 1.5, 1.0),
    "Secaudit Cell Strong": Look(9, 1.5, 0, 1.0, bold=True),
    "Secaudit Cell Number": Look(9, 1.5, 1.5, 1.0),
    "Secaudit Cell Centre": Look(9, 1.5, 1.5, 1.0),
    "Secaudit Cell Head": head(8.5, 2, 2),
    "Secaudit Gap": Look(4, 0, 0, 1.0),
    "Secaudit Hash": Look(9, 4, 6, font=FIXED_FONT),
    "toc 1": Look(10, 0, 3),
    "toc 2": Look(9.5, 0, 2),
}
"""Every style of a paragraph that the templates use: there are no others."""
KEPT = (*STYLES, "Default Paragraph Font", "Normal Table", "No List")
SMALL = {
    "Normal": Look(9, 0, 3, 1.05),
    "Title": head(16, 2, 2),
    "Heading 1": head(11.5, 6, 2),
    "List Bullet": Look(9.5, 0, 2, 1.05),
    "Secaudit Note": Look(8, 0, 4, 1.08, GREY),
    "Secaudit Cell": Look(8, 0.2, 0.3, 1.0),
    "Secaudit Cell Strong": Look(8, 0.2, 0, 1.0, bold=True),
    "Secaudit Cell Number": Look(8, 0.2, 0.3, 1.0),
    "Secaudit Cell Centre": Look(8, 0.2, 0.3, 1.0),
    "Secaudit Cell Head": head(8, 2, 2),
    "Secaudit Hash": Look(7, 4, 6, font=FIXED_FONT),
}
"""Where the documents of a few pages differ from the report."""
BESIDE = {
    "Secaudit Headline": (
        f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="{INK}"/></w:pBdr>',
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>',
    ),
    "Header": (f"<w:pBdr><w:bottom {THIN}/></w:pBdr>",),
    "Footer": (f"<w:pBdr><w:top {THIN}/></w:pBdr>",),
    "Normal": ('<w:suppressAutoHyphens w:val="1"/>',),
    "Secaudit Cell": ('<w:suppressAutoHyphens w:val="0"/>',),
    "Secaudit Cell Strong": ('<w:suppressAutoHyphens w:val="0"/>',),
    "Secaudit Cell Head": ('<w:suppressAutoHyphens w:val="0"/>',),
}
"""Lines and shades; Word divides words only in cells, where long Danish ones need it."""
TABLE = f"""<w:style w:type="table" w:customStyle="1" w:styleId="SecauditTable">
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
</w:style>"""
"""Thin lines between rows, and a tinted first row."""
PAGE = {"side": 2.2, "top": 2.1, "bottom": 1.8, "edge": 1.1}
SMALL_PAGE = {"side": 1.4, "top": 1.6, "bottom": 1.3, "edge": 0.7}


def set_styles(document: Any, language: str) -> None:
    """Every style that the template uses, and no other."""
    styles = document.styles
    for style in list(styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    set_defaults(styles, language)
    for name in STYLES:
        if name not in styles:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.quick_style = styles["Normal"], True
    set_looks(styles, STYLES)
    styles["toc 2"].paragraph_format.left_indent = Cm(0.6)
    styles["Secaudit Headline"].paragraph_format.left_indent = Pt(12)
    styles["Secaudit Cell Number"].paragraph_format.alignment = ALIGN.RIGHT
    styles["Secaudit Cell Centre"].paragraph_format.alignment = ALIGN.CENTER
    for name, elements in BESIDE.items():
        spacing = styles[name].element.get_or_add_pPr().find(qn("w:spacing"))
        for xml in elements:
            spacing.addprevious(element(xml))
    styles.element.append(element(TABLE))


def set_defaults(styles: Any, language: str) -> None:
    """What a text is that no style says more of."""
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    properties = defaults.find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    spoken = f'w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"'
    properties.append(fonts(FONT))
    for xml in ('<w:sz w:val="20"/>', '<w:szCs w:val="20"/>', f"<w:lang {spoken}/>"):
        properties.append(element(xml))


def set_looks(styles: Any, looks: Mapping[str, Look]) -> None:
    """Let styles look so."""
    for name, look in looks.items():
        style = styles[name]
        properties = style.element.get_or_add_rPr()
        for old in properties.findall(qn("w:rFonts")):
            properties.remove(old)
        properties.insert(0, fonts(look.font))
        style.font.size, style.font.bold = Pt(look.size), look.bold
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(look.colour)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(look.before), Pt(look.after)
        form.line_spacing, form.keep_with_next = look.line, look.keep
        for old in style.element.get_or_add_pPr().findall(qn("w:tabs")):
            old.getparent().remove(old)
        for old in list(
            style.element.iter(qn("w:spacing"), qn("w:kern"), qn("w:pBdr"))
        ):
            if old.tag != qn("w:spacing") or old.getparent().tag == qn("w:rPr"):
                old.getparent().remove(old)


def element(xml: str) -> Any:
    """An element of Word."""
    return parse_xml(re.sub(r"^<w:\w+", rf"\g<0> {nsdecls('w')}", xml))


def fonts(name: str) -> Any:
    """The font for every script, whatever the theme says."""
    scripts = " ".join(f'w:{s}="{name}"' for s in ("ascii", "hAnsi", "eastAsia", "cs"))
    return element(f"<w:rFonts {scripts}/>")


def set_page(
    section: Any, *, side: float, top: float, bottom: float, edge: float
) -> None:
    """A4; the margins in centimetres, the `edge` outside the header and the footer."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(side)
    section.top_margin, section.bottom_margin = Cm(top), Cm(bottom)
    section.header_distance = section.footer_distance = Cm(edge)


def add_field(paragraph: Any, code: str, shown: str = "1") -> None:
    """A field, with what it shows until it is computed."""
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(element(f"<w:r>{xml}</w:r>"))


def write(paragraph: Any, text: str) -> Any:
    """The paragraph, with the text; what stands between ** is in bold."""
    for index, part in enumerate(text.split("**")):
        run = paragraph.add_run(part) if part or not text else None
        if run and index % 2:
            run.bold = True
    return paragraph
