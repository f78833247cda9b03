"""What somebody wrote on a form's lines of help, where nobody would read it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from secaudit.handwriting.dividing import parts
from secaudit.handwriting.lines import LINES
from secaudit.language import _
from secaudit.problems import Problem, problem_at
from secaudit.yamlfile import Document
from secaudit.yamlfile.places import spans, within

_HELP = re.compile("^[ \t]*#+(.*)", re.MULTILINE)
_WORDS = re.compile(r"[^\W_]+")
_DAMAGED = re.compile(r"\?\w|[ÃÂ\ufffd]|=[0-9A-F]{2}|&#?\w+;")
_SAYS = re.compile(r"[^\s#\-=*_.]")


@dataclass(frozen=True)
class Help:
    """What the lines of help in a form say, in words without case and signs."""

    lines: frozenset[str]
    whole: str
    """All of them, in order, between blanks."""

    def holds(self, said: str, before: str) -> bool:
        """Whether a line is one of them, or a piece of some words; `before` is the piece above."""
        piece = f" {before} {said} " if before else f" {said} "
        enough = bool(before) or said.count(" ") > 3
        return said in self.lines or (enough and piece in self.whole)

    def resembles(self, said: str) -> bool:
        """Whether a line is much as one of them: half its words follow each other there, and
        all of a short one's."""
        words = said.split()
        pairs = [f" {one} {other} " in self.whole for one, other in pairwise(words)]
        enough = len(pairs) // 2 if len(pairs) > 3 else len(pairs)
        return bool(pairs) and sum(pairs) >= enough

    def knows(self, said: str) -> bool:
        """Whether three in four of a line's longer words stand somewhere in it."""
        words = [word for word in said.split() if len(word) > 3]
        known = sum(f" {word} " in self.whole for word in words)
        return bool(words) and 4 * known >= 3 * len(words)

    def goes_on(self, said: str) -> bool:
        """Whether a line begins as one of them, and says more."""
        return any(
            len(line) > 20 and said.startswith(f"{line} ") for line in self.lines
        )


def help_in(text: str) -> Help:
    """The help of a form."""
    lines = [_plain(said) for said in _HELP.findall(text)]
    return Help(frozenset(lines), f" {' '.join(lines)} ")


def _plain(said: str) -> str:
    """The words of a line without case and signs; of one without words, what signs it has."""
    seen = (sign for sign in said if unicodedata.category(sign) != "Cf")
    folded = unicodedata.normalize("NFKC", "".join(seen)).casefold()
    return " ".join(_WORDS.findall(folded)) or "".join(_SAYS.findall(folded))


def written_on_help(document: Document, known: Help) -> Iterator[Problem]:
    """A problem for each line of a document that begins with `#` and is no help that is known.

    What somebody took away from the help, how it is wrapped, which quotes and capitals it has,
    is no matter; nor are lines with damaged letters, which are told. Above the answers another
    version may have written a line in other words: one of which most words are known is left,
    and another is only a warning.
    """
    text, above = _own(document)
    if help_in(text).lines <= known.lines:
        return
    message = _(
        "nobody reads what is written on a line that begins with '#'; write it in "
        "'comment', or delete the line"
    )
    begun, before, at, texts = False, "", 0, spans(text)
    for number, line in enumerate(LINES.findall(text), above + 1):
        found, at = _HELP.match(line), at + len(line)
        begun = begun or line.lstrip("\"'").startswith("answers")
        raw = found[1] if found else ""
        said = _plain(raw)
        right = not said or known.holds(said, "") or known.holds(said, before)
        right = right or bool(_DAMAGED.search(raw) and known.knows(said))
        before = said if right else ""
        free = not begun and not known.goes_on(said)
        in_text = within(at - len(line), texts)
        if right or in_text or (free and known.resembles(said)):
            continue
        place = number, len(line) - len(line.lstrip()) + 1
        yield problem_at(document.path, place, "help-line", message, warning=free)


def _own(document: Document) -> tuple[str, int]:
    """The lines of a document in its text, and how many of its file stand above them."""
    line = document.place(())[0] - document.above
    for text, above, below in parts(document.text):
        if above < line <= below:
            return text, above + document.above
    return document.text, document.above
