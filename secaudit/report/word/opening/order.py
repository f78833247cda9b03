"""The order that the schema asks of a paragraph's and a cell's properties; Word insists on it."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_OF_A_CELL = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge"),
    *("vMerge", "tcBorders", "shd", "noWrap"),
)
_HOLDERS = tuple(map(qn, ("w:tc", "w:footnote", "w:endnote", "w:hdr", "w:ftr")))
_PLACES = {qn(f"w:{tag}"): place for place, tag in enumerate(_OF_A_CELL)}


def order_sections(body: Any) -> None:
    """Put the end of a section where it stays: last among its paragraph's properties, which
    LibreOffice has first, and in no paragraph that a tag such as `{%p endif %}` takes away."""
    for section in list(body.iter(qn("w:sectPr"))):
        properties = section.getparent()
        if properties.tag == qn("w:pPr"):
            paragraph = properties.getparent()
            said = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
            if "{%p" in said:
                properties = _low_paragraph(paragraph)
            properties.append(section)


def _low_paragraph(before: Any) -> Any:
    """The properties of a new paragraph that takes hardly any room."""
    paragraph = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" '
        'w:lineRule="exact"/></w:pPr></w:p>'
    )
    before.addnext(paragraph)
    return paragraph[0]


def order_cells(body: Any) -> None:
    """Put a cell's shade and span behind its width: docxtpl writes them before it."""
    last = len(_PLACES)
    for properties in body.xpath(".//w:tcPr[w:shd or w:gridSpan]"):
        ordered = sorted(properties, key=lambda child: _PLACES.get(child.tag, last))
        if ordered != list(properties):
            properties[:] = ordered


def whole(root: Any) -> Any:
    """The root of a part, with a paragraph in every cell, note and part that tags left empty:
    Word opens no document with one that has none."""
    for holder in root.iter(*_HOLDERS):
        if holder.find(qn("w:p")) is None:
            holder.append(parse_xml(f"<w:p {nsdecls('w')}/>"))
    return root
