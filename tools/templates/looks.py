"""The styles of the templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

WIDTH = 16.6
"""Of the text of the report, in centimetres."""
FONT, FIXED_FONT = "Arial", "Courier New"
INK, GREY, RULE, TINT, RED = "1F3864", "595959", "BFC7D5", "E9EDF4", "9C1C1C"
THICK = f'w:val="single" w:sz="8" w:space="0" w:color="{INK}"'
THIN = f'w:val="single" w:sz="4" w:space="4" w:color="{RULE}"'
WHOLE, DIVIDED = ((f'<w:suppressAutoHyphens w:val="{on}"/>',) for on in (1, 0))
"""Word divides words only in cells, where long Danish ones need it."""
BEAM = f'w:val="single" w:sz="36" w:space="8" w:color="{INK}"'
SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
BESIDE = (f"<w:pBdr><w:left {BEAM}/></w:pBdr>", SHADE)
UNDER, OVER = ((f"<w:pBdr><w:{s} {THIN}/></w:pBdr>",) for s in ("bottom", "top"))


@dataclass(frozen=True)
class Look:
    """How a style looks; sizes, spaces and the indent in points."""

    size: float
    before: float = 0
    after: float = 0
    line: float = 1.1
    colour: str = "000000"
    bold: bool = False
    keep: bool = False
    font: str = FONT
    left: float | None = None
    side: Any = None
    more: tuple[str, ...] = ()
    """Lines, shades and hyphens, in XML."""


LOOKS = {
    "Normal": Look(10, 0, 6, 1.12, more=WHOLE),
    "Title": Look(30, 90, 4, 1.0, INK, bold=True),
    "Subtitle": Look(18, 0, 24, 1.0, INK),
    "Heading 1": Look(16, 16, 6, 1.0, INK, bold=True, keep=True),
    "Heading 2": Look(12, 10, 4, 1.0, INK, bold=True, keep=True),
    "Caption": Look(9, 8, 3, colour=GREY, bold=True, keep=True),
    "List Bullet": Look(10, 0, 3, 1.12),
    "Header": Look(8, colour=GREY, more=UNDER),
    "Footer": Look(8, colour=GREY, more=OVER),
    "Secaudit Organisation": Look(13, 30, colour=GREY, bold=True),
    "Secaudit Title Line": Look(11, 0, 3),
    "Secaudit Classification": Look(11, 0, 3, colour=RED, bold=True),
    "Secaudit Contents Heading": Look(12.5, 50, 4, colour=INK, bold=True),
    "Secaudit Headline": Look(15, 4, 8, colour=INK, bold=True, left=12, more=BESIDE),
    "Secaudit Intro": Look(10, 0, 6, 1.12, keep=True),
    "Secaudit Point": Look(10, 0, 2, 1.08),
    "Secaudit Note": Look(9, 0, 4, 1.08, GREY),
    "Secaudit Cell": Look(9, 1.5, 1.5, 1.0, more=DIVIDED),
    "Secaudit Cell Strong": Look(9, 1.5, 0, 1.0, bold=True, more=DIVIDED),
    "Secaudit Cell Number": Look(9, 1.5, 1.5, 1.0, side=ALIGN.RIGHT),
    "Secaudit Cell Centre": Look(9, 1.5, 1.5, 1.0, side=ALIGN.CENTER),
    "Secaudit Cell Head": Look(8.5, 2, 2, 1.0, INK, bold=True, keep=True, more=DIVIDED),
    "Secaudit Gap": Look(4, 0, 0, 1.0),
    "Secaudit Hash": Look(9, 4, 6, font=FIXED_FONT),
    "toc 1": Look(10, 0, 3),
    "toc 2": Look(9.5, 0, 2, left=17),
}
"""Every style of a paragraph that the templates use: there are no others."""
SMALLER: dict[str, tuple[Any, ...]] = {  # size, before, after, line, keep
    "Normal": (9, 0, 3, 1.05),
    "Title": (16, 2, 2, 1.0, True),
    "Heading 1": (11.5, 6, 2),
    "List Bullet": (9.5, 0, 2, 1.05),
    "Secaudit Note": (8,),
    "Secaudit Cell": (8, 0.2, 0.3),
    "Secaudit Cell Strong": (8, 0.2, 0),
    "Secaudit Cell Number": (8, 0.2, 0.3),
    "Secaudit Cell Centre": (8, 0.2, 0.3),
    "Secaudit Cell Head": (8,),
    "Secaudit Hash": (7,),
}
FORM = ("size", "before", "after", "line", "keep")
SMALL = LOOKS | {
    name: replace(LOOKS[name], **dict(zip(FORM, values, strict=False)))
    for name, values in SMALLER.items()
}
"""Of the documents of a few pages."""
FONTS = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}" w:cs="{0}"/>'
"""For every script, whatever the theme says."""
DEFAULTS = f"""<w:rPr>{FONTS.format(FONT)}<w:sz w:val="20"/><w:szCs w:val="20"/>\
<w:lang w:val="{{0}}" w:eastAsia="{{0}}" w:bidi="ar-SA"/></w:rPr>"""
"""What a text is that no style says more of."""
KEPT = (*LOOKS, "Default Paragraph Font", "Normal Table", "No List")
TABLE = f"""<w:style w:type="table" w:customStyle="1" w:styleId="SecauditTable">
<w:name w:val="Secaudit Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
<w:tblPr><w:tblBorders><w:top {THICK}/><w:bottom {THICK}/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>
<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>
</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{INK}"/></w:rPr>
<w:tcPr><w:tcBorders><w:bottom {THICK}/></w:tcBorders>{SHADE}<w:vAlign w:val="bottom"/></w:tcPr>
</w:tblStylePr></w:style>"""
"""Thin lines between rows, and a tinted first row."""


def set_styles(document: Any, language: str, looks: Mapping[str, Look]) -> None:
    """Every style that the template uses, and no other."""
    styles = document.styles
    for style in list(styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    defaults.replace(defaults[0], element(DEFAULTS.format(language)))
    for name, look in looks.items():
        if name not in styles:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.quick_style = styles["Normal"], True
        set_look(styles[name], look)
    styles.element.append(element(TABLE))


def set_look(style: Any, look: Look) -> None:
    """Let a style look so."""
    properties = style.element.get_or_add_rPr()
    undone = map(qn, ("w:rFonts", "w:kern", "w:tabs", "w:pBdr"))
    for old in (*style.element.iter(*undone), *properties.findall(qn("w:spacing"))):
        old.getparent().remove(old)
    properties.insert(0, element(FONTS.format(look.font)))
    font, form = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.size), look.bold, False
    font.color.rgb = RGBColor.from_string(look.colour)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing, form.keep_with_next = look.line, look.keep
    form.left_indent = None if look.left is None else Pt(look.left)
    form.alignment = look.side
    spacing = style.element.pPr.find(qn("w:spacing"))
    for xml in look.more:
        spacing.addprevious(element(xml))


def element(xml: str) -> Any:
    """An element of Word."""
    return parse_xml(re.sub(r"^<w:\w+", rf"\g<0> {nsdecls('w')}", xml))


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
