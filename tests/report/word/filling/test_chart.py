"""The native chart: its data is the report's, its looks are the template's."""

import itertools
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from secaudit.bundled import bundled
from secaudit.report.said.charts import Chart, Series
from secaudit.report.word import CHARTS, render
from secaudit.report.word.filling.workbook import workbook
from secaudit.report.yearly.report import Report
from tests.report.tags import shown_as
from tests.sample_events import Sample, control, whole_sample

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
pytestmark = pytest.mark.slow
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
        [s.name] for s in report.status.chart.series
    ]
    for series, data in zip(every, report.status.chart.series, strict=True):
        assert cached(series, "cat") == list(report.status.chart.categories)
        assert cached(series, "val") == [str(value) for value in data.values]


def test_the_embedded_workbook_holds_the_same_data(report: Report) -> None:
    parts = package(render(report, TEMPLATE))
    book = package(parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"])
    sheet = etree.fromstring(book["xl/worksheets/sheet1.xml"])
    names = [series.name for series in report.status.chart.series]
    shared = etree.fromstring(book["xl/sharedStrings.xml"])
    texts = {text.text for text in shared.iter(f"{S}t")}
    assert texts == {*report.status.chart.categories, *names}
    cells = {c.get("r"): c.findtext(f"{S}v") for c in sheet.iter(f"{S}c")}
    assert cells["B2"] == str(report.status.chart.series[0].values[0])
    assert cells["G2"] == str(report.status.chart.series[5].values[0])


def test_every_series_points_at_its_own_cells(report: Report) -> None:
    every = list(chart_of(render(report, TEMPLATE)).iter(f"{C}ser"))
    places = [series.find(f"{C}val").find(f".//{C}f").text for series in every]
    assert places == [f"Data!${column}$2:${column}$2" for column in "BCDEFG"]
    names = [series.find(f"{C}tx").find(f".//{C}f").text for series in every]
    assert names == [f"Data!${column}$1" for column in "BCDEFG"]


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
        for old, new in zip(report.status.chart.series[:3], values, strict=True)
    )
    chart = Chart("Smalt", ("A.5", "A.8"), series)
    root = chart_of(render(shown_as(report, "status.chart", chart), TEMPLATE))
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
    said = {d.get("name"): d.get("descr") for d in drawings}
    assert said["status-per-theme"] == report.status.chart.alt
    assert "10 %" in report.status.chart.alt


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
    values = tuple(Series(s.name, (1,) * 12) for s in report.status.chart.series)
    many = shown_as(report, "status.chart", Chart("Mange temaer", names, values))
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
        s.name for s in report.status.chart.series
    ]
    assert [s.find(f"{C}idx").get("val") for s in drawn] == list("012345")


def test_the_same_data_gives_the_same_workbook() -> None:
    chart = Chart("", ("A",), (Series("=1+1", (1,)),))
    assert workbook(chart) == workbook(chart)
    book = package(workbook(chart))
    assert b">=1+1</t>" in book["xl/sharedStrings.xml"]  # a name, not a formula
    assert b"<f>" not in book["xl/worksheets/sheet1.xml"]


# All four, in a template that holds nothing else


@dataclass(frozen=True)
class Section:
    """A section with a chart."""

    chart: Chart


@dataclass(frozen=True)
class Status:
    """A section with a chart, and one within it."""

    chart: Chart
    years: Section


@dataclass(frozen=True)
class Drawn:
    """A document of charts."""

    title: str
    organisation: str
    day: date
    status: Status
    systems: Section
    plan: Section


def drawn(chart: Chart) -> Drawn:
    section = Section(chart)
    status = Status(chart, section)
    return Drawn("T", "O", date(2026, 10, 1), status, section, section)


GAPPED = Chart(
    "Det går fremad",
    ("2024", "2025", "2026"),
    (Series("Alle", (40, None, 60)), Series("A.5", (None, None, 7))),
)


@pytest.fixture
def only_charts(tmp_path: Path) -> Path:
    """The shipped template's drawings and no text."""
    document = Document(str(TEMPLATE))
    for child in list(document.element.body.iterchildren(W + "p", W + "tbl")):
        if not list(child.iter(f"{WP}docPr")):
            document.element.body.remove(child)
    path = tmp_path / "charts.docx"
    document.save(str(path))
    return path


