"""Whether a document can be written through a Word template, and how it will turn out."""

from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import nodes
from lxml import etree

from secaudit.language import _
from secaudit.problems import Refused
from secaudit.report.word.checking.allowed import refused
from secaudit.report.word.checking.marks import marks, misplaced
from secaudit.report.word.checking.pairs import unpaired
from secaudit.report.word.checking.places import TAG_ERRORS, failure, lined, refusal
from secaudit.report.word.checking.remarks import remarks
from secaudit.report.word.checking.tags import Unknown, Walk
from secaudit.report.word.jinja import environment
from secaudit.report.word.opening.joining import TAG
from secaudit.report.word.opening.template import all_roots, opened, sources
from secaudit.report.word.shown import Shown, context, sample
from secaudit.report.yearly.report import Report
from secaudit.validation import did_you_mean


def check_template(path: Path, model: type[Shown] = Report) -> tuple[str, ...]:
    """What the template lacks and a `model` can do without, a sentence each.

    Raises Refused, with a sentence, unless every tag is known, and it comes out whole with
    empty lists and with full ones.
    """
    template = opened(path)
    _stand(template, path)
    lines = [lined(source) for source in sources(template) if TAG.search(source)]
    if not lines:
        sentence = _("{path} holds no tag; is it a finished document?")
        raise Refused(sentence.format(path=path))
    trees = [_parsed(source, path) for source in lines]
    _know_all(trees, lines, model, path)
    samples = [context(sample(rows, model)) for rows in (0, 2)]
    for source in lines:
        _try(source, samples, path)
    return tuple(f"{path}: {remark}" for remark in remarks(template, model))


def _stand(template: DocxTemplate, path: Path) -> None:
    """Refuse tags that do not stand as docxtpl wants them, or do not belong together."""
    for root in all_roots(template):
        found = tuple(marks(root))
        for wrong in (*filter(None, map(misplaced, found)), *unpaired(found)):
            raise Refused(f"{path}: {wrong}")


def _parsed(source: str, path: Path) -> nodes.Template:
    try:
        return environment().parse(source)
    except TAG_ERRORS as error:
        raise refusal(path, source, failure(error)) from None


def _know_all(
    trees: list[nodes.Template], lines: list[str], model: type[Shown], path: Path
) -> None:
    """Refuse what a template must not use, and what `model` does not have."""
    unknown: list[Unknown] = []
    for tree, source in zip(trees, lines, strict=True):
        walk = Walk(model)
        walk.over(tree)
        unknown += walk.unknown
        for fault in (*refused(tree), *walk.faults):
            raise refusal(path, source, fault)
    if unknown:
        raise _unknown(unknown, path)


def _unknown(unknown: list[Unknown], path: Path) -> Refused:
    names, first = dict.fromkeys(each.name for each in unknown), unknown[0]
    tags = ", ".join(f"'{name}'" for name in names)
    hint = did_you_mean(first.name, first.near) if len(names) == 1 else ""
    sentence = _("{path}: the report does not know {tags}")
    return Refused(sentence.format(path=path, tags=tags) + hint)


def _try(source: str, samples: list[dict[str, Any]], path: Path) -> None:
    try:
        template = environment().from_string(source)
        for tried in samples:
            # docxtpl itself mends what is not well-formed, and may lose rows doing so
            etree.fromstring(template.render(tried))
    except etree.XMLSyntaxError:
        sentence = _(
            "{path}: its tags do not fit together: a loop begins around one thing (a row, a "
            "paragraph) and ends around another"
        )
        raise Refused(sentence.format(path=path)) from None
    except TAG_ERRORS as error:
        raise refusal(path, source, failure(error)) from None
