"""Somebody who fills in a form, as a person would: line by line in the file they got."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from secaudit.problems import refuse_errors
from secaudit.validation import shaped
from secaudit.yamlfile import load, quoted

_CONTROL = re.compile(r"  ([A-Z][A-Za-z0-9.]+):\Z")
_FIELD = re.compile(
    r"    (status|maturity|counts|reviewed_on|comment|evidence|action):"
)
_COUNTED = re.compile(r"(      ([a-z0-9-]+)): \{met: ")
_USUAL = (86, 9, 5)
"""Per cent of the employees that are met, partial and not met, where nothing is told."""


@dataclass(frozen=True)
class Reply:
    """How one person answers one form."""

    person: str
    form: str
    """The name of its file, without suffix."""
    post: str
    """`first`, `second` for those that come later, `late` for after the end."""
    answered_on: date
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By control id; a control that is not named is met."""
    only: bool = False
    """Whether the controls that are not named are left out."""
    employees: dict[str, int] = field(default_factory=dict)
    """How many employees answered, by department; a control may tell their shares."""


def replies(path: Path) -> tuple[Reply, ...]:
    """The replies that the file at `path` tells of."""
    told = loaded(path)["replies"]
    return tuple(shaped({"post": "first", **reply}, Reply) for reply in told)


def loaded(path: Path) -> Any:
    """What a file of the demo's holds. Raises Refused for one that is wrong."""
    stream = load(path)
    refuse_errors((*stream.problems, *stream.documents[0].problems))
    return stream.documents[0].value


def fill_in(form: str, reply: Reply) -> str:
    """The form as the reply fills it in."""
    return "\n".join(_lines(form.split("\n"), reply))


def _lines(lines: list[str], reply: Reply) -> Iterator[str]:
    answer: dict[str, Any] | None = None
    for line in lines:
        control = _CONTROL.match(line)
        if control:
            answer = reply.answers.get(control[1], None if reply.only else {})
        if line.startswith("respondent:"):
            yield line.replace("answered_on: ", f"answered_on: {reply.answered_on}")
        elif answer is not None and (found := _FIELD.match(line)):
            yield _field(found[1], line, answer, reply)
        elif answer is not None and (found := _COUNTED.match(line)):
            number = reply.employees.get(found[2], 0)
            counts = _counts(answer, number, answer.get("below", {}).get(found[2], 0))
            yield f"{found[1]}: {counts}" if number else line
        else:
            yield line


def _field(name: str, line: str, answer: dict[str, Any], reply: Reply) -> str:
    before = line[: line.index(":") + 1]
    if name == "status":
        return f"{before} {answer.get('status', 'opfyldt')}"
    if name == "maturity":
        return f"{before} {answer.get('maturity', 3)}"
    if name == "counts":
        return before
    if name == "reviewed_on":
        usual = line[len(before) :].strip() or reply.answered_on - timedelta(days=45)
        return f"{before} {answer.get('reviewed_on', usual)}"
    if name == "comment":
        return f"{before} {_text(answer.get('comment', ''))}"
    if name == "evidence":
        seen = reply.answered_on - timedelta(days=20)
        case = f"ESDH-sag {reply.answered_on.year}-{_case_number(reply.form)}"
        shown = quoted(answer.get("evidence", case))
        return f"{before} [{{reference: {shown}, seen_on: {seen}}}]"
    return f"{before} {_action(answer.get('action', {}))}"


def _text(text: str) -> str:
    """A text as it stands beside its name: in quotes, or in a block if it has several lines."""
    first, *others = text.split("\n")
    return "\n      ".join(["|-", first, *others]) if others else quoted(text)


def _counts(answer: dict[str, Any], number: int, below: int) -> str:
    """How many of a department's employees are met, partial and not met; `below` is how many
    per cent fewer of them are met than of the others."""
    _met, partial, not_met = answer.get("shares", _USUAL)
    some, none = number * partial // 100, number * (not_met + below) // 100
    return f"{{met: {number - some - none}, partial: {some}, not-met: {none}}}"


def _action(action: dict[str, Any]) -> str:
    texts = ((key, quoted(action.get(key, ""))) for key in ("what", "responsible"))
    plain = ((key, str(action.get(key, ""))) for key in ("due", "hours", "cost"))
    return "{" + ", ".join(f"{key}: {value}" for key, value in (*texts, *plain)) + "}"


def _case_number(form: str) -> str:
    """A case number that is the same every time for the same form."""
    marks = sum(ord(letter) * place for place, letter in enumerate(form, 1))
    return str(1000 + marks % 9000)
