"""Which templates there are, and their files."""

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.shared import Cm

from tools.templates.looks import LOOKS, SMALL, add_field, element
from tools.templates.maker import Maker
from tools.templates.words import LOCALES, SHARED, Language, read, said

REPORT = ("front", "status", "subjects", "topics", "gaps")
TITLES = {
    "report": "Informationssikkerhed: egenvurdering og gab"
    " || Information security: self-assessment and gaps",
    "system": "Systemark || System sheet",
    "extract": "Udtræk || Extract",
    "compare": "Sammenligning af to årsrunder || Comparison of two campaigns",
}
"""Of the files, by the name of the document."""
LENGTHS = (
    *("page_width", "page_height", "left_margin", "right_margin"),
    *("top_margin", "bottom_margin", "header_distance", "footer_distance"),
)
PAGE = (21.0, 29.7, 2.2, 2.2, 2.1, 1.8, 1.1, 1.1)
SMALL_PAGE = (21.0, 29.7, 1.4, 1.4, 1.6, 1.3, 0.7, 0.7)
"""Of the report, and of the documents of a few pages, in centimetres."""


def file_name(document: str, language: Language) -> str:
    """What the template is called."""
    return f"{document}.docx" if language == "da" else f"{document}.{language}.docx"


def made(document: str, language: Language) -> bytes:
    """The template: the same bytes each time."""
    file = report(language) if document == "report" else small(document, language)
    properties = file.core_properties
    properties.title = said(TITLES[document], language)
    properties.language = LOCALES[language]
    properties.author = properties.last_modified_by = "secaudit"
    properties.comments = ""
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    _tidy(file)
    return _packed(file)


def report(language: Language) -> Any:
    """The report, whose first page has no header, and its appendices."""
    m = Maker(language, LOOKS)
    front = m.document.sections[0]
    front.different_first_page_header_footer = True
    for margin in (front.first_page_header, front.first_page_footer):
        margin.is_linked_to_previous = False
        margin.paragraphs[0].style = "Normal"
    _set_page(front, PAGE, language)
    m.write("\n".join(read(f"report/{part}") for part in REPORT))
    back = m.document.add_section(WD_SECTION.NEW_PAGE)
    back.different_first_page_header_footer = False
    _set_page(back, PAGE, language)
    m.write(read("report/appendices"))
    return m.document


def small(document: str, language: Language) -> Any:
    """A document of a few pages, with narrow margins and small type."""
    m = Maker(language, SMALL)
    _set_page(m.document.sections[0], SMALL_PAGE, language)
    m.write(read(document))
    return m.document


def _set_page(section: Any, page: Sequence[float], language: Language) -> None:
    """Title and classification above, organisation and page number below."""
    for name, length in zip(LENGTHS, page, strict=True):
        setattr(section, name, Cm(length))
    tab = f'<w:tab w:val="right" w:pos="{int((21 - page[2] - page[3]) * 567)}"/>'
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


def _tidy(document: Any) -> None:
    """Mend what python-docx starts from: an old Word's layout, its own thumbnail."""
    settings = document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    hyphens = element("<w:autoHyphenation/>")  # long Danish words
    settings.find(qn("w:defaultTabStop")).addnext(hyphens)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # tables begin at the margin
    relations = document.part.package.rels
    for id in [id for id, r in relations.items() if r.reltype == RELATION.THUMBNAIL]:
        del relations[id]


def _packed(document: Any) -> bytes:
    """The file, in which nothing tells when it was made."""
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w") as file:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            file.writestr(info, parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
