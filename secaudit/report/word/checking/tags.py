"""The tags of a template, held against the types of what it is to show."""

from collections.abc import Iterable
from dataclasses import is_dataclass
from difflib import get_close_matches
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes
from jinja2.visitor import NodeVisitor

from secaudit.language import _
from secaudit.report.word.checking.allowed import METHODS
from secaudit.report.word.checking.placeholders import meant
from secaudit.report.word.checking.places import Fault
from secaudit.report.word.jinja import FUNCTIONS
from secaudit.report.word.shown import Shown

_UNTYPED = None
"""The type of what `model` does not speak of: a literal, a loop's counter."""
_ELEMENT = ("first", "last", "max", "min")
"""Filters that give one of what they are given."""
_SAME = (
    *("list", "sort", "reverse", "unique"),
    *("select", "reject", "selectattr", "rejectattr"),
)
_TEXT = ("capitalize", "lower", "replace", "string", "title", "trim", "upper")
"""Filters that turn what they are given into text."""
_OF_DATE = ("year", "month", "day")
_CLOSE = 0.7
"""How like a known name a name must be for that to be meant."""

Scope = dict[str, Any]
"""By name, the type of what a template may use."""


class Walk(NodeVisitor):
    """Follows a template's tree with the types of all that it names.

    A visit gives the type of the node, with everything wrong below it noted.
    """

    def __init__(self, model: type[Shown]) -> None:
        self.faults: list[Fault] = []
        self.unknown: set[str] = set()
        self.names = get_type_hints(model)

    def over(
        self, tree: nodes.Template, named: Iterable[str] = ()
    ) -> tuple[Fault, ...]:
        """What `tree` names that `model` does not have, or does not have so; `named` elsewhere
        may be anything. A name that is not known is told once, whatever trees it stands in."""
        self.faults = []
        self.visit(tree, {**self.names, **dict.fromkeys(named, _UNTYPED)})
        return tuple(self.faults)

    def visit_Assign(self, node: nodes.Assign, scope: Scope) -> None:
        self.bind(node.target, self.visit(node.node, scope), scope)

    def visit_With(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target in node.targets:
            self.bind(target, _UNTYPED, inner)
        self.generic_visit(node, inner)

    def visit_Name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.ctx != "load":
            return _UNTYPED
        if node.name not in scope and node.name not in FUNCTIONS:
            self.miss(node, "", node.name, scope)
        return scope.get(node.name)

    def visit_Getattr(self, node: nodes.Getattr, scope: Scope) -> Any:
        return self.attribute(node, node.attr, scope)

    def attribute(self, node: Any, name: str, scope: Scope) -> Any:
        owner = self.visit(node.node, scope)
        if owner is _UNTYPED:
            return _UNTYPED
        if is_dataclass(owner):
            hints = get_type_hints(owner)
            if name in hints:
                return hints[name]
            self.miss(node, f"{_written(node.node)}.", name, hints)
        elif not (hasattr(owner, name) and name in (*METHODS, *_OF_DATE)):
            self.miss(node, f"{_written(node.node)}.", name, ())
        return _UNTYPED

    def visit_Getitem(self, node: nodes.Getitem, scope: Scope) -> Any:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.attribute(node, node.arg.value, scope)
        self.visit(node.arg, scope)
        given = self.visit(node.node, scope)
        return given if isinstance(node.arg, nodes.Slice) else _element(given)

    def visit_Filter(self, node: nodes.Filter, scope: Scope) -> Any:
        given = self.visit(node.node, scope) if node.node else _UNTYPED
        for child in (*node.args, *node.kwargs):
            self.visit(child, scope)
        if node.name in _TEXT and node.node:
            self.show(node.node, given)
        if node.name == "join" and node.node and not (node.kwargs or node.args[1:]):
            self.show(node.node, _element(given))
        if node.name == "map":
            return tuple[None, ...]  # a list of what is not known: _UNTYPED
        if node.name in _ELEMENT:
            return _element(given)
        return given if node.name in _SAME else _UNTYPED

    def visit_For(self, node: nodes.For, scope: Scope) -> None:
        over = self.visit(node.iter, scope)
        if over is not _UNTYPED and get_origin(over) is not tuple:
            sentence = _("{tag}: '{name}' is no list, and cannot be looped over")
            self.faults.append(Fault(node.lineno, sentence, _written(node.iter)))
        inner = {**scope, "loop": _UNTYPED}
        self.bind(node.target, _element(over), inner)
        for child in (*node.body, *([node.test] if node.test else [])):
            self.visit(child, inner)
        for child in node.else_:
            self.visit(child, scope)

    def visit_CondExpr(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of what is no text, if either is none."""
        unasked = node.test if isinstance(node, nodes.CondExpr) else None
        types = [
            type
            for child in node.iter_child_nodes()
            if not _is_text(type := self.visit(child, scope)) and child is not unasked
        ]
        return types[0] if types else _UNTYPED

    visit_Or = visit_And = visit_CondExpr

    def visit_Output(self, node: nodes.Output | nodes.Concat, scope: Scope) -> None:
        for child in node.nodes:
            self.show(child, self.visit(child, scope))

    visit_Concat = visit_Output

    def show(self, node: nodes.Node, type: Any) -> None:
        """Note it if what is to be printed is no text."""
        name = _written(node)
        if get_origin(type) is tuple:
            sentence = _("{tag}: '{name}' is a list; loop over it")
            self.faults.append(Fault(node.lineno, sentence, name))
        elif type is bool:
            sentence = _("{tag}: '{name}' is yes or no; ask for it with 'if'")
            self.faults.append(Fault(node.lineno, sentence, name))
        elif is_dataclass(type):
            sentence = _("{tag}: '{name}' is no text; name a part of it: '{other}'")
            field = f"{name}.{next(iter(get_type_hints(type)))}"
            self.faults.append(Fault(node.lineno, sentence, name, field))

    def bind(self, target: nodes.Node, type: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = type
        for name in target.find_all(nodes.Name):  # those of a pair
            scope[name.name] = _UNTYPED

    def miss(
        self, node: nodes.Node, owner: str, name: str, names: Iterable[str]
    ) -> None:
        """Note a name that its owner does not have."""
        whole = f"{owner}{name}"
        if whole in self.unknown:
            return
        self.unknown.add(whole)
        near = meant(name, self.names) if not owner else ""
        near = near or self.near(owner, name, names)
        sentence = (
            _("{tag}: the report does not know '{name}'; did you mean '{other}'?")
            if near
            else _("{tag}: the report does not know '{name}'")
        )
        self.faults.append(Fault(node.lineno, sentence, whole, near))

    def near(self, owner: str, name: str, names: Iterable[str]) -> str:
        """The name that is probably meant; empty if none is near."""
        found = [] if owner else self.within(name)
        found = found or get_close_matches(name, list(names), 1, _CLOSE)
        every = [f"{owner}{each}" for each in found]
        return next(iter(get_close_matches(f"{owner}{name}", every, 1, 0.5)), "")

    def within(self, name: str) -> list[str]:
        """The tags of sections that go by a name: `gaps_rest` and `rest` are `gaps.rest`."""
        return [
            f"{section}.{field}"
            for section, type in self.names.items()
            for field in (get_type_hints(type) if is_dataclass(type) else ())
            if name in (field, f"{section}_{field}")
        ]


def _is_text(type: Any) -> bool:
    return get_origin(type) is not tuple and type is not bool and not is_dataclass(type)


def _element(type: Any) -> Any:
    return get_args(type)[0] if get_origin(type) is tuple else _UNTYPED


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter) and node.node:
        return f"{_written(node.node)}|{node.name}"
    return f"{_written(node.node)}[…]" if isinstance(node, nodes.Getitem) else "…"
