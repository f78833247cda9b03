"""The Word file: real ones, written through the real templates and read back."""

import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import DocxTemplate
from lxml import etree

from secaudit.bundled import bundled
from secaudit.language import using
from secaudit.problems import Refused
from secaudit.report.extract.model import Extract
from secaudit.report.word import check_template, render
from secaudit.report.word.shown import CHARTS, sample
from secaudit.report.yearly.gaps.gaps import GapRow
from secaudit.report.yearly.report import Report
from tests.report.tags import shown_as
from tests.report.word.own import made, refusal, said_of
from tests.sample_events import Sample, control, whole_sample

pytestmark = pytest.mark.slow

TEMPLATES = {"da": "report.docx", "en": "report.en.docx"}
AS_WRITTEN = {
    "long": "ord " * 5_000,
    "right-to-left": "Ansvarlig: אחראי אבטחת מידע, og مسؤول أمن المعلومات, i alt 3",
    "emoji": "👩‍🔧 Zoë naïve Łódź 中文 …",
    "name": "N" * 200,
    "word": "x" * 2_000,
    "tags": "{{ title }} {% for g in gaps.rows %} {# # #} {%p if x %} {%tr endfor %} }} %}",
    "xml": "&amp; &lt;w:p&gt; ]]> <!-- --> <?x?>",
    "docxtpl": "{_{ title }_} {_% %_}",
}
ODD = {
    **AS_WRITTEN,
    "break": "en\r\nto",
    "tab": "et\ttre",
    "no-xml": "a\x07b\x0bc\ufffed",
    "turned": "fra\u202egpj\u2066 til\u200f",
}
HOSTILE = "R&D <b>fed</b> a<b og c>d \"x\" 'y' {{ 7*7 }} {% x %} {_{ }_} &amp; 🙂"


@pytest.fixture(params=["da", "en"])
def template(request: pytest.FixtureRequest, danish: None) -> Iterator[Path]:
    """The template of each language; the report is composed in it."""
    with using(request.param):
        yield bundled("templates") / TEMPLATES[request.param]


@pytest.fixture
def report(template: Path) -> Report:
    return composed(template)


@pytest.fixture(scope="module")
def any_report() -> Report:
    """A report for a template of one's own, where it does not matter in which language."""
    with using("da"):
        return whole_sample().report()


@pytest.fixture
def written(template: Path) -> bytes:
    """The report as a file."""
    return whole(template)


@pytest.fixture
def odd(template: Path) -> Any:
    """A document in which each of the odd texts is the comment of a gap."""
    return oddly(template)


@cache
def composed(template: Path) -> Report:
    """The report in the language of its template, which is the one that is spoken."""
    return whole_sample().report()


@cache
def whole(template: Path) -> bytes:
    return render(composed(template), template)


@cache
def oddly(template: Path) -> Any:
    report = composed(template)
    gaps = tuple(replace(report.gaps.rows[0], comment=text) for text in ODD.values())
    return opened(render(shown_as(report, "gaps.rows", gaps), template))


def shipped() -> Path:
    return bundled("templates") / TEMPLATES["da"]


def opened(data: bytes) -> Any:
    return Document(BytesIO(data))


def texts(element: Any) -> str:
    """Every paragraph's text, a line each; a line break is a line of its own."""
    lines = []
    for paragraph in element.iter(qn("w:p")):
        parts = paragraph.iter(qn("w:t"), qn("w:br"))
        said = ("\n" if part.tag == qn("w:br") else part.text or "" for part in parts)
        lines.append("".join(said))
    return "\n".join(lines)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_gap(report: Report, **said: str) -> Report:
    gap: GapRow = replace(report.gaps.rows[0], **said)  # type: ignore[arg-type]
    return shown_as(report, "gaps.rows", (gap,))


# What stands in it


def test_the_templates_name_everything_that_a_report_has(template: Path) -> None:
    names = DocxTemplate(template).get_undeclared_template_variables()
    unnamed = {field.name for field in fields(Report)} - names
    assert unnamed <= {
        "day",
        *CHARTS.values(),
    }  # the date of the file, and the drawings


def test_page_one_stands_in_the_document(report: Report, written: bytes) -> None:
    said = texts(opened(written).element.body)
    for text in (
        report.summary.headline,
        *report.summary.verdict,
        report.summary.worst[0].control,
    ):
        assert text in said


