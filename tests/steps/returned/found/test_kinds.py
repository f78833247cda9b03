"""Files that are no form are known by how they begin, whatever they are called."""

import gzip
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from secaudit.problems import Problem
from secaudit.steps.returned.found.names import is_leftover
from tests.steps.returned.found.test_mail import FORM, faults, forms, opened
from tests.steps.returned.packed import PICTURE, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
ANSWERS = (
    "åbn svar.html, svar der, tryk på 'Gem svar', og send den fil, som siden gemmer; eller "
    "skriv svarene i skemaet (filen ender på .yaml) i Notesblok, og send det"
)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(64)


def written(save: Callable[[BytesIO], object]) -> bytes:
    made = BytesIO()
    save(made)
    return made.getvalue()


KINDS = {
    "et Word-dokument": written(docx.Document().save),
    "et Excel-regneark": written(openpyxl.Workbook().save),
    "en PowerPoint-præsentation": zipped(
        {"[Content_Types].xml": b"", "ppt/presentation.xml": b""}
    ),
    "et LibreOffice-dokument": zipped({"mimetype": b"", "META-INF/manifest.xml": b""}),
    "en PDF-fil": b"%PDF-1.7\n",
    "et RTF-dokument fra WordPad eller lignende": b"{\\rtf1\\ansi form: secaudit/1}",
    "et billede": PICTURE,
    "en mail, som Outlook har gemt (.msg),": stream("__substg1.0_0037001F"),
    "en Office-fil med adgangskode": stream("EncryptedPackage"),
    "et ældre Word-dokument (.doc)": stream("WordDocument"),
    "et ældre Excel-regneark (.xls)": stream("Workbook"),
    "en fil fra et ældre Office-program": OLE,
    "en webside": b"\xef\xbb\xbf\r\n<!DOCTYPE html>\n<html><body>form: secaudit/1",
    "en XML-fil": b'<?xml version="1.0"?><w:wordDocument/>',
    "en pakket fil af en anden type end .zip": gzip.compress(FORM),
    "en vedhæftet fil, som kun Outlook kan åbne (winmail.dat),": b"\x78\x9f\x3e\x22..",
    "en genvej til en fil": b"L\0\0\0\x01\x14\x02\0" + bytes(60),
}


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("name", ["svar.yaml", "svar", "svar.eml", "svar.zip"])
def test_a_file_of_another_kind_is_told_for_what_it_is(
    what: str, name: str, tmp_path: Path
) -> None:
    [problem] = opened(tmp_path / name, KINDS[what])
    assert isinstance(problem, Problem)
    assert (problem.line, problem.code) == (0, "not-a-form")
    assert problem.message.startswith(f"dette er {what} og ikke skemaet; ")


@pytest.mark.parametrize("what", ["et Word-dokument", "en PDF-fil", "et billede"])
def test_what_to_send_instead_is_told(what: str, tmp_path: Path) -> None:
    [problem] = opened(tmp_path / "svar.yaml", KINDS[what])
    assert isinstance(problem, Problem)
    assert problem.message == f"dette er {what} og ikke skemaet; {ANSWERS}"


@pytest.mark.parametrize(
    "picture",
    [
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"\0\0\0\x18ftypheic",
        b"II*\0",
        b"MM\0*",
        b"BM\x36\x10\0\0\0\0\0\0",
        b"RIFF\x10\0\0\0WEBPVP8 ",
    ],
)
def test_pictures_of_all_kinds_are_known(picture: bytes, tmp_path: Path) -> None:
    [problem] = opened(tmp_path / "svar.txt", picture + bytes(40))
    assert isinstance(problem, Problem)
    assert "dette er et billede og ikke skemaet" in problem.message


@pytest.mark.parametrize(
    "name",
    [
        "a.yaml",
        "A.YML",
        "a.txt",
        "a.Yaml.TXT",
        "a.yml.txt",
        "a.doc.bak",
        "a",
        "a.yaml_",
    ],
)
def test_a_form_is_read_under_many_names(name: str, tmp_path: Path) -> None:
    assert forms(opened(tmp_path / name, b"# hj\xe6lp\r\n" + FORM)) != {}


@pytest.mark.parametrize("letters", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_form_named_txt_is_known_in_every_encoding(
    letters: str, tmp_path: Path
) -> None:
    sent = ("# Årsrunde\r\n" + FORM.decode()).encode(letters)
    assert forms(opened(tmp_path / "a.txt", sent)) == {"a.txt": sent}


@pytest.mark.parametrize("name", ["note.txt", "note.md", "note", "form.doc.bak"])
def test_what_holds_no_form_is_an_error(name: str, tmp_path: Path) -> None:
    text = b"Hej, platform: secaudit/1 er fin\n"
    assert faults(opened(tmp_path / name, text)) == [(name, "not-read")]


@pytest.mark.parametrize("name", ["a.yaml", "a.txt", "a"])
def test_an_empty_file_is_left_to_the_reader_which_says_so(
    name: str, tmp_path: Path
) -> None:
    assert forms(opened(tmp_path / name, b"")) == {name: b""}


@pytest.mark.parametrize(
    "path",
    [
        "__MACOSX/mappe/a.yaml",
        "mappe/._a.yaml",
        "~$svar.docx",
        ".~lock.svar.odt#",
        ".DS_Store",
        "THUMBS.DB",
        "Desktop.ini",
        "p01/questionnaire.schema.json",
        "system-a.yaml.replaced-2",
        "a.yaml~",
        ".a.yaml.swp",
        ".#a.yaml",
    ],
)
def test_leftovers_are_known_by_their_names(path: str) -> None:
    assert is_leftover(path)


@pytest.mark.parametrize("path", ["a.yaml", "a~b.yaml", "MACOSX/a.yaml", "_a.yaml"])
def test_a_form_is_no_leftover(path: str) -> None:
    assert not is_leftover(path)
