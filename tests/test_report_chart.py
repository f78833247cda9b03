"""The native chart: its data is the report's, its looks are the template's."""

import itertools
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from secaudit.bundled import bundled
from secaudit.report.model import Report
from secaudit.report.rows import Chart, Series
from secaudit.report.word import render
from secaudit.report.word.chart import workbook
from tests.sample_events import Sample, control, whole_sample

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TEMPLATE = bundled("templates") / "report.docx"


@pytest.fixture
def report() -> Report:
    return whole_sample().report()


def package(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def chart_of(data: bytes) -> Any:
    return etree.fromstring(package(data)["word/charts/chart1.xml"])


def cached(series: Any, tag: str) -> list[str]:
    return [value.text for value in series.find(f"{C}{tag}").iter(f"{C}v")]


def test_the_chart_holds_the_data_of_the_report(report: Report) -> None:
    every = list(chart_of(render(report, TEMPLATE)).iter(f"{C}ser"))
    assert [cached(s, "tx") for s in every] == [
        [s.name] for s in report.status_chart.series
    ]
    for series, data in zip(every, report.status_chart.series, strict=True):
        assert cached(series, "cat") == list(report.status_chart.categories)
        assert cached(series, "val") == [str(value) for value in data.values]


def test_the_embedded_workbook_holds_the_same_data(report: Report) -> None:
    parts = package(render(report, TEMPLATE))
    book = package(parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"])
    strings = etree.fromstring(book["xl/sharedStrings.xml"]).iter(f"{S}t")
    names = [series.name for series in report.status_chart.series]
    assert {t.text for t in strings} == {*report.status_chart.categories, *names}
    sheet = etree.fromstring(book["xl/worksheets/sheet1.xml"])
    cells = {c.get("r"): c.findtext(f"{S}v") for c in sheet.iter(f"{S}c")}
    assert cells["B2"] == str(report.status_chart.series[0].values[0])
    assert cells["G2"] == str(report.status_chart.series[5].values[0])


def test_every_series_points_at_its_own_cells(report: Report) -> None:
    every = list(chart_of(render(report, TEMPLATE)).iter(f"{C}ser"))
    places = [series.find(f"{C}val").find(f".//{C}f").text for series in every]
    assert places == [f"Data!${column}$2:${column}$2" for column in "BCDEFG"]


def test_the_looks_of_the_template_stay(report: Report) -> None:
    def looks(root: Any) -> list[bytes]:
        return [etree.tostring(s.find(f"{C}spPr")) for s in root.iter(f"{C}ser")]

    before = chart_of(TEMPLATE.read_bytes())
    assert looks(chart_of(render(report, TEMPLATE))) == looks(before)


def test_statuses_are_told_apart_without_colour(report: Report) -> None:
    root = chart_of(render(report, TEMPLATE))
    assert all(
        s.find(f"{C}dLbls/{C}showVal").get("val") == "1" for s in root.iter(f"{C}ser")
    )
    assert root.find(f".//{C}legend") is not None
    fills = [etree.tostring(s.find(f"{C}spPr")[0]) for s in root.iter(f"{C}ser")]
    assert len(set(fills)) == len(fills)


def test_a_number_without_room_in_its_slice_is_left_out(report: Report) -> None:
    values = ((1, 90), (3, 0), (96, 10))
    series = tuple(
        replace(old, values=new)
        for old, new in zip(report.status_chart.series[:3], values, strict=True)
    )
    chart = Chart("Smalt", ("A.5", "A.8"), series)
    root = chart_of(render(replace(report, status_chart=chart), TEMPLATE))
    left = [
        [label.find(f"{C}idx").get("val") for label in s.iter(f"{C}dLbl")]
        for s in root.iter(f"{C}ser")
    ]
    assert left == [["0"], [], []]  # 1 %; 3 % has room, and nothing shows no number


def test_unanswered_and_not_applicable_look_different_in_grey(report: Report) -> None:
    root = chart_of(render(report, TEMPLATE))
    fills = [s.find(f"{C}spPr").find(f".//{A}srgbClr") for s in root.iter(f"{C}ser")]
    greys = sorted(grey(fill.get("val")) for fill in fills)
    steps = [after - before for before, after in itertools.pairwise(greys)]
    assert min(steps) >= 25


def grey(colour: str) -> float:
    """The lightness of a colour on paper without colours, 0-255 (ITU-R BT.601)."""
    red, green, blue = bytes.fromhex(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_the_axes_have_unsigned_ids() -> None:
    root = chart_of(TEMPLATE.read_bytes())
    assert all(int(axis.get("val")) > 0 for axis in root.iter(f"{C}axId"))


def test_the_alternative_text_says_what_the_chart_shows(report: Report) -> None:
    document = Document(BytesIO(render(report, TEMPLATE)))
    drawings = list(document.element.body.iter(f"{WP}docPr"))
    assert [d.get("name") for d in drawings] == ["status-per-theme"]
    assert drawings[0].get("descr") == report.status_chart.alt
    assert "10 %" in report.status_chart.alt


def test_a_template_without_the_chart_is_fine(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    Document().save(str(path))
    assert not [n for n in package(render(report, path)) if "charts/" in n]


def test_a_campaign_without_systems_has_no_chart() -> None:
    sample = Sample([control("A.5.1", "organisation")]).open()
    sample.issue("organisation:proeve", "A.5.1")
    document = Document(BytesIO(render(sample.report(), TEMPLATE)))
    assert not list(document.element.body.iter(f"{WP}docPr"))


@pytest.mark.parametrize("count", [1, 3])
def test_a_chart_with_another_number_of_themes_is_drawn_whole(count: int) -> None:
    ids = [f"T{n}.1" for n in range(count)]
    sample = Sample([control(id, "system") for id in ids]).open()
    sample.issue("system:a", *ids)
    root = chart_of(render(sample.report(), TEMPLATE))
    points = [p.get("val") for p in root.iter(f"{C}ptCount")]
    assert points.count(str(count)) >= 12


def test_a_chart_of_many_themes_gets_the_room_it_needs(report: Report) -> None:
    def height(report: Report) -> int:
        document = Document(BytesIO(render(report, TEMPLATE)))
        extent = next(document.element.body.iter(f"{WP}extent"))
        return int(extent.get("cy"))

    names = tuple(f"Tema {n}" for n in range(12))
    values = tuple(Series(s.name, (1,) * 12) for s in report.status_chart.series)
    many = replace(report, status_chart=Chart("Mange temaer", names, values))
    assert height(many) > height(report)


def test_a_template_with_too_few_series_gets_as_many_as_there_are(
    report: Report, tmp_path: Path
) -> None:
    parts = package(TEMPLATE.read_bytes())
    root = etree.fromstring(parts["word/charts/chart1.xml"])
    for series in list(root.iter(f"{C}ser"))[2:]:
        series.getparent().remove(series)
    parts["word/charts/chart1.xml"] = etree.tostring(root)
    path = tmp_path / "own.docx"
    with zipfile.ZipFile(path, "w") as written:
        for name, data in parts.items():
            written.writestr(name, data)
    drawn = list(chart_of(render(report, path)).iter(f"{C}ser"))
    assert [cached(s, "tx")[0] for s in drawn] == [
        s.name for s in report.status_chart.series
    ]
    assert [s.find(f"{C}idx").get("val") for s in drawn] == list("012345")


def test_the_same_data_gives_the_same_workbook() -> None:
    chart = Chart("", ("A",), (Series("=1+1", (1,)),))
    assert workbook(chart) == workbook(chart)
    book = package(workbook(chart))
    assert b"=1+1" in book["xl/sharedStrings.xml"]  # a name, not a formula
