"""LIX: how hard a text is to read."""

import re

_END = re.compile(r"[.!?](?=[\"')]?(?:\s+[^\sa-zæøå0-9]|\s*\Z))")
"""Not the point of an abbreviation, which a small letter or a number follows."""
_LONG = 6
"""Letters; a longer word is a long one."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text, without signs around them."""
    stripped = (word.strip(".,:;!?()[]\"'«»–-/") for word in text.split())
    return tuple(word for word in stripped if word)


def lix(text: str) -> int:
    """The readability of a text, rounded: below 25 is easy, above 55 is hard.

    Words per sentence, plus the per cent of words with more than six letters (C.-H.
    Björnsson, Läsbarhet, 1968). Stricter than he was, a colon ends no sentence.
    """
    every = words(text)
    if not every:
        return 0
    ends = len(_END.findall(text)) + (not _END.search(text.rstrip()[-1:]))
    long = sum(len(word) > _LONG for word in every)
    return round(len(every) / ends + 100 * long / len(every))
