"""YAML, read strictly: values as they were written, and the place of every word.

Values are built straight from the C parser's events. Places are looked up only when there
is something to report, by walking the same events once more.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from secaudit.digest import canonical
from secaudit.language import _
from secaudit.problems import Problem, Refused, problem_at, reason
from secaudit.yamlfile.complaints import control_character, not_utf8, syntax
from secaudit.yamlfile.places import Keys, Place, Places, places
from secaudit.yamlfile.reader import MOST_BYTES, UNWANTED, Reader, Value

_RAW = re.compile(f"[{UNWANTED}]")
_PLAIN = re.compile(
    r"(?!(null|true|false|yes|no|on|off|y|n)\Z)[a-z][a-z0-9-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_HARMLESS = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F), *range(0x80, 0x100)])


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
    above: int = 0
    """How many lines of its file stand above its text."""
    empty: frozenset[str] = frozenset()
    """The names that stand in it without a value."""
    known: Places | None = field(default=None, repr=False)
    """Where everything stands, if the text itself cannot tell."""
    unread: frozenset[Keys] = frozenset()
    """Where something stands that could not be read; nothing is to be said of it again."""

    def problem(
        self,
        code: str,
        message: str,
        keys: Keys,
        /,
        *,
        at_key: bool = False,
        warning: bool = False,
        **words: Any,
    ) -> Problem:
        """A problem at the value under `keys`, or at its key; else at the nearest parent.

        `words` fill the message; one without any is told as it stands.
        """
        at = self.place(keys, at_key=at_key)
        text = message.format(**words) if words else message
        return problem_at(self.path, at, code, text, warning=warning)

    def place(self, keys: Keys, *, at_key: bool = False) -> Place:
        """Line and column, 1-based, of the value under `keys`, or of the last key itself."""
        for end in range(len(keys), -1, -1):
            of_key, of_value = self.places.get(keys[:end], (None, None))
            if of_value:
                named = of_key and (at_key or end < len(keys))
                line, column = of_key if of_key and named else of_value
                return line + self.above, column
        return 1 + self.above, 1

    def has(self, keys: Keys) -> bool:
        """Whether something is written under `keys`, be it only a key without a value."""
        return keys in self.places

    @cached_property
    def places(self) -> Places:
        """Where everything stands in its text."""
        return places(self.text)[self.number] if self.known is None else self.known


@dataclass(frozen=True)
class Part:
    """What stands under `keys` of a document."""

    document: Document
    keys: Keys

    def problem(
        self, code: str, message: str, *keys: str | int, **words: Any
    ) -> Problem:
        """A problem at `keys` within it; `words` are those of `Document.problem`."""
        return self.document.problem(code, message, (*self.keys, *keys), **words)


@dataclass(frozen=True)
class Stream:
    """A file as read: its documents, or the problems that leave it without any."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Problems of the file as a whole; those of a document stand with the document."""
    text: str = field(default="", repr=False)
    """What the file says; empty where it cannot be read."""

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """Every problem, of the file as a whole and of its documents."""
        return (*self.problems, *(p for d in self.documents for p in d.problems))


def load(path: Path, shown: str = "") -> Stream:
    """Read the file at `path`; its problems name it as `shown`. Raises Refused if unreadable."""
    try:
        with path.open("rb") as file:
            return read(file.read(MOST_BYTES + 1), shown or str(path))
    except OSError as error:
        text = _("{path} cannot be read: {reason}")
        raise Refused(text.format(path=shown or path, reason=reason(error))) from None


def read(data: bytes, path: str) -> Stream:
    """The documents of `data`; a stream with broken syntax yields none."""
    if len(data) > MOST_BYTES:
        return too_large(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Stream(problems=(not_utf8(data, path, error),))
    return parsed(text, path)


def too_large(path: str) -> Stream:
    """What is said of a file that no form is as large as."""
    message = _("the file is larger than 5 MiB")
    return Stream(problems=(problem_at(path, (1, 1), "too-large", message),))


def parsed(
    text: str, path: str, by_hand: frozenset[str] | None = None, above: int = 0
) -> Stream:
    """The documents of `text`, which has so many lines of its file `above` it.

    `by_hand`: the names in it, where people who do not know YAML filled it in; it has no escapes
    then but those of a quote and of a backslash, and nothing may stand behind a value.
    """
    unwanted = _RAW.search(text) if _may_hold_unwanted(text.encode()) else None
    if unwanted:
        found = Stream(problems=(control_character(text, path, unwanted.start()),))
    else:
        found = _stream(Reader(text, path, by_hand), text, path)
    return _lowered(found, above) if above else found


def _lowered(found: Stream, above: int) -> Stream:
    def low(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        return tuple(replace(p, line=p.line + above) for p in problems)

    documents = tuple(
        replace(d, problems=low(d.problems), above=above) for d in found.documents
    )
    return Stream(documents, low(found.problems), found.text)


def _too_deep_before(
    error: yaml.MarkedYAMLError, text: str, path: str
) -> tuple[Problem, ...]:
    """The parser reads ahead, and has bounds of its own that differ from version to version:
    what it stumbles over may lie behind more levels than a file may have."""
    marks: list[Any] = [m for m in (error.context_mark, error.problem_mark) if m]
    before = text[: min(mark.index for mark in marks)]
    with suppress(yaml.YAMLError):
        try:
            list(Reader(before, path).documents())
        except Refused as deep:
            return deep.problems
    return ()


def _may_hold_unwanted(data: bytes) -> bool:
    """Rule out, quickly, what the slower search would look for in every file."""
    suspects = (b"\xc2", b"\xe2\x80", b"\xef\xbf")  # how C1, NEL, LS, PS, U+FFFE begin
    return bool(data.translate(None, _HARMLESS)) or any(s in data for s in suspects)


def flow(value: Any) -> str:
    """`value` as YAML on one line, with quotes around text that could be mistaken."""
    if isinstance(value, int):
        return canonical(value)
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, dict):
        inside = ", ".join(f"{key}: {flow(item)}" for key, item in value.items())
        return "{" + inside + "}"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """`text` as a YAML value in quotes, on one line: with a backslash, in single ones."""
    if "\\" in text and not {*text} & {"'", "\n", "\t"}:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def _stream(reader: Reader, text: str, path: str) -> Stream:
    try:
        values = list(reader.documents())
    except yaml.MarkedYAMLError as error:
        deep = _too_deep_before(error, text, path)
        wrong = deep or (syntax(error, text, path, reader.suspect),)
        return Stream(problems=wrong, text=text)
    except Refused as deep:
        return Stream(problems=deep.problems, text=text)
    documents = tuple(
        Document(path, text, number, value, problems, empty=empty)
        for number, (value, problems, empty) in enumerate(values)
        if value is not None or problems
    )
    if not documents:
        message = _("the file is empty")
        return Stream(problems=(problem_at(path, (1, 1), "empty-file", message),))
    return Stream(documents, text=text)
