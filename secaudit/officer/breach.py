"""A rule that something breaks which the officer says."""

from collections.abc import Iterable
from dataclasses import dataclass

from secaudit.problems import Refused, WrongUsage


@dataclass(frozen=True)
class Breach:
    """A rule that is broken."""

    field: str
    """Where it can be mended: a field of what was said."""
    code: str
    """A short stable word."""
    sentence: str
    """In the user's language, for the command line."""
    here: str = ""
    """The same at a cell of a sheet, where it is said otherwise there."""
    error: type[Refused] = WrongUsage
    """What the command line raises: WrongUsage, or Refused for what stands against it."""


def refuse(breaches: Iterable[Breach]) -> None:
    """Raise the error of the first breach, if there is one."""
    for breach in breaches:
        raise breach.error(breach.sentence)
