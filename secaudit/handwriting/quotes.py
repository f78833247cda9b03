"""Curly quotes around a value, as Word writes them, for the straight ones that YAML knows."""

import re
from collections.abc import Iterator
from itertools import islice

_DOUBLE, _SINGLE = '”“„‟»«"', "‘’‚‛'"
CURLY = _DOUBLE[:-1] + _SINGLE[:-1]
SIGNS = f"{_DOUBLE}{_SINGLE}`´"
"""Every sign that somebody may take for a quote."""
_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:-[ ]+)*)(?P<name>(?:[\w.-]+[ ]*:(?=[ \t]|$))?)[ ]*(?P<value>.*)"
)
_WHOLE = re.compile(
    rf"[{_DOUBLE}][^{_DOUBLE}]*[{_DOUBLE}]|[{_SINGLE}][^{_SINGLE}]*[{_SINGLE}]"
)
_YAML = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
_QUOTED = re.compile(rf"\\.|{_YAML}")
_ENDED = {
    '"': re.compile(r'(?:[^"\\]|\\.)*"'),
    "'": re.compile("(?:[^']|'')*'(?!')"),
}
"""By quote, a line that holds the end of a text in such quotes."""
_BEGUN = re.compile(r"(?:^|[\[{,:])[ ]*([\"'])")
_INSIDE = re.compile(
    rf"(?:^|(?<=[\[{{,])|(?<=[,:][ ]))[ ]*(?:(?:{_YAML})|(?P<text>{_WHOLE.pattern}))"
    r"(?=[ ]*(?:[,\]}]|$))"
)
"""A value inside brackets: in quotes such as YAML knows, and such as it does not."""


def straightened(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Each line in which a value stands in curly quotes: its number, the 0-based column of the
    first of them, and the line with straight ones, each sign of it in the same place.

    A line that goes on with a text that began above it stays as it is, whatever stands in it.
    """
    begun, kind = 0, ""  # the column of the last name or dash, and how its value begins
    unended = ""  # the straight quote that began a text above, and has not ended it
    for number, line in enumerate(lines):
        if unended:
            unended = "" if _ENDED[unended].match(line) else unended
            kind = kind if not unended and _opens(line) >= 0 else kind and " "
            continue
        found = _LINE.fullmatch(line)
        if not found or not line.strip() or line.lstrip().startswith("#"):
            continue
        lead, name, value = found["lead"], found["name"], found["value"].rstrip(" \t")
        whole, below = value, len(lead) > begun
        if below and kind and (kind in "|>[{" or not name):
            if kind in "[{":
                whole, kind = _inside(value), kind if _opens(value) >= 0 else " "
        elif name or lead.endswith("- ") or (below and not kind):
            if name or lead.endswith("- "):
                begun = len(lead) if name else len(lead) - len(lead.lstrip())
            brackets = value[:1] in ("[", "{")
            kind = " " if brackets and _opens(value) <= 0 else value[:1]
            whole = _inside(value) if brackets else _of(value)
            if (
                whole != value
                and value[:1] in _ENDED
                and _goes_on(lines, number, begun)
            ):
                whole = value
        unended = "" if kind in ("|", ">") else _unended(whole)
        if whole != value:
            at = found.start("value")
            first = next(n for n, sign in enumerate(value) if whole[n] != sign)
            yield number, at + first, line[:at] + whole + line[at + len(value) :]


def _goes_on(lines: list[str], number: int, begun: int) -> bool:
    """Whether the line below goes on with a text whose name stands in the column `begun`."""
    below = (line for line in islice(lines, number + 1, None) if line.strip())
    found = _LINE.fullmatch(next(below, ""))
    if not found or found["name"] or found["value"].startswith("#"):
        return False
    return len(found["lead"]) > begun


def _unended(value: str) -> str:
    """The straight quote that begins a text in a value, and does not end it there."""
    found = _BEGUN.search(_QUOTED.sub("", value))
    return found[1] if found else ""


def _opens(value: str) -> int:
    """How many brackets open more than close, outside quotes."""
    bare = _QUOTED.sub("", value)
    return sum(map(bare.count, "[{")) - sum(map(bare.count, "]}"))


def _of(value: str) -> str:
    """A value that is one text in quotes of two kinds, or of another than YAML's."""
    return _in_straight(value) if _WHOLE.fullmatch(value) else value


def _inside(value: str) -> str:
    """The same for what stands inside brackets."""

    def straight(found: re.Match[str]) -> str:
        text = found["text"]
        return found[0].removesuffix(text) + _in_straight(text) if text else found[0]

    return _INSIDE.sub(straight, value)


def _in_straight(quoted: str) -> str:
    """The same text in quotes of YAML's; as it is, where none of them would leave it so."""
    first, inside, last = quoted[0], quoted[1:-1], quoted[-1]
    if first == last and first in "\"'":
        return quoted
    if "'" not in inside:
        return f"'{inside}'"
    return f'"{inside}"' if not {*inside} & {'"', "\\"} else quoted
