"""The lines of a form, cut into what belongs together by the names that they begin with."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal

from secaudit.problems import Problem, problem_at
from secaudit.questionnaire import status_of
from secaudit.validation import schema
from secaudit.yamlfile import Keys

Level = Literal["top", "control", "fact", "field"]

CONTROL = re.compile("[A-Z][A-Za-z0-9]*(?:[.][A-Za-z0-9]+)+")
LINES = re.compile("[^\n]*\n|[^\n]+")
_INDENTS: dict[Level, int] = {"top": 0, "fact": 2, "control": 2, "field": 4}
"""How a form is issued."""
_LINE = re.compile(
    r"[ \t]*(?P<name>[A-Za-z_](?:[\w.-]*\w)?)[ \t]*(?P<sign>:|[=;：.]>?|-(?=\s)|)(?P<beside>.*)"
)


@dataclass(frozen=True)
class Unit:
    """The lines of a name and of what stands under it, with the comments that follow."""

    path: str
    above: int
    """How many lines of the file stand above it."""
    level: Level
    name: str
    keys: Keys
    """Where it belongs, by its name and those above it, whatever its indentation."""
    lines: tuple[str, ...]
    sign: str
    """What follows the name: a colon, another sign in its place, or nothing."""
    beside: str
    """What stands beside the name, with the blanks before it."""

    @property
    def indent(self) -> int:
        """How many blanks stand before the name."""
        return blanks(self.lines[0])

    @property
    def text(self) -> str:
        """Its lines."""
        return "".join(self.lines)

    def problem(self, code: str, message: str, line: int = 0) -> Problem:
        """A problem at the first word of one of its lines, the first of which is 0."""
        place = self.above + 1 + line, blanks(self.lines[line]) + 1
        return problem_at(self.path, place, code, message)


@dataclass(frozen=True)
class Outline:
    """A document as the names in it divide it."""

    units: tuple[Unit, ...]
    before: tuple[str, ...]
    """The lines before the first name."""

    @cached_property
    def usual_indents(self) -> dict[Level, int]:
        """By level, how most of its names are indented."""
        counts = Counter((unit.level, unit.indent) for unit in self.units)
        usual = _INDENTS.items()
        rising = sorted(counts, key=lambda each: (counts[each], each in usual))
        return dict(rising)


def blanks(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


@cache
def names() -> dict[Level, frozenset[str]]:
    """The names that a form has on each level, but for its controls."""
    form = _schema()
    answer = form["$defs"]["answer"]
    facts = form["properties"]["facts"]
    listed: dict[Level, Any] = {"top": form, "fact": facts, "field": answer}
    return {level: frozenset(part["properties"]) for level, part in listed.items()}


@cache
def every_name() -> frozenset[str]:
    """The names of a form on all levels, but for its controls and departments."""
    return frozenset(_names(_schema()))


@cache
def _schema() -> dict[str, Any]:
    return schema("questionnaire")


def _names(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part.get("properties", ())
    inside = part.values() if isinstance(part, dict) else part
    for inner in inside if isinstance(part, dict | list) else ():
        yield from _names(inner)


@cache
def usually_empty() -> frozenset[str]:
    """The names that a form may well have without a value."""
    known = names()
    others = {"due", "hours", "cost", "seen_on", "until", "answered_on"}
    return known["field"] | known["fact"] | others


def is_name(keys: Keys) -> bool:
    """Whether the last of `keys` is a name that a form has there, or a control or a department."""
    form = _schema()
    part: Any = form
    for key in keys:
        part = part.get("else", part)  # what stands there but for the word `unchanged`
        while "$ref" in part:
            part = form["$defs"][part["$ref"].rsplit("/", 1)[-1]]
        named = part.get("properties", {}).get(key) or part.get("additionalProperties")
        part = part.get("items") if isinstance(key, int) else named
        if not part:
            return False
    in_answers = keys[:1] == ("answers",) and len(keys) == 2
    return not in_answers or bool(CONTROL.fullmatch(str(keys[1])))


def outline(text: str, path: str, above: int) -> Outline:
    """A document, below so many lines of its file, cut into units that can be read alone."""
    lines = LINES.findall(text)
    begun = list(_begun(lines))
    ends = [*(number for number, _level, _keys, _found in begun[1:]), len(lines)]
    units = tuple(
        Unit(
            path=path,
            above=above + number,
            level=level,
            name=found["name"],
            keys=keys,
            lines=tuple(lines[number:end]),
            sign=found["sign"],
            beside=found["beside"],
        )
        for (number, level, keys, found), end in zip(begun, ends, strict=False)
    )
    return Outline(units, tuple(lines[: begun[0][0] if begun else 0]))


def _begun(lines: list[str]) -> Iterator[tuple[int, Level, Keys, re.Match[str]]]:
    """The number of each line that begins a unit, and what it begins."""
    part, control = "", ""
    for number, line in enumerate(lines):
        found = _LINE.match(line)
        level = _level(found, part, control) if found else None
        if not found or not level:
            continue
        name = found["name"]
        if level in ("top", "control"):
            part = name if level == "top" else "answers"
            control = name if level == "control" else ""
        above = {"fact": ("facts",), "control": ("answers",)}
        keys = ("answers", control) if level == "field" else above.get(level, ())
        yield number, level, (*keys, name), found


def _level(found: re.Match[str], part: str, control: str) -> Level | None:
    """What a line begins, by its first word; a word of a text begins nothing."""
    known, name = names(), found["name"]
    sign, value = found["sign"], found["beside"].strip()
    if control and name in known["field"]:
        return "field" if sign or _is_value(name, value) else None
    if CONTROL.fullmatch(name) and part:
        return "control" if sign or not value else None
    if part == "facts" and sign and name in known["fact"]:
        return "fact"
    begun = value[:1] in ("", "{", "[", '"')  # else it may be a word of a text
    return "top" if name in known["top"] and (sign or begun) else None


def _is_value(name: str, value: str) -> bool:
    """Whether a field's value follows its name without a colon. `status` is a Danish word."""
    return bool(value if name != "status" else status_of(value))
