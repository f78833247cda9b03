"""The condition under which a question is asked."""

from collections.abc import Mapping
from typing import Any


def holds(when: Mapping[str, tuple[str | bool, ...]], facts: Mapping[str, Any]) -> bool:
    """Whether a question with the condition `when` is asked of a subject with `facts`.

    Every fact named must have one of its values; a fact that is unknown asks.
    """
    return all(_allows(_known(name, facts), wanted) for name, wanted in when.items())


def _allows(known: Any, wanted: tuple[str | bool, ...]) -> bool:
    if isinstance(known, list | tuple):
        return bool(set(known) & set(wanted))
    return known is None or known in wanted


def _known(name: str, facts: Mapping[str, Any]) -> Any:
    """A fact, or a part of one (`dpia.needed`); None if it is unknown."""
    fact, _dot, part = name.partition(".")
    known = facts.get(fact)
    if part:
        known = known.get(part) if isinstance(known, Mapping) else None
    return known