def test_every_row_of_the_report_stands_in_a_table(
    report: Report, written: bytes
) -> None:
    document = opened(written)
    cells = {cell.text for table in document.tables for cell in table._cells}
    assert {row.name for row in report.owners.rows} <= cells
    assert {row.id for row in report.appendices.controls} <= cells
    assert {row.theme for row in report.status.systems} <= cells


def test_no_template_tag_is_left(written: bytes) -> None:
    document = opened(written)
    every = [document.element.body]
    for section in document.sections:
        every += [section.header._element, section.footer._element]
    said = "\n".join(texts(part) for part in every)
    assert "{{" not in said
    assert "{%" not in said
    assert "<comments>" not in said


def test_text_from_owners_stands_as_they_wrote_it(
    report: Report, template: Path
) -> None:
    hostile = with_gap(report, comment=HOSTILE, action=HOSTILE, subject=HOSTILE)
    said = texts(opened(render(hostile, template)).element.body)
    assert said.count(HOSTILE) == 3
    assert "49" not in HOSTILE


def test_a_very_long_word_stands_whole_in_a_table_of_fixed_columns(odd: Any) -> None:
    table = next(t for t in odd.tables if ODD["word"] in texts(t._tbl))
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    assert layout.get(qn("w:type")) == "fixed"


def test_a_line_break_stays_one(odd: Any) -> None:
    assert "en\nto" in texts(odd.element.body)


@pytest.mark.parametrize("text", AS_WRITTEN.values(), ids=AS_WRITTEN.keys())
def test_text_of_any_kind_stands_as_it_was_written(odd: Any, text: str) -> None:
    paragraphs = [texts(p) for p in odd.element.body.iter(qn("w:p"))]
    assert paragraphs.count(text) == 1


def test_a_tab_stays_one(odd: Any) -> None:
    cell = next(p for p in odd.element.body.iter(qn("w:p")) if "ettre" in texts(p))
    assert len(list(cell.iter(qn("w:tab")))) == 1


def test_text_in_the_title_and_the_header_stands_as_it_was_written(
    report: Report, template: Path
) -> None:
    named = replace(report, title="R&D <b> {{ 7*7 }}\x07\nto", organisation=HOSTILE)
    document = opened(render(named, template))
    assert document.core_properties.title == "R&D <b> {{ 7*7 }} to"
    assert document.core_properties.author == HOSTILE
    assert "R&D <b> {{ 7*7 }}" in texts(document.sections[-1].header._element)


def test_characters_that_no_xml_holds_or_that_turn_a_text_are_left_out(
    odd: Any,
) -> None:
    told = texts(odd.element.body)
    assert "abcd" in told
    assert "fragpj til" in told


def test_a_first_campaign_has_no_heading_for_a_trend(template: Path) -> None:
    first = Sample([control("A.8.1", "system")]).open().issue("system:a", "A.8.1")
    said = texts(opened(render(first.report(), template)).element.body)
    assert "Udviklingen siden" not in said
    assert "Development since" not in said


def test_a_target_stands_where_the_figures_are(report: Report, template: Path) -> None:
    def rows(target: str) -> list[str]:
        document = opened(render(replace(report, target=target), template))
        every = document.element.body.iter(qn("w:tr"))
        cells = [[texts(cell) for cell in row.iter(qn("w:tc"))] for row in every]
        return [row[0] for row in cells if target and target in row]

    aim = "Mål" if template.name == TEMPLATES["da"] else "Target"
    assert len(rows("97 %")) >= 4  # the summary, systems, owners, the organisation
    assert set(rows("97 %")) == {aim}
    said = texts(opened(render(replace(report, target=""), template)).element.body)
    assert aim not in said.splitlines()
    assert "Målet er" not in said
    assert "The target is" not in said


def test_the_headline_stands_alone_where_nothing_qualifies_it(
    report: Report, template: Path
) -> None:
    noted = shown_as(report, "summary.headline", "H 1")
    noted = shown_as(noted, "summary.note", "N 1")
    assert "H 1\nN 1" in texts(opened(render(noted, template)).element.body)
    plain = opened(render(shown_as(noted, "summary.note", ""), template))
    assert "H 1" in texts(plain.element.body).splitlines()
    assert "N 1" not in texts(plain.element.body)


