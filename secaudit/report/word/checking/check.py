"""Whether a document can be written through a Word template, and how it will turn out."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, get_type_hints

from jinja2 import Template
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from secaudit.language import _
from secaudit.problems import Refused
from secaudit.report.word.checking.allowed import refused
from secaudit.report.word.checking.alone import alone
from secaudit.report.word.checking.marks import Mark, marks, meant, misplaced
from secaudit.report.word.checking.pairs import unpaired
from secaudit.report.word.checking.placeholders import placeholders
from secaudit.report.word.checking.places import (
    TAG_ERRORS,
    Fault,
    failure,
    lined,
    said,
)
from secaudit.report.word.checking.remarks import annotations, remarks
from secaudit.report.word.checking.signs import odd, plain
from secaudit.report.word.checking.tags import Walk
from secaudit.report.word.jinja import environment
from secaudit.report.word.kinds import KINDS
from secaudit.report.word.opening.faults import MOST, refusal
from secaudit.report.word.opening.joining import TAG
from secaudit.report.word.opening.package import unfit_fields
from secaudit.report.word.opening.template import looked_at, roots, source_of
from secaudit.report.word.shown import Shown, context, sample
from secaudit.report.yearly.report import Report

Samples = Iterable[dict[str, Any]]
"""What a template is tried with."""


def check_template(path: Path, model: type[Shown] = Report) -> tuple[str, ...]:
    """What the template lacks and a `model` can do without, a sentence each.

    Raises Refused, with all that is wrong, unless every tag is known, and it comes out whole
    with empty lists and with full ones.
    """
    template = looked_at(path)
    parts = list(roots(template.word))
    sources = [lined(source_of(template.word, root)) for root in parts]
    walk = Walk(model)
    every = chain(template.faults, _tags(parts, sources, model, walk))
    faults = list(islice(every, MOST))
    if other := _other_kind(walk.unknown):
        raise Refused(f"{path}: {other}")
    words = list(placeholders(parts, model))
    if not faults and not any(map(_has_tag, sources)):
        if not words:
            sentence = _("{path} holds no tag; is it a finished document?")
            raise Refused(sentence.format(path=path))
        faults, words = words, []
    if faults:
        raise refusal(path, faults, (*annotations(template.package), *words))
    return tuple(f"{path}: {each}" for each in (*remarks(template, model), *words))


def _has_tag(source: str) -> bool:
    return TAG.search(source) is not None


def _tags(
    parts: Iterable[Any], sources: Iterable[str], model: type[Shown], walk: Walk
) -> Iterator[str]:
    """What is wrong with the tags of each part, or with what comes of them."""
    trying = environment()
    samples = [context(sample(rows, model)) for rows in (0, 2)]
    for root, source in zip(parts, sources, strict=True):
        found = tuple(marks(root))
        wrong = tuple(islice(_standing(found), MOST))
        yield from wrong
        if wrong:
            yield from alone((meant(plain(mark)) for mark in found), walk)
        elif _has_tag(source):
            yield from _filled(source, walk, trying, samples)


def _other_kind(unknown: Iterable[str]) -> str:
    """What is said of a template whose unknown tags are all those of another document."""
    names = {name for name in unknown if "." not in name}
    for kind, model in KINDS.items():
        if len(names) > 2 and names <= set(get_type_hints(model)):
            sentence = _("it is a template of another kind: '--for {kind}'")
            return sentence.format(kind=kind)
    return ""


def _standing(found: tuple[Mark, ...]) -> Iterator[str]:
    """What is wrong with how tags stand in Word, and how they belong together."""
    yield from filter(None, (odd(mark) or misplaced(mark) for mark in found))
    yield from unpaired(meant(plain(mark)) for mark in found)


def _filled(
    source: str, walk: Walk, trying: SandboxedEnvironment, samples: Samples
) -> Iterator[str]:
    """What is wrong with the tags of a part; where nothing is, with what comes of it."""
    faults: tuple[Fault, ...]
    try:
        tree = trying.parse(source)
        faults = (*refused(tree), *walk.over(tree))
        if not faults:
            yield from _tried(trying.from_string(source), samples)
    except TAG_ERRORS as error:
        faults = (failure(error),)
    yield from (said(source, fault) for fault in faults)


def _tried(template: Template, samples: Samples) -> Iterator[str]:
    """What is wrong with what comes of a part."""
    for tried in samples:
        try:
            # docxtpl itself mends what is not well-formed, and may lose rows doing so
            root = etree.fromstring(template.render(tried))
        except etree.XMLSyntaxError:
            yield _(
                "its tags do not fit together: a loop begins around one thing (a row, a "
                "paragraph) and ends around another"
            )
            return
        yield from unfit_fields(root, _("the text"))
