"""What is said of a text that is no YAML at all."""

import re
from typing import Any

import yaml

from secaudit.language import _
from secaudit.problems import Problem
from secaudit.yamlfile.places import Place

_NAME_AND_VALUE = re.compile(
    "( *)(status|comment|reviewed_on|maturity|evidence|action|acceptance|reference|seen_on"
    "|what|responsible|due|hours|cost|why|until|answered_on|name|email|id|owner):[^ /\\s]"
)
_NEEDS_QUOTES = frozenset("*&!@%`")


def not_utf8(data: bytes, path: str, error: UnicodeDecodeError) -> Problem:
    """What `data` seems to be, when a byte of it is not UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = _("the file seems to be UTF-16; save it as UTF-8")
        return Problem(path, 1, 1, "error", "not-utf8", message)
    before = error.object[: error.start].decode()  # without the mark in front, if any
    message = _(
        "the file seems to be Windows-1252 (an older Danish file); save it as UTF-8"
    )
    return Problem(path, *_line_column(before), "error", "not-utf8", message)


def control_character(text: str, path: str, index: int) -> Problem:
    """The unwanted character at `index`."""
    message = _("the control character U+{code:04X} is not allowed")
    place = _line_column(text[:index])
    shown = message.format(code=ord(text[index]))
    return Problem(path, *place, "error", "control-character", shown)


def _line_column(before: str) -> Place:
    lines = re.split("\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


def syntax(error: yaml.MarkedYAMLError, text: str, path: str, suspect: Any) -> Problem:
    """What breaks the syntax, and where; `suspect` is the last alias or quoted text."""
    mark: Any = error.problem_mark or error.context_mark
    context = error.context or ""
    alias = type(suspect) is yaml.AliasEvent and "scalar" not in context
    if alias and suspect.end_mark.line == mark.line:
        mark = suspect.start_mark
    here = text[mark.index : mark.index + 1]
    if context == "while parsing a quoted scalar":
        code = "wrong-escape"
        message = _(
            "'\\' inside double quotes means something else; "
            "write it twice, or use single quotes"
        )
    elif "quoted scalar" in context:
        mark = error.context_mark or mark
        code, message = "open-quote", _("the quote that begins here is never closed")
    elif here in _NEEDS_QUOTES or context.endswith(("alias", "anchor", "tag")):
        mark = mark if here in _NEEDS_QUOTES else error.context_mark or mark
        sign = text[mark.index : mark.index + 1]
        code = "needs-quotes"
        message = _("a value may not begin with '{sign}'; put quotes around this text")
        message = message.format(sign=sign)
    elif here == "\t":
        code, message = "tab", _("a tab stands where only spaces may; use spaces")
    elif missing := _missing_space(text, mark.index):
        name, line, column = missing
        message = _("a space is missing after '{name}:'").format(name=name)
        return Problem(path, line, column, "error", "missing-space", message)
    elif "mapping values" in (error.problem or ""):
        code = "needs-quotes"
        message = _("': ' inside a text; put quotes around the whole text")
    elif suspect and suspect.end_mark.line == mark.line:
        mark = suspect.start_mark
        code = "open-quote"
        message = _("the quotes that begin here do not go around the whole text")
    else:
        code, message = (
            "syntax",
            _(
                "this is not YAML; look at indentation and quotes, and keep a text on one line"
            ),
        )
    return Problem(path, mark.line + 1, mark.column + 1, "error", code, message)


def _missing_space(text: str, index: int) -> tuple[str, int, int] | None:
    """The name, line and column of a `name:value` on the line of `index` or before it."""
    lines = re.split("\r\n|\r|\n", text[:index])
    for number in range(len(lines), max(len(lines) - 2, 0), -1):
        found = _NAME_AND_VALUE.match(lines[number - 1])
        if found:
            return found[2], number, len(found[1]) + 1
    return None
