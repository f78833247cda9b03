"""The door to the C parser."""

from collections.abc import Callable
from typing import Any

from yaml.cyaml import CParser  # type: ignore[attr-defined] # not in its __all__


def events(text: str) -> Callable[[], Any]:
    """A function that gives the next event of the YAML in `text` at every call."""
    following: Callable[[], Any] = CParser(text).get_event
    return following
