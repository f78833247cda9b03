"""What is wrong with the lines of a name, each told where it is."""

import re

from secaudit.handwriting.lines import Unit, blanks, every_name
from secaudit.language import _, later
from secaudit.problems import Problem, problem_at
from secaudit.questionnaire import status_of
from secaudit.yamlfile import Stream, parsed

_VAGUE = ("syntax", "needs-quotes", "missing-space")
"""What is told of lines that may only be too many."""
_MOST_LINE = 2_000
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
_BESIDE = later(
    "nothing may stand beside '{name}:'; write the answer in its fields below"
)
_WORD = re.compile(r"\s+[^\s{#]")
_OPEN = later(
    "the '{open}' that begins here is never closed; write '{close}' at the end"
)
_INDENT = later(
    "'{name}' must stand with {usual} spaces before it, as elsewhere; here there are {found}"
)


def read_unit(unit: Unit) -> Stream:
    """The lines of a unit, read by themselves; a slip of its own sentence is told as that."""
    if problem := _name_slip(unit):
        return Stream(problems=(problem,))
    stream = _parsed(unit, unit.text)
    vague = all(problem.code in _VAGUE for problem in stream.problems)
    if not vague or _whole(stream, unit):
        return stream
    alone = not any(map(says, unit.lines[1:]))
    if unit.name == "status" and alone and not status_of(unit.beside):
        # it is told later that it is none
        written = unit.beside.strip().replace("'", "''")
        return _parsed(unit, f"{' ' * unit.indent}{unit.name}: '{written}'")
    problem = _stray_line(unit) or _open_bracket(unit)
    return Stream(problems=(problem,)) if problem else stream


def _parsed(unit: Unit, text: str) -> Stream:
    return parsed(text, unit.path, every_name(), unit.above)


def _whole(stream: Stream, unit: Unit) -> bool:
    """Whether a unit holds its name and nothing beside it."""
    values = [document.value for document in stream.documents]
    return len(values) == 1 and type(values[0]) is dict and {*values[0]} <= {unit.name}


def _name_slip(unit: Unit) -> Problem | None:
    """What is wrong between the name and its value."""
    if unit.sign == ":" and unit.level == "control" and _WORD.match(unit.beside):
        return unit.problem("stray-value", _(_BESIDE).format(name=unit.name))
    if unit.sign == ":" and unit.beside[:1] in ("", " ", "\t"):
        return None
    code, message = _INSTEAD.get(unit.sign, ("missing-colon", _OTHER_SIGN))
    return unit.problem(code, _(message).format(name=unit.name, sign=unit.sign))


def _stray_line(unit: Unit) -> Problem | None:
    """That a line stands no deeper than the name above it, if one does."""
    for number, line in enumerate(unit.lines[1:], 1):
        if says(line) and blanks(line) <= unit.indent:
            return unit.problem("stray-line", _(_STRAY), number)
    return None


def _open_bracket(unit: Unit) -> Problem | None:
    """That what begins with a bracket does not end with one."""
    value = _QUOTED.sub("", unit.beside[:_MOST_LINE])
    for sign, end in ("[]", "{}"):
        if value.count(sign) > value.count(end):
            place = unit.above + 1, unit.lines[0].index(sign, unit.indent) + 1
            said = _(_OPEN).format(open=sign, close=end)
            return problem_at(unit.path, place, "open-bracket", said)
    return None


def wrong_indent(unit: Unit, usual: int) -> Problem | None:
    """That a name stands elsewhere than those of its kind, if it does."""
    if unit.indent == usual or "\t" in unit.lines[0][: unit.indent]:
        return None
    said = _(_INDENT).format(name=unit.name, usual=usual, found=unit.indent)
    return unit.problem("wrong-indent", said)


def stray_before(lines: tuple[str, ...], path: str, above: int) -> Problem | None:
    """That one of the lines before every name is no help, if one is not."""
    for number, line in enumerate(lines, above + 1):
        if says(line) and not line.startswith(("---", "%")):
            place = number, blanks(line) + 1
            return problem_at(path, place, "stray-line", _(_STRAY_ABOVE))
    return None


def says(line: str) -> bool:
    """Whether there is more on a line than help."""
    said = line.strip()
    return bool(said) and not said.startswith("#")
