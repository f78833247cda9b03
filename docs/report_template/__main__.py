"""Make the Word templates in templates/ anew.

The templates are ordinary Word files: restyle and reword them in Word. This made the first
ones, and shows what a template must hold: `python -m docs.report_template`.
"""

from pathlib import Path
from typing import Literal

from docx.enum.section import WD_SECTION

from docs.report_template.appendices import (
    answers,
    applicability,
    inputs,
    method,
    register,
    system_gaps,
)
from docs.report_template.compare import make_compare
from docs.report_template.finishing import finish
from docs.report_template.front import basis, changes, followup, summary, title_page
from docs.report_template.gaps import accepted, plan, ranked
from docs.report_template.looks import PORTRAIT, set_page
from docs.report_template.maker import Maker, set_header_footer
from docs.report_template.parts import make_parts
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
    for margin in (first.first_page_header, first.first_page_footer):
        margin.paragraphs[0].style = "Normal"
    set_header_footer(m, first, PORTRAIT)
    for part in (title_page, *BODY):
        part(m)
    second = m.document.add_section(WD_SECTION.NEW_PAGE)
    second.different_first_page_header_footer = False
    set_page(second, landscape=False)
    set_header_footer(m, second, PORTRAIT)
    for part in APPENDICES:
        part(m)
    title = m.say(
        "Informationssikkerhed: egenvurdering og gab",
        "Information security: self-assessment and gaps",
    )
    finish(m, path, title)


if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[2] / "templates"
    names: tuple[tuple[Literal["da", "en"], str], ...] = (
        ("da", "report.docx"),
        ("en", "report.en.docx"),
    )
    for language, name in names:
        make(language, folder / name)
        make_parts(language, folder)
        make_compare(language, folder)