def charts_in(data: bytes) -> dict[str, Any]:
    """The charts of a document by the name of their drawing."""
    document = Document(BytesIO(data))
    found = {}
    for properties in document.element.body.iter(f"{WP}docPr"):
        for reference in properties.getparent().iter(f"{C}chart"):
            part = document.part.related_parts[reference.get(f"{R}id")]
            found[properties.get("name")] = part
    return found


def edited(path: Path, change: Callable[[Any], None]) -> Path:
    document = Document(str(path))
    change(document)
    document.save(str(path))
    return path


def frames(document: Any) -> list[Any]:
    return [p.getparent() for p in document.element.body.iter(f"{WP}docPr")]


def test_the_template_holds_every_chart(only_charts: Path) -> None:
    assert set(charts_in(only_charts.read_bytes())) == set(CHARTS)


@pytest.mark.parametrize("name", CHARTS)
def test_bars_and_lines_are_drawn_and_what_is_not_known_is_left_out(
    only_charts: Path, name: str
) -> None:
    part = charts_in(render(drawn(GAPPED), only_charts))[name]
    every = list(etree.fromstring(part.blob).iter(f"{C}ser"))
    assert [cached(s, "tx") for s in every] == [["Alle"], ["A.5"]]
    assert [cached(s, "cat") for s in every] == [["2024", "2025", "2026"]] * 2
    points = [
        {p.get("idx"): p[0].text for p in s.find(f"{C}val").iter(f"{C}pt")}
        for s in every
    ]
    assert points == [{"0": "40", "2": "60"}, {"2": "7"}]
    assert "B3" not in cells_of(part)
    assert cells_of(part)["C4"] == "7"


def cells_of(part: Any) -> dict[str, str]:
    (book,) = (rel.target_part for rel in part.rels.values())
    sheet = etree.fromstring(package(book.blob)["xl/worksheets/sheet1.xml"])
    return {c.get("r"): c.findtext(f"{S}v") for c in sheet.iter(f"{S}c")}


def test_no_sample_data_is_left_anywhere(only_charts: Path) -> None:
    for name, data in package(render(drawn(GAPPED), only_charts)).items():
        inside = package(data) if name.endswith(".xlsx") else {name: data}
        assert all(b"status-per-theme 1" not in part for part in inside.values()), name


def test_lines_are_told_apart_without_colour(only_charts: Path) -> None:
    root = etree.fromstring(charts_in(only_charts.read_bytes())["trend"].blob)
    looks = {
        (
            s.find(f".//{A}prstDash").get("val"),
            s.find(f"{C}marker/{C}symbol").get("val"),
        )
        for s in root.iter(f"{C}ser")
    }
    assert len(looks) == 8
    assert len({dash for dash, _marker in looks}) == 8
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"
    axis = root.find(f".//{C}valAx")
    assert axis.find(f"{C}numFmt").get("formatCode") == '0" %"'
    assert axis.find(f".//{C}max").get("val") == "100"


def test_every_chart_has_its_own_axes_workbook_and_language(only_charts: Path) -> None:
    parts = charts_in(only_charts.read_bytes()).values()
    roots = [etree.fromstring(part.blob) for part in parts]
    axes = [a.get("val") for r in roots for a in r.iter(f"{C}axId")]
    assert len(set(axes)) == 2 * len(CHARTS)
    assert all(0 < int(axis) < 2**32 for axis in axes)
    books = {rel.target_part.partname for part in parts for rel in part.rels.values()}
    assert len(books) == len(CHARTS)
    assert {r.find(f"{C}lang").get("val") for r in roots} == {"da-DK"}


def test_more_series_than_letters_have_their_own_columns(only_charts: Path) -> None:
    many = Chart("", ("x",), tuple(Series(f"s{n}", (n,)) for n in range(30)))
    part = charts_in(render(drawn(many), only_charts))["systems-per-class"]
    every = list(etree.fromstring(part.blob).iter(f"{C}ser"))
    assert every[29].findtext(f"{C}val//{C}f") == "Data!$AE$2:$AE$2"
    assert cells_of(part)["AE2"] == "29"


