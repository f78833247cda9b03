"""What YAML would lose, or make another, of a text that a person typed."""

import re
from collections.abc import Sequence

from secaudit.yamlfile.places import within

_BEHIND = re.compile(r"[ \t]*#")
_BEHIND_PLAIN = re.compile(r"[ \t]+#")
_COMMENT_LINE = re.compile(r"\n[ \t]*+#[^\n]*")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SHARE = re.compile(r"(?<![\w:.\\])\\\\(?=\w)")
"""How the path of a share begins; by the rules of YAML it would lose a backslash."""


def without_comments(text: str) -> str:
    """The lines of a text that do not begin with `#`."""
    return _COMMENT_LINE.sub("", "\n" + text.replace("\r", "\n"))


def hash_behind(text: str, index: int, *, plain: bool) -> int | None:
    """Where a `#` stands on the same line behind what ends at `index`, if one does; behind a
    plain text it needs a blank before it."""
    found = (_BEHIND_PLAIN if plain else _BEHIND).match(text, index)
    return found.end() - 1 if found else None


def hash_between(
    text: str, start: int, end: int, texts: Sequence[tuple[int, int]]
) -> int | None:
    """Where a `#` stands from `start` to `end` that is in none of the `texts`, if one does."""
    at = text.find("#", start, end)
    while at >= 0 and within(at, texts):
        at = text.find("#", at + 1, end)
    return at if at >= 0 else None


def lost_escape(written: str) -> int | None:
    """Where a backslash stands in a text in double quotes that would turn into something else,
    or be swallowed, if one does."""
    others = (found for found in _ESCAPE.finditer(written) if found[1] not in '"\\')
    lost = _SHARE.search(written) or next(others, None)
    return lost.start() if lost else None
