"""A report in which some tags show something else, for the tests of what Word shows."""

from dataclasses import replace
from typing import TypeVar

T = TypeVar("T")


def shown_as(shown: T, tag: str, value: object) -> T:
    """The same, with `value` for a tag such as `status.years.chart`."""
    name, _dot, rest = tag.partition(".")
    inner = shown_as(getattr(shown, name), rest, value) if rest else value
    return replace(shown, **{name: inner})  # type: ignore[type-var]
