"""`template new` and `template check`: what is refused, and what is only said."""

import re
import resource
import signal
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from secaudit.problems import Refused
from secaudit.report.word import render
from secaudit.report.word.kinds import KINDS, shipped
from secaudit.report.word.shown import sample
from secaudit.report.yearly.report import Report
from secaudit.steps.documents.template import new
from tests.cli.command import Said, environment, run
from tests.report.word.own import changed, made, own, refusal, remarks, without

pytestmark = pytest.mark.slow

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00"
    b"\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
RELATION = (
    '<Relationship Id="rId900" TargetMode="External" Target="{target}" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
)


def said(*arguments: str | Path) -> Said:
    return run("template", *arguments, env=environment(SECAUDIT_LANGUAGE="en"))


# The commands


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_new_template_is_the_shipped_one_and_can_be_used(
    tmp_path: Path, kind: str, language: str
) -> None:
    path = tmp_path / "nested" / "own.docx"
    made = said("new", path, "--for", kind, "--language", language)
    assert (made.code, made.out) == (0, f"{path.as_posix()}\n")
    assert "template check" in made.err
    name = shipped(kind, "da" if language == "da" else "en")
    assert path.read_bytes() == name.read_bytes()
    checked = said("check", path, "--for", kind)
    assert (checked.code, checked.err) == (0, "")


def test_a_new_template_is_never_written_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_text("mine", encoding="utf-8")
    refused = said("new", path)
    assert (refused.code, refused.out) == (1, "")
    assert "is there already" in refused.err
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_new_template_is_a_word_document_by_its_name(tmp_path: Path) -> None:
    for name in ("own", "own.dotx", "own.pdf", "own.docx.bak"):
        refused = said("new", tmp_path / name)
        assert (refused.code, refused.out) == (2, "")
        assert "a Word template is a .docx" in refused.err
    assert list(tmp_path.iterdir()) == []
    assert said("new", tmp_path / "OWN.DOCX").code == 0


def test_a_new_template_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "own.docx").symlink_to(tmp_path / "nowhere.docx")
    refused = said("new", tmp_path / "own.docx")
    assert (refused.code, refused.out) == (1, "")
    assert not (tmp_path / "nowhere.docx").exists()


def test_a_new_template_that_finds_no_room_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handled = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(Refused):
            new(tmp_path / "own.docx", "report", "en")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handled)
    assert list(tmp_path.iterdir()) == []


def test_a_template_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = said("new", tmp_path / "file" / "own.docx")
    assert refused.code == 1
    assert len(refused.lines) == 1


def test_an_unknown_kind_of_document_is_wrong_usage(tmp_path: Path) -> None:
    refused = said("check", tmp_path / "own.docx", "--for", "letter")
    assert refused.code == 2
    assert "there is one for report" in refused.err


def test_what_a_template_lacks_is_said_and_it_can_be_used(tmp_path: Path) -> None:
    checked = said("check", made(tmp_path / "own.docx", "{{ summary.headline }}"))
    assert checked.code == 0
    assert "can be used" in checked.out
    assert "no chart that is called 'trend'" in checked.err


# What is refused


def test_a_protected_file_and_an_old_one_are_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(OLE + bytes(512))
    assert "password-protected or an old .doc" in refusal(path)


def test_a_protected_archive_is_told_as_such(tmp_path: Path) -> None:
    path = made(tmp_path / "t.docx")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in the list of parts
    path.write_bytes(data)
    assert "password-protected; save it without" in refusal(path)


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path,
) -> None:
    path = made(tmp_path / "bomb.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.bmp", bytes(101 * 1024**2))
    assert path.stat().st_size < 1024**2
    assert "larger than 100 MiB" in refusal(path)


