"""What is said of a text that is no YAML at all."""

import re
from typing import Any

import yaml

from secaudit.language import _, later
from secaudit.problems import Problem, problem_at
from secaudit.yamlfile.places import Place, place

BAD_SIGN = later("a value may not begin with '{sign}'; put quotes around this text")
BACKSLASH = later(
    "'\\' inside double quotes means something else; write a path in single quotes, "
    "such as 'C:\\mappe'"
)
CUT = later("everything from '#' on would be lost; put quotes around the whole text")
_UNCLOSED = later("the quote that begins here is never closed")
_TAB = later("a tab stands where only spaces may; use spaces")
_NO_SPACE = later("a space is missing after '{name}:'")
_COLON = later("': ' inside a text; put quotes around the whole text")
HALF_QUOTED = later(
    "the quotes that begin here do not go around the whole text; use single ones within it"
)
_HALF_SINGLE = later(
    "the quotes that begin here do not go around the whole text; within it, write '' for '"
)
_NO_YAML = later(
    "this is not YAML; look at indentation and quotes, and keep a text on one line"
)
_BREAK = re.compile("\r\n|\r|\n")
_NAME_AND_VALUE = re.compile(
    "( *)(status|comment|reviewed_on|maturity|evidence|action|acceptance|reference|seen_on"
    "|what|responsible|due|hours|cost|why|until|answered_on|name|email|id|owner):[^ /\\s]"
)
_NEEDS_QUOTES = frozenset("*&!@%`")
_SIGNED = ("alias", "anchor", "tag")


def not_utf8(data: bytes, path: str, error: UnicodeDecodeError) -> Problem:
    """What `data` seems to be, when a byte of it is not UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = _("the file seems to be UTF-16; save it as UTF-8")
        return problem_at(path, (1, 1), "not-utf8", message)
    before = error.object[: error.start].decode()  # without the mark in front, if any
    message = _(
        "the file seems to be Windows-1252 (an older Danish file); save it as UTF-8"
    )
    return problem_at(path, line_column(before), "not-utf8", message)


def control_character(text: str, path: str, index: int) -> Problem:
    """The unwanted character at `index`."""
    message = _("the control character U+{code:04X} is not allowed")
    shown = message.format(code=ord(text[index]))
    return problem_at(path, line_column(text[:index]), "control-character", shown)


def line_column(before: str) -> Place:
    """The place that comes right after `before`."""
    lines = _BREAK.split(before)
    return len(lines), len(lines[-1]) + 1


TWICE = "duplicate-key"


def twice(key: str) -> str:
    """What is said of a name that stands under another of the same."""
    return _("'{key}' is written twice").format(key=key)


def syntax(error: yaml.MarkedYAMLError, text: str, path: str, suspect: Any) -> Problem:
    """What breaks the syntax, and where; `suspect` is the last alias or quoted text."""
    mark: Any = error.problem_mark or error.context_mark
    context, problem = error.context or "", error.problem or ""
    begun: Any = suspect.start_mark if suspect else None
    near = bool(begun) and suspect.end_mark.line == mark.line
    if near and type(suspect) is yaml.AliasEvent and "scalar" not in context:
        mark = begun
    single = near and text[begun.index : begun.index + 1] == "'"
    start: Any = error.context_mark or mark
    here = text[mark.index : mark.index + 1]
    name, spaceless = _missing_space(text, mark.index)
    cases = (  # the first that is so is told: whether, its code, where, and the words
        (context == "while parsing a quoted scalar", "wrong-escape", mark, BACKSLASH),
        ("quoted scalar" in context, "open-quote", start, _UNCLOSED),
        (here in _NEEDS_QUOTES, "needs-quotes", mark, BAD_SIGN),
        (context.endswith(_SIGNED), "needs-quotes", start, BAD_SIGN),
        (here == "\t", "tab", mark, _TAB),
        (name, "missing-space", spaceless, _NO_SPACE),
        ("mapping values" in problem, "needs-quotes", mark, _COLON),
        (near and single, "open-quote", begun, _HALF_SINGLE),
        (near, "open-quote", begun, HALF_QUOTED),
        (True, "syntax", mark, _NO_YAML),
    )
    code, at, message = next(case[1:] for case in cases if case[0])
    shown = _(message).format(sign=text[at.index : at.index + 1], name=name)
    return problem_at(path, place(at), code, shown)


def _missing_space(text: str, index: int) -> tuple[str, Any]:
    """The name of a `name:value` on the line of `index` or before it, and its mark."""
    lines = _BREAK.split(text[:index])
    for number in range(len(lines), max(len(lines) - 2, 0), -1):
        if match := _NAME_AND_VALUE.match(lines[number - 1]):
            return match[2], yaml.Mark("", 0, number - 1, len(match[1]), None, 0)
    return "", None
