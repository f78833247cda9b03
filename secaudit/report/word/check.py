"""Whether a document can be written through a Word template, and how it will turn out."""

from pathlib import Path
from typing import Any, get_type_hints

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from secaudit.language import _
from secaudit.problems import Refused
from secaudit.report.model import Report
from secaudit.report.word.jinja import environment
from secaudit.report.word.remarks import remarks
from secaudit.report.word.shown import Shown, context, sample
from secaudit.report.word.tags import unknown
from secaudit.report.word.template import TAG_ERRORS, broken, opened, sources
from secaudit.validation import did_you_mean


def check_template(path: Path, model: type[Shown] = Report) -> tuple[str, ...]:
    """What the template lacks and a `model` can do without, a sentence each.

    Raises Refused, with a sentence, unless every tag is known, and it comes out whole with
    empty lists and with full ones.
    """
    template = opened(path)
    trees = [_parsed(s, path) for s in sources(template) if "{" in s]
    _know_all(trees, model, path)
    samples = [context(sample(rows, model)) for rows in (0, 2)]
    for tree in trees:
        _try(tree, samples, path)
    return tuple(f"{path}: {remark}" for remark in remarks(template, model))


def _parsed(source: str, path: Path) -> nodes.Template:
    try:
        return environment().parse(source)
    except TemplateSyntaxError as error:
        raise broken(path, error.message or "") from None


def _know_all(trees: list[nodes.Template], model: type[Shown], path: Path) -> None:
    missing = [tag for tree in trees for tag in unknown(tree, model)]
    if missing:
        tags = ", ".join(f"'{tag}'" for tag in dict.fromkeys(missing))
        names = get_type_hints(model)
        hint = did_you_mean(missing[0], names) if len(set(missing)) == 1 else ""
        sentence = _("{path}: the report does not know {tags}")
        raise Refused(sentence.format(path=path, tags=tags) + hint)


def _try(tree: nodes.Template, samples: list[dict[str, Any]], path: Path) -> None:
    try:
        template = environment().from_string(tree)
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
        raise broken(path, str(error)) from None
