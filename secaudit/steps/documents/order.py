"""How a Word document is ordered, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

from secaudit.language import Language
from secaudit.problems import Problem


@dataclass(frozen=True)
class Order:
    """How a document is wanted."""

    language: Language
    template: Path | None = None
    """One's own; None is the one that is shipped."""
    output: Path | None = None
    """The file to write; None is the usual one."""
    as_of: str | None = None
    """The head of the register as it then was; None is as it is."""


@dataclass(frozen=True)
class WrittenDocument:
    """What was written, and what there is to say of it."""

    path: Path
    workbook: Path | None = None
    """Every gap and action."""
    aside: tuple[Path, ...] = ()
    """Where old files were put that are not as secaudit wrote them."""
    notes: tuple[str, ...] = ()
    """What the template lacks."""
    warnings: tuple[Problem, ...] = ()
    """What is doubtful in notes.yaml."""
