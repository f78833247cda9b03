"""A Word template, opened: its tags are whole, and its parts are at hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from secaudit.language import _, number
from secaudit.problems import Refused
from secaudit.report.word.filling.drawings import unreadable
from secaudit.report.word.opening.faults import refusal
from secaudit.report.word.opening.joining import OPENING, SHOWN, TAG, join, unended
from secaudit.report.word.opening.order import order_sections, whole
from secaudit.report.word.opening.package import Package, package
from secaudit.report.word.opening.unpacking import damaged, refused
from secaudit.validation import shortened

MOST_OF_TAGS = 50_000
"""Characters of all tags."""
MOST_TEXT, MOST_TAGS, MOST_ROOTS = 1_000_000, 3_000, 300
"""Characters of XML, tags, and parts to be filled: some five times what the longest template
of secaudit has, and fifty headers."""
_NOTES = (
    CONTENT_TYPE.WML_FOOTNOTES,
    CONTENT_TYPE.WML_ENDNOTES,
)


class Word(DocxTemplate):  # type: ignore[misc] # docxtpl ships no type information
    """A template that fills endnotes as it does footnotes, and each of them once."""

    notes: tuple[tuple[Any, Any], ...] = ()
    """The parts that hold notes, each with its root."""

    def init_notes(self) -> None:
        parts = self.docx.part.package.iter_parts()
        found = [part for part in parts if part.content_type in _NOTES]
        self.notes = tuple((part, parse_xml(part.blob)) for part in found)

    def render_footnotes(
        self, context: dict[str, Any], jinja_env: Environment | None = None
    ) -> None:
        filled = []
        for part, root in self.notes:
            source = source_of(self, root)
            xml = self.render_xml_part(source, part, context, jinja_env)
            filled.append((part, whole(parse_xml(xml))))
            part._blob = etree.tostring(filled[-1][1])
        self.notes = tuple(filled)


@dataclass(frozen=True)
class Template:
    """A template as it was opened."""

    word: Word
    package: Package
    faults: tuple[str, ...]
    """What of it cannot be used, a sentence each."""


def opened(path: Path) -> Word:
    """The template, to be filled. Raises Refused if it cannot be one."""
    template = looked_at(path)
    if template.faults:
        raise refusal(path, template.faults)
    return template.word


def looked_at(path: Path) -> Template:
    """The template, with what is wrong with it. Raises Refused, with a sentence, if it is none."""
    file = package(path)
    word = Word(file.file)
    try:
        word.init_docx()
        word.init_notes()
        _measure(word, path)
        left = [tag for root in roots(word) for tag in join(root)]
        _measure_tags(word, path)
        left += [x[at : at + SHOWN] for x in texts(word) for at in unended(x)]
        order_sections(word.docx.element.body)
    except (KeyError, ValueError, AttributeError, etree.LxmlError):
        if file.faults:
            raise refusal(path, file.faults) from None
        sentence = _("{path} is damaged: a part of it is missing")
        raise Refused(sentence.format(path=path)) from None
    for name in unreadable(word.docx):
        raise damaged(path, name)
    sentence = _(
        "a tag must begin and end in one paragraph; '{tag}' does not end in its own"
    )
    faults = (sentence.format(tag=shortened(tag.strip())) for tag in left)
    return Template(word, file, (*file.faults, *faults))


def _measure(word: Word, path: Path) -> None:
    """Refuse what would take long to look through."""
    every = list(texts(word))
    if sum(map(len, every)) > MOST_TEXT or len(every) > MOST_ROOTS:
        sentence = _(
            "{path} is longer than any template need be; copy its text into a new document"
        )
        raise refused(sentence, path)
    if sum(len(OPENING.findall(text)) for text in every) > MOST_TAGS:
        sentence = _("{path} holds more than {n} tags")
        raise refused(sentence, path, n=number(MOST_TAGS))


def _measure_tags(word: Word, path: Path) -> None:
    """The same of its tags, once they are whole."""
    if (
        sum(len(tag) for text in texts(word) for tag in TAG.findall(text))
        > MOST_OF_TAGS
    ):
        sentence = _("{path} holds tags of more than {n} characters together")
        raise refused(sentence, path, n=number(MOST_OF_TAGS))


def roots(word: Word) -> Iterator[Any]:
    """Everything that tags are filled in: the body, headers, footers, and notes."""
    yield from shown_roots(word)
    yield from (root for _part, root in word.notes)


def shown_roots(word: Word) -> Iterator[Any]:
    """The body, and the headers and footers."""
    yield word.docx.element.body
    for uri in (word.HEADER_URI, word.FOOTER_URI):
        for _key, part in word.get_headers_footers(uri):
            yield part.element


def texts(word: Word) -> Iterator[str]:
    """The XML of each of them."""
    return (word.xml_to_string(root) for root in roots(word))


def source_of(word: Word, root: Any) -> str:
    """The Jinja source of one of them, as docxtpl reads it; empty where a tag does not end,
    which docxtpl would look for through the whole part."""
    xml = word.xml_to_string(root)
    return "" if any(True for _at in unended(xml)) else str(word.patch_xml(xml))
