"""Writing a document through a Word template."""

import zipfile
from io import BytesIO
from pathlib import Path

from secaudit.language import _
from secaudit.report.word.checking.places import TAG_ERRORS, failure, lined, said
from secaudit.report.word.filling import contents, drawings, properties
from secaudit.report.word.jinja import environment
from secaudit.report.word.opening.faults import refusal
from secaudit.report.word.opening.order import order_cells, whole
from secaudit.report.word.opening.package import unfit_fields
from secaudit.report.word.opening.template import Word, opened, roots, source_of
from secaudit.report.word.shown import Shown, charts, context

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def render(shown: Shown, template: Path) -> bytes:
    """The Word document; the same content and template give the same parts, byte for byte.

    Raises Refused, with a sentence, if a tag of the template cannot be filled.
    """
    word = opened(template)
    properties.forget(word.docx)
    try:
        word.render(context(shown), environment(), autoescape=True)
    except TAG_ERRORS as error:
        raise refusal(template, [_unfilled(shown, template, error)]) from None
    _finished(word, shown)
    if fetched := [
        each for root in roots(word) for each in unfit_fields(root, _("the text"))
    ]:
        raise refusal(template, fetched)
    return _packed(word)


def _finished(word: Word, shown: Shown) -> None:
    """Do what Jinja cannot."""
    for root in roots(word):
        whole(root)
    order_cells(word.docx.element.body)
    drawings.fill(word.docx, charts(shown))
    contents.fill(word.docx)
    properties.state(word.docx, shown)


def _unfilled(shown: Shown, template: Path, error: Exception) -> str:
    """What is wrong with the first tag that cannot be filled; docxtpl does not tell which it is."""
    word, trying = opened(template), environment()
    for source in (lined(source_of(word, root)) for root in roots(word)):
        try:
            trying.from_string(source).render(context(shown))
        except TAG_ERRORS as found:
            return said(source, failure(found))
    return said("", failure(error))


def _packed(word: Word) -> bytes:
    """The package, without the time at which it was made."""
    written, fixed = BytesIO(), BytesIO()
    word.docx.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            new.writestr(info, old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
