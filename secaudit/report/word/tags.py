"""The tags of a template, held against what it is to show."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes

from secaudit.report.word.jinja import environment
from secaudit.report.word.shown import Shown

_UNTYPED = None
"""The type of what `model` does not speak of: a literal, a loop's counter."""
_ELEMENT = ("first", "last", "random")
"""Filters that give one of what they are given."""
_SAME = ("list", "sort", "reverse", "unique")

Scope = dict[str, Any]
"""By name, the type of what a template may use."""


def unknown(tree: nodes.Template, model: type[Shown]) -> Iterator[str]:
    """The names in a parsed template that `model` does not have."""
    walk = _Walk()
    walk.visit(tree, dict(get_type_hints(model)))
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
