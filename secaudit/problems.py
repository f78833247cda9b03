"""Problems in a user's file, and the refusal to go on."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from secaudit.language import _, counted
from secaudit.visible import one_line

Severity = Literal["error", "warning"]
MOST_TOLD = 20
"""The most problems of one file that are told; then how many more there are."""


@dataclass(frozen=True, order=True)
class Problem:
    """A defect in a file. A problem is never a gap."""

    path: str
    """The file, as the user named it."""
    line: int
    """1-based; 0 when the problem is the file as a whole."""
    column: int
    """1-based, in characters; 0 when the problem is the file as a whole."""
    severity: Severity
    code: str
    """A short stable word, such as `unknown-status`."""
    message: str
    """One sentence in the user's language."""

    def __str__(self) -> str:
        word = _("error") if self.severity == "error" else _("warning")
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return one_line(f"{place}: {word}: {self.message}")  # it may quote anything


def problem_at(
    path: str, place: tuple[int, int], code: str, message: str, *, warning: bool = False
) -> Problem:
    """A problem at a line and a column of a file: an error, unless it is a warning."""
    severity: Severity = "warning" if warning else "error"
    return Problem(path, *place, severity=severity, code=code, message=message)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that refuse, in order; warnings do not."""
    return tuple(sorted(p for p in problems if p.severity == "error"))


def most(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problems of each file, errors before warnings, in order; and then how many more
    it has."""
    by_file: dict[str, list[Problem]] = {}
    for problem in sorted(problems):
        by_file.setdefault(problem.path, []).append(problem)
    return tuple(one for found in by_file.values() for one in _most(found))


def _most(found: list[Problem]) -> list[Problem]:
    if len(found) <= MOST_TOLD:
        return found
    gravest = sorted(found, key=lambda problem: problem.severity)
    rest = gravest[MOST_TOLD:]
    message = counted("{n} more problem", "{n} more problems", len(rest))
    warning = not errors(rest)
    more = problem_at(found[0].path, (0, 0), "more", message, warning=warning)
    return [*sorted(gravest[:MOST_TOLD]), more]


class Refused(Exception):
    """secaudit cannot go on: one sentence for the user, or the problems of their files."""

    def __init__(self, sentence: str = "", problems: Iterable[Problem] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.problems = tuple(sorted(problems))


class WrongUsage(Refused):
    """What was asked for makes no sense here: no workspace, an unknown campaign, a missing path."""


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Raise `Refused` with all the problems if any of them is an error."""
    found = tuple(problems)
    if errors(found):
        raise Refused(problems=found)


def reason(error: OSError) -> str:
    """Why the system would not, in the user's words."""
    said = {
        errno.EACCES: _(
            "access is denied (ask for the right to the file and its folder)"
        ),
        errno.EPERM: _(
            "access is denied (ask for the right to the file and its folder)"
        ),
        errno.EROFS: _("the disk is read-only"),
        errno.ENOSPC: _("the disk is full"),
        errno.EFBIG: _("the disk is full"),
        errno.ENOENT: _("the file or folder does not exist"),
        errno.EEXIST: _("a file of that name is in the way"),
        errno.ENOTDIR: _("a file is where a folder should be"),
        errno.EISDIR: _("a folder is where a file should be"),
    }
    return said.get(error.errno or 0) or error.strerror or str(error)