def test_a_table_without_rows_is_a_sentence_instead(template: Path) -> None:
    empty = Sample([control("A.8.1", "system")]).open().report()
    document = opened(render(empty, template))
    assert all(len(table.rows) > 1 for table in document.tables)
    said = texts(document.element.body)
    assert "Der er ingen åbne gab." in said or "There are no open gaps." in said


# What a screen reader needs, and Word


def test_heading_levels_come_in_order(written: bytes) -> None:
    document = opened(written)
    headings = [p for p in document.paragraphs if p.style.name.startswith("Heading")]
    levels = [int(p.style.name[-1]) for p in headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all(p.text.strip() for p in headings)


def test_every_table_repeats_its_header_row(written: bytes) -> None:
    for table in opened(written).tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_the_document_states_its_language_and_title(
    report: Report, written: bytes, template: Path
) -> None:
    document = opened(written)
    language = next(document.styles.element.iter(qn("w:lang")))
    expected = "da-DK" if template.name == TEMPLATES["da"] else "en-GB"
    assert language.get(qn("w:val")) == expected
    assert document.core_properties.title == report.title


def test_the_contents_link_to_every_main_heading(written: bytes) -> None:
    document = opened(written)
    body = document.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    said = [
        "".join(t.text for t in link.iter(qn("w:t")))
        for link in body.iter(qn("w:hyperlink"))
    ]
    mains = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert set(links) == marks
    assert set(mains) <= set(said)
    assert said[0].startswith("1 ")
    assert "updateFields" not in str(parts(written)["word/settings.xml"])


def test_the_contents_are_one_field_that_begins_and_ends(written: bytes) -> None:
    body = opened(written).element.body
    marks = [mark.get(qn("w:fldCharType")) for mark in body.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]
    code = next(body.iter(qn("w:instrText"))).text
    assert "\\h" in code
    assert "\\n" in code


def test_a_template_without_contents_gets_none(
    any_report: Report, tmp_path: Path
) -> None:
    path = made(tmp_path / "own.docx", "{{ summary.headline }}")
    assert any_report.summary.headline in texts(
        opened(render(any_report, path)).element.body
    )


def test_the_same_report_gives_the_same_file(
    report: Report, written: bytes, template: Path
) -> None:
    assert render(report, template) == written


def test_the_file_is_dated_by_the_report(report: Report, written: bytes) -> None:
    created = opened(written).core_properties.created
    assert created is not None
    assert created.date() == report.day


def test_every_part_is_well_formed(written: bytes) -> None:
    for name, data in parts(written).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)


def test_the_file_says_nothing_of_who_made_its_template(
    any_report: Report, tmp_path: Path
) -> None:
    document = Document(str(shipped()))
    properties = document.core_properties
    for name in ("author", "comments", "category", "last_modified_by", "subject"):
        setattr(properties, name, "Privat Person {{ nope }}")
    properties.keywords = "Privat Person"
    document.save(str(tmp_path / "own.docx"))
    written = parts(render(any_report, tmp_path / "own.docx"))
    assert [name for name, data in written.items() if b"Privat Person" in data] == []
    assert b"<cp:keywords>secaudit</cp:keywords>" in written["docProps/core.xml"]
    assert b"<Application>secaudit</Application>" in written["docProps/app.xml"]
    assert b"Company" not in written["docProps/app.xml"]
    assert "docProps/thumbnail.jpeg" not in written
    assert "docProps/custom.xml" not in written


def test_a_template_without_properties_is_dated_by_the_report(
    any_report: Report, tmp_path: Path
) -> None:
    document = Document()
    relations = document.part.package.rels
    for id in [id for id, r in relations.items() if "core-properties" in r.reltype]:
        del relations[id]
    document.save(str(tmp_path / "own.docx"))
    properties = opened(render(any_report, tmp_path / "own.docx")).core_properties
    assert properties.modified is not None
    assert properties.modified.date() == any_report.day
    assert properties.author == any_report.organisation


