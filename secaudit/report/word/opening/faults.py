"""The refusal of a template for all that is wrong with it."""

from collections.abc import Iterable
from pathlib import Path

from secaudit.language import counted
from secaudit.problems import MOST_TOLD, Problem, Refused, Severity

MOST = 100
"""Faults that are looked for in one template."""


def refusal(
    path: Path, sentences: Iterable[str], warnings: Iterable[str] = ()
) -> Refused:
    """The refusal that tells the first twenty faults, in order, and how many more there are;
    and then the warnings."""
    found = list(dict.fromkeys(sentences))
    shown, rest = found[:MOST_TOLD], len(found) - MOST_TOLD
    if rest > 0:
        shown.append(counted("and {n} more fault", "and {n} more faults", rest))
    told: list[tuple[Severity, str]] = [("error", sentence) for sentence in shown]
    told += [("warning", sentence) for sentence in warnings]
    # a Word file has no lines; what would be a column keeps them in order
    return Refused(
        problems=[
            Problem(str(path), 0, n, severity, "template", sentence)
            for n, (severity, sentence) in enumerate(told, 1)
        ]
    )
