"""Tags that do not fit together, each looked at by itself, so that all slips are told at once."""

import re
from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError, nodes

from secaudit.report.word.checking.allowed import refused
from secaudit.report.word.checking.marks import Mark
from secaudit.report.word.checking.pairs import ENDS, word_of
from secaudit.report.word.checking.places import TAG_ERRORS, Fault, failure
from secaudit.report.word.checking.tags import Walk
from secaudit.report.word.jinja import environment

_PREFIX = re.compile(r"\{%([-+]?)(?:tr|tc|p) ")
_SHOWN = ("", "set")
"""What needs no other tag: `{{ x }}`, and `{% set x = 1 %}`."""


def alone(found: Iterable[Mark], walk: Walk) -> Iterator[str]:
    """What is wrong with the tags, whatever stands between them."""
    trees: list[tuple[Mark, nodes.Template]] = []
    read = environment().parse
    for mark in found:
        try:
            trees.append((mark, read(_whole(mark.tag))))
        except TAG_ERRORS as error:
            if isinstance(error, TemplateSyntaxError):
                yield _said(mark, failure(error))
    named = {
        name.name
        for _mark, tree in trees
        for name in tree.find_all(nodes.Name)
        if name.ctx == "store"
    }
    for mark, tree in trees:
        for fault in (*refused(tree), *walk.over(tree, named | {"loop"})):
            yield _said(mark, fault)


def _whole(tag: str) -> str:
    """The tag with what ends it; nothing for one that only ends another."""
    plain, word = _PREFIX.sub(r"{%\1 ", tag), word_of(tag)
    if word == "elif":
        plain, word = plain.replace("elif", "if", 1), "if"
    if word in ENDS:
        return f"{plain}{{% {ENDS[word]} %}}"
    return plain if word in _SHOWN else ""


def _said(mark: Mark, fault: Fault) -> str:
    return fault.sentence.format(tag=mark.place, name=fault.name, other=fault.other)
