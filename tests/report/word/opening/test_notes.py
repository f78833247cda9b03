"""Footnotes and endnotes are filled as the text is, and checked as it is."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml import parse_xml

from secaudit.language import using
from secaudit.report.word import check_template, render
from secaudit.report.yearly.report import Report
from tests.report.word.own import W, made, own, refusal, with_part, with_xml
from tests.sample_events import whole_sample

pytestmark = pytest.mark.slow

KINDS = ("footnote", "endnote")


@pytest.fixture(scope="module")
def report() -> Iterator[Report]:
    with using("da"):
        yield whole_sample().report()


def noted(path: Path, kind: str, note: str) -> Path:
    """A template with a note of these runs or paragraphs, and a reference to it."""
    held = note if note.startswith("<w:p>") else f"<w:p>{note}</w:p>"
    xml = (
        f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:type="separator" w:id="-1"><w:p><w:r>'
        f'<w:separator/></w:r></w:p></w:{kind}><w:{kind} w:id="2">{held}</w:{kind}>'
        f"</w:{kind}s>"
    )
    with_part(path, f"{kind}s", xml)
    return with_xml(
        path,
        f'<w:p><w:r><w:t>Se note</w:t></w:r><w:r><w:{kind}Reference w:id="2"/></w:r></w:p>',
    )


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def note_of(data: bytes, kind: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = parse_xml(package.read(f"word/{kind}s.xml"))
    return "|".join(
        "".join(t.text or "" for t in p.iter(f"{{{W}}}t"))
        for p in root[-1].iter(f"{{{W}}}p")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_is_filled(report: Report, tmp_path: Path, kind: str) -> None:
    path = noted(own(tmp_path / "t.docx"), kind, run("TEST[{{ campaign }}] "))
    assert check_template(path) == ()
    assert note_of(render(report, path), kind) == f"TEST[{report.campaign}] "


@pytest.mark.parametrize("kind", KINDS)
def test_a_tag_that_word_split_in_a_note_is_filled(
    report: Report, tmp_path: Path, kind: str
) -> None:
    split = run("{{ cam") + run("paign }") + run("}.")
    path = noted(made(tmp_path / "t.docx"), kind, split)
    check_template(path)
    assert note_of(render(report, path), kind) == f"{report.campaign}."


def test_a_loop_in_a_note_repeats_its_text_or_its_paragraphs(
    report: Report, tmp_path: Path
) -> None:
    path = noted(
        made(tmp_path / "t.docx"),
        "footnote",
        f"<w:p>{run('{% for y in basis.facts %}{{ y.name }};{% endfor %}')}</w:p>"
        f"<w:p>{run('{%p for y in basis.facts %}')}</w:p><w:p>{run('{{ y.name }}')}</w:p>"
        f"<w:p>{run('{%p endfor %}')}</w:p>",
    )
    check_template(path)
    names = [fact.name for fact in report.basis.facts]
    assert note_of(render(report, path), "footnote") == "|".join(
        ("".join(f"{name};" for name in names), *names)
    )


def test_a_note_of_which_nothing_is_left_keeps_a_paragraph(
    report: Report, tmp_path: Path
) -> None:
    text = "".join(
        f"<w:p>{run(t)}</w:p>" for t in ("{%p if not campaign %}", "x", "{%p endif %}")
    )
    path = noted(made(tmp_path / "t.docx", "{{ title }}"), "footnote", text)
    with zipfile.ZipFile(BytesIO(render(report, path))) as package:
        root = parse_xml(package.read("word/footnotes.xml"))
    assert [child.tag for child in root[-1]] == [f"{{{W}}}p"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_wrong_in_a_note_is_told_with_what_is_wrong_in_the_text(
    tmp_path: Path, kind: str
) -> None:
    path = noted(
        made(tmp_path / "t.docx", "{{ budget }}"), kind, run("Kilde {{ kilde }}")
    )
    told = refusal(path)
    assert "'{{ budget }}': the report does not know 'budget'" in told
    assert "'{{ kilde }}' after 'Kilde': the report does not know 'kilde'" in told
