"""Templates of one's own, made for a test, and what is said of them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from secaudit.language import using
from secaudit.problems import Refused
from secaudit.report.word import check_template
from secaudit.report.word.kinds import shipped
from secaudit.report.word.shown import Shown
from secaudit.report.yearly.report import Report


def made(path: Path, *paragraphs: str) -> Path:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The same file with one part changed, or added where there was none."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def without(path: Path, part: str) -> Path:
    """The same file without one part."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist() if name != part}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def own(path: Path) -> Path:
    path.write_bytes(shipped("report", "en").read_bytes())
    return path


def refusal(path: Path, model: type[Shown] = Report) -> str:
    with using("en"):
        with pytest.raises(Refused) as refused:
            check_template(path, model)
        told = said_of(refused.value)
    assert str(path) in told
    return told


def remarks(path: Path) -> str:
    with using("en"):
        return "\n".join(check_template(path))


def said_of(refused: Refused) -> str:
    """What the user is told, a line for each fault."""
    return "\n".join((*map(str, refused.problems), refused.sentence)).strip()
