"""Writing a report through a Word template."""

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from secaudit.report.model import Report
from secaudit.report.word import chart, contents
from secaudit.report.word.jinja import environment
from secaudit.report.word.template import context, opened

CHARTS = {
    "status-per-theme": "status_chart",
    "trend": "trend_chart",
    "systems-per-class": "class_chart",
    "actions-per-status": "action_chart",
}
"""By the name of a drawing in the template, where its data is in the report."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def render(report: Report, template: Path) -> bytes:
    """The Word document; the same report and template give the same parts, byte for byte."""
    document = opened(template)
    document.render(context(report), environment(), autoescape=True)
    for name, field in CHARTS.items():
        chart.draw(document.docx, name, getattr(report, field))
    contents.fill(document.docx)
    _set_properties(document.docx, report)
    return _packed(document)


def _set_properties(document: Any, report: Report) -> None:
    properties, day = document.core_properties, datetime.combine(report.day, time())
    properties.title = report.title[:255]
    properties.author = properties.last_modified_by = report.organisation[:255]
    properties.created = properties.modified = day.replace(tzinfo=UTC)
    properties.revision = 1


def _packed(document: DocxTemplate) -> bytes:
    """The package, without the time at which it was made."""
    written, fixed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            new.writestr(info, old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
