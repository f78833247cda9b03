"""How much a template may make: a loop within a loop within a loop would never end."""

from collections.abc import Generator, Iterable, Iterator
from typing import Any, TypeVar

from jinja2 import TemplateRuntimeError, nodes
from jinja2.visitor import NodeTransformer

MOST = 10_000_000
"""Characters, of which the report of 1,600 systems takes under two million."""
TURN = 20
"""What one turn of a loop, or one filter, costs beside what it makes."""
EACH, WEIGHED, JOINED = "_each", "_weighed", "_joined"
"""Filters that are put into a template so that what it does can be counted."""

T = TypeVar("T")
N = TypeVar("N", bound=nodes.Node)


class TooMuch(TemplateRuntimeError):
    """A template makes more than a document can hold."""


class Budget:
    """What may still be made while one document is filled."""

    def __init__(self) -> None:
        self.left = MOST

    def spend(self, *costs: int) -> None:
        """Raises TooMuch where there is not that much left."""
        self.left -= TURN + sum(costs)
        if self.left < 0:
            raise TooMuch

    def weigh(self, *values: Any) -> None:
        """Spend as much as the values are long."""
        self.spend(*map(size, values))

    def each(self, values: Iterable[T]) -> Iterator[T]:
        """The values, each of which costs a turn."""
        for value in values:
            self.spend()
            yield value

    def weighed(self, value: T) -> T:
        """The value, paid for."""
        self.weigh(value)
        return value

    def written(self, pieces: Generator[str, None, None]) -> str:
        """The pieces of a filled template as one text."""
        return "".join(self._paid(pieces))

    def _paid(self, pieces: Generator[str, None, None]) -> Iterator[str]:
        for piece in pieces:
            try:
                self.spend(len(piece))
            except TooMuch as error:
                pieces.throw(error)  # so that it tells of the place in the template
            yield piece

    def replaced(self, text: str, old: str, new: str) -> None:
        """Spend what it takes to replace `old` by `new` in the text."""
        self.spend(len(text), (text.count(old) if old else len(text) + 1) * len(new))


def size(value: Any) -> int:
    """How long a text or a list is; nothing for what has no length."""
    return len(value) if isinstance(value, str | list | tuple | dict) else 0


class Counting(NodeTransformer):
    """Puts the filters that count into the tree of a template."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        node.iter = _filtered(node.iter, EACH)
        return self._below(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        return _filtered(
            nodes.List(self._below(node).nodes, lineno=node.lineno), JOINED
        )

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:
        node.expr = _filtered(node.expr, WEIGHED)
        for operand in node.ops:
            operand.expr = _filtered(operand.expr, WEIGHED)
        return self._below(node)

    def visit_Test(self, node: nodes.Test) -> nodes.Test:
        node.node = _filtered(node.node, WEIGHED)
        node.args = [_filtered(each, WEIGHED) for each in node.args]
        return self._below(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:
        if isinstance(node.arg, nodes.Slice):
            node.node = _filtered(node.node, WEIGHED)
        return self._below(node)

    def _below(self, node: N) -> N:
        self.generic_visit(node)
        return node


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
