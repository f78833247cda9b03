"""What is wrong between brackets: a comma or a bracket that is missing, or one too many."""

import re
from collections.abc import Iterator

from secaudit.handwriting.lines import Unit
from secaudit.language import _, later
from secaudit.problems import Problem, problem_at
from secaudit.yamlfile.complaints import HALF_QUOTED, line_column

_MOST = 2_000
_TOKEN = re.compile(
    r"(?P<value>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')|(?P<open>[\[{])|(?P<close>[\]}])"
    r"|(?P<comma>,)|(?P<colon>:)(?=\s|[,\]}])|(?P<word>(?:[^\s\[\]{},\"':]|:(?![\s,\]}]))+)|(?P<quote>[\"'])"
)
_ENDS = {"[": "]", "{": "}"}
_NO_COMMA = later("a comma is missing before this")
_TOO_MANY = later("'{sign}' is one too many here")
_OPEN = later("the '{sign}' that begins here is never closed; write '{end}' at the end")
_WITHIN = later("'{sign}' within a text; put quotes around the whole text")
_BEHIND = later("nothing may stand behind the last '{sign}'")
Slip = tuple[str, int, str]
"""A code, the place in a text, and a sentence."""


def bracket_slip(unit: Unit) -> Problem | None:
    """The first slip in a value that stands between brackets, if there is one."""
    first = unit.lines[0]
    start = len(first) - len(
        first.rstrip("\n")[unit.indent :].split(":", 1)[-1].lstrip()
    )
    start -= first.endswith("\n")
    text = unit.text
    if text[start : start + 1] not in ("[", "{") or len(text) > _MOST:
        return None
    slip = next(_slips(text[start:]), None)
    if slip is None:
        return None
    code, index, said = slip
    line, column = line_column(text[: start + index])
    if code == "stray-text" and line > 1:  # another line, which is told as such
        return None
    return problem_at(unit.path, (unit.above + line, column), code, said)


def _slips(text: str) -> Iterator[Slip]:
    """What is wrong with a text that begins with a bracket, in order."""
    opened: list[tuple[str, int]] = []
    before, sign, last, colons = "", "", (0, 0), 0
    for token in _TOKEN.finditer(text):
        kind, index = str(token.lastgroup), token.start()
        if kind == "word" and token[0].startswith("#") and text[index - 1] in " \n":
            break  # a comment: what is lost in it is told elsewhere
        if before == "close" and not opened:
            yield "stray-text", index, _(_BEHIND).format(sign=sign)
            return
        if before == "value" and kind in ("word", "value") and index == last[1]:
            yield "open-quote", last[0], _(HALF_QUOTED)
        if kind in ("value", "open", "word") and before in ("value", "close"):
            yield "missing-comma", index, _(_NO_COMMA)
        if kind == "open" and before == "word":
            yield "needs-quotes", index, _(_WITHIN).format(sign=token[0])
        if kind == "comma" and before == "comma":
            yield "stray-text", index, _(_TOO_MANY).format(sign=",")
        colons = (
            colons + 1
            if kind == "colon"
            else 0
            if kind in ("comma", "open")
            else colons
        )
        if kind == "colon" and colons > 1:
            yield "missing-comma", last[0], _(_NO_COMMA)
        if kind == "open":
            opened.append((token[0], index))
        elif kind == "close":
            sign, (begun, at) = token[0], opened.pop()
            if (
                _ENDS[begun] != sign
                and _ENDS[begun] in text[token.end() : token.end() + 2]
            ):
                yield "stray-text", index, _(_TOO_MANY).format(sign=sign)
            if _ENDS[begun] != sign:
                yield "open-bracket", at, _open(begun)
            colons = 0
        before, last = kind, token.span()
    if opened:
        begun, at = opened[-1]
        yield "open-bracket", at, _open(begun)


def _open(begun: str) -> str:
    return _(_OPEN).format(sign=begun, end=_ENDS[begun])