def test_a_heading_of_ones_own_style_stands_in_the_contents(
    any_report: Report, tmp_path: Path
) -> None:
    document = Document(str(shipped()))
    own = document.styles.add_style("Kapitel", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 1"]
    document.add_paragraph("Mit kapitel", "Kapitel")
    document.save(str(tmp_path / "own.docx"))
    body = opened(render(any_report, tmp_path / "own.docx")).element.body
    *_others, last = body.iter(qn("w:hyperlink"))
    assert "".join(t.text for t in last.iter(qn("w:t"))) == "Mit kapitel"


def test_a_shaded_cell_keeps_the_order_that_word_wants(
    any_report: Report, tmp_path: Path
) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{% cellbg 'DDDDDD' %}x"
    document.save(str(tmp_path / "t.docx"))
    body = opened(render(any_report, tmp_path / "t.docx")).element.body
    (properties,) = body.iter(qn("w:tcPr"))
    assert [child.tag for child in properties] == [qn("w:tcW"), qn("w:shd")]


@dataclass(frozen=True)
class Letter:
    """Another document than the report."""

    title: str
    organisation: str
    day: date
    lines: tuple[str, ...]


def test_another_document_than_the_report_can_be_written(tmp_path: Path) -> None:
    path = made(
        tmp_path / "t.docx", "{%p for l in lines %}", "{{ l }}", "{%p endfor %}"
    )
    check_template(path, Letter)
    letter = Letter("T", "O", date(2026, 10, 1), ("en", "to"))
    written = opened(render(letter, path))
    assert texts(written.element.body) == "en\nto"
    assert written.core_properties.title == "T"
    assert "'gaps'" in refusal(made(tmp_path / "u.docx", "{{ gaps }}"), Letter)


# A template of one's own


@pytest.mark.parametrize("name", TEMPLATES.values())
def test_the_shipped_templates_pass_their_own_check(name: str) -> None:
    check_template(bundled("templates") / name)


def test_yes_or_no_is_not_printed(tmp_path: Path) -> None:
    path = made(tmp_path / "t.docx", "{{ of_department }}")
    assert "'of_department' is yes or no" in refusal(path, Extract)


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04broken"])
def test_a_file_that_is_no_word_document_is_refused(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "t.docx"
    path.write_bytes(content)
    assert "Word" in refusal(path)


def test_another_office_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "Word" in refusal(path)


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "nowhere.docx" in refusal(tmp_path / "nowhere.docx")


def test_a_tag_that_the_report_does_not_know_is_refused(tmp_path: Path) -> None:
    said = refusal(made(tmp_path / "t.docx", "{{ summary.headlin }}"))
    assert "'summary.headlin'" in said
    assert "'summary.headline'" in said


def test_a_tag_within_a_loop_is_checked_too(tmp_path: Path) -> None:
    path = made(
        tmp_path / "t.docx",
        "{%p for g in gaps.rows %}",
        "{{ g.nope }}",
        "{%p endfor %}",
    )
    assert "'g.nope'" in refusal(path)


def test_a_tag_in_a_header_is_checked_too(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ nope }}"
    document.save(str(tmp_path / "t.docx"))
    assert "'nope'" in refusal(tmp_path / "t.docx")


@pytest.mark.parametrize(
    "tags",
    [
        (
            "{%p for g in gaps.rows[:3] %}",
            "{{ loop.index }} {{ g.control }}",
            "{%p endfor %}",
        ),
        ("{% for g in gaps.rows[:1] %}{% set c = g.control %}{{ c }}{% endfor %}",),
        ("{% if gaps.rows %}{% set g = gaps.rows|first %}{{ g.control }}{% endif %}",),
        (
            "{{ summary.verdict|join(', ') }} {{ gaps.rows|length }}",
            "{{ summary.headline.upper() }}",
        ),
        (
            "{% if gaps.rows %}{{ gaps.rows[0].control }}{% else %}{{ date }}{% endif %}",
        ),
        ("{% for s in status.chart.series if s.values %}{{ s.name }}{% endfor %}",),
    ],
)
def test_what_jinja_can_do_with_a_report_passes(
    tmp_path: Path, tags: tuple[str, ...]
) -> None:
    check_template(made(tmp_path / "t.docx", *tags))


@pytest.mark.parametrize(
    "tags",
    [
        ("{% set first = gaps.rows|first %}{{ first.nope }}",),
        ("{{ gaps.rows.control }}",),
        ("{{ gaps.rows[0].nope }}",),
        ("{{ summary.headline.nope }}",),
        ("{{ plan.nope }}",),
        ("{{ status.heat.nope }}",),
        ("{% set p = plan %}{{ p.nope }}",),
        ("{% for a in plan.actions %}{{ a.nope }}{% endfor %}",),
        (
            "{% for r in status.heat.rows %}{% for c in r.cells %}{{ c.nope }}"
            "{% endfor %}{% endfor %}",
        ),
        ("{% for s in status.chart.series if s.nope %}{{ s.name }}{% endfor %}",),
        ("{{ loop_ }}", "{{ gaps.rows|length }}"),
    ],
)
def test_what_a_report_does_not_have_is_found_wherever_it_is_asked_for(
    tmp_path: Path, tags: tuple[str, ...]
) -> None:
    assert "does not know" in refusal(made(tmp_path / "t.docx", *tags))


@pytest.mark.parametrize(
    "tags",
    [
        ("{%p for g in gaps.rows %}", "{{ g.control }}"),
        ("{% nope %}",),
        ("{{ gaps.rows[7].control }}",),
        ("{{ summary.headline.__class__ }}",),
    ],
)
def test_a_tag_that_cannot_be_rendered_is_refused(
    tmp_path: Path, tags: tuple[str, ...]
) -> None:
    assert refusal(made(tmp_path / "t.docx", *tags)).startswith(str(tmp_path))


def test_a_loop_that_begins_and_ends_around_different_things_is_refused(
    tmp_path: Path,
) -> None:
    document = Document()
    document.add_paragraph("{%p for g in gaps.rows %}")
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "{{ g.control }}"
    table.cell(1, 0).text = "{%tr endfor %}"
    document.save(str(tmp_path / "t.docx"))
    assert "do not fit together" in refusal(tmp_path / "t.docx")


def test_a_template_that_needs_a_row_where_there_may_be_none_is_refused(
    tmp_path: Path,
) -> None:
    assert refusal(made(tmp_path / "t.docx", "{{ gaps.rows[0].control }}"))


def test_a_tag_that_fails_only_on_what_the_report_holds_is_a_sentence(
    any_report: Report, tmp_path: Path
) -> None:
    path = made(tmp_path / "t.docx", "{{ 1 // (gaps.rows|length - 1) }}")
    check_template(path)
    with using("en"), pytest.raises(Refused) as refused:
        render(with_gap(any_report), path)
    assert "cannot be filled" in said_of(refused.value)


@pytest.mark.parametrize("rows", [0, 2])
def test_a_template_is_tried_with_empty_lists_and_with_full_ones(rows: int) -> None:
    tried = sample(rows, Report)
    assert {
        len(tried.gaps.rows),
        len(tried.status.chart.series),
        len(tried.summary.verdict),
    } == {rows}


# What a template may not do


def table(path: Path, *rows: tuple[str, ...]) -> Path:
    document = Document()
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [("{%tr for g in gaps.rows %}{{ g.control }}",), ("{%tr endfor %}",)],
            "must stand alone in its row",
        ),
        (
            [
                ("{%tr if gaps.rows %}{%tr if gaps.legal %}",),
                ("{%tr endif %}{%tr endif %}",),
            ],
            "must stand alone in its row",
        ),
        (
            [("{%tr if gaps.rows %}", "Priority"), ("{%tr endif %}", "")],
            "must stand alone in its row",
        ),
        (
            [("{%tc for y in status.years.years %} x", "{{ y }}", "{%tc endfor %}")],
            "must stand alone in its cell",
        ),
        (
            [("x {%p if gaps.rows %} y",), ("{%p endif %}",)],
            "'{%p if gaps.rows %}' after 'x' must stand alone in its paragraph",
        ),
        ([("x {#p a note #}",)], "must stand alone in its paragraph"),
    ],
)
def test_what_stands_beside_a_tag_is_not_lost_in_silence(
    tmp_path: Path, rows: list[tuple[str, ...]], said: str
) -> None:
    assert said in refusal(table(tmp_path / "t.docx", *rows))


