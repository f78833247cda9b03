"""Make the templates of the report's parts: the system sheet, and the extract.

`make_parts(language, folder)` writes system.docx and extract.docx, or their English ones.
"""

from pathlib import Path
from typing import Literal

from docs.report_template.extract import extract
from docs.report_template.finishing import finish
from docs.report_template.maker import Maker
from docs.report_template.pieces import set_look
from docs.report_template.sheet import sheet


def make_parts(language: Literal["da", "en"], folder: Path) -> None:
    """Write the templates of the parts in a language."""
    end = ".docx" if language == "da" else f".{language}.docx"
    for stem, write in (("system", sheet), ("extract", extract)):
        m = Maker(language)
        set_look(m)
        write(m)
        finish(m, folder / f"{stem}{end}", stem)
