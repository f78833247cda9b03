"""What leads from a part to another, and out of the file."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from secaudit.report.word import render
from secaudit.report.word.shown import sample
from secaudit.report.yearly.report import Report
from tests.report.word.own import (
    changed,
    made,
    own,
    refusal,
    remarks,
    with_relation,
    with_xml,
    without,
)

pytestmark = pytest.mark.slow


def relations(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("word/_rels/document.xml.rels")


@pytest.mark.parametrize("target", ["../NULL", "media/lost.png", "NULL"])
def test_what_leads_nowhere_and_is_not_used_is_left_out(
    tmp_path: Path, target: str
) -> None:
    path = with_relation(own(tmp_path / "t.docx"), "image", target)
    assert remarks(path) == ""
    assert b"rId800" not in relations(render(sample(1, Report), path))


def test_what_leads_nowhere_and_is_used_names_the_part(tmp_path: Path) -> None:
    path = with_relation(own(tmp_path / "t.docx"), "image", "media/lost.png")
    with_xml(path, '<w:p><w:r><w:pict r:id="rId800"/></w:r></w:p>')
    assert "is damaged: word/media/lost.png is missing" in refusal(path)


def test_a_part_that_every_document_needs_is_named_where_it_is_missing(
    tmp_path: Path,
) -> None:
    path = without(own(tmp_path / "t.docx"), "word/styles.xml")
    assert "is damaged: word/styles.xml is missing" in refusal(path)


def test_a_theme_that_is_missing_is_no_fault(tmp_path: Path) -> None:
    path = without(own(tmp_path / "t.docx"), "word/theme/theme1.xml")
    assert remarks(path) == ""
    assert render(sample(1, Report), path)


def test_the_name_of_a_part_is_found_in_any_case(tmp_path: Path) -> None:
    path = changed(
        own(tmp_path / "t.docx"),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b'"numbering.xml"', b'"Numbering.XML"'),
    )
    assert remarks(path) == ""
    assert render(sample(1, Report), path)


def test_a_link_to_a_place_in_the_document_is_no_fault(tmp_path: Path) -> None:
    path = with_relation(own(tmp_path / "t.docx"), "hyperlink", "#Afsnit")
    with_xml(
        path,
        '<w:p><w:hyperlink r:id="rId800"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
    )
    assert remarks(path) == ""
    assert render(sample(1, Report), path)


def test_a_link_that_is_used_as_a_picture_is_refused(tmp_path: Path) -> None:
    link = (
        b'<Relationship Id="rId800" TargetMode="External" Target="https://x.example/a" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
        b"</Relationships>"
    )
    path = changed(
        own(tmp_path / "t.docx"),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", link),
    )
    with_xml(path, '<w:p><w:r><w:pict r:id="rId800"/></w:r></w:p>')
    assert "links to 'https://x.example/a'" in refusal(path)


@pytest.mark.parametrize(
    ("kind", "xml", "said"),
    [
        (
            "oleObject",
            '<w:p><w:r><w:t>Budget</w:t><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:'
            'office:office" r:id="rId800"/></w:object></w:r></w:p>',
            "an object is embedded in the text at 'Budget'",
        ),
        ("oleObject", "<w:p/>", "an object (embeddings/x.bin) is embedded in it"),
        ("package", "<w:p/>", "an object (embeddings/x.bin) is embedded in it"),
        (
            "control",
            '<w:p><w:r><w:object><w:control r:id="rId800"/></w:object></w:r></w:p>',
            "an ActiveX control stands in the text",
        ),
        ("aFChunk", '<w:altChunk r:id="rId800"/>', "another document is embedded in"),
        ("subDocument", '<w:p><w:subDoc r:id="rId800"/></w:p>', "another document"),
    ],
)
def test_what_is_embedded_is_refused(
    tmp_path: Path, kind: str, xml: str, said: str
) -> None:
    path = with_relation(own(tmp_path / "t.docx"), kind, "embeddings/x.bin")
    changed(path, "word/embeddings/x.bin", lambda _old: b"x")
    told = refusal(with_xml(path, xml))
    assert said in told
    assert len(told.splitlines()) == 1


def test_a_mail_merge_is_refused(tmp_path: Path) -> None:
    merge = (
        b'<w:mailMerge><w:query w:val="SELECT * FROM x"/></w:mailMerge></w:settings>'
    )
    path = changed(
        own(tmp_path / "t.docx"),
        "word/settings.xml",
        lambda old: old.replace(b"</w:settings>", merge),
    )
    assert "it is made for a mail merge" in refusal(path)


def test_a_part_is_looked_at_whatever_it_is_called(tmp_path: Path) -> None:
    path = made(tmp_path / "t.docx", "{{ title }}")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    text = parts.pop("word/document.xml").replace(
        b"?>", b"?><!DOCTYPE x [<!ENTITY a 'b'>]>"
    )
    parts["word/document.dat"] = text
    parts["word/_rels/document.dat.rels"] = parts.pop("word/_rels/document.xml.rels")
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document.dat")
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    assert "word/document.dat declares XML entities" in refusal(path)
