"""YAML, read strictly: values as they were written, and the place of every word.

Values are built straight from the C parser's events. Places are looked up only when there
is something to report, by walking the same events once more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from yaml.cyaml import CParser

from secaudit.language import _
from secaudit.problems import Problem, Refused

Value: TypeAlias = "bool | int | str | list[Value] | dict[str, Value] | None"
Keys: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]

MOST_BYTES = 5 * 2**20
MOST_LEVELS = 50

_UNWANTED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"  # C0 C1 NEL LS PS
)
_RAW = re.compile(f"[{_UNWANTED}]")
_DECODED = re.compile(f"[{_UNWANTED}\r]")
_HASH_AFTER_TEXT = re.compile(r"^[ \t]*[^ \t#\r\n][^\r\n]*[ \t]#", re.MULTILINE)
_CUT = re.compile(r"[ \t]+#")
_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,14})\Z")
_RESOLVED: dict[str, Value] = {"": None, "~": None, "null": None, "true": True}
_RESOLVED["false"] = False
_NEEDS_QUOTES = frozenset("*&!@%`")


@dataclass(frozen=True)
class Document:
    """One document of a file. Fields that are null are left out: null means absent."""

    path: str
    text: str = field(repr=False)
    number: int
    """0-based, among the documents of its file."""
    value: Value
    problems: tuple[Problem, ...]
    """What breaks the rules of strict YAML inside this document."""

    def problem(
        self,
        code: str,
        message: str,
        keys: Keys,
        *,
        at_key: bool = False,
        warning: bool = False,
    ) -> Problem:
        """A problem at the value under `keys`, or at its key; else at the nearest parent."""
        line, column = self.place(keys, at_key=at_key)
        severity = "warning" if warning else "error"
        return Problem(self.path, line, column, severity, code, message)

    def place(self, keys: Keys, *, at_key: bool = False) -> Place:
        """Line and column, 1-based, of the value under `keys`, or of the last key itself."""
        for end in range(len(keys), -1, -1):
            of_key, of_value = self._places.get(keys[:end], (None, None))
            if of_value:
                return of_key if of_key and (at_key or end < len(keys)) else of_value
        return 1, 1

    def has(self, keys: Keys) -> bool:
        """Whether something is written under `keys`, be it only a key without a value."""
        return keys in self._places

    @cached_property
    def _places(self) -> dict[Keys, tuple[Place | None, Place]]:
        return _places(self.text, self.number)


@dataclass(frozen=True)
class Stream:
    """A file as read: its documents, or the problems that leave it without any."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Problems of the file as a whole; those of a document stand with the document."""


def load(path: Path, shown: str = "") -> Stream:
    """Read the file at `path`; its problems name it as `shown`. Raises Refused if unreadable."""
    try:
        with path.open("rb") as file:
            return read(file.read(MOST_BYTES + 1), shown or str(path))
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = _("{path} cannot be read: {reason}")
        raise Refused(sentence.format(path=shown or path, reason=reason)) from None