def test_a_tag_alone_in_its_row_cell_or_paragraph_passes(tmp_path: Path) -> None:
    check_template(
        table(
            tmp_path / "t.docx",
            (" {%tr for g in gaps.rows %}", "", ""),
            ("{%tc for y in status.years.years %}", "{{ y }}", "{%tc endfor %}"),
            ("{%tr endfor %} ", "", ""),
            ("{{ title }}", "{#p a note #}", ""),
        )
    )


def test_a_picture_beside_a_tag_is_not_lost_in_silence(tmp_path: Path) -> None:
    document = Document(str(shipped()))
    drawing = next(document.element.body.iter(qn("w:drawing")))
    document.add_paragraph("{%p if gaps.rows %}")._p.append(drawing.getparent())
    document.add_paragraph("{%p endif %}")
    document.save(str(tmp_path / "t.docx"))
    assert "must stand alone in its paragraph" in refusal(tmp_path / "t.docx")


@pytest.mark.parametrize(
    ("tag", "right"),
    [
        ("{{r title }}", "{{ title }}"),
        ("{{p title }}", "{{ title }}"),
        ("{{tr title}}", "{{ title}}"),
        ("{%r if gaps.rows %}", "{% if gaps.rows %}"),
        ("{% p if gaps.rows %}", "{%p if gaps.rows %}"),
    ],
)
def test_a_prefix_that_breaks_the_document_is_refused(
    tmp_path: Path, tag: str, right: str
) -> None:
    said = refusal(made(tmp_path / "t.docx", tag))
    assert f"cannot be used; write '{right}'" in said


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("{{ 'x' * 9999999999 }}", "compute '*'"),
        ("{{ 9 ** 9 ** 9 }}", "compute '**'"),
        ("{{ '%0999999999d' % 1 }}", "compute '%'"),
        ("{{ title | center(10 ** 9) }}", "use 'center'"),
        ("{{ '%0999999999d' | format(1) }}", "use 'format'"),
        ("{{ title | indent(99999999) }}", "use 'indent'"),
        ("{{ title.center(999999999) }}", "use 'center'"),
        ("{{ title['center'](999999999) }}", "use '()'"),
        ("{% set f = title.center %}{{ f(999999999) }}", "use 'f'"),
        ("{{ '{:999999999}'.format(1) }}", "use 'format'"),
        ("{{ 1 | round(999999999, 'ceil') }}", "use 'round'"),
        ("{{ lipsum(n=1000000000) }}", "use 'lipsum'"),
        ("{% for i in range(99999999) %}x{% endfor %}", "use 'range'"),
        ("{% set n = namespace(x='x') %}", "use 'namespace'"),
        ("{% for g in gaps.rows recursive %}{% endfor %}", "use 'recursive'"),
        ("{% macro a() %}{{ a() }}{% endmacro %}", "use 'macro'"),
        ("{% include '/etc/passwd' %}", "use 'include'"),
        ("{% import 'x' as y %}", "use 'import'"),
        ("{% raw %}{% endraw %}", "use 'raw'"),
        ("{{ title.__class__ }}", "use '__class__'"),
        ("{{ title | nofilter }}", "use 'nofilter'"),
        ("discount {% 5 %}", "use '5'"),
    ],
)
def test_a_template_shows_and_does_not_compute(
    tmp_path: Path, tag: str, name: str
) -> None:
    said = refusal(made(tmp_path / "t.docx", tag))
    assert f"a template cannot {name}" in said


