"""Make templates/report.docx and templates/report.en.docx anew.

The templates are ordinary Word files: restyle and reword them in Word. This made the first
ones, and shows what a template must hold: `python -m docs.report_template`.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from docs.report_template.appendices import (
    answers,
    applicability,
    inputs,
    method,
    register,
    system_gaps,
)
from docs.report_template.front import basis, changes, followup, summary, title_page
from docs.report_template.gaps import accepted, plan, ranked
from docs.report_template.looks import PORTRAIT, set_page
from docs.report_template.maker import Maker, set_header_footer
from docs.report_template.status import status
from docs.report_template.subjects import employees, owners, systems
from docs.report_template.topics import happened, measures, protection, suppliers

BODY = (
    *(summary, followup, changes, basis, status, systems, owners, employees),
    *(suppliers, protection, happened, measures, ranked, plan, accepted),
)
APPENDICES = (applicability, system_gaps, answers, method, inputs, register)


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
    for part in (title_page, *BODY):
        part(m)
    second = m.document.add_section(WD_SECTION.NEW_PAGE)
    second.different_first_page_header_footer = False
    set_page(second, landscape=False)
    set_header_footer(m, second, PORTRAIT)
    for part in APPENDICES:
        part(m)
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
    hyphens = parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>")  # long Danish words
    settings.find(qn("w:defaultTabStop")).addnext(hyphens)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # tables begin at the margin
    relations = document.part.package.rels
    for id in [id for id, r in relations.items() if r.reltype == RELATION.THUMBNAIL]:
        del relations[id]


if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[2] / "templates"
    make("da", folder / "report.docx")
    make("en", folder / "report.en.docx")
