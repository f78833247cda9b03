"""The styles, pages, headers and footers of the templates."""

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

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
    styled(styles, "Title", 30, bold=True, colour=INK, before=90, after=4, line=1.0)
    styled(styles, "Subtitle", 18, colour=INK, after=24, line=1.0)
    heads: dict[str, Any] = {"bold": True, "colour": INK, "keep": True, "line": 1.0}
    styled(styles, "Heading 1", 16, before=16, after=6, **heads)
    styled(styles, "Heading 2", 12, before=10, after=4, **heads)
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
        before=50,
        after=4,
    )
    own(styles, "Secaudit Headline", 15, bold=True, colour=INK, before=4, after=8)
    own(styles, "Secaudit Intro", 10, after=6, line=1.12, keep=True)
    own(styles, "Secaudit Point", 10, after=2, line=1.08)
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
    hyphenate(styles["Normal"], suppressed=True)
    for name in ("Secaudit Cell", "Secaudit Cell Strong", "Secaudit Cell Head"):
        hyphenate(styles[name], suppressed=False)


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


def hyphenate(style: Any, *, suppressed: bool) -> None:
    """Whether Word may divide words: in narrow columns long Danish ones need it."""
    value = "1" if suppressed else "0"
    tag = f'<w:suppressAutoHyphens {nsdecls("w")} w:val="{value}"/>'
    spacing = style.element.get_or_add_pPr().find(qn("w:spacing"))
    spacing.addprevious(parse_xml(tag))


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


def set_page(section: Any, *, landscape: bool) -> None:
    """A4."""
    short, long = Cm(21.0), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (long, short) if landscape else (short, long)
    )
    side = Cm(2.0 if landscape else 2.2)
    section.left_margin = section.right_margin = side
    section.top_margin = Cm(2.1)
    section.bottom_margin = Cm(1.8)
    section.header_distance = section.footer_distance = Cm(1.1)


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
