"""Word files: the only module that knows what they are made of."""

from secaudit.report.word.checking.check import check_template
from secaudit.report.word.shown import CHARTS, Shown
from secaudit.report.word.writing import render

__all__ = ["CHARTS", "Shown", "check_template", "render"]
