"""The pages: A4, their margins, and what stands above and below the text."""

import re
from dataclasses import dataclass
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from tools.templates.looks import add_field, element
from tools.templates.words import SHARED, Language, said


@dataclass(frozen=True)
class Page:
    """The margins in centimetres, the `edge` outside the header and the footer."""

    side: float
    top: float
    bottom: float
    edge: float


LARGE, SMALL = Page(2.2, 2.1, 1.8, 1.1), Page(1.4, 1.6, 1.3, 0.7)


def set_page(section: Any, page: Page, language: Language) -> None:
    """Title and classification above, organisation and page number below."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(page.side)
    section.top_margin, section.bottom_margin = Cm(page.top), Cm(page.bottom)
    section.header_distance = section.footer_distance = Cm(page.edge)
    tab = f'<w:tab w:val="right" w:pos="{int((21 - 2 * page.side) * 567)}"/>'
    for name in ("header", "footer"):
        part = getattr(section, name)
        part.is_linked_to_previous = False
        paragraph = part.paragraphs[0]
        paragraph._p.get_or_add_pPr().append(element(f"<w:tabs>{tab}</w:tabs>"))
        line = said(SHARED[name], language).replace(" / ", "\t")
        for piece in re.split(r"\b(PAGE|NUMPAGES)\b", line):
            if piece.isupper():
                add_field(paragraph, piece)
            elif piece:
                paragraph.add_run(piece)
