"""The kinds of Word document that have a template: what each shows, and which file is shipped."""

from dataclasses import dataclass
from pathlib import Path

from secaudit.bundled import bundled
from secaudit.language import Language
from secaudit.report.compared.model import ComparisonReport
from secaudit.report.extract.model import Extract
from secaudit.report.system.model import Sheet
from secaudit.report.word.shown import Shown
from secaudit.report.yearly.report import Report


@dataclass(frozen=True)
class Kind:
    """A kind of document."""

    model: type[Shown]
    """What its template may name."""
    stem: str
    """Of its files in templates/: stem.docx in Danish, stem.en.docx in English."""


KINDS = {
    "report": Kind(Report, "report"),
    "system": Kind(Sheet, "system"),
    "extract": Kind(Extract, "extract"),
    "compare": Kind(ComparisonReport, "compare"),
}
"""By the word that `template --for` takes."""


def shipped(kind: str, language: Language) -> Path:
    """The template that comes with secaudit."""
    stem = KINDS[kind].stem
    name = f"{stem}.docx" if language == "da" else f"{stem}.{language}.docx"
    return bundled("templates") / name
