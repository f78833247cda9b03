"""What is wrong with the lines of a name, each told where it is."""

import re

from secaudit.handwriting.brackets import bracket_slip
from secaudit.handwriting.lines import Outline, Unit, blanks, every_name
from secaudit.language import _, later
from secaudit.problems import Problem, problem_at
from secaudit.questionnaire import status_of
from secaudit.yamlfile import Stream, parsed
from secaudit.yamlfile.complaints import BACKSLASH, BAD_SIGN

_VAGUE = ("syntax", "needs-quotes", "missing-space", "open-quote")
"""What is told of lines that may only be too many."""
_BLOCK = re.compile(r"\s*[|>][-+0-9]*\s*$")
_SIGNS = frozenset("-?>|,[{")
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
_NO_INDENT = later(
    "the blanks that each line began with are gone; write the answers into the form as it was sent"
)
_INDENT = later(
    "'{name}' must stand with {usual} spaces before it, as elsewhere; here there are {found}"
)


def read_unit(unit: Unit) -> Stream:
    """The lines of a unit, read by themselves; a slip of its own sentence is told as that."""
    if problem := _name_slip(unit):
        return Stream(problems=(problem,))
    if stray := _stray_below(unit):
        return Stream(problems=(stray,))
    stream = _parsed(unit, unit.text)
    if _whole(stream, unit) or any(p.code not in _VAGUE for p in stream.problems):
        return stream
    alone = not any(map(says, unit.lines[1:]))
    if unit.name == "status" and alone and not status_of(unit.beside):
        # it is told later that it is none
        written = unit.beside.strip().replace("'", "''")
        return _parsed(unit, f"{' ' * unit.indent}{unit.name}: '{written}'")
    better = _sign_first(unit) or bracket_slip(unit) or _stray_line(unit)
    if not better and stream.problems:
        better = _quote_kept(unit, stream)
    return Stream(problems=(better,)) if better else stream


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


def _stray_below(unit: Unit) -> Problem | None:
    """That a text stands below a name that has only other names under it, if one does."""
    if unit.level != "control" and unit.name not in ("answers", "facts"):
        return None
    if unit.beside.strip().startswith("{"):
        return None
    for number, line in enumerate(unit.lines[1:], 1):
        if says(line) and ":" not in line:
            return unit.problem("stray-line", _(_STRAY_ABOVE), number)
    return None


def _stray_line(unit: Unit) -> Problem | None:
    """That a line stands no deeper than the name above it, if one does."""
    for number, line in enumerate(unit.lines[1:], 1):
        if says(line) and blanks(line) <= unit.indent:
            return unit.problem("stray-line", _(_STRAY), number)
    return None


def _sign_first(unit: Unit) -> Problem | None:
    """That a comment begins with a sign that means something else."""
    sign = unit.beside.strip()[:1]
    if unit.name != "comment" or sign not in _SIGNS or _BLOCK.match(unit.beside):
        return None
    place = unit.above + 1, unit.lines[0].index(sign, unit.indent) + 1
    return problem_at(unit.path, place, "needs-quotes", _(BAD_SIGN).format(sign=sign))


def _quote_kept(unit: Unit, stream: Stream) -> Problem | None:
    """That a backslash keeps a text from ending where its quote seems to."""
    line = unit.lines[0].rstrip()
    if not line.endswith('\\"') or stream.problems[0].code != "open-quote":
        return None
    place = unit.above + 1, len(line) - 1
    return problem_at(unit.path, place, "wrong-escape", _(BACKSLASH))


def wrong_indent(unit: Unit, usual: int) -> Problem | None:
    """That a name stands elsewhere than those of its kind, if it does."""
    if unit.indent == usual or "\t" in unit.lines[0][: unit.indent]:
        return None
    said = _(_INDENT).format(name=unit.name, usual=usual, found=unit.indent)
    return unit.problem("wrong-indent", said)


def no_indent(whole: Outline) -> Problem | None:
    """That all lines begin at the margin, if they do."""
    usual = whole.usual_indents
    if usual.get("field", 4) or usual.get("control", 2):
        return None
    first = next((unit for unit in whole.units if unit.level == "control"), None)
    return first.problem("wrong-indent", _(_NO_INDENT)) if first else None


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
