"""Comments and tracked changes: told, and left out of what is written."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from secaudit.report.word import render
from secaudit.report.word.opening.annotations import take_out
from secaudit.report.word.shown import sample
from secaudit.report.yearly.report import Report
from tests.report.word.own import (
    W,
    changed,
    made,
    own,
    refusal,
    remarks,
    with_part,
    with_xml,
)

pytestmark = pytest.mark.slow

WHO = "Lone Kommunikation"
BY = f'w:id="7" w:author="{WHO}" w:date="2026-09-01T10:00:00Z"'
COMMENTS = (
    f'<w:comments xmlns:w="{W}"><w:comment {BY} w:initials="LK"><w:p><w:r><w:t>Skal vi virkelig '
    "skrive det? {{ campaign }}</w:t></w:r></w:p></w:comment></w:comments>"
)


def everything(data: bytes) -> bytes:
    """The bytes of every part, one after the other."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return b"\n".join(
            name.encode() + package.read(name) for name in package.namelist()
        )


def text(data: bytes) -> str:
    return "\n".join(p.text for p in Document(BytesIO(data)).paragraphs)


def commented(path: Path) -> Path:
    with_part(path, "comments", COMMENTS)
    people = (
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        f'<w15:person w15:author="{WHO}"/></w15:people>'
    )
    with_part(path, "people", people, id="rId801")
    return with_xml(
        path,
        '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Om borgmesteren</w:t></w:r>'
        '<w:commentRangeEnd w:id="7"/><w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="7"/>'
        "</w:r></w:p>",
    )


def test_a_comment_is_told_and_left_out(tmp_path: Path) -> None:
    path = commented(own(tmp_path / "t.docx"))
    assert remarks(path) == (
        f"{path}: 1 comment in it by {WHO}, the first at 'Om borgmesteren': left out of the "
        "document"
    )
    written = render(sample(2, Report), path)
    assert "Om borgmesteren" in text(written)
    for trace in (WHO.encode(), b"virkelig", b"comments.xml", b"people.xml"):
        assert trace not in everything(written)


def test_tracked_changes_are_told_and_taken_as_accepted(tmp_path: Path) -> None:
    path = with_xml(
        own(tmp_path / "t.docx"),
        f"<w:p><w:pPr><w:jc w:val='right'/><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr>"
        f"<w:r><w:t>Vi er </w:t></w:r><w:del {BY}><w:r><w:delText>ikke </w:delText></w:r>"
        f"</w:del><w:ins {BY}><w:r><w:t>snart </w:t></w:r></w:ins><w:moveFrom {BY}><w:r>"
        f"<w:t>heller </w:t></w:r></w:moveFrom><w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/>"
        "</w:rPrChange></w:rPr><w:t>klar</w:t></w:r></w:p>",
    )
    told = remarks(path)
    assert f"5 tracked changes in it by {WHO}, the first at 'Vi er " in told
    written = render(sample(2, Report), path)
    assert "Vi er snart klar" in text(written)
    assert WHO.encode() not in everything(written)


def test_a_tag_that_somebody_corrected_is_read_as_corrected(tmp_path: Path) -> None:
    path = with_xml(
        made(tmp_path / "t.docx"),
        f"<w:p><w:r><w:t>{{{{ tit</w:t></w:r><w:del {BY}><w:r><w:delText>t</w:delText></w:r>"
        f"</w:del><w:ins {BY}><w:r><w:t>le }}}}</w:t></w:r></w:ins></w:p>",
    )
    assert "tracked changes" in remarks(path)
    assert text(render(sample(2, Report), path)).strip() == "xx"


def test_changes_are_left_out_of_headers_and_notes_too(tmp_path: Path) -> None:
    note = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:ins {BY}><w:r><w:t>x</w:t>'
        "</w:r></w:ins></w:p></w:footnote></w:footnotes>"
    )
    path = with_part(own(tmp_path / "t.docx"), "footnotes", note)
    mark = f"<w:ins {BY}><w:r><w:t>Udkast</w:t></w:r></w:ins></w:p>".encode()
    changed(path, "word/header1.xml", lambda old: old.replace(b"</w:p>", mark, 1))
    assert "2 tracked changes" in remarks(path)
    written = everything(render(sample(2, Report), path))
    assert b"Udkast" in written
    assert WHO.encode() not in written


BODY = "<w:body {w}>{xml}</w:body>"


def accepted(xml: str) -> str:
    root = parse_xml(BODY.format(w=nsdecls("w"), xml=xml.replace("BY", BY)))
    take_out(root)
    lines = []
    for child in root:
        cells = list(child.iter(f"{{{W}}}tc")) or [child]
        lines.append(
            " ".join("".join(t.text for t in c.iter(f"{{{W}}}t")) for c in cells)
        )
    return "|".join(lines)


def p(text: str, mark: str = "") -> str:
    looks = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{looks}<w:r><w:t>{text}</w:t></w:r></w:p>"


def row(properties: str, *cells: str) -> str:
    made = "".join(f"<w:tc>{c if '<' in c else p(c)}</w:tc>" for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


@pytest.mark.parametrize(
    ("xml", "left"),
    [
        (p("a", "<w:del BY/>") + p("b", "<w:del BY/>") + p("c"), "abc"),
        (p("a", "<w:ins BY/>") + p("b"), "a|b"),
        (p("a", "<w:del BY/>"), "a"),
        (
            "<w:p><w:pPr><w:rPr><w:del BY/></w:rPr></w:pPr><w:del BY><w:r><w:delText>x"
            f"</w:delText></w:r></w:del></w:p><w:tbl>{row('', 'a')}</w:tbl>",
            "a",
        ),
        (f"<w:tbl>{row('<w:del BY/>', 'a')}{row('<w:ins BY/>', 'b')}</w:tbl>", "b"),
        (f"<w:tbl>{row('<w:del BY/>', 'a')}</w:tbl>{p('b')}", "b"),
        (
            "<w:tbl>"
            + row("", "<w:tcPr><w:cellDel BY/></w:tcPr>" + p("a"), "b")
            + "</w:tbl>",
            "b",
        ),
        ("<w:ins BY><w:p><w:r><w:t>a</w:t></w:r></w:p></w:ins>", "a"),
        ("<w:del BY><w:ins BY><w:r><w:t>a</w:t></w:r></w:ins></w:del>" + p("b"), "b"),
    ],
    ids=[
        *("two-ends-deleted", "end-inserted", "last-end-deleted", "before-a-table"),
        *("rows", "whole-table", "cell", "paragraph-inserted", "inserted-then-deleted"),
    ],
)
def test_what_was_deleted_goes_and_what_was_inserted_stays(xml: str, left: str) -> None:
    assert accepted(xml) == left


def test_a_comment_is_told_beside_what_is_wrong(tmp_path: Path) -> None:
    path = commented(own(tmp_path / "t.docx"))
    with_xml(path, "<w:p><w:r><w:t>{{ no_such_name }}</w:t></w:r></w:p>")
    told = refusal(path)
    assert "no_such_name" in told
    assert f"1 comment in it by {WHO}" in told
