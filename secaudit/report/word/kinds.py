"""The kinds of Word document that have a template: what each shows, and which file is shipped."""

from pathlib import Path

from secaudit.bundled import bundled
from secaudit.language import Language
from secaudit.report.compared.model import ComparisonReport
from secaudit.report.extract.model import Extract
from secaudit.report.system.model import Sheet
from secaudit.report.word.shown import Shown
from secaudit.report.yearly.report import Report

KINDS: dict[str, type[Shown]] = {
    "report": Report,
    "system": Sheet,
    "extract": Extract,
    "compare": ComparisonReport,
}
"""By the word that `template --for` takes, what a template may name."""


def shipped(kind: str, language: Language) -> Path:
    """The template that comes with secaudit: report.docx in Danish, report.en.docx in English."""
    name = kind if language == "da" else f"{kind}.{language}"
    return bundled("templates") / f"{name}.docx"
