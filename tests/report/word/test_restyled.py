"""A template that somebody restyled in LibreOffice, which changes more than it was asked to."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from secaudit.report.said.charts import Chart, Series
from secaudit.report.word import CHARTS, check_template, render
from secaudit.report.word.kinds import shipped
from secaudit.report.yearly.report import Report
from secaudit.report.yearly.status.years import YearRow
from secaudit.steps.documents.template import new
from tests.office import Office
from tests.report.tags import shown_as
from tests.sample_events import whole_sample

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FONT, COLOUR, HEADER = "Liberation Serif", "7a1f2b", "Kun til intern brug"


@pytest.fixture(scope="module")
def restyled(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped template with another font, colour and header, saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("restyled")
    new(folder / "own.docx", "report", "da")
    (flat,) = office.convert("fodt", folder, folder / "own.docx")
    text = flat.read_text(encoding="utf-8")
    for old, changed in (("Arial", FONT), ("1f3864", COLOUR), ("Fortroligt", HEADER)):
        assert old in text
        text = text.replace(old, changed)
    flat.write_text(text, encoding="utf-8")
    (folder / "own.docx").unlink()
    (saved,) = office.convert("docx", folder, flat)
    return saved


@pytest.fixture(scope="module")
def written(restyled: Path) -> bytes:
    return render(report(), restyled)


def report() -> Report:
    """A report that shows every chart."""
    chart = Chart(
        "Det går fremad", ("2024", "2025", "2026"), (Series("Alle", (40, None, 60)),)
    )
    row = YearRow("Alle", 10, ("40 %", "–", "60 %"))
    made = shown_as(whole_sample().report(), "status.years.rows", (row,))
    made = shown_as(made, "status.years.years", ("2024", "2025", "2026"))
    for tag in CHARTS.values():
        made = shown_as(made, tag, chart)
    return made


def test_it_can_be_used(restyled: Path) -> None:
    assert check_template(restyled) == ()


def test_every_chart_is_found_filled_and_can_be_edited(written: bytes) -> None:
    document = Document(BytesIO(written))
    names = []
    for properties in document.element.body.iter(qn("wp:docPr")):
        names.append(properties.get("name"))
        assert properties.get("descr") == "Det går fremad"
        reference = next(properties.getparent().iter(f"{C}chart"))
        part = document.part.related_parts[reference.get(f"{R}id")]
        root = etree.fromstring(part.blob)
        assert [v.text for v in root.find(f".//{C}val").iter(f"{C}v")] == ["40", "60"]
        book = part.related_parts[root.find(f"{C}externalData").get(f"{R}id")]
        assert book.blob.startswith(b"PK")
    assert sorted(names) == sorted(CHARTS)


def test_the_new_looks_stand_and_the_contents_are_made(written: bytes) -> None:
    document = Document(BytesIO(written))
    fonts = document.styles.element.iter(qn("w:rFonts"))
    assert {font.get(qn("w:ascii")) for font in fonts} & {FONT}
    assert COLOUR in etree.tostring(document.styles.element).decode().lower()
    assert HEADER in text_of(document.sections[-1].header._element)
    body = document.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= marks
    assert "{%" not in text_of(body)


def text_of(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def test_a_page_that_stands_or_lies_still_does(written: bytes) -> None:
    before = Document(str(shipped("report", "da"))).sections
    assert shapes(Document(BytesIO(written)).sections) == shapes(before)


def shapes(sections: Any) -> list[bool]:
    return [each.page_width > each.page_height for each in sections]


def test_what_the_schema_wants_last_is_last(written: bytes) -> None:
    for section in Document(BytesIO(written)).element.body.iter(qn("w:sectPr")):
        assert section.getnext() is None


def test_it_is_laid_out_as_pages(
    written: bytes, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "report.docx").write_bytes(written)
    (pdf,) = office.convert("pdf", tmp_path, tmp_path / "report.docx")
    assert pdf.read_bytes().startswith(b"%PDF")
