"""Where everything in a YAML text stands, from its first character to after its last."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from secaudit.yamlfile.places import events

_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass
class Node:
    """Where something stands: from its first character to after its last."""

    start: int
    end: int
    flow: bool = False
    """Whether it is written in {} or []."""
    pairs: dict[str, tuple["Node", "Node"]] = field(default_factory=dict)
    """By name, a key and its value."""
    items: list["Node"] = field(default_factory=list)


class Tree:
    """A text, and where its words stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._next = events(text)
        self.scalars: list[Node] = []
        self._next()  # StreamStart
        self._next()  # DocumentStart
        self.root = self._node(self._next())

    def _node(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is yaml.ScalarEvent:
            end = start + len(self.text[start:end].rstrip())  # a block ends in lines
            self.scalars.append(Node(start, end))
            return self.scalars[-1]
        last = node = Node(start, end, bool(event.flow_style))
        while type(inner := self._next()) not in _ENDS:
            last = self._node(inner)
            if type(event) is yaml.MappingStartEvent:
                key, last = last, self._node(self._next())
                node.pairs[str(inner.value)] = key, last
            else:
                node.items.append(last)
        node.end = inner.end_mark.index if node.flow else last.end
        return node

    def holds_comment(self, start: int, end: int) -> bool:
        """Whether a `#` from `start` to `end` is not part of a text."""
        at = self.text.find("#", start, end)
        while at >= 0:
            if not any(scalar.start <= at < scalar.end for scalar in self.scalars):
                return True
            at = self.text.find("#", at + 1, end)
        return False

    def line_start(self, index: int) -> int:
        """Where the line of a character begins."""
        return max(self.text.rfind(sign, 0, index) for sign in "\r\n") + 1
