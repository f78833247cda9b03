"""The Jinja environment of Word templates: it shows text as it was written, and no blanks."""

import re
from dataclasses import is_dataclass
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from secaudit.language import number
from secaudit.report.word.budget import Budget, Counting
from secaudit.report.word.filters import paid

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
    """Everything that a template makes is paid for from one budget."""

    intercepted_binops = frozenset("+")

    def __init__(self) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_verbatim,
            optimized=False,  # it takes long over long tags
        )
        self.budget = Budget()
        self.concat = self.budget.written  # type: ignore[assignment, method-assign]
        self.filters = paid(self.filters, self.budget)
        self.globals = {name: self.globals[name] for name in FUNCTIONS}

    def _generate(self, source: nodes.Template, *named: Any, **more: Any) -> str:
        """The code for a template's tree, which counts what it makes."""
        counting: nodes.Template = Counting().visit(source)
        counting.set_environment(self)
        return super()._generate(counting, *named, **more)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template asks of a row; the year of a date stays as it is."""
        found = super().getattr(obj, attribute)
        return written(found) if is_dataclass(obj) else found

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """What two texts or two lists come to."""
        self.budget.weigh(left, right)
        return super().call_binop(context, operator, left, right)

    def call(_self, _context: Any, _called: Any, *given: Any, **named: Any) -> Any:
        """What a method of a text or a date gives."""
        owner = getattr(_called, "__self__", None)
        _self.budget.weigh(owner, *given, *named.values())
        if isinstance(owner, str) and getattr(_called, "__name__", "") == "replace":
            _self.budget.replaced(owner, *map(str, given[:2]))
        return super().call(_context, _called, *given, **named)


def environment() -> SandboxedEnvironment:
    """Everything is escaped; a name that is not known raises UndefinedError, and what would
    hardly end TooMuch. It has no filters and functions but those that a template may use."""
    return _Environment()


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
