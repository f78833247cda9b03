"""The texts of mails: templates that an officer may change, held against what they may name."""

import os
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from errno import EISDIR
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from secaudit.bundled import bundled
from secaudit.language import Language, _
from secaudit.problems import Problem, Refused, problem_at, reason
from secaudit.validation import did_you_mean
from secaudit.visible import one_line, visible

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

_EVERY = ("name", "organisation", "campaign", "today", "officer", "email", "phone")
_FORMS = (
    *("forms", "questions", "minutes", "due", "when", "link", "file"),
    *("absent", "others", "mailed", "new", "missing", "returned"),
)
NAMES: Mapping[str, tuple[str, ...]] = {
    "issued": (*_EVERY, *_FORMS),
    "reminder-before": (*_EVERY, *_FORMS),
    "reminder-on": (*_EVERY, *_FORMS),
    "reminder-after": (*_EVERY, *_FORMS),
    "director": (*_EVERY, "department", "number", "due", "people"),
    "receipt": (*_EVERY, "recorded", "refused", "missing", "files"),
}
"""By text, what it may name."""
SUBJECTS = ("Emne:", "Subject:")
"""How the first line of a text begins."""
_LONGEST = 100_000
_BROKEN = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
    *(MemoryError, RecursionError),
)
"""What a template raises that counts or compares what it cannot, or makes far too much."""


@dataclass(frozen=True)
class Text:
    """A text of mails, ready to be filled in."""

    path: str
    """Its file, as a user knows it."""
    template: "Template"

    def filled(self, values: Mapping[str, Any]) -> tuple[str, str]:
        """The subject, on one line, and the text below it. Raises Refused with the place."""
        from jinja2 import TemplateError

        try:
            made = self.template.render(values)
        except (TemplateError, *_BROKEN) as error:
            raise Refused(problems=[self._broken(error)]) from None
        head, _line, body = visible(made).lstrip("\n").partition("\n")
        begin = next((word for word in SUBJECTS if head.startswith(word)), None)
        if begin is None or not head.removeprefix(begin).strip():
            message = _("the first line must be 'Emne:', and then the subject")
            problem = problem_at(self.path, (1, 1), "no-subject", message)
            raise Refused(problems=[problem])
        if not body.strip():
            message = _("there is no text below the subject")
            raise Refused(problems=[problem_at(self.path, (1, 1), "no-text", message)])
        return " ".join(one_line(head.removeprefix(begin)).split()), _tidy(body)

    def _broken(self, error: Exception) -> Problem:
        """What went wrong while it was filled in, at its line."""
        frames = traceback.extract_tb(error.__traceback__)
        lines = [f.lineno for f in frames if f.filename == "<template>" and f.lineno]
        return _problem(self.path, lines[-1] if lines else 1, str(error))


def texts(folder: Path, shown: str, language: Language) -> dict[str, Text]:
    """Every text, by its name: from `folder` where it lies there, else as secaudit brings it.

    Raises Refused with all that is wrong in them.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise Refused(_("{path} is not a folder").format(path=folder.as_posix()))
    found: dict[str, Text] = {}
    problems: list[Problem] = []
    for name, names in NAMES.items():
        told, own = f"{shown}/{name}.txt", folder / f"{name}.txt"
        path = own if os.path.lexists(own) else brought(name, language)
        source = _read(path, told)
        wrong = (
            [source] if isinstance(source, Problem) else [*_wrong(source, told, names)]
        )
        problems += wrong
        if isinstance(source, str) and not wrong:
            found[name] = Text(told, _environment().from_string(source))
    if problems:
        raise Refused(problems=problems)
    return found


def brought(name: str, language: Language) -> Path:
    """The file of a text that secaudit brings."""
    return bundled("templates") / "mail" / language / f"{name}.txt"


def _read(path: Path, told: str) -> str | Problem:
    """What stands in a file, or why it cannot be read."""
    try:
        if path.exists() and not path.is_file():  # a pipe would never end
            raise IsADirectoryError(EISDIR, "")
        with path.open(encoding="utf-8-sig") as file:
            source = file.read(_LONGEST + 1)
        if len(source) <= _LONGEST:
            return source
        message = _("the text is longer than {what} characters").format(what=_LONGEST)
    except UnicodeDecodeError:
        message = _("the text must be saved as UTF-8")
    except OSError as error:
        message = _("cannot be read: {reason}").format(reason=reason(error))
    return problem_at(told, (0, 0), "unreadable", message)


@cache
def _environment() -> "SandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    class Missing(StrictUndefined):
        """What is not there, told in words."""

        @property
        def _undefined_message(self) -> str:
            return _missing(str(self._undefined_name), self._undefined_obj)

    environment = SandboxedEnvironment(
        autoescape=False,
        undefined=Missing,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    return environment


def _missing(name: str, of: Any) -> str:
    """That something has no part of that name, and which it has instead."""
    parts = [field.name for field in fields(of)] if is_dataclass(of) else []
    message = _("there is no '{name}' in this text").format(name=name)
    return message + did_you_mean(name, parts)


def _seen(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) else value


def _wrong(source: str, told: str, names: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong in a text before it is filled in: its syntax, the names in it."""
    from jinja2 import TemplateError, nodes

    try:
        tree = _environment().parse(source)
        _environment().compile(tree)
    except TemplateError as error:
        yield _problem(told, getattr(error, "lineno", 1), error.message or "")
        return
    except _BROKEN as error:
        yield _problem(told, 1, str(error))
        return
    every = list(tree.find_all(nodes.Name))
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    stored = {name.name for name in every if name.ctx != "load"}
    known = {*names, *macros, *stored, "loop", "caller", "varargs", "kwargs"}
    for name in every:
        if name.name not in known:
            message = _("there is no '{name}' in this text").format(name=name.name)
            text = message + did_you_mean(name.name, names)
            yield problem_at(told, (name.lineno, 1), "unknown-name", text)


def _problem(told: str, line: int, said: str) -> Problem:
    message = _("the text cannot be filled in: {reason}").format(reason=one_line(said))
    return problem_at(told, (line, 1), "template", message)


def _tidy(body: str) -> str:
    """The text without blanks at ends of lines, and with one empty line between paragraphs."""
    lines: list[str] = []
    for line in body.strip("\n").splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"
