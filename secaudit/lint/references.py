"""The laws that a catalogue may refer to, with the provisions that exist."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from secaudit.catalogue import Text
from secaudit.validation import shaped
from secaudit.yamlfile import load

_RANGE = re.compile(r"(?<=[( ])(\w+)-(\w+)(?=\)|\Z)")
_FILE = Path(__file__).with_name("laws.yaml")


@dataclass(frozen=True)
class Law:
    """A law, as a catalogue refers to it."""

    id: str
    """The key under `references`, such as `gdpr`."""
    title: Text
    provisions: frozenset[str]
    """As they are written in a catalogue, such as `32(1)(b)`."""
    partly: bool = False
    """Whether only some of its provisions are known here."""


@cache
def laws() -> dict[str, Law]:
    """By its key: every law whose provisions are known."""
    told: Any = load(_FILE).documents[0].value
    for law in told["laws"]:
        law["provisions"] = [
            one for text in law["provisions"] for one in expanded(text)
        ]
    return {law["id"]: shaped(law, Law) for law in told["laws"]}


def expanded(text: str) -> tuple[str, ...]:
    """What a range stands for: `5(1)(a-f)` is six points, `§ 6, nr. 1-10` ten numbers."""
    range_ = _RANGE.search(text)
    if not range_:
        return (text,)
    first, last = range_.groups()
    between = (
        [str(n) for n in range(int(first), int(last) + 1)]
        if first.isdigit()
        else [chr(n) for n in range(ord(first), ord(last) + 1)]
    )
    start, end = text[: range_.start()], text[range_.end() :]
    return tuple(one for middle in between for one in expanded(f"{start}{middle}{end}"))
