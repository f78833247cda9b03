"""Dataclasses of values that passed their schema, and back."""

from datetime import date
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def shaped(value: Any, kind: type[T]) -> T:
    """A value that passed its schema, as the frozen dataclass `kind`.

    Raises ValueError (or what Python itself raises) for one that did not.
    """
    from cattrs.errors import CattrsError

    try:
        built: T = _converter().structure(value, kind)
    except CattrsError as error:
        raise ValueError(str(error)) from None
    return built


def plain(value: Any) -> Any:
    """A dataclass as JSON holds it: the inverse of `shaped`, without what is absent."""
    return _converter().unstructure(value)


def whole(value: Any) -> Any:
    """A dataclass as JSON holds it, with what is absent or usual written out: frozen."""
    return _converter(omit=False).unstructure(value)


@cache
def _converter(*, omit: bool = True) -> Any:
    from cattrs import Converter

    converter = Converter(omit_if_default=omit, detailed_validation=False)
    converter.register_structure_hook(str | bool, lambda said, _kind: said)
    converter.register_structure_hook(
        date, lambda text, _kind: date.fromisoformat(text)
    )
    converter.register_unstructure_hook(date, date.isoformat)
    return converter
