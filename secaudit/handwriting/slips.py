"""What is wrong with the lines of a name, each told where it is."""

import re

from secaudit.handwriting.lines import Outline, Unit
from secaudit.language import _, later
from secaudit.problems import Problem, problem_at
from secaudit.questionnaire import status_of
from secaudit.yamlfile import Stream, parsed

_VAGUE = ("syntax", "needs-quotes", "missing-space")
"""What is told of lines that may only be too many."""
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_INSTEAD = {
    "": ("missing-colon", later("a colon is missing after '{name}'")),
    ":": ("missing-space", later("a space is missing after '{name}:'")),
}
_OTHER_SIGN = later("write ':' after '{name}', not '{sign}'")
_STRAY = later(
    "this line belongs to no field; put quotes around the whole text above, or take it out"
)
_STRAY_ABOVE = later("this line belongs to no field; take it out")
_OPEN = later(
    "the '{open}' that begins here is never closed; write '{close}' at the end"
)
_INDENT = later(
    "'{name}' must stand with {usual} spaces before it, as elsewhere; here there are {found}"
)


def read_unit(unit: Unit, path: str, above: int) -> Stream:
    """The lines of a unit, read by themselves; a slip of its own sentence is told as that."""
    problem = _name_slip(unit, path, above)
    if problem:
        return Stream(problems=(problem,))
    stream = parsed(unit.text, path, by_hand=True, above=above + unit.first)
    vague = all(problem.code in _VAGUE for problem in stream.problems)
    if not vague or _whole(stream, unit):
        return stream
    stray = _stray_line(unit)
    alone = not any(map(_says, unit.lines[1:]))
    if unit.name == "status" and alone and not status_of(unit.beside):
        return _as_text(unit, path, above)
    if stray is not None:
        place = above + unit.first + 1 + stray, _column(unit.lines[stray])
        return Stream(problems=(problem_at(path, place, "stray-line", _(_STRAY)),))
    open_ended = _open_bracket(unit, path, above)
    return Stream(problems=(open_ended,)) if open_ended else stream


def _as_text(unit: Unit, path: str, above: int) -> Stream:
    """What stands as a status, whatever it is: it is told later that it is none."""
    written = unit.beside.strip().replace("'", "''")
    text = f"{' ' * unit.indent}{unit.name}: '{written}'"
    return parsed(text, path, by_hand=True, above=above + unit.first)


def _open_bracket(unit: Unit, path: str, above: int) -> Problem | None:
    """That what begins with a bracket does not end with one."""
    value = _QUOTED.sub("", unit.beside)
    for sign, end in ("[]", "{}"):
        if value.count(sign) > value.count(end):
            line = unit.lines[0]
            place = above + unit.first + 1, line.index(sign, unit.indent) + 1
            said = _(_OPEN).format(open=sign, close=end)
            return problem_at(path, place, "open-bracket", said)
    return None


def _whole(stream: Stream, unit: Unit) -> bool:
    """Whether a unit holds its name and nothing beside it."""
    values = [document.value for document in stream.documents]
    return (
        len(values) == 1 and type(values[0]) is dict and set(values[0]) <= {unit.name}
    )


def _name_slip(unit: Unit, path: str, above: int) -> Problem | None:
    """What is wrong between the name and its value."""
    if unit.sign == ":" and unit.beside[:1] in ("", " ", "\t"):
        return None
    code, message = _INSTEAD.get(unit.sign, ("missing-colon", _OTHER_SIGN))
    place = above + unit.first + 1, unit.indent + 1
    said = _(message).format(name=unit.name, sign=unit.sign)
    return problem_at(path, place, code, said)


def _stray_line(unit: Unit) -> int | None:
    """The number within a unit of its first line that stands no deeper than its name."""
    for number, line in enumerate(unit.lines[1:], 1):
        if _says(line) and _column(line) <= unit.indent + 1:
            return number
    return None


def _says(line: str) -> bool:
    """Whether there is more on a line than help."""
    said = line.strip()
    return bool(said) and not said.startswith("#")


def wrong_indent(
    unit: Unit, whole: Outline, path: str, above: int
) -> tuple[Problem, ...]:
    """That a name stands elsewhere than those of its kind, if it does."""
    usual = whole.usual_indent(unit.level)
    if unit.indent == usual or "\t" in unit.lines[0][: unit.indent]:
        return ()
    said = _(_INDENT).format(name=unit.name, usual=usual, found=unit.indent)
    place = above + unit.first + 1, unit.indent + 1
    return (problem_at(path, place, "wrong-indent", said),)


def stray_before(whole: Outline, path: str, above: int) -> tuple[Problem, ...]:
    """The first line that stands before every name, and is no help."""
    for number, line in enumerate(whole.before, 1):
        if _says(line) and not line.startswith(("---", "%")):
            place = above + number, _column(line)
            return (problem_at(path, place, "stray-line", _(_STRAY_ABOVE)),)
    return ()


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1
