"""The signs that other programs put into a text: odd spaces, curly quotes, damaged letters."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from itertools import islice

from secaudit.language import _
from secaudit.problems import MOST_TOLD, Problem, problem_at
from secaudit.yamlfile.complaints import CUT, line_column

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_SPACES}]")
_MARK_AGAIN = re.compile("^\ufeff", re.MULTILINE)
"""A byte order mark, once more: two files were put together."""
_DOUBLE, _SINGLE = '”“„‟»«"', "‘’‚‛'"
_ENDS = r"(?=[ \t]*(?:[,\]}]|\r?$))"
_VALUE = re.compile(
    r"^[ \t]*\#[^\n]*|(?:(?<=:[ ])|(?<=-[ ])|(?<=[\[{,])|(?<=,[ ]))[ ]*(?:"
    rf"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'){_ENDS}"
    rf"|(?P<text>[{_DOUBLE}][^{_DOUBLE}\n]*[{_DOUBLE}]"
    rf"|[{_SINGLE}][^{_SINGLE}\n]*[{_SINGLE}]){_ENDS})",
    re.MULTILINE | re.DOTALL,
)
"""A line of help, a value in quotes such as YAML knows; a text in quotes that it does not."""
_CUT_LINE = re.compile(
    r"\n(?P<in> *+)(?:[\w.-]++: +[^\s#]|(?:status|comment|reviewed_on|evidence|action|acceptance):)"
    r"[^\n]*\n(?:(?P=in) +[^\s#][^\n]*\n)*(?P=in) +(?P<cut>#)",
)
"""A comment that stands deeper than the name above it, and so under its value."""
_BIDIRECTIONAL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")
_DAMAGED = re.compile(
    "Ã[\u0080-\u00bf\u0152-\u0178\u2018-\u203a\u20ac\u2122]|Â[\u00a0-\u00bf]|\ufffd"
    "|=C3=[89AB][0-9A-F]|&(?:[AaEeOo][a-z]{3,6}|nbsp|quot|amp|#[0-9]{2,4});"
)
_ASCII = bytes(range(0x80))
_SUSPECT = re.compile(
    f"[{_SPACES}{_DOUBLE[:-1]}{_SINGLE[:-1]}\u061c\u200e-\u200f\u202a-\u202e\u2066-\u2069"
    "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufffdÃÂ]"
)
"""Any of these signs, looked for in what is not ASCII of a text: nearly no text has one."""


Replaced = tuple[str, Problem | None]


def plain_signs(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with common signs for those that mean the same, each in the same place; with
    a warning for each kind, and an error for what would show another text than is read."""
    others = text.encode().translate(None, _ASCII).decode()
    if not (_SUSPECT.search(others) or "=C3=" in text or "&" in text):
        return text, ()
    told: list[Problem] = list(_told(text, path))
    text = _MARK_AGAIN.sub("", text)
    for replaced in (_plain_spaces, _straight_quotes):
        text, problem = replaced(text, path)
        told += [problem] if problem else []
    return text, tuple(told)


def _plain_spaces(text: str, path: str) -> Replaced:
    odd = _ODD_SPACE.search(text)
    if not odd:
        return text, None
    message = _("no-break spaces (U+{code:04X}) are read as spaces")
    said = message.format(code=ord(odd[0]))
    warning = _at(path, text, odd.start(), "odd-space", said, warning=True)
    return _ODD_SPACE.sub(" ", text), warning


def _straight_quotes(text: str, path: str) -> Replaced:
    first: list[int] = []

    def straight(found: re.Match[str]) -> str:
        said = _in_straight_quotes(found["text"] or "")
        if not said:
            return found[0]
        first.append(found.start("text"))
        return found[0].removesuffix(found["text"]) + said

    new = _VALUE.sub(straight, text)
    if not first:
        return text, None
    message = _("curly quotes around a text are read as straight ones")
    return new, _at(path, text, first[0], "curly-quotes", message, warning=True)


def _in_straight_quotes(quoted: str) -> str:
    """The same text, as YAML reads it; nothing where no quotes of YAML's would leave it so."""
    inside = quoted[1:-1]
    if quoted and "'" not in inside:
        return f"'{inside}'"
    return f'"{inside}"' if quoted and not {*inside} & {'"', "\\"} else ""


def _told(text: str, path: str) -> Iterator[Problem]:
    """What is not as it looks: directions that turn text around, the invisible, the damaged."""
    for found in islice(_BIDIRECTIONAL.finditer(text), MOST_TOLD):
        message = _(
            "an invisible sign (U+{code:04X}, {name}) makes the text look like another; "
            "delete the word here, and type it again"
        )
        told = {"code": ord(found[0]), "name": unicodedata.name(found[0], "").lower()}
        said = message.format(**told)
        yield _at(path, text, found.start(), "bidirectional-sign", said)
    if invisible := _INVISIBLE.search(_MARK_AGAIN.sub("x", text)):
        message = _(
            "an invisible sign (U+{code:04X}) stands here; take it out if you can"
        )
        said = message.format(code=ord(invisible[0]))
        yield _at(path, text, invisible.start(), "invisible-sign", said, warning=True)
    if damaged := _DAMAGED.search(text):
        sign, meant = damaged[0], _mended(damaged[0])
        message = _("letters were damaged on the way: '{sign}' was probably '{meant}'")
        if not meant:
            message = _(
                "a letter was lost on the way; write it again where this sign stands: "
                "'{sign}'"
            )
        said = message.format(sign=sign, meant=meant)
        yield _at(path, text, damaged.start(), "damaged-letters", said, warning=True)


def _mended(sign: str) -> str:
    """The letter that a damaged one was, by the usual ways; nothing if none of them."""
    if sign.startswith("="):
        return bytes.fromhex(sign.replace("=", "")).decode()
    if sign.startswith("&"):
        return unescape(sign)
    with suppress(UnicodeError):
        return sign.encode("cp1252").decode()
    return ""


def cut_lines(text: str, path: str) -> tuple[Problem, ...]:
    """The lines of a text that begin with `#`: YAML reads them as help, and they are lost."""
    message = _(CUT)
    found = islice(_CUT_LINE.finditer(text), MOST_TOLD)
    return tuple(
        _at(path, text, cut.start("cut"), "text-cut-by-hash", message) for cut in found
    )


def _at(
    path: str, text: str, index: int, code: str, said: str, *, warning: bool = False
) -> Problem:
    place = line_column(text[:index])
    return problem_at(path, place, code, said, warning=warning)
