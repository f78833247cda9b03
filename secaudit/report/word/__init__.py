"""Word files: the only module that knows what they are made of."""

from secaudit.report.word.template import check_template
from secaudit.report.word.writing import CHARTS, render

__all__ = ["CHARTS", "check_template", "render"]
