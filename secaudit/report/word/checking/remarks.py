"""What a Word template lacks that a document can be written without."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from secaudit.language import _
from secaudit.report.word.filling.contents import depth, outline_levels, style_called
from secaudit.report.word.filling.drawings import is_chart, named
from secaudit.report.word.opening.template import roots
from secaudit.report.word.shown import Shown, chart_names

_USED = ("w:pStyle", "w:rStyle", "w:tblStyle")
_SHOWN = 40
"""Characters of a table's first row that name it."""


def remarks(template: DocxTemplate, model: type[Shown]) -> Iterator[str]:
    """What a user would want to know, a sentence each."""
    body, styles = template.docx.element.body, template.docx.styles.element
    yield from _charts(template.docx, model)
    yield from _styles(template, styles)
    if not any(mark.get(qn("w:val")) for mark in styles.iter(qn("w:lang"))):
        yield _("it does not say which language it is in; set the language in Word")
    levels = outline_levels(styles)
    if not any(mark.get(qn("w:val")) in levels for mark in body.iter(qn("w:pStyle"))):
        yield _(
            "no paragraph has a heading style, so a table of contents would be empty"
        )
    yield from _tables(body)


def _charts(document: Any, model: type[Shown]) -> Iterator[str]:
    names = chart_names(model)
    frames = dict(named(document, names))
    for name in names:
        if name not in frames:
            missing = _(
                "it has no chart that is called '{name}', and none will be shown"
            )
            yield missing.format(name=name)
        elif not is_chart(frames[name]):
            other = _("the drawing '{name}' is not a chart, and will stay as it is")
            yield other.format(name=name)


def _styles(template: DocxTemplate, styles: Any) -> Iterator[str]:
    """The styles that are used or needed, and not defined."""
    defined = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    used = {
        element.get(qn("w:val"))
        for root in roots(template)
        for element in root.iter(*map(qn, _USED))
    }
    deepest = depth(template.docx.element.body)
    entries = (f"toc {level}" for level in range(1, deepest + 1))
    wanted = [name for name in entries if style_called(name, styles) is None]
    for name in (*sorted(used - defined), *wanted):
        missing = _(
            "the style '{name}' is used and not defined; Word shows it as Normal"
        )
        yield missing.format(name=name)


def _tables(body: Any) -> Iterator[str]:
    for table in body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        if len(rows) > 1 and not rows[0].xpath("w:trPr/w:tblHeader"):
            texts = (cell.text or "" for cell in rows[0].iter(qn("w:t")))
            said = " ".join(" ".join(texts).split())[:_SHOWN]
            missing = _(
                "the table '{said}' does not repeat its first row on the next page"
            )
            yield missing.format(said=said)
