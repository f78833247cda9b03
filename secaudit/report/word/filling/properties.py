"""What a Word file says about itself: what is shown says it, not whoever made the template."""

from datetime import UTC, datetime, time
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn

from secaudit.report.word.jinja import clean
from secaudit.report.word.shown import Shown

_NOBODYS = (
    *("category", "comments", "content_status", "identifier", "subject", "version"),
    *("title", "author", "last_modified_by", "keywords"),
)
_PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>secaudit</Application></Properties>'
)
_DROPPED = (
    RELATION.THUMBNAIL,
    RELATION.CUSTOM_PROPERTIES,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_LONGEST = 255
"""Characters that Word keeps of a property."""


def forget(document: Any) -> None:
    """Take out of a python-docx document what its template says of its own making."""
    core = document.core_properties
    for name in _NOBODYS:
        setattr(core, name, "")
    for printed in core._element.findall(qn("cp:lastPrinted")):
        core._element.remove(printed)
    for part in (document.part.package, document.part):
        for id in [id for id, r in part.rels.items() if r.reltype in _DROPPED]:
            del part.rels[id]
    for relation in document.part.package.rels.values():
        if relation.reltype == RELATION.EXTENDED_PROPERTIES:
            relation.target_part._blob = _PROGRAM
    settings = document.settings.element
    for sessions in [*settings.iter(qn("w:rsids"), qn("w:trackRevisions"))]:
        settings.remove(sessions)


def state(document: Any, shown: Shown) -> None:
    """Say what the document is, whose, and of which day; its language stays the template's."""
    properties, day = document.core_properties, datetime.combine(shown.day, time())
    properties.title = _kept(shown.title)
    properties.author = properties.last_modified_by = _kept(shown.organisation)
    properties.keywords = "secaudit"
    properties.created = properties.modified = day.replace(tzinfo=UTC)
    properties.revision = 1


def _kept(text: str) -> str:
    """As much as Word keeps, on one line."""
    return " ".join(clean(text).split())[:_LONGEST]
