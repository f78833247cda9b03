"""What a template may cost: small files that would take long are refused before they do."""

import resource
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from secaudit.language import using
from secaudit.problems import Refused
from secaudit.report.word import check_template, render
from secaudit.report.word.shown import sample
from secaudit.report.yearly.report import Report
from tests.report.word.own import changed, made, refusal, said_of, with_xml

pytestmark = pytest.mark.slow

RUN = "<w:r><w:t>{}</w:t></w:r>"


def soon(path: Path) -> str:
    """The refusal, within the time that a small file may take."""
    before = time.process_time()
    told = refusal(path)
    assert time.process_time() - before < 2
    return told


def paragraphs(path: Path, xml: str) -> Path:
    return with_xml(made(path, "{{ title }}"), xml)


def test_empty_paragraphs_by_the_million_are_refused(tmp_path: Path) -> None:
    path = paragraphs(tmp_path / "t.docx", "<w:p/>" * 3_600_000)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    assert path.stat().st_size < 200_000
    assert "'word/document.xml' is larger than 20 MiB" in soon(path)
    fewer = paragraphs(tmp_path / "u.docx", "<w:p/>" * 300_000)
    assert "more than 100,000 elements" in soon(fewer)


def test_a_text_that_is_longer_than_any_template_is_refused(tmp_path: Path) -> None:
    path = paragraphs(tmp_path / "t.docx", f"<w:p>{RUN.format('x' * 1_100_000)}</w:p>")
    assert "longer than any template need be" in soon(path)


def test_too_many_tags_and_too_long_ones_are_refused(tmp_path: Path) -> None:
    many = paragraphs(tmp_path / "t.docx", f"<w:p>{RUN.format('{{a}}' * 3_001)}</w:p>")
    assert "more than 3,000 tags" in soon(many)
    tag = "{{ title" + "+title" * 300 + " }}"
    long = paragraphs(tmp_path / "u.docx", f"<w:p>{RUN.format(tag * 30)}</w:p>")
    assert "tags of more than 50,000 characters together" in soon(long)
    one = paragraphs(tmp_path / "v.docx", f"<w:p>{RUN.format(tag)}</w:p>")
    assert "holds more than a tag can" in soon(one)


def test_braces_that_never_end_are_not_sought_through_the_whole_text(
    tmp_path: Path,
) -> None:
    text = "{{ " * 2_900 + "x" * 900_000
    told = soon(paragraphs(tmp_path / "t.docx", f"<w:p>{RUN.format(text)}</w:p>"))
    assert "does not end in its own" in told


def test_styles_based_on_one_another_ten_thousand_times_are_no_matter(
    tmp_path: Path,
) -> None:
    chain = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(20_000)
    )
    path = changed(
        made(tmp_path / "t.docx", "{{ budget }}"),
        "word/styles.xml",
        lambda old: old.replace(b"</w:styles>", f"{chain}</w:styles>".encode()),
    )
    assert "budget" in soon(path)


NESTED = "".join(f"{{% for v{n} in 'aaaaaaaaaa' %}}" for n in range(9))
DOUBLED = "{% set a = a ~ a %}" * 40


@pytest.mark.parametrize(
    "tags",
    [
        NESTED + "x" + "{% endfor %}" * 9,
        "{% for a in gaps.rows %}" * 19 + "x" + "{% endfor %}" * 19,
        "{% set a = 'xxxxxxxxxx' %}" + DOUBLED,
        "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 40,
        "{% set a = ['x'] %}" + "{% set a = a + a %}" * 40,
        "{% set a = 'x' %}" + "{% set a = a.replace('x', 'xxxxxxxxxx') %}" * 12,
        "{% set a = 'x' %}" + "{% set a = a|replace('x', 'xxxxxxxxxx') %}" * 12,
        "{% set a = 'x' %}" + "{% set a = a.replace('', a) %}" * 40,
        "{% set a = 'xxxxxxxxxx' %}" + "{% set a = [a, a, a, a, a]|join(a) %}" * 20,
        "{% set a = ['x'] %}" + "{% set a = [a, a, a, a]|sum(start=[]) %}" * 40,
        "{% set a = 'xxxxxxxxxx' %}"
        + DOUBLED[: 19 * 16]
        + "{% for x in a %}{% if 'q' in a or 'q' is in a or a[1:] == 'y' %}{% endif %}"
        "{% endfor %}",
    ],
    ids=[
        *("loops", "loops-over-rows", "doubled", "added", "lists", "method", "filter"),
        *("between-all", "joined", "summed", "looked-through"),
    ],
)
def test_what_would_hardly_end_is_refused(tmp_path: Path, tags: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = soon(made(tmp_path / "t.docx", "Afsnit", tags))
    assert "makes more than a document can hold" in told
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < before + 300_000


@pytest.mark.parametrize(
    "tag",
    [
        *("{{ 'x' * 10**9 }}", "{% for i in range(10**9) %}{% endfor %}"),
        *("{{ 'a'|center(10**9) }}", "{{ '%1000000000d' % 1 }}"),
        *(
            "{{ 'a'.ljust(1000000000) }}",
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        ),
    ],
)
def test_what_computes_is_refused_before_it_is_tried(tmp_path: Path, tag: str) -> None:
    assert soon(made(tmp_path / "t.docx", tag))


@pytest.mark.parametrize(
    "tags",
    [
        ["{% for a in gaps.rows %}" * 3 + "x" + "{% endfor %}" * 3],
        [*["{%p for a in gaps.rows %}"] * 2, "{{ a.control }}", *["{%p endfor %}"] * 2],
    ],
    ids=["turns", "paragraphs"],
)
def test_what_is_too_much_only_for_a_large_report_is_told_with_its_tag(
    tmp_path: Path, tags: list[str]
) -> None:
    path = made(tmp_path / "t.docx", "Manglerne", *tags)
    with using("en"):
        check_template(path)
        report = sample(2, Report)
        many = replace(report, gaps=replace(report.gaps, rows=report.gaps.rows * 500))
        with pytest.raises(Refused) as refused:
            render(many, path)
        told = said_of(refused.value)
    assert "for a in gaps.rows %}' after 'Manglerne' makes more than a" in told or (
        "'{{ a.control }}' after 'Manglerne' makes more than a document can hold"
        in told
    )
