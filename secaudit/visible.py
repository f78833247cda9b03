"""Text as it may be shown: every character is seen, and what is one line stays one."""

import re

_HIDDEN = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls: they ring, erase, or move the cursor
    "\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # blanks that are no space
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # turn text round
    "\ud800-\udfff"  # what a file name holds that is not in the disk's encoding
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
"""Unicode's Cc, Cf, Cs, Zl, Zp, and what it calls ignorable; but \\n, and how an emoji looks."""
_BREAK = re.compile("\r\n|[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")


def visible(text: str) -> str:
    """The text with what hides in it written out, as JSON does: \\u202e. Lines stay lines."""
    return _HIDDEN.sub(_written_out, text)


def one_line(text: str) -> str:
    """The same on one line: a space where a line ends, and for a tab."""
    return visible(_BREAK.sub(" ", text))


def _written_out(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