def test_a_part_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(50_000_000))
    true, false = (50_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    path = tmp_path / "liar.docx"
    path.write_bytes(written.getvalue().replace(true, false))
    assert "damaged" in refusal(path)


def test_a_file_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.docx"
    with zipfile.ZipFile(path, "w") as package:
        for index in range(5_001):
            package.writestr(f"word/{index}.xml", "")
    assert "more than 5,000 parts" in refusal(path)


def test_a_template_with_macros_is_refused(tmp_path: Path) -> None:
    def with_macros(types: bytes) -> bytes:
        plain = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return types.replace(plain, b"ms-word.document.macroEnabled.main+xml")

    path = changed(
        made(tmp_path / "t.docm"),
        "[Content_Types].xml",
        lambda types: with_macros(types),
    )
    assert "macros" in refusal(path)


def test_a_template_with_a_forgotten_macro_project_is_refused(tmp_path: Path) -> None:
    def more(types: bytes) -> bytes:
        kind = b"application/vnd.ms-office.vbaProject"
        added = b'<Default Extension="bin" ContentType="%s"/></Types>' % kind
        return types.replace(b"</Types>", added)

    path = changed(made(tmp_path / "t.docx"), "[Content_Types].xml", more)
    assert "macros" in refusal(path)
    bare = made(tmp_path / "u.docx")
    assert "macros" in refusal(changed(bare, "word/vbaProject.bin", lambda _old: OLE))


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "package"])
def test_a_template_that_leads_out_of_the_file_is_refused(
    tmp_path: Path, kind: str
) -> None:
    target = "file:///N:/Skabeloner/Brev.dotm"
    link = RELATION.format(target=target, kind=kind).encode()
    path = changed(
        made(tmp_path / "t.docx"),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", link),
    )
    assert f"'{target}'" in refusal(path)


def test_a_link_that_a_reader_may_follow_is_no_fault(tmp_path: Path) -> None:
    link = RELATION.format(target="https://kommune.dk", kind="hyperlink").encode()
    path = changed(
        made(tmp_path / "t.docx", "{{ title }}"),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", link),
    )
    assert "kommune.dk" not in remarks(path)


@pytest.mark.parametrize(
    "code",
    ["INCLUDEPICTURE N:\\logo.png", "DDEAUTO cmd.exe", " includetext C:\\a.docx"],
)
def test_a_field_that_fetches_from_outside_is_refused(
    tmp_path: Path, code: str
) -> None:
    document = Document()
    run = document.add_paragraph().add_run()
    run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>{code[:6]}</w:instrText>"))
    run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>{code[6:]}</w:instrText>"))
    document.save(str(tmp_path / "t.docx"))
    assert code.split()[0] in refusal(tmp_path / "t.docx")


