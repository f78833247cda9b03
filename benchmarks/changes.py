"""The small changes that can be made to a module, each of which some test should see."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt},
    **{ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is},
    **{ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And},
    **{ast.Add: ast.Sub, ast.Sub: ast.Add},
}
_FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_NO_RULES = ("annotation", "returns", "decorator_list")
_NOT_CALLED = ("_", "later", "counted", "TypeVar", "Literal")
"""Sentences for users, and types: their words are no rules."""


@dataclass(frozen=True)
class Change:
    """One part of a tree, and what may stand in its place."""

    holder: Any
    """The node or the list that holds the part."""
    at: Any
    new: ast.AST
    line: int

    def make(self) -> None:
        """Make the change, in the tree itself."""
        if isinstance(self.holder, list):
            self.holder[self.at] = self.new
        else:
            setattr(self.holder, self.at, self.new)


def changes(node: ast.AST, line: int = 0) -> Iterator[Change]:
    """Every change that can be made below a node of a tree; none has been made."""
    for name, value in ast.iter_fields(node):
        if name in _NO_RULES:
            continue
        parts = list(enumerate(value)) if isinstance(value, list) else [(name, value)]
        holder = value if isinstance(value, list) else node
        for at, part in parts:
            if not isinstance(part, ast.AST) or _says_no_rule(part):
                continue
            here = getattr(part, "lineno", line)
            news = [] if _is_last(part, node) else list(_instead_of(part))
            if name in ("test", "ifs") and not isinstance(part, _TESTS):
                news.append(ast.UnaryOp(ast.Not(), part))  # type: ignore[arg-type]
            yield from (Change(holder, at, new, here) for new in news)
            yield from changes(part, here)


_TESTS = (ast.Compare, ast.BoolOp, ast.UnaryOp)
"""Conditions that are changed where they are made up."""


def _says_no_rule(node: ast.AST) -> bool:
    """Whether a part is text for people, a type, or a list of names."""
    match node:
        case ast.Expr(ast.Constant()) | ast.AnnAssign(annotation=ast.Name("TypeAlias")):
            return True
        case ast.Call(ast.Name(name)) | ast.Subscript(ast.Name(name)):
            return name in _NOT_CALLED
        case ast.Assign([ast.Name("__all__")]):
            return True
    return False


def _is_last(node: ast.AST, parent: ast.AST) -> bool:
    """Whether a statement ends its function: nothing follows if it is taken away."""
    return isinstance(parent, ast.FunctionDef) and node is parent.body[-1]


def _instead_of(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand where a node stands."""
    match node:
        case ast.Constant(bool(flag)):
            yield ast.Constant(not flag)
        case ast.Constant(int(number) | float(number)):
            yield ast.Constant(number + 1)
            yield ast.Constant(number - 1)
        case ast.Constant(str(text)):
            yield ast.Constant("" if text else "x")
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Name(name) if name in _FUNCTIONS:
            yield ast.Name(_FUNCTIONS[name])
        case ast.Return() | ast.Raise() | ast.Continue():
            yield ast.Pass()
        case _ if type(node) in _OPERATORS:
            yield _OPERATORS[type(node)]()