def test_no_filter_is_reached_by_the_way_of_another(tmp_path: Path) -> None:
    tag = "{{ summary.verdict | map('center', 999999999) | join }}"
    assert "cannot be filled" in refusal(made(tmp_path / "t.docx", tag))


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        ("{{ gaps.rows }}", "'gaps.rows' is a list; loop over it"),
        ("{{ summary.verdict }}", "'summary.verdict' is a list"),
        ("{{ gaps.rows[:2] }}", "'gaps.rows[…]' is a list"),
        ("{{ summary.verdict | sort }}", "'summary.verdict|sort' is a list"),
        ("{{ gaps.rows | map(attribute='control') }}", "'gaps.rows|map' is a list"),
        ("{{ gaps.rows or '–' }}", "is a list"),
        ("{{ title if gaps.rows else status.years.years }}", "is a list"),
        ("{{ plan }}", "'plan' is no text; name a part of it: 'plan.said'"),
        ("{{ status.heat }}", "name a part of it: 'status.heat.themes'"),
        ("{% for a in plan %}{% endfor %}", "'plan' is no list"),
        ("{{ 'x' ~ gaps.rows }}", "'gaps.rows' is a list"),
        ("{{ gaps.rows | string }}", "'gaps.rows' is a list"),
        ("{{ status.years.chart }}", "name a part of it: 'status.years.chart.alt'"),
        (
            "{% for r in gaps.rows %}{{ r }}{% endfor %}",
            "'r' is no text; name a part of it: 'r.number'",
        ),
        ("{{ gaps.rows | join(', ') }}", "'gaps.rows' is no text"),
        (
            "{% for r in status.heat.rows %}{{ r.cells }}{% endfor %}",
            "'r.cells' is a list",
        ),
        ("{% for a in title %}{{ a }}{% endfor %}", "'title' is no list"),
        (
            "{% for a in status.years.chart %}{% endfor %}",
            "'status.years.chart' is no list",
        ),
    ],
)
def test_only_text_is_printed_and_only_a_list_is_looped_over(
    tmp_path: Path, tags: str, said: str
) -> None:
    assert said in refusal(made(tmp_path / "t.docx", tags))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ summary.verdict | sort | join(', ') }}",
        "{{ gaps.rows | join(', ', attribute='control') }}",
        "{{ gaps.rows | map(attribute='control') | join(', ') }}",
        "{% for g in gaps.rows | selectattr('legal') %}{{ g.control }}{% endfor %}",
        "{% for g in (gaps.rows or gaps.legal)[:2] %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{{ title[:5] }} {{ day.strftime('%Y') }} {{ day.year }} {{ title ~ date }}",
        "{% for g in gaps.rows %}{{ 'yes' if g.legal else 'no' }}{% endfor %}",
        "{% with t = title %}{{ t or '–' }}{% endwith %}",
    ],
)
def test_what_a_report_needs_can_be_done(tmp_path: Path, tag: str) -> None:
    check_template(made(tmp_path / "t.docx", tag))


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (
            ["Gaps", "{%p for r in gaps.rows %}"],
            "'{%p for r in gaps.rows %}' after 'Gaps' is not ended; '{%p endfor %}' is missing",
        ),
        (
            ["Gaps", "{%p endfor %}"],
            "'{%p endfor %}' after 'Gaps' belongs to nothing that begins before it",
        ),
        (
            ["{% if gaps.rows %}{% for r in gaps.rows %}{% endif %}{% endfor %}"],
            "'{% for r in gaps.rows %}' is not ended; '{% endfor %}' is missing",
        ),
        (["{% else %}"], "belongs to nothing"),
        (["Gaps", "{{ }}"], "'{{ }}' after 'Gaps' is not written as a tag must be"),
        (["{{ title title }}"], "'{{ title title }}' is not written as a tag must be"),
        (["{{ (((title }}"], "is not written as a tag must be"),
        (
            ["{{ title }}", "First", "{{ gaps.rows[0].control }}"],
            "'{{ gaps.rows[0].control }}' after 'First' asks for what may not be there",
        ),
        (["{{ title + 1 }}"], "'{{ title + 1 }}' cannot be filled"),
        (["{{ " + "(" * 900 + "1" + ")" * 900 + " }}"], "a tag cannot be filled"),
        (["{% for g in gaps.rows %}" * 30 + "{% endfor %}" * 30], "cannot be filled"),
    ],
)
def test_what_is_wrong_with_a_tag_is_said_in_our_own_words(
    tmp_path: Path, tags: list[str], said: str
) -> None:
    assert said in refusal(made(tmp_path / "t.docx", *tags))


