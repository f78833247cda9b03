"""The questions that answer for a requirement of a law: those that refer to it."""

from collections.abc import Mapping, Sequence

from secaudit.catalogue.model import Control, Kind


def serves(control: Control, requirement: Control, kind: Kind | None = None) -> bool:
    """Whether what is asked about `control` tells how `requirement` is met.

    So it is where a question, that to `kind` or any, refers to the same provision, or to a
    part of it (32(1)(b) to 32). A control without questions serves nothing.
    """
    kinds = [kind] if kind else list(control.questions)
    whole = requirement.references
    return any(_within(control.referred(k), whole) for k in kinds)


def _within(
    parts: Mapping[str, Sequence[str]], whole: Mapping[str, Sequence[str]]
) -> bool:
    """Whether one of the provisions is one of `whole`, or lies within it."""
    return any(
        part == provision or part.startswith((f"{provision}(", f"{provision}, "))
        for law, provisions in whole.items()
        for provision in provisions
        for part in parts.get(law, ())
    )
