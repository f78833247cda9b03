"""Fields: every one of every part is looked at, and none that fetches something is taken."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from secaudit.language import using
from secaudit.problems import Refused
from secaudit.report.word import render
from secaudit.report.word.opening.fields import fetching
from secaudit.report.word.shown import sample
from secaudit.report.yearly.report import Report
from tests.report.word.own import (
    W,
    changed,
    field,
    made,
    own,
    refusal,
    said_of,
    with_part,
    with_xml,
)


def found(xml: str) -> list[str]:
    return [
        code for code, _at in fetching(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    ]


@pytest.mark.parametrize(
    "code",
    [
        *(
            "INCLUDEPICTURE x.png",
            " includetext x",
            "Dde a b",
            "DDEAUTO a",
            "DATABASE \\d x",
        ),
        *("LINK Excel.Sheet x", "IMPORT x", "RD x", "INCLUDE x", '"INCLUDEPICTURE" x'),
        *(
            'INCLUDEPICTURE"x"',
            "IF 1 = 1 {INCLUDEPICTURE x} a",
            "QUOTE {QUOTE {LINK x}}",
        ),
        *(
            "{QUOTE INCLUDEPICTURE} x",
            "INC{QUOTE L}UDETEXT x",
            '"{REF a}" x',
            "PAGE} {LINK x",
        ),
    ],
)
def test_a_field_that_fetches_or_may_is_found(code: str) -> None:
    assert found(field(code))


@pytest.mark.parametrize(
    "code",
    [
        *(
            "PAGE",
            "NUMPAGES \\* MERGEFORMAT",
            'HYPERLINK "https://kommune.dk"',
            "= {PAGE} - 1",
        ),
        *(
            'QUOTE "INCLUDEPICTURE"',
            "IF {PAGE} = 1 a b",
            "REF link",
            "PRINTDATE",
            "TOC \\o",
        ),
        *(
            "={PAGE}+1",
            "SEQ Figur \\* ARABIC",
            "MERGEFIELD import",
            "DOCPROPERTY {QUOTE a}",
        ),
    ],
)
def test_any_other_field_is_left(code: str) -> None:
    assert found(field(code)) == []


def test_a_field_is_read_over_runs_paragraphs_and_other_elements() -> None:
    begin, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")
    )
    pieces = [
        "<w:r><w:instrText>INCLUDE</w:instrText></w:r>"
        "<w:r><w:instrText>PICTURE x</w:instrText></w:r>",
        "<w:r><w:instrText>DATA </w:instrText></w:r><w:r><w:instrText>BASE</w:instrText></w:r>",
        "<w:r><w:t>LI</w:t></w:r><w:r><w:instrText>NK x</w:instrText></w:r>",
        "<w:r><w:instrText>LINK</w:instrText><w:br/><w:instrText>x</w:instrText></w:r>",
        "<w:r><w:delInstrText>LINK x</w:delInstrText></w:r>",
    ]
    for code in pieces:
        assert found(begin + code + end), code
        assert found(begin + code), code
    other = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    box = f"<w:r><w:pict><w:txbxContent><w:p>{end}</w:p></w:txbxContent></w:pict></w:r>"
    assert found(begin + other.replace("PAGE", "LINK x") + end)
    rest = "<w:r><w:instrText>NK x</w:instrText></w:r>"
    assert found(begin + rest.replace("NK x", "LI") + box + rest + end)
    assert found(begin + other + end) == []


def test_a_field_with_a_plain_code_is_looked_at() -> None:
    assert found('<w:fldSimple w:instr=" DDEAUTO cmd"/>')
    assert found('<w:fldSimple w:instr=" PAGE "/>') == []


# In a template


@pytest.mark.slow
def test_the_second_field_of_a_paragraph_is_looked_at(tmp_path: Path) -> None:
    fields = field(" PAGE ") + field(' INCLUDEPICTURE "http://127.0.0.1:9/x.png" \\d ')
    path = with_xml(
        own(tmp_path / "t.docx"), f"<w:p><w:r><w:t>Logo</w:t></w:r>{fields}</w:p>"
    )
    told = refusal(path)
    assert (
        "the field 'INCLUDEPICTURE \"http://127.0.0.1:9/x.png\" \\d' in the text"
        in told
    )
    assert "at 'Logo' fetches what is not in the file" in told


@pytest.mark.slow
def test_a_field_in_a_header_and_one_in_a_note_are_told_together(
    tmp_path: Path,
) -> None:
    path = own(tmp_path / "t.docx")
    begun = f"{field('LINK a')}</w:p>".encode()
    changed(path, "word/header1.xml", lambda old: old.replace(b"</w:p>", begun, 1))
    note = f'<w:footnote w:id="2"><w:p>{field("DDE b")}</w:p></w:footnote>'
    with_part(path, "footnotes", f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>')
    told = refusal(path)
    assert "'LINK a' in a header" in told
    assert "'DDE b' in the footnotes" in told


@pytest.mark.slow
def test_a_field_that_a_deleted_text_hides_is_found(tmp_path: Path) -> None:
    hidden = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>LI</w:instrText></w:r>'
        '<w:del w:id="1" w:author="x"><w:r><w:delInstrText>S</w:delInstrText></w:r></w:del>'
        '<w:r><w:instrText>NK x</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert "'LINK x'" in refusal(with_xml(own(tmp_path / "t.docx"), hidden))


@pytest.mark.slow
def test_a_field_that_a_tag_makes_is_found(tmp_path: Path) -> None:
    path = made(tmp_path / "t.docx", "x")
    made_by_tag = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{{ "li"|upper }}NK x'
        '</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert "'LINK x' in the text" in refusal(with_xml(path, made_by_tag))


@pytest.mark.slow
def test_a_field_that_the_report_makes_is_found_when_it_is_written(
    tmp_path: Path,
) -> None:
    path = with_xml(
        made(tmp_path / "t.docx", "x"),
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{{ title }}</w:instrText>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )
    assert render(sample(2, Report), path)
    fetching_title = replace(sample(2, Report), title="DDEAUTO cmd")
    with using("en"), pytest.raises(Refused) as refused:
        render(fetching_title, path)
    assert "'DDEAUTO cmd' in the text" in said_of(refused.value)
