"""The signs that other programs put into a text: odd spaces, curly quotes, damaged letters."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from itertools import islice

from secaudit.handwriting.decoding import beyond_ascii
from secaudit.handwriting.quotes import CURLY, straightened
from secaudit.language import _
from secaudit.problems import Problem, problem_at
from secaudit.yamlfile.complaints import CUT
from secaudit.yamlfile.places import spans, within

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_SPACES}]")
_MARK_AGAIN = re.compile("^\ufeff", re.MULTILINE)
"""A byte order mark, once more: two files were put together."""
_FIELDS = "status|comment|reviewed_on|evidence|action|acceptance"
_CUT = re.compile(
    r"\n(?P<in> *+)(?:(?:-[ \t]++)?+[\"']?+[a-z_][\w-]*+[\"']?+[ \t]*+:"
    r"(?:[ \t]++(?:[|>][-+0-9]*+[ \t]++)?+#|[ \t]++[^\s#][^\n]*+\n(?P=in) +#)"
    rf"|(?:{_FIELDS}):[^\n]*+\n(?P=in) +#"
    r"|(?:-|---|[.]{3}|[\"']?+[A-Z][\w.]*+[\"']?+[ \t]*+:)[ \t]++#"
    r"|(?<= {5})(?![\w.-]+ *:)[^\s#\-\[\]{}\"'][^\n]*+(?<!:)\n(?P=in) *#)"
)
"""A comment that stands deeper than the name above it, and so under its value; one behind a
name, a dash or a divider; or one below a line that goes on with a text."""
_CURLY = "curly-quotes"
_MOST = 1_100
"""Signs of a file that are told: with more than a thousand, nothing of it is read."""
TURNED = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""The signs that turn the direction of a text around, for a set of a regular expression."""
_NOT_AS_IT_LOOKS = re.compile(
    f"(?P<turned>[{TURNED}])"
    "|(?P<invisible>[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff])"
    "|(?P<damaged>Ã[\u0080-\u00bf\u0152-\u0178\u2018-\u203a\u20ac\u2122]|Â[\u00a0-\u00bf]|\ufffd"
    "|=C3=[89AB][0-9A-F]|&(?:[AaEeOo][a-z]{3,6}|nbsp|quot|amp|#[0-9]{2,4});)"
)
_SUSPECT = re.compile(
    f"[{_SPACES}{CURLY}{TURNED}\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufffdÃÂ]"
)
"""Any of these signs, looked for in what is not ASCII of a text: nearly no text has one."""


def plain_signs(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with common signs for those that mean the same; with a warning for each kind,
    and an error for every sign that would show another text than is read."""
    if not (_SUSPECT.search(beyond_ascii(text)) or "=C3=" in text or "&" in text):
        return text, ()
    lines = _MARK_AGAIN.sub("", text).split("\n")
    told = [*islice(_told(lines, path), _MOST), *_spaces(lines, path)]
    for number, column, straight in straightened(lines):
        if lines[number] != straight and not any(p.code == _CURLY for p in told):
            message = _("curly quotes around a text are read as straight ones")
            told.append(_warning(path, number, column, _CURLY, message))
        lines[number] = straight
    return "\n".join(lines), tuple(told)


def _spaces(lines: list[str], path: str) -> Iterator[Problem]:
    """Make every odd space a plain one; a warning for the first."""
    told = False
    for number, line in enumerate(lines):
        odd = _ODD_SPACE.search(line)
        if odd and not told:
            message = _("no-break spaces (U+{code:04X}) are read as spaces")
            said = message.format(code=ord(odd[0]))
            yield _warning(path, number, odd.start(), "odd-space", said)
        told = told or bool(odd)
        lines[number] = _ODD_SPACE.sub(" ", line) if odd else line


def _told(lines: list[str], path: str) -> Iterator[Problem]:
    """What is not as it looks: directions that turn text around, the invisible, the damaged."""
    firsts: set[str] = set()
    for number, line in enumerate(lines):
        for found in _NOT_AS_IT_LOOKS.finditer(line):
            kind = str(found.lastgroup)
            if kind == "turned":
                place = number + 1, found.start() + 1
                said = _turned(found[0])
                yield problem_at(path, place, "bidirectional-sign", said)
            elif kind not in firsts:
                code, said = _odd(kind, found[0])
                yield _warning(path, number, found.start(), code, said)
            firsts.add(kind)


def _turned(sign: str) -> str:
    message = _(
        "an invisible sign (U+{code:04X}, {name}) makes the text look like another; "
        "delete the word here, and type it again"
    )
    return message.format(code=ord(sign), name=unicodedata.name(sign, "").lower())


def _odd(kind: str, sign: str) -> tuple[str, str]:
    """The code and the sentence for an invisible sign, or a damaged letter."""
    if kind == "invisible":
        message = _(
            "an invisible sign (U+{code:04X}) stands here; take it out if you can"
        )
        return "invisible-sign", message.format(code=ord(sign))
    meant = _mended(sign)
    message = _("letters were damaged on the way: '{sign}' was probably '{meant}'")
    if not meant:
        message = _(
            "a letter was lost on the way; write it again where this sign stands: '{sign}'"
        )
    return "damaged-letters", message.format(sign=sign, meant=meant)


def _mended(sign: str) -> str:
    """The letter that a damaged one was, by the usual ways; nothing if none of them."""
    if sign.startswith("="):
        return bytes.fromhex(sign.replace("=", "")).decode()
    if sign.startswith("&"):
        return unescape(sign)
    with suppress(UnicodeError):
        return sign.encode("cp1252").decode()
    return ""


def _warning(path: str, number: int, column: int, code: str, said: str) -> Problem:
    return problem_at(path, (number + 1, column + 1), code, said, warning=True)


def cut_lines(text: str, path: str) -> Iterator[Problem]:
    """The lines of a text that begin with `#`: YAML reads them as help, and they are lost."""
    found = [cut.end() - 2 for cut in _CUT.finditer(f"\n{text}")]
    if not found:
        return
    texts, line, last = spans(text), 1, 0
    for index in found:
        if not within(index, texts):
            line, last = line + text.count("\n", last, index), index
            place = line, index - text.rfind("\n", 0, index)
            yield problem_at(path, place, "text-cut-by-hash", _(CUT))
