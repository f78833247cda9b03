"""Which tag of a part it is that cannot be read or filled, and what stands before it."""

import re
import traceback
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

from secaudit.language import _
from secaudit.report.word.budget import TooMuch
from secaudit.report.word.checking.marks import placed
from secaudit.report.word.opening.joining import TAG

TAG_ERRORS = (
    *(TemplateError, TypeError, ValueError, AttributeError, ArithmeticError),
    *(LookupError, RecursionError, SyntaxError),
)
"""What a tag may raise that cannot be read, or can be read and not filled."""
_BEGIN = re.compile(r"\{[{%][-+]?")
_XML = re.compile(r"<[^>]*>")
_NEAR = 20_000
"""Characters of XML among which the text before a tag is looked for."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a tag."""

    line: int
    """In a source with a line for every tag."""
    sentence: str
    """About {tag}; it may speak of {name} and {other}."""
    name: str
    other: str = ""


def lined(source: str) -> str:
    """The source of a part with a line begun in every tag: so a line tells which tag it is."""
    return _BEGIN.sub(r"\g<0>\n", source)


def said(source: str, fault: Fault) -> str:
    """What is wrong with one of the tags of a source, and which it is."""
    place = _place(source, fault.line)
    return fault.sentence.format(tag=place, name=fault.name, other=fault.other)


def failure(error: Exception) -> Fault:
    """What is wrong with the tag that raised it, where Jinja tells which."""
    if isinstance(error, TemplateSyntaxError):
        sentence = _("{tag} is not written as a tag must be")
        return Fault(error.lineno, sentence, "")
    if isinstance(error, UndefinedError):
        sentence = _("{tag} asks for what may not be there; ask first with 'if'")
        return Fault(_line(error), sentence, "")
    if isinstance(error, TooMuch):
        sentence = _(
            "{tag} makes more than a document can hold; take a loop out of the other"
        )
        return Fault(_line(error), sentence, "")
    return Fault(_line(error), _("{tag} cannot be filled"), "")


def _line(error: Exception) -> int:
    """The last line of the template that was being filled; 0 if none was."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return (lines[-1] if lines else 0) or 0


def _place(source: str, line: int) -> str:
    start, end = _spans(source).get(line, (0, 0))
    if start == end:
        return _("a tag")
    tag = source[start:end].replace("\n", "")
    return placed(_BEGIN.sub(lambda begin: begin[0], tag), _before(source, start))


@lru_cache(maxsize=4)
def _spans(source: str) -> dict[int, tuple[int, int]]:
    """By its line, where a tag begins and ends."""
    spans, line, at = {}, 1, 0
    for found in TAG.finditer(source):
        line += source.count("\n", at, found.start())
        at = found.start()
        for inside in range(found[0].count("\n")):
            spans[line + inside + 1] = found.span()
    return spans


def _before(source: str, start: int) -> str:
    """The last text before a place that is no tag."""
    near = source[max(start - _NEAR, 0) : start]
    paragraphs = TAG.sub("", near).split("</w:p>")
    texts = (unescape(_XML.sub("", each)).strip() for each in reversed(paragraphs))
    return next(filter(None, texts), "")