def read(data: bytes, path: str) -> Stream:
    """The documents of `data`; a stream with broken syntax yields none."""
    if len(data) > MOST_BYTES:
        message = _("the file is larger than 5 MiB")
        return Stream(problems=(Problem(path, 1, 1, "error", "too-large", message),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Stream(problems=(_not_utf8(data, path, error.start),))
    unwanted = _RAW.search(text)
    if unwanted:
        return Stream(problems=(_control_character(text, path, unwanted.start()),))
    return _stream(text, path)


def quoted(text: str) -> str:
    """`text` as a YAML value in double quotes, on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def _stream(text: str, path: str) -> Stream:
    reader = _Reader(text, path)
    try:
        documents = tuple(reader.documents())
    except yaml.MarkedYAMLError as error:
        return Stream(problems=(_syntax(error, text, path),))
    except yaml.reader.ReaderError as error:
        return Stream(problems=(_control_character(text, path, error.position),))
    except _TooDeep as deep:
        message = _("more than 50 levels inside each other")
        at = deep.mark.line + 1, deep.mark.column + 1
        return Stream(problems=(Problem(path, *at, "error", "too-deep", message),))
    if not documents:
        message = _("the file is empty")
        return Stream(problems=(Problem(path, 1, 1, "error", "empty-file", message),))
    return Stream(documents)


class _TooDeep(Exception):
    def __init__(self, mark: Any) -> None:
        super().__init__()
        self.mark = mark


class _Reader:
    """Builds values from events and notes what the strict rules refuse."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.next = CParser(text).get_event
        self.problems: list[Problem] = []
        self.hashes = _HASH_AFTER_TEXT.search(text) is not None
        self.escapes = "\\" in text
        self.level = 0

    def documents(self) -> Iterator[Document]:
        self.next()  # StreamStart
        number = 0
        while type(self.next()) is yaml.DocumentStartEvent:
            self.problems = []
            value = self.value(self.next())
            self.next()  # DocumentEnd
            if value is not None or self.problems:
                found = tuple(self.problems)
                yield Document(self.path, self.text, number, value, found)
            number += 1

    def value(self, event: Any) -> Value:
        kind = type(event)
        if event.anchor is not None:
            self.refuse_anchor(event)
            if kind is yaml.AliasEvent:
                return None
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if event.tag is not None:
            self.refuse_tag(event)
        self.level += 1
        if self.level > MOST_LEVELS:
            raise _TooDeep(event.start_mark)
        built = (
            self.mapping() if kind is yaml.MappingStartEvent else self.sequence(event)
        )
        self.level -= 1
        return built

    def scalar(self, event: Any) -> Value:
        text: str = event.value
        if event.tag is not None:
            self.refuse_tag(event)
        if self.escapes and _DECODED.search(text):
            message = _("the text holds a control character that Word cannot show")
            self.refuse("control-character", message, event)
        if not event.implicit[0]:
            return text
        if self.hashes:
            self.refuse_hash(event)
        if text in _RESOLVED:
            return _RESOLVED[text]
        return int(text) if _INTEGER.match(text) else text

    def sequence(self, event: Any) -> list[Value]:
        items: list[Value] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self.value(event))  # noqa: PERF401 - the walrus is the loop
        return items

    def mapping(self) -> dict[str, Value]:
        built: dict[str, Value] = {}
        nulls: set[str] = set()
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self.key(event)
            value = self.value(self.next())
            if key is None:
                continue
            if key in built or key in nulls:
                message = _("'{key}' is written twice").format(key=key)
                self.refuse("duplicate-key", message, event)
            elif value is None:
                nulls.add(key)
            else:
                built[key] = value
        return built

    def key(self, event: Any) -> str | None:
        if type(event) is not yaml.ScalarEvent:
            self.value(event)
            if type(event) is not yaml.AliasEvent:
                message = _("a name before ':' must be plain text")
                self.refuse("complex-key", message, event)
            return None
        key = self.scalar(event)
        if key is None:
            self.refuse("null-key", _("there is no name before ':'"), event)
            return None
        if event.value == "<<" and event.implicit[0]:
            self.refuse("merge-key", _("merge keys ('<<') are not allowed"), event)
            return None
        return str(event.value)

    def refuse(self, code: str, message: str, event: Any) -> None:
        mark = event.start_mark
        place = mark.line + 1, mark.column + 1
        self.problems.append(Problem(self.path, *place, "error", code, message))

    def refuse_anchor(self, event: Any) -> None:
        if type(event) is yaml.AliasEvent:
            message = _("a value may not begin with '*'; put quotes around this text")
            self.refuse("alias", message, event)
        else:
            message = _("a value may not begin with '&'; put quotes around this text")
            self.refuse("anchor", message, event)

    def refuse_tag(self, event: Any) -> None:
        message = _("a value may not begin with '!'; put quotes around this text")
        self.refuse("tag", message, event)

    def refuse_hash(self, event: Any) -> None:
        end = event.end_mark
        cut = _CUT.match(self.text, end.index)
        if cut:
            column = end.column + len(cut[0])
            message = _(
                "everything from '#' on would be lost; put quotes around the whole text"
            )
            place = end.line + 1, column
            self.problems.append(
                Problem(self.path, *place, "error", "text-cut-by-hash", message)
            )


def _not_utf8(data: bytes, path: str, start: int) -> Problem:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = _("the file seems to be UTF-16; save it as UTF-8")
        return Problem(path, 1, 1, "error", "not-utf8", message)
    before = data[:start].decode("utf-8-sig", "replace")
    message = _(
        "the file seems to be Windows-1252 (an older Danish file); save it as UTF-8"
    )
    return Problem(path, *_line_column(before), "error", "not-utf8", message)


def _control_character(text: str, path: str, index: int) -> Problem:
    message = _("the control character U+{code:04X} is not allowed")
    place = _line_column(text[:index])
    shown = message.format(code=ord(text[index]))
    return Problem(path, *place, "error", "control-character", shown)


def _line_column(before: str) -> Place:
    lines = re.split("\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    code, message = "syntax", _("this is not YAML; look at indentation and quotes")
    here = text[mark.index : mark.index + 1]
    if error.context and "scalar" in error.context and "quoted" in error.context:
        mark = error.context_mark or mark
        code, message = "open-quote", _("the quote that begins here is never closed")
    elif here in _NEEDS_QUOTES or (error.context or "").endswith(("alias", "anchor")):
        mark = mark if here in _NEEDS_QUOTES else error.context_mark or mark
        sign = text[mark.index : mark.index + 1]
        code = "needs-quotes"
        message = _("a value may not begin with '{sign}'; put quotes around this text")
        message = message.format(sign=sign)
    elif here == "\t":
        code, message = "tab", _("a tab stands where only spaces may; use spaces")
    elif "mapping values" in (error.problem or ""):
        code = "needs-quotes"
        message = _("': ' inside a text; put quotes around the whole text")
    return Problem(path, mark.line + 1, mark.column + 1, "error", code, message)


def _places(text: str, number: int) -> dict[Keys, tuple[Place | None, Place]]:
    parser = CParser(text)
    found: dict[Keys, tuple[Place | None, Place]] = {}
    parser.get_event()
    for _skipped in range(number + 1):
        found.clear()
        parser.get_event()  # DocumentStart
        _walk(parser.get_event(), parser.get_event, (), None, found)
        parser.get_event()  # DocumentEnd
    return found


def _walk(
    event: Any, following: Any, keys: Keys, of_key: Place | None, found: Any
) -> None:
    found.setdefault(keys, (of_key, _place(event)))
    if type(event) is yaml.SequenceStartEvent:
        index = 0
        while type(item := following()) is not yaml.SequenceEndEvent:
            _walk(item, following, (*keys, index), None, found)
            index += 1
    elif type(event) is yaml.MappingStartEvent:
        while type(key := following()) is not yaml.MappingEndEvent:
            name = key.value if type(key) is yaml.ScalarEvent else object()
            if type(key) not in (yaml.ScalarEvent, yaml.AliasEvent):
                _walk(key, following, (*keys, name), None, found)
            _walk(following(), following, (*keys, name), _place(key), found)


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
