"""The Jinja environment of Word templates: it shows text as it was written, and no blanks."""

import re
from dataclasses import is_dataclass
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from secaudit.language import number

FILTERS = (
    *("capitalize", "lower", "replace", "string", "title", "trim", "truncate", "upper"),
    *("first", "join", "last", "length", "count", "list", "map", "reverse", "sort"),
    *("reject", "rejectattr", "select", "selectattr", "unique"),
    *("abs", "int", "max", "min", "sum", "d", "default"),
)
FUNCTIONS = ("dict",)
"""Those of Jinja that a template may use."""
_UNSEEN = re.compile(
    r"[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]"
    r"|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]"
)


class Number(int):
    """A number of a report, written as people write it: 12.000."""

    def __str__(self) -> str:
        return number(int(self))


def written(value: Any) -> Any:
    """The value as a template gets it: a number that is written as people write it."""
    return Number(value) if type(value) is int else value


class _Environment(SandboxedEnvironment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template asks of a row; the year of a date stays as it is."""
        found = super().getattr(obj, attribute)
        return written(found) if is_dataclass(obj) else found


def environment() -> SandboxedEnvironment:
    """Everything is escaped; a name that is not known raises UndefinedError.

    It has no filters and functions but those that a template may use.
    """
    made = _Environment(autoescape=True, undefined=StrictUndefined, finalize=_verbatim)
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.globals = {name: made.globals[name] for name in FUNCTIONS}
    return made


def _verbatim(value: Any) -> Any:
    """The value as XML that reads as it was written.

    Characters that XML cannot hold, or that turn a text round, are left out. Braces become
    character references, because docxtpl reads `{_{` in what was rendered as its own.
    """
    if isinstance(value, StrictUndefined):
        return value  # to be shown it is turned into text, and then raises
    escaped = str(escape(clean(str(value))))
    return Markup(escaped.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 (escaped above)


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold, and those that turn it round."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