def test_a_chart_that_lost_its_workbook_gets_one(only_charts: Path) -> None:
    def lose(document: Any) -> None:
        for frame in frames(document):
            part = document.part.related_parts[
                next(frame.iter(f"{C}chart")).get(f"{R}id")
            ]
            root = etree.fromstring(part.blob)
            root.remove(root.find(f"{C}externalData"))
            etree.SubElement(root, f"{C}printSettings")
            part._blob = etree.tostring(root)
            del part.rels["rId1"]

    written = charts_in(render(drawn(GAPPED), edited(only_charts, lose)))
    for part in written.values():
        root = etree.fromstring(part.blob)
        last = [etree.QName(child).localname for child in root][-2:]
        assert last == ["externalData", "printSettings"]
        assert root.find(f"{C}externalData").get(f"{R}id") in part.rels
        assert cells_of(part)["B2"] == "40"
    books = {r.target_part.partname for p in written.values() for r in p.rels.values()}
    assert len(books) == len(CHARTS)


def test_a_chart_whose_name_was_lost_is_known_by_its_series(only_charts: Path) -> None:
    def lose(document: Any) -> None:
        for index, frame in enumerate(frames(document)):
            frame.find(f"{WP}docPr").set("name", f"Object{index}")

    written = charts_in(render(drawn(GAPPED), edited(only_charts, lose)))
    assert set(written) == set(CHARTS)
    assert all(cells_of(part)["B2"] == "40" for part in written.values())


def test_a_drawing_is_found_where_word_and_libreoffice_put_it(
    only_charts: Path,
) -> None:
    def move(document: Any) -> None:
        first, second, *_rest = frames(document)
        first.tag = f"{WP}anchor"
        drawing = second.getparent()
        run = drawing.getparent()
        both = etree.SubElement(run, f"{MC}AlternateContent")
        etree.SubElement(both, f"{MC}Choice", Requires="wps").append(drawing)
        etree.SubElement(etree.SubElement(both, f"{MC}Fallback"), f"{W}pict")

    data = render(drawn(GAPPED), edited(only_charts, move))
    assert all(cells_of(part)["B2"] == "40" for part in charts_in(data).values())
    assert b"pict" not in package(data)["word/document.xml"]


def test_two_drawings_of_one_name_show_the_same(only_charts: Path) -> None:
    def rename(document: Any) -> None:
        for frame in frames(document)[:2]:
            frame.find(f"{WP}docPr").set("name", "trend")

    data = render(drawn(GAPPED), edited(only_charts, rename))
    document = Document(BytesIO(data))
    shown = [
        document.part.related_parts[next(f.iter(f"{C}chart")).get(f"{R}id")]
        for f in frames(document)
        if f.find(f"{WP}docPr").get("name") == "trend"
    ]
    assert len(shown) >= 2
    assert all(cells_of(part)["C4"] == "7" for part in shown)


def test_a_chart_that_is_not_shown_leaves_nothing_behind(only_charts: Path) -> None:
    def hide(document: Any) -> None:
        paragraph = next(frames(document)[0].iterancestors(f"{W}p"))
        for place, tag in ((0, "{%p if not title %}"), (2, "{%p endif %}")):
            new = document.add_paragraph(tag)._p
            (paragraph.addprevious if place == 0 else paragraph.addnext)(new)

    names = package(render(drawn(GAPPED), edited(only_charts, hide)))
    assert len([n for n in names if re.search(r"charts/chart\d+\.xml$", n)]) == 3
    assert len([n for n in names if "embeddings/" in n]) == 3


def test_a_series_that_somebody_hid_in_word_is_not_kept(only_charts: Path) -> None:
    def hide(document: Any) -> None:
        part = document.part.related_parts[
            next(frames(document)[0].iter(f"{C}chart")).get(f"{R}id")
        ]
        root = etree.fromstring(part.blob)
        hidden = root.find(f".//{C}ser")
        hidden.find(f"{C}tx//{C}v").text = "hemmelig"
        kept = etree.SubElement(
            etree.SubElement(hidden.getparent(), f"{C}extLst"), f"{C}ext"
        )
        etree.SubElement(kept, f"{C15}filteredBarSeries").append(hidden)
        hidden.tag = f"{C15}ser"
        part._blob = etree.tostring(root)

    data = render(drawn(GAPPED), edited(only_charts, hide))
    assert all(b"hemmelig" not in part for part in package(data).values())
