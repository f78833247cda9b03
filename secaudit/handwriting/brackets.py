"""What is wrong between brackets: a comma or a bracket that is missing, or one too many."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

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


class Token(NamedTuple):
    """A word or a sign, with its first character and what comes after its last."""

    kind: str
    text: str
    first: int
    end: int


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
    tokens = list(_tokens(text[start:]))
    slips = [*_nested(tokens), *_side_by_side(tokens), *_colons(tokens)]
    if not slips:
        return None
    slip = min(slips, key=lambda each: each[1])
    code, index, said = slip
    line, column = line_column(text[: start + index])
    if code == "stray-text" and line > 1:  # another line, which is told as such
        return None
    return problem_at(unit.path, (unit.above + line, column), code, said)


def _tokens(text: str) -> Iterator[Token]:
    """The words and signs of a text, up to a comment: what is lost in that is told elsewhere."""
    for found in _TOKEN.finditer(text):
        kind, first = str(found.lastgroup), found.start()
        if kind == "word" and found[0][0] == "#" and text[first - 1] in " \n":
            return
        yield Token(kind, found[0], first, found.end())


def _nested(tokens: list[Token]) -> Iterator[Slip]:
    """What is wrong with how brackets open and close."""
    opened: list[Token] = []
    for number, token in enumerate(tokens):
        if number and not opened:
            said = _(_BEHIND).format(sign=tokens[number - 1].text)
            yield "stray-text", token.first, said
            return
        if token.kind == "open":
            opened.append(token)
        elif token.kind == "close":
            begun = opened.pop()
            rest = [other.text for other in tokens[number + 1 : number + 2]]
            if _ENDS[begun.text] != token.text and rest == [_ENDS[begun.text]]:
                yield "stray-text", token.first, _(_TOO_MANY).format(sign=token.text)
                return
            if _ENDS[begun.text] != token.text:
                yield _unclosed(begun)
                return
    if opened:
        yield _unclosed(opened[-1])


def _side_by_side(tokens: list[Token]) -> Iterator[Slip]:
    """What may not stand beside what stands before it."""
    for last, token in pairwise(tokens):
        begins = token.kind in ("value", "open", "word")
        if last.kind == "value" and begins and token.first == last.end:
            yield "open-quote", last.first, _(HALF_QUOTED)
        elif begins and last.kind in ("value", "close"):
            yield "missing-comma", token.first, _(_NO_COMMA)
        elif last.kind == "word" and token.kind == "open":
            yield "needs-quotes", token.first, _(_WITHIN).format(sign=token.text)
        elif last.kind == token.kind == "comma":
            yield "stray-text", token.first, _(_TOO_MANY).format(sign=",")


def _colons(tokens: list[Token]) -> Iterator[Slip]:
    """A second name where a comma should have ended the value of the first."""
    colons = 0
    for last, token in pairwise(tokens):
        if token.kind == "colon":
            colons += 1
        elif token.kind in ("comma", "open", "close"):
            colons = 0
        if colons > 1:
            yield "missing-comma", last.first, _(_NO_COMMA)
            return


def _unclosed(begun: Token) -> Slip:
    said = _(_OPEN).format(sign=begun.text, end=_ENDS[begun.text])
    return "open-bracket", begun.first, said
