"""A Word document that a command writes: where it goes, and what there is to say of it."""

from dataclasses import dataclass
from pathlib import Path

from secaudit.language import _
from secaudit.problems import Problem, WrongUsage
from secaudit.steps.files import DOCUMENT


@dataclass(frozen=True)
class Written:
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


def chosen_path(output: Path | None, usual: Path, template: Path | None) -> Path:
    """Where a document is to be written. Raises WrongUsage if it is no name for one."""
    path = usual if output is None else output
    if path.suffix.lower() != DOCUMENT.suffix:
        sentence = _("'{path}': the name of the file must end in {suffix}")
        raise WrongUsage(sentence.format(path=path, suffix=DOCUMENT.suffix))
    if template and path.resolve() == template.resolve():
        sentence = _("{path} is the template: write the document to another file")
        raise WrongUsage(sentence.format(path=path))
    return path
