"""Whether a Word template asks only for what a report has."""

import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, nodes
from lxml import etree

from secaudit.language import _
from secaudit.problems import Refused
from secaudit.report.model import Report
from secaudit.report.word.jinja import environment
from secaudit.validation import did_you_mean

_FOOTNOTES = "/word/footnotes.xml"
_UNTYPED = None
"""The type of what the report does not speak of: a literal, a loop's counter."""
_ELEMENT = ("first", "last", "random")
"""Filters that give one of what they are given."""
_SAME = ("list", "sort", "reverse", "unique")

Scope = dict[str, Any]
"""By name, the type of what a template may use."""


def opened(path: Path) -> DocxTemplate:
    """The template. Raises Refused if it is no Word file."""
    if not path.is_file():
        raise Refused(_("there is no template at {path}").format(path=path))
    template = DocxTemplate(path)
    try:
        template.init_docx()
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        KeyError,
        ValueError,
        OSError,
    ):
        sentence = _("{path} is not a Word document (.docx)")
        raise Refused(sentence.format(path=path)) from None
    return template


def check_template(path: Path) -> None:
    """Raise Refused, with a sentence, unless a report can be written through the template:
    every tag is known, and it comes out whole with empty lists and with full ones."""
    sources = tuple(_sources(opened(path)))
    unknown = [tag for source in sources for tag in _unknown(source, path)]
    if unknown:
        tags = ", ".join(f"'{tag}'" for tag in dict.fromkeys(unknown))
        names = get_type_hints(Report)
        hint = did_you_mean(unknown[0], names) if len(set(unknown)) == 1 else ""
        sentence = _("{path}: the report does not know {tags}")
        raise Refused(sentence.format(path=path, tags=tags) + hint)
    for source in sources:
        for rows in (0, 2):
            _try(source, sample(rows), path)


def _try(source: str, report: Report, path: Path) -> None:
    try:
        # docxtpl itself mends what is not well-formed, and may lose rows doing so
        etree.fromstring(environment().from_string(source).render(context(report)))
    except etree.XMLSyntaxError:
        sentence = _(
            "{path}: its tags do not fit together: a loop begins around one thing (a row, a "
            "paragraph) and ends around another"
        )
        raise Refused(sentence.format(path=path)) from None
    except (TemplateError, TypeError, ValueError) as error:
        raise Refused(_broken(path, str(error))) from None


def context(report: Report) -> dict[str, Any]:
    """What the tags of a template may name."""
    return {field.name: getattr(report, field.name) for field in fields(report)}


def _broken(path: Path, reason: str) -> str:
    sentence = _("{path}: a tag is not right: {reason}")
    return sentence.format(path=path, reason=" ".join(reason.split()))


def _sources(template: DocxTemplate) -> Iterator[str]:
    """The Jinja source of the body, headers, footers and footnotes, as docxtpl reads it."""
    yield template.patch_xml(template.get_xml())
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.parts:
        if part.partname == _FOOTNOTES:
            yield template.patch_xml(part.blob.decode())


def _unknown(source: str, path: Path) -> Iterator[str]:
    """The names in the source that no report has."""
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        raise Refused(_broken(path, error.message or "")) from None
    walk = _Walk()
    walk.visit(tree, dict(get_type_hints(Report)))
    yield from walk.unknown


class _Walk:
    """Follows a template's tree with the types of all that it names."""

    def __init__(self) -> None:
        self.unknown: list[str] = []
        self.built_in = set(environment().globals) | {"loop"}

    def visit(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of the node, with everything unknown below it noted."""
        if isinstance(node, nodes.Name):
            return self.name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self.attribute(node, node.attr, scope)
        if isinstance(node, nodes.Getitem):
            return self.item(node, scope)
        if isinstance(node, nodes.Filter):
            return self.filter(node, scope)
        if isinstance(node, nodes.For):
            return self.loop(node, scope)
        if isinstance(node, nodes.Assign):
            self.bind(node.target, self.visit(node.node, scope), scope)
            return _UNTYPED
        inner = dict(scope) if isinstance(node, nodes.With | nodes.Macro) else scope
        for target in _targets(node):
            self.bind(target, _UNTYPED, inner)
        for child in node.iter_child_nodes():
            self.visit(child, inner)
        return _UNTYPED

    def name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.ctx != "load":
            return _UNTYPED
        if node.name not in scope and node.name not in self.built_in:
            self.unknown.append(node.name)
        return scope.get(node.name)

    def attribute(self, node: Any, name: str, scope: Scope) -> Any:
        owner = self.visit(node.node, scope)
        if owner is _UNTYPED:
            return _UNTYPED
        if is_dataclass(owner):
            hints = get_type_hints(owner)
            if name in hints:
                return hints[name]
        if is_dataclass(owner) or not hasattr(get_origin(owner) or owner, name):
            self.unknown.append(f"{_written(node.node)}.{name}")
        return _UNTYPED

    def item(self, node: nodes.Getitem, scope: Scope) -> Any:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.attribute(node, node.arg.value, scope)
        self.visit(node.arg, scope)
        return _element(self.visit(node.node, scope))

    def filter(self, node: nodes.Filter, scope: Scope) -> Any:
        given = self.visit(node.node, scope) if node.node else _UNTYPED
        for child in (*node.args, *node.kwargs):
            self.visit(child, scope)
        if node.name in _ELEMENT:
            return _element(given)
        return given if node.name in _SAME else _UNTYPED

    def loop(self, node: nodes.For, scope: Scope) -> Any:
        inner = dict(scope)
        self.bind(node.target, _element(self.visit(node.iter, scope)), inner)
        for child in (*node.body, *([node.test] if node.test else [])):
            self.visit(child, inner)
        for child in node.else_:
            self.visit(child, scope)
        return _UNTYPED

    def bind(self, target: nodes.Node, type: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = type
            return
        for name in target.find_all(nodes.Name):
            scope[name.name] = _UNTYPED


def _targets(node: nodes.Node) -> list[nodes.Node]:
    if isinstance(node, nodes.With):
        return list(node.targets)
    return list(node.args) if isinstance(node, nodes.Macro) else []


def _element(type: Any) -> Any:
    return get_args(type)[0] if get_origin(type) is tuple else _UNTYPED


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return "…"


def sample(rows: int) -> Report:
    """A report with as many `rows` in every list."""
    report: Report = _sample(Report, rows)
    return report


def _sample(type: Any, rows: int) -> Any:
    if get_origin(type) is tuple:
        return tuple(_sample(get_args(type)[0], rows) for _row in range(rows))
    if isinstance(type, UnionType):
        return _sample(get_args(type)[0], rows)
    if is_dataclass(type):
        hints = get_type_hints(type)
        names = [field.name for field in fields(type)]
        return type(**{name: _sample(hints[name], rows) for name in names})  # type: ignore[operator]
    return {str: "x" * rows, int: rows, date: date(2000, 1, 1)}[type]
