"""What a written report shows: its paragraphs, tables and charts, read out of the .docx."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from lxml import etree

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SECTION = re.compile(r"(?:Bilag |Appendix )?(\d+|[A-E]) ")


@dataclass(frozen=True)
class Table:
    """A table, and where it stands."""

    section: str
    """The number of its section, or the letter of its appendix."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """The data of a chart: what Word draws, and what it opens for editing."""

    alt: str
    categories: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    workbook: tuple[tuple[Any, ...], ...]


@dataclass
class Shown:
    """A document."""

    paragraphs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """By section, the style and text of each paragraph outside tables."""
    tables: list[Table] = field(default_factory=list)
    charts: dict[str, Chart] = field(default_factory=dict)
    """By name."""

    def said(self, section: str, style: str) -> list[str]:
        """The paragraphs of a section in a style."""
        return [text for name, text in self.paragraphs[section] if name == style]


def read(path: Path) -> Shown:
    """The document."""
    document, found, section = docx.Document(str(path)), Shown(), ""
    for element in document.element.body:
        if element.tag.endswith("}tbl"):
            found.tables.append(_table(section, WordTable(element, document)))
        elif element.tag.endswith("}p"):
            paragraph = Paragraph(element, document)
            style = str(paragraph.style.name) if paragraph.style else ""
            if style == "Heading 1":
                section = _section(paragraph.text)
            told = found.paragraphs.setdefault(section, [])
            if paragraph.text.strip():
                told.append((style, plain(paragraph.text)))
            found.charts.update(_charts(element, document.part))
    return found


def parts(path: Path) -> dict[str, bytes]:
    """Every part of a document or workbook, by name."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u00a0", " ")


def _section(heading: str) -> str:
    told = _SECTION.match(heading)
    assert told, heading
    return told[1]


def _table(section: str, table: WordTable) -> Table:
    head, *rows = (tuple(plain(c.text) for c in row.cells) for row in table.rows)
    return Table(section, head, tuple(rows))


def _charts(paragraph: Any, part: Any) -> Iterator[tuple[str, Chart]]:
    for properties in paragraph.iter(f"{_WP}docPr"):
        for reference in properties.getparent().iter(f"{_C}chart"):
            drawn = part.related_parts[reference.get(f"{_R}id")]
            alt = plain(properties.get("descr", ""))
            yield properties.get("name"), _chart(alt, drawn)


def _chart(alt: str, drawn: Any) -> Chart:
    series: dict[str, tuple[float | None, ...]] = {}
    categories: tuple[str, ...] = ()
    root = etree.fromstring(drawn.blob)
    for one in root.iter(f"{_C}ser"):
        (name,) = _points(one.find(f"{_C}tx"))
        categories = tuple(str(text) for text in _points(one.find(f"{_C}cat")))
        values = _points(one.find(f"{_C}val"))
        series[str(name)] = tuple(None if v is None else float(v) for v in values)
    book = drawn.related_parts[root.find(f"{_C}externalData").get(f"{_R}id")]
    return Chart(alt, categories, series, sheet(BytesIO(book.blob)))


def _points(cached: Any) -> list[str | None]:
    """The cached values, in order; None where there is none."""
    count = int(cached.find(f".//{_C}ptCount").get("val"))
    found: dict[int, str] = {
        int(point.get("idx")): point.findtext(f"{_C}v")
        for point in cached.iter(f"{_C}pt")
    }
    return [found.get(index) for index in range(count)]


def sheet(path: Path | BytesIO, index: int = 0) -> tuple[tuple[Any, ...], ...]:
    """The cells of a sheet of a workbook, row by row."""
    book = openpyxl.load_workbook(path)
    found = tuple(book.worksheets[index].iter_rows(values_only=True))
    book.close()
    return found
