"""What a Word template lacks that a document can be written without."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from secaudit.language import _, counted
from secaudit.report.word.filling.contents import depth, outline_levels, style_called
from secaudit.report.word.filling.drawings import is_chart, named
from secaudit.report.word.opening.annotations import Annotations
from secaudit.report.word.opening.package import Package
from secaudit.report.word.opening.template import Template, Word, roots
from secaudit.report.word.shown import Shown, chart_names

_USED = ("w:pStyle", "w:rStyle", "w:tblStyle")
_SHOWN = 40
"""Characters of a table's first row that name it."""


def remarks(template: Template, model: type[Shown]) -> Iterator[str]:
    """What a user would want to know, a sentence each."""
    word = template.word
    body, styles = word.docx.element.body, word.docx.styles.element
    yield from annotations(template.package)
    yield from _charts(word.docx, model)
    yield from _styles(word, styles)
    if not any(mark.get(qn("w:val")) for mark in styles.iter(qn("w:lang"))):
        yield _("it does not say which language it is in; set the language in Word")
    levels = outline_levels(styles)
    if not any(mark.get(qn("w:val")) in levels for mark in body.iter(qn("w:pStyle"))):
        yield _(
            "no paragraph has a heading style, so a table of contents would be empty"
        )
    yield from _tables(body)


def annotations(package: Package) -> Iterator[str]:
    """Comments and tracked changes, which are left out of what is written."""
    comments, changes = package.comments, package.changes
    if comments.number:
        said = counted("{n} comment", "{n} comments", comments.number)
        left = _("{said} in it{where}: left out of the document")
        yield left.format(said=said, where=_where(comments))
    if changes.number:
        said = counted("{n} tracked change", "{n} tracked changes", changes.number)
        left = _(
            "{said} in it{where}: what was inserted stays, what was deleted is left out"
        )
        yield left.format(said=said, where=_where(changes))


def _where(found: Annotations) -> str:
    """By whom, and where the first stands; empty if neither is known."""
    by = (
        _(" by {names}").format(names=", ".join(found.authors)) if found.authors else ""
    )
    at = _(", the first at '{text}'").format(text=found.after) if found.after else ""
    return by + at


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


def _styles(word: Word, styles: Any) -> Iterator[str]:
    """The styles that are used or needed, and not defined."""
    defined = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    used = {
        element.get(qn("w:val"))
        for root in roots(word)
        for element in root.iter(*map(qn, _USED))
    }
    deepest = depth(word.docx.element.body)
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
