"""Writing a document through a Word template."""

import zipfile
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from secaudit.problems import Refused
from secaudit.report.word.checking.places import TAG_ERRORS, failure, lined, refusal
from secaudit.report.word.filling import contents, drawings, properties
from secaudit.report.word.jinja import environment
from secaudit.report.word.opening.order import order_cells
from secaudit.report.word.opening.template import opened, sources
from secaudit.report.word.shown import Shown, charts, context

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def render(shown: Shown, template: Path) -> bytes:
    """The Word document; the same content and template give the same parts, byte for byte.

    Raises Refused, with a sentence, if a tag of the template cannot be filled.
    """
    document = opened(template)
    properties.forget(document.docx)
    try:
        document.render(context(shown), environment(), autoescape=True)
    except TAG_ERRORS as error:
        raise _unfilled(shown, template, error) from None
    order_cells(document.docx.element.body)
    drawings.fill(document.docx, charts(shown))
    contents.fill(document.docx)
    properties.state(document.docx, shown)
    return _packed(document)


def _unfilled(shown: Shown, template: Path, error: Exception) -> Refused:
    """The refusal for the first tag that cannot be filled; docxtpl does not tell which it is."""
    for source in map(lined, sources(opened(template))):
        try:
            environment().from_string(source).render(context(shown))
        except TAG_ERRORS as found:
            return refusal(template, source, failure(found))
    return refusal(template, "", failure(error))


def _packed(document: DocxTemplate) -> bytes:
    """The package, without the time at which it was made."""
    written, fixed = BytesIO(), BytesIO()
    document.docx.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            new.writestr(info, old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
