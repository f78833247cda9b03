"""Values written into a YAML text whose every other character stays as it was."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from secaudit.digest import canonical
from secaudit.language import _
from secaudit.problems import Problem, Refused
from secaudit.yamlfile import Document, Keys, Value, flow, quoted, read
from secaudit.yamlfile.nodes import Node, Tree

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
    first = _sound(text.removeprefix(mark), shown)
    if first is None:
        raise Refused(problems=read(text.encode(), shown).wrong)
    document, unsafe = first, list[Problem]()
    for edit in edits:
        new = _edited(document, edit)
        document = new or document
        unsafe += [] if new else [_unsafe(first, edit)]
    if unsafe:
        raise Refused(problems=unsafe)
    return mark + document.text


def _edited(document: Document, edit: Edit) -> Document | None:
    """The document with the edit; None where it cannot be made alone."""
    new = _written(Tree(document.text), edit)
    after = None if new is None else _sound(new, document.path)
    if after is None:
        return None
    wanted = _with(document.value, edit.keys, edit.value)
    return after if canonical(after.value) == canonical(wanted) else None


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


def _written(tree: Tree, edit: Edit) -> str | None:
    """The text with the edit; None where it would take a comment along."""
    entry = tree.root
    for key in edit.keys[:-1]:
        entry = entry.items[key] if isinstance(key, int) else entry.pairs[key][1]
    name = str(edit.keys[-1])
    if edit.value is None:
        return _without(tree, entry, name) if name in entry.pairs else tree.text
    if name in entry.pairs:
        return _replaced(tree, *entry.pairs[name], edit.value)
    return _inserted(tree, entry, name, edit.value)


def _replaced(tree: Tree, key: Node, old: Node, value: Value) -> str | None:
    if tree.holds_comment(old.start, old.end):
        return None
    colon = tree.text.index(":", key.end) + 1
    between = tree.text[colon : old.start]
    if _BREAK.search(between) or old.start == old.end:  # it goes beside its name
        lead, rest = " ", between.rstrip() + tree.text[old.end :]
    else:
        lead, rest = between, tree.text[old.end :]
    return tree.text[:colon] + lead + _before(rest, value) + rest


def _inserted(tree: Tree, entry: Node, name: str, value: Value) -> str | None:
    filled = [pair for pair in entry.pairs.values() if pair[1].start < pair[1].end]
    if not filled:
        return None
    end = max(value.end for _key, value in filled)
    if entry.flow:
        rest = tree.text[end:]
        return f"{tree.text[:end]}, {name}: {_before(rest, value)}{rest}"
    column = entry.start - tree.line_start(entry.start)
    line_end = _BREAK.search(tree.text, end)
    at = line_end.start() if line_end else len(tree.text)
    usual = line_end or _BREAK.search(tree.text)
    line = (usual[0] if usual else "\n") + " " * column
    return f"{tree.text[:at]}{line}{name}: {flow(value)}{tree.text[at:]}"


def _without(tree: Tree, entry: Node, name: str) -> str | None:
    names = list(entry.pairs)
    place = names.index(name)
    key, value = entry.pairs[name]
    first = tree.line_start(key.start)
    if tree.holds_comment(key.start, value.end):
        return None
    if not entry.flow and not tree.text[first : key.start].strip(" "):
        return _without_lines(tree, first, value.end)
    if name != names[-1]:  # what follows moves up to where it stood
        start, end = key.start, entry.pairs[names[place + 1]][0].start
    elif place and entry.flow:
        start, end = entry.pairs[names[place - 1]][1].end, value.end
    else:
        return None
    if tree.holds_comment(start, end):
        return None
    return tree.text[:start] + tree.text[end:]


def _without_lines(tree: Tree, start: int, end: int) -> str:
    before, line_end = tree.text[:start], _BREAK.search(tree.text, end)
    if line_end:
        return before + tree.text[line_end.end() :]
    return before.removesuffix("\n").removesuffix("\r")  # the last line had no end


def _before(rest: str, value: Value) -> str:
    """`value` as it is written before `rest`: plain text may not stand before a comment."""
    if isinstance(value, str) and _COMMENT.match(rest):
        return quoted(value)
    return flow(value)