@pytest.mark.parametrize(
    "entities",
    [
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_refused_and_never_expanded(
    tmp_path: Path, entities: bytes
) -> None:
    path = changed(
        made(tmp_path / "t.docx"),
        "word/document.xml",
        lambda old: old.replace(b"?>", b"?>" + entities, 1),
    )
    assert "entities" in refusal(path)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_a_damaged_part_is_named(tmp_path: Path, part: str) -> None:
    path = changed(made(tmp_path / "t.docx"), part, lambda old: old[:-20])
    assert f"{part} cannot be read" in refusal(path)


def test_a_part_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    path = made(tmp_path / "t.docx")
    with zipfile.ZipFile(path) as old:
        parts = {n: old.read(n) for n in old.namelist() if n != "word/styles.xml"}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    assert "damaged" in refusal(path)


def test_a_document_without_its_relations_is_damaged(tmp_path: Path) -> None:
    lost = "word/_rels/document.xml.rels"
    path = without(own(tmp_path / "t.docx"), lost)
    assert f"damaged: {lost} is not whole" in refusal(path)


def test_a_chart_that_lost_its_workbook_can_be_used(tmp_path: Path) -> None:
    path = without(own(tmp_path / "t.docx"), "word/charts/_rels/chart1.xml.rels")
    assert remarks(path) == ""
    assert render(sample(1, Report), path)


def test_a_chart_that_nothing_leads_to_is_damaged(tmp_path: Path) -> None:
    path, lost = own(tmp_path / "t.docx"), "word/_rels/document.xml.rels"
    chart = re.compile(rb'<Relationship [^>]*charts/chart1.xml"[^>]*/>')
    changed(path, lost, lambda old: chart.sub(b"", old))
    assert f"{lost} is not whole" in refusal(path)
    with pytest.raises(Refused, match=r"damaged|beskadiget"):
        render(sample(1, Report), path)


@pytest.mark.parametrize(
    "chart",
    [
        b"<a/>",
        b'<chartSpace xmlns="http://schemas.openxmlformats.org/drawingml/2006/chart"><ser/>'
        b"</chartSpace>",
    ],
)
def test_a_chart_that_is_none_is_damaged(tmp_path: Path, chart: bytes) -> None:
    path = changed(
        own(tmp_path / "t.docx"), "word/charts/chart1.xml", lambda _old: chart
    )
    without(path, "word/charts/_rels/chart1.xml.rels")
    assert "damaged: word/charts/chart1.xml cannot be read" in refusal(path)


def test_strict_open_xml_is_told_as_such(tmp_path: Path) -> None:
    def strict(xml: bytes) -> bytes:
        return xml.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    path = changed(made(tmp_path / "t.docx"), "word/document.xml", strict)
    assert "not as Strict" in refusal(path)


def test_a_finished_document_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "t.docx").write_bytes(
        render(sample(1, Report), shipped("report", "en"))
    )
    assert "is it a finished document?" in refusal(tmp_path / "t.docx")


def test_a_word_template_is_as_good_as_a_document(tmp_path: Path) -> None:
    path = changed(
        made(tmp_path / "t.dotx", "{{ summary.headline }}"),
        "[Content_Types].xml",
        lambda old: old.replace(b"document.main+xml", b"template.main+xml"),
    )
    assert remarks(path)


@pytest.mark.parametrize("tag", ["{{ headline", "{% if gaps", "{# nothing"])
def test_a_tag_that_goes_over_two_paragraphs_is_refused(
    tmp_path: Path, tag: str
) -> None:
    path = made(tmp_path / "t.docx", tag, "}} %} #}")
    assert f"'{tag}' does not end in its own" in refusal(path)


# What is only said


def shipped_document() -> Any:
    return Document(str(shipped("report", "en")))


def saved(document: Any, path: Path) -> Path:
    document.save(str(path))
    return path


def test_a_template_without_headings_is_told(tmp_path: Path) -> None:
    assert "no paragraph has a heading style" in remarks(
        made(tmp_path / "t.docx", "{{ title }}")
    )
    document = Document()
    document.add_heading("{{ title }}", 1)
    assert "heading style" not in remarks(saved(document, tmp_path / "u.docx"))


def test_a_style_that_is_used_and_not_defined_is_told(tmp_path: Path) -> None:
    document = shipped_document()
    for name in ("Heading 2", "toc 1"):
        style = document.styles[name].element
        style.getparent().remove(style)
    told = remarks(saved(document, tmp_path / "t.docx"))
    assert "'Heading2'" in told
    assert "'toc 1'" in told


def test_a_template_that_says_no_language_is_told(tmp_path: Path) -> None:
    document = shipped_document()
    for mark in list(document.styles.element.iter(qn("w:lang"))):
        mark.getparent().remove(mark)
    assert "which language" in remarks(saved(document, tmp_path / "t.docx"))


def test_a_table_that_does_not_repeat_its_first_row_is_told(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Gap", "Status"
    table.cell(1, 0).text = "{{ title }}"
    told = remarks(saved(document, tmp_path / "t.docx"))
    assert "'Gap Status' does not repeat its first row" in told


def test_a_picture_under_the_name_of_a_chart_is_told(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{{ title }}")
    document.add_picture(BytesIO(GIF))
    next(document.element.body.iter(qn("wp:docPr"))).set("name", "trend")
    told = remarks(saved(document, tmp_path / "t.docx"))
    assert "the drawing 'trend' is not a chart" in told