def test_a_tag_that_cannot_be_filled_when_the_report_is_written_is_named(
    any_report: Report, tmp_path: Path
) -> None:
    path = made(tmp_path / "t.docx", "Worst", "{{ gaps.rows[0].control }}")
    with using("en"), pytest.raises(Refused) as refused:
        render(shown_as(any_report, "gaps.rows", ()), path)
    assert "'{{ gaps.rows[0].control }}' after 'Worst'" in said_of(refused.value)


@pytest.mark.parametrize(
    ("tags", "hint"),
    [
        ("{% for r in gaps.rows %}{{ r.contrl }}{% endfor %}", "'r.control'?"),
        ("{% for r in gaps.rows %}{{ r['contrl'] }}{% endfor %}", "'r.control'?"),
        ("{{ plan.actons }}", "'plan.actions'?"),
        ("{{ status.heat.rest_ }}", "'status.heat.rest'?"),
        ("{{ plans.said }}", "'plan'?"),
        ("{{ gaps_rest }}", "'gaps.rest'?"),
        ("{{ headline }}", "'summary.headline'?"),
        ("{{ organisaton }}", "'organisation'?"),
        ("{{ Title }}", "'title'?"),
    ],
)
def test_a_name_that_is_close_is_suggested_where_it_belongs(
    tmp_path: Path, tags: str, hint: str
) -> None:
    assert refusal(made(tmp_path / "t.docx", tags)).endswith(f"did you mean {hint}")


