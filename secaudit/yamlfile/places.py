"""The place of every word in a YAML text, by walking its events once more."""

from typing import Any, TypeAlias

import yaml

from secaudit.yamlfile.events import events

Keys: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]
"""Line and column, 1-based."""


def places(text: str, number: int) -> dict[Keys, tuple[Place | None, Place]]:
    """For each key path of document `number`: the place of its key, if any, and its value."""
    following = events(text)
    found: dict[Keys, tuple[Place | None, Place]] = {}
    following()  # StreamStart
    for _skipped in range(number + 1):
        found.clear()
        following()  # DocumentStart
        _walk(following(), following, (), None, found)
        following()  # DocumentEnd
    return found


_UNNAMED = -1


def _walk(
    event: Any, following: Any, keys: Keys, of_key: Place | None, found: Any
) -> None:
    found.setdefault(keys, (of_key, _place(event)))
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
            _walk(following(), following, (*keys, name), _place(key), found)


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
