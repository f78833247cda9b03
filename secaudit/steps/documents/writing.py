"""A Word document, written whole or not at all, with the workbook that belongs beside it."""

from collections.abc import Callable
from pathlib import Path

from secaudit.language import _, using
from secaudit.problems import WrongUsage
from secaudit.report.word import Shown, render
from secaudit.steps.documents.order import Order, WrittenDocument
from secaudit.steps.documents.template import chosen
from secaudit.steps.files import DOCUMENT, WORKBOOK, Output, write_all


def write_document(
    order: Order,
    kind: str,
    usual: Path,
    compose: Callable[[], Shown],
    listed: Callable[[], bytes] | None = None,
) -> WrittenDocument:
    """Write what `compose` gives through a template of that kind, and the list beside it.

    `usual` is where it goes unless the order says so. Raises WrongUsage for a name that is
    none for a document, Refused where the template cannot be used or nothing can be written.
    """
    path = _path(order, usual)
    template, notes = chosen(order.template, kind, order.language)
    with using(order.language):
        files = [Output(path, render(compose(), template), DOCUMENT)]
        if listed:
            files.append(Output(path.with_suffix(".xlsx"), listed(), WORKBOOK))
    aside = write_all(*files)
    return WrittenDocument(path, files[1].path if listed else None, aside, notes)


def _path(order: Order, usual: Path) -> Path:
    path = order.output or usual
    if path.suffix.lower() != DOCUMENT.suffix:
        sentence = _("'{path}': the name of the file must end in {suffix}")
        raise WrongUsage(sentence.format(path=path, suffix=DOCUMENT.suffix))
    if order.template and path.resolve() == order.template.resolve():
        sentence = _("{path} is the template: write the document to another file")
        raise WrongUsage(sentence.format(path=path))
    return path