@pytest.mark.parametrize("tag", ["{{ budget }}", "{{ loop.index }}"])
def test_a_name_that_is_close_to_nothing_has_no_suggestion(
    tmp_path: Path, tag: str
) -> None:
    assert "did you mean" not in refusal(made(tmp_path / "t.docx", tag))


# Tags that Word has split


def split(path: Path, *runs: str, between: str = "") -> Path:
    """A template whose first paragraph is in several runs, with something between them."""
    document = Document()
    paragraph = document.add_paragraph()
    for index, text in enumerate(runs):
        if index and between:
            paragraph._p.append(parse_xml(between.format(w=nsdecls("w"))))
        paragraph.add_run(text).bold = bool(index % 2)
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    "between",
    [
        "",
        '<w:proofErr {w} w:type="spellStart"/>',
        '<w:bookmarkStart {w} w:id="7" w:name="her"/>',
        "<w:r {w}><w:tab/></w:r>",
        "<w:r {w}><w:br/></w:r>",
        "<w:del {w} w:id='1' w:author='x'><w:r><w:delText>xx</w:delText></w:r></w:del>",
    ],
    ids=["bold", "proofing", "bookmark", "tab", "break", "deleted"],
)
@pytest.mark.parametrize(
    "runs",
    [
        ("før {", "{ summary.headline }", "} efter"),
        ("før {{ ", "summary.headline", " }} efter"),
    ],
)
def test_a_tag_that_is_split_over_runs_works(
    any_report: Report, tmp_path: Path, runs: tuple[str, ...], between: str
) -> None:
    path = split(tmp_path / "t.docx", *runs, between=between)
    check_template(path)
    said = texts(opened(render(any_report, path)).element.body)
    assert f"før {any_report.summary.headline} efter" in said


@pytest.mark.parametrize("around", ["ins", "smartTag", "hyperlink"])
def test_a_tag_that_goes_into_something_and_out_again_works(
    any_report: Report, tmp_path: Path, around: str
) -> None:
    path = split(tmp_path / "t.docx", "{{ summary.head", "line }}")
    document = Document(str(path))
    paragraph = document.paragraphs[0]._p
    wrapped = parse_xml(f"<w:{around} {nsdecls('w')}/>")
    paragraph.append(wrapped)
    wrapped.append(paragraph.findall(qn("w:r"))[1])
    document.save(str(path))
    check_template(path)
    assert any_report.summary.headline in texts(
        opened(render(any_report, path)).element.body
    )


def test_a_loop_in_split_tags_works(any_report: Report, tmp_path: Path) -> None:
    document = Document()
    for runs in (
        ("{%", "p for g in ", "gaps.rows %}"),
        ("{{ g.", "control }}"),
        ("{%p end", "for %}"),
    ):
        paragraph = document.add_paragraph()
        for text in runs:
            paragraph.add_run(text)
    document.save(str(tmp_path / "t.docx"))
    check_template(tmp_path / "t.docx")
    said = texts(opened(render(any_report, tmp_path / "t.docx")).element.body)
    assert said.splitlines() == [gap.control for gap in any_report.gaps.rows]


def test_a_section_that_ends_where_a_tag_stands_stays(
    any_report: Report, tmp_path: Path
) -> None:
    document = Document(
        str(made(tmp_path / "t.docx", "{%p if gaps.rows %}", "x", "{%p endif %}"))
    )
    document.add_section()
    ended = next(document.element.body.iter(qn("w:pPr")))
    document.paragraphs[2]._p.insert(0, ended)
    document.save(str(tmp_path / "t.docx"))
    assert len(opened(render(any_report, tmp_path / "t.docx")).sections) == 2
