"""A Word template, opened: its tags are whole, and its parts are at hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docxtpl import DocxTemplate
from lxml import etree

from secaudit.language import _
from secaudit.problems import Refused
from secaudit.report.word.filling.drawings import unreadable
from secaudit.report.word.opening.joining import join
from secaudit.report.word.opening.order import order_sections
from secaudit.report.word.opening.package import damaged, package


def opened(path: Path) -> DocxTemplate:
    """The template. Raises Refused, with a sentence, if it cannot be one."""
    template = DocxTemplate(package(path))
    try:
        template.init_docx()
        _join(template, path)
        order_sections(template.docx.element.body)
    except (KeyError, ValueError, AttributeError, etree.LxmlError):
        sentence = _("{path} is damaged: a part of it is missing")
        raise Refused(sentence.format(path=path)) from None
    for name in unreadable(template.docx):
        raise damaged(path, name)
    return template


def roots(template: DocxTemplate) -> Iterator[Any]:
    """The body, and the headers and footers."""
    yield template.docx.element.body
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(uri):
            yield part.element


def all_roots(template: DocxTemplate) -> Iterator[Any]:
    """Everything that tags are filled in."""
    yield from roots(template)
    for part in _footnotes(template):
        yield etree.fromstring(part.blob)


def sources(template: DocxTemplate) -> Iterator[str]:
    """The Jinja source of body, headers, footers and footnotes, as docxtpl reads it."""
    for root in roots(template):
        yield template.patch_xml(template.xml_to_string(root))
    for part in _footnotes(template):
        yield template.patch_xml(part.blob.decode())


def _footnotes(template: DocxTemplate) -> list[Any]:
    parts = template.docx.part.package.iter_parts()
    return [part for part in parts if part.content_type == CONTENT_TYPE.WML_FOOTNOTES]


def _join(template: DocxTemplate, path: Path) -> None:
    left = [tag for root in roots(template) for tag in join(root)]
    for part in _footnotes(template):
        root = etree.fromstring(part.blob)
        left += join(root)
        part._blob = etree.tostring(root, encoding="UTF-8", standalone=True)
    if left:
        sentence = _(
            "{path}: a tag must begin and end in one paragraph; '{tag}' does not end in its own"
        )
        raise Refused(sentence.format(path=path, tag=left[0].strip()[:60]))
