"""Values written into a YAML text whose every other character stays as it was."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from secaudit.digest import canonical
from secaudit.language import _
from secaudit.problems import Problem, Refused
from secaudit.yamlfile import Document, Keys, Value, flow, quoted, read
from secaudit.yamlfile.events import events

_BREAK = re.compile("\r\n|\r|\n")
_COMMENT = re.compile("[ \t]+#")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class Edit:
    """What is to stand under `keys`, the last of which names a field."""

    keys: Keys
    value: Value
    """None takes the field away."""


def edited(text: str, edits: Iterable[Edit], shown: str) -> str:
    """`text` with `edits`; problems name it as `shown`.

    Raises Refused with every value that cannot be written without disturbing the rest.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    first = document = _sound(text.removeprefix(mark), shown)
    if first is None or document is None:
        raise Refused(problems=_wrong(text, shown))
    unsafe: list[Problem] = []
    for edit in edits:
        new = _edited(document, edit)
        document = new or document
        unsafe += [] if new else [_unsafe(first, edit)]
    if unsafe:
        raise Refused(problems=unsafe)
    return mark + document.text


def _edited(document: Document, edit: Edit) -> Document | None:
    """The document with the edit; None where it cannot be made alone."""
    new = _Tree(document.text).written(edit)
    after = None if new is None else _sound(new, document.path)
    return after if after and _as_wanted(document, after, edit) else None


def _unsafe(document: Document, edit: Edit) -> Problem:
    message = _(
        "'{name}' cannot be changed without disturbing what stands around it; "
        "write it yourself"
    )
    said = message.format(name=edit.keys[-1])
    return document.problem("unsafe-edit", said, edit.keys, at_key=True)


def _sound(text: str, shown: str) -> Document | None:
    """The one document of `text`; None unless the strict rules find it right."""
    documents = read(text.encode(), shown).documents
    return documents[0] if len(documents) == 1 and not documents[0].problems else None


def _wrong(text: str, shown: str) -> Iterator[Problem]:
    stream = read(text.encode(), shown)
    yield from stream.problems
    for document in stream.documents:
        yield from document.problems


def _as_wanted(before: Document, after: Document, edit: Edit) -> bool:
    wanted = _with(before.value, edit.keys, edit.value)
    return canonical(after.value) == canonical(wanted)


def _with(whole: Any, keys: Keys, value: Value) -> Any:
    """A copy of `whole` in which `value` stands under `keys`."""
    key: Any
    key, *below = keys
    inside = _with(whole[key], tuple(below), value) if below else value
    copy = whole.copy()
    copy[key] = inside
    if inside is None:
        del copy[key]
    return copy


@dataclass
class _Node:
    """Where something stands: from its first character to after its last."""

    start: int
    end: int
    flow: bool = False
    """Whether it is written in {} or []."""
    pairs: dict[str, tuple["_Node", "_Node"]] = field(default_factory=dict)
    """By name, a key and its value."""
    items: list["_Node"] = field(default_factory=list)


class _Tree:
    """A text, and where its words stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = events(text)
        self.scalars: list[_Node] = []
        self.next()  # StreamStart
        self.next()  # DocumentStart
        self.root = self.node(self.next())

    def node(self, event: Any) -> _Node:
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is yaml.ScalarEvent:
            end = start + len(self.text[start:end].rstrip())  # a block ends in lines
            self.scalars.append(_Node(start, end))
            return self.scalars[-1]
        node = _Node(start, end, bool(event.flow_style))
        if type(event) is yaml.MappingStartEvent:
            last, closing = self.take_pairs(node)
        else:
            last, closing = self.take_items(node)
        node.end = closing.end_mark.index if node.flow else last.end
        return node

    def take_pairs(self, node: _Node) -> tuple[_Node, Any]:
        value = node
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key, value = self.node(event), self.node(self.next())
            node.pairs[str(event.value)] = key, value
        return value, event

    def take_items(self, node: _Node) -> tuple[_Node, Any]:
        item = node
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            item = self.node(event)
            node.items.append(item)
        return item, event

    def written(self, edit: Edit) -> str | None:
        """The text with the edit; None where it would take a comment along."""
        entry = self.root
        for key in edit.keys[:-1]:
            entry = entry.items[key] if isinstance(key, int) else entry.pairs[key][1]
        name = str(edit.keys[-1])
        if edit.value is None:
            return self.without(entry, name) if name in entry.pairs else self.text
        if name in entry.pairs:
            return self.replaced(*entry.pairs[name], edit.value)
        return self.inserted(entry, name, edit.value)

    def replaced(self, key: _Node, old: _Node, value: Value) -> str | None:
        if self.holds_comment(old.start, old.end):
            return None
        colon = self.text.index(":", key.end) + 1
        between = self.text[colon : old.start]
        if _BREAK.search(between) or old.start == old.end:  # it goes beside its name
            lead, rest = " ", between.rstrip() + self.text[old.end :]
        else:
            lead, rest = between, self.text[old.end :]
        return self.text[:colon] + lead + _before(rest, value) + rest

    def inserted(self, entry: _Node, name: str, value: Value) -> str | None:
        filled = [pair for pair in entry.pairs.values() if pair[1].start < pair[1].end]
        if not filled:
            return None
        end = max(value.end for _key, value in filled)
        if entry.flow:
            rest = self.text[end:]
            return f"{self.text[:end]}, {name}: {_before(rest, value)}{rest}"
        column = entry.start - self.line_start(entry.start)
        found = _BREAK.search(self.text, end)
        at = found.start() if found else len(self.text)
        usual = found or _BREAK.search(self.text)
        line = (usual[0] if usual else "\n") + " " * column
        return f"{self.text[:at]}{line}{name}: {flow(value)}{self.text[at:]}"

    def without(self, entry: _Node, name: str) -> str | None:
        names = list(entry.pairs)
        place = names.index(name)
        key, value = entry.pairs[name]
        first = self.line_start(key.start)
        if self.holds_comment(key.start, value.end):
            return None
        if not entry.flow and not self.text[first : key.start].strip(" "):
            return self.without_lines(first, value.end)
        if name != names[-1]:  # what follows moves up to where it stood
            start, end = key.start, entry.pairs[names[place + 1]][0].start
        elif place and entry.flow:
            start, end = entry.pairs[names[place - 1]][1].end, value.end
        else:
            return None
        return None if self.holds_comment(start, end) else self.cut(start, end)

    def without_lines(self, start: int, end: int) -> str:
        found = _BREAK.search(self.text, end)
        if found:
            return self.cut(start, found.end())
        before = self.text[:start]  # the last line had no end, and so it stays
        return before.removesuffix("\n").removesuffix("\r")

    def cut(self, start: int, end: int) -> str:
        return self.text[:start] + self.text[end:]

    def holds_comment(self, start: int, end: int) -> bool:
        """Whether a `#` from `start` to `end` is not part of a text."""
        at = self.text.find("#", start, end)
        while at >= 0:
            if not any(scalar.start <= at < scalar.end for scalar in self.scalars):
                return True
            at = self.text.find("#", at + 1, end)
        return False

    def line_start(self, index: int) -> int:
        return max(self.text.rfind(sign, 0, index) for sign in "\r\n") + 1


def _before(rest: str, value: Value) -> str:
    """`value` as it is written before `rest`: plain text may not stand before a comment."""
    if isinstance(value, str) and _COMMENT.match(rest):
        return quoted(value)
    return flow(value)
