"""Tags that begin something, and those that end it."""

import re
from collections.abc import Iterable, Iterator

from secaudit.language import _
from secaudit.report.word.checking.marks import Mark

_WORD = re.compile(r"\{%[-+]?(?:tr |tc |p )?\s*(\w*)")
ENDS = {"for": "endfor", "if": "endif", "with": "endwith"}
_WITHIN = {"else": ("for", "if"), "elif": ("if",)}
_PLAIN = ("set", "cellbg", "colspan", "vm", "hm")


def word_of(tag: str) -> str:
    """What a tag does, such as `for`; empty for one that only shows something."""
    found = _WORD.match(tag)
    return found[1] if found else ""


def unpaired(marks: Iterable[Mark]) -> Iterator[str]:
    """What is wrong with how the tags of a part fit together, a sentence each."""
    begun: list[tuple[str, Mark]] = []
    for mark in marks:
        word = word_of(mark.tag)
        if word in ENDS:
            begun.append((word, mark))
        elif word in ENDS.values() or word in _WITHIN:
            yield from _ended(word, mark, begun)
        elif mark.tag.startswith("{%") and word not in _PLAIN:
            sentence = _("{tag}: a template cannot use '{name}'")
            yield sentence.format(tag=mark.place, name=word)
    yield from (_unended(word, mark) for word, mark in begun)


def _ended(word: str, mark: Mark, begun: list[tuple[str, Mark]]) -> Iterator[str]:
    """Take from `begun` what the tag ends, and say what is not ended before it."""
    wanted = _WITHIN.get(word, (word.removeprefix("end"),))
    if not any(other in wanted for other, _mark in begun):
        sentence = _("{tag} belongs to nothing that begins before it")
        yield sentence.format(tag=mark.place)
        return
    while begun[-1][0] not in wanted:
        yield _unended(*begun.pop())
    if word not in _WITHIN:
        begun.pop()


def _unended(word: str, mark: Mark) -> str:
    prefix = re.match(r"\{%(tr |tc |p )?", mark.tag)
    end = f"{{%{(prefix and prefix[1]) or ' '}{ENDS[word]} %}}"
    sentence = _("{tag} is not ended; '{end}' is missing")
    return sentence.format(tag=mark.place, end=end)
