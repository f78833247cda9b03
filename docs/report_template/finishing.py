"""The end of making a template: its properties, and the file."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from docs.report_template.maker import Maker

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def finish(m: Maker, path: Path, title: str) -> None:
    """Set the properties, mend what python-docx starts from, and save."""
    properties = m.document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = "secaudit"
    properties.comments = ""
    properties.language = m.say("da-DK", "en-GB")
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    tidy(m)
    save(m, path)


def tidy(m: Maker) -> None:
    """Mend what python-docx starts from: an old Word's layout, its own thumbnail."""
    settings = m.document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    hyphens = parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>")  # long Danish words
    settings.find(qn("w:defaultTabStop")).addnext(hyphens)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # tables begin at the margin
    relations = m.document.part.package.rels
    for id in [id for id, r in relations.items() if r.reltype == RELATION.THUMBNAIL]:
        del relations[id]


def save(m: Maker, path: Path) -> None:
    """Write the file: the same template, the same bytes."""
    written = BytesIO()
    m.document.save(written)
    with zipfile.ZipFile(written) as made, zipfile.ZipFile(path, "w") as file:
        for name in made.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            file.writestr(info, made.read(name), zipfile.ZIP_DEFLATED)
