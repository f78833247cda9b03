"""Templates of one's own, made for a test, and what is said of them."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

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


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def with_part(path: Path, kind: str, xml: str, *, id: str = "rId800") -> Path:
    """The same file with a part of that kind, such as `footnotes`, of this XML."""
    declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}'
    changed(path, f"word/{kind}.xml", lambda _old: declared.encode())
    override = f'<Override PartName="/word/{kind}.xml" ContentType="{WORD}.{kind}+xml"/></Types>'
    changed(
        path,
        "[Content_Types].xml",
        lambda old: old.replace(b"</Types>", override.encode()),
    )
    return with_relation(path, kind, f"{kind}.xml", id=id)


def with_relation(path: Path, kind: str, target: str, *, id: str = "rId800") -> Path:
    """The same file with one more relation of its text."""
    relation = (
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        "</Relationships>"
    )
    return changed(
        path,
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", relation.encode()),
    )


def with_xml(path: Path, xml: str) -> Path:
    """The same file with this XML at the end of its text."""
    named = re.sub(r"^<([\w:]+)", rf'<\1 xmlns:w="{W}" xmlns:r="{OFFICE}"', xml)

    def with_it(old: bytes) -> bytes:
        text, sign, last = old.rpartition(b"<w:sectPr")
        return text + named.encode() + sign + last

    return changed(path, "word/document.xml", with_it)


def field(code: str) -> str:
    """The runs of a field; a field within it is written in braces."""
    made = "".join(
        _MARKS.get(piece)
        or f'<w:instrText xml:space="preserve">{escape(piece)}</w:instrText>'
        for piece in re.split(r"([{}])", "{" + code + "}")
        if piece
    )
    return f"<w:r>{made}</w:r>"


_MARKS = {
    "{": '<w:fldChar w:fldCharType="begin"/>',
    "}": '<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/>',
}
