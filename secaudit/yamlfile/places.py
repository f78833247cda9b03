"""The place of every word in a YAML text, by walking the parser's events once more."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, TypeAlias

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined] # not in its __all__

Keys: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]
"""Line and column, 1-based."""
Places: TypeAlias = dict[Keys, tuple[Place | None, Place]]
"""For each key path: the place of its key, if any, and of its value."""
_UNNAMED = -1


def events(text: str) -> Callable[[], Any]:
    """A function that gives the next event of the YAML in `text` at every call."""
    following: Callable[[], Any] = CParser(text).get_event
    return following


@lru_cache(maxsize=2)  # the documents of a file ask one after another
def places(text: str) -> tuple[Places, ...]:
    """The places in each document of `text`."""
    following = events(text)
    following()  # StreamStart
    found: list[Places] = []
    while type(following()) is yaml.DocumentStartEvent:
        found.append({})
        _walk(following(), following, (), None, found[-1])
        following()  # DocumentEnd
    return tuple(found)


def spans(text: str) -> list[tuple[int, int]]:
    """Where each text begins and ends that is not plain: in quotes, or a block; as far as the
    text is YAML."""
    following, found = events(text), list[tuple[int, int]]()
    with suppress(yaml.YAMLError):
        while type(event := following()) is not yaml.StreamEndEvent:
            if type(event) is yaml.ScalarEvent and not event.implicit[0]:
                start: Any = event.start_mark
                end: Any = event.end_mark
                block = event.style in ("|", ">")  # it begins below its sign
                first = text.find("\n", start.index) if block else start.index
                found.append((first, end.index))
    return found


def within(index: int, texts: Sequence[tuple[int, int]]) -> bool:
    """Whether a character stands in one of the texts, which are in order."""
    before = bisect_right(texts, index, key=lambda text: text[0]) - 1
    return before >= 0 and index < texts[before][1]


def _walk(
    event: Any, following: Any, keys: Keys, of_key: Place | None, found: Any
) -> None:
    found.setdefault(keys, (of_key, place(event.start_mark)))
    if type(event) is yaml.SequenceStartEvent:
        index = 0
        while type(item := following()) is not yaml.SequenceEndEvent:
            _walk(item, following, (*keys, index), None, found)
            index += 1
    elif type(event) is yaml.MappingStartEvent:
        while type(key := following()) is not yaml.MappingEndEvent:
            name = key.value if type(key) is yaml.ScalarEvent else _UNNAMED
            if type(key) not in (yaml.ScalarEvent, yaml.AliasEvent):
                _walk(key, following, (*keys, name), None, found)
            _walk(following(), following, (*keys, name), place(key.start_mark), found)


def place(mark: Any) -> Place:
    """Line and column of a mark of the parser's, which counts from 0."""
    return mark.line + 1, mark.column + 1
