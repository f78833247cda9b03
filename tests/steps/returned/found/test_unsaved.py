"""What is sent in the place of answers by mistake: the page itself, or a draft."""

import quopri
from collections.abc import Callable
from pathlib import Path

import pytest

from secaudit.problems import Problem
from secaudit.steps.returned.found.model import Found, Item
from tests.municipality import Municipality
from tests.steps.returned.found.test_mail import FORM, faults, forms, opened
from tests.steps.returned.packed import mail, zipped

DRAFT = b'{\n "draft": "secaudit/1",\n "campaign": "2026",\n "forms": []\n}'
SAVE = (
    "dette er selve siden og ikke svarene; åbn den på den computer, hvor svarene blev "
    "givet, tryk på 'Gem svar', og send den fil, som siden gemmer (navnet begynder med svar-)"
)
LOAD = (
    "dette er en kladde og ikke svarene; åbn svar.html, hent kladden på siden Start, tryk på "
    "'Gem svar', og send den fil, som siden gemmer (navnet begynder med svar-)"
)


@pytest.fixture
def page(issued: Municipality) -> bytes:
    """The page of a person, as it was issued."""
    return (issued.workspace.issued("2026") / "p01" / "svar.html").read_bytes()


def saved_by_chrome(page: bytes) -> bytes:
    """As "complete": its own head, and what stands on the page written anew."""
    mark = b"<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->\n"
    return page.replace(b"<!doctype html>\n", mark)


def saved_by_firefox(page: bytes) -> bytes:
    kept = b'<meta http-equiv="content-type" content="text/html; charset=UTF-8">'
    return page.replace(b"<!doctype html>\n", b"<!DOCTYPE html>\n").replace(
        b"<head>\n", b"<head>\n" + kept
    )


def saved_as_one_file(page: bytes) -> bytes:
    """As Chrome and Edge write .mhtml, without scripts."""
    head = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n--line\r\n\r\n"
    return head + quopri.encodestring(page.split(b"<script")[0])


def message(found: list[Item]) -> str:
    [problem] = found
    assert isinstance(problem, Problem)
    assert (problem.line, problem.severity) == (0, "error")
    return problem.message


@pytest.mark.parametrize("name", ["svar.html", "svar (1).htm", "svar", "svar.yaml"])
def test_the_page_itself_is_told_for_what_it_is(
    name: str, page: bytes, tmp_path: Path
) -> None:
    assert message(opened(tmp_path / name, page)) == SAVE


@pytest.mark.parametrize(
    "saved", [saved_by_chrome, saved_by_firefox, saved_as_one_file]
)
def test_the_page_is_known_as_browsers_save_it(
    saved: Callable[[bytes], bytes], page: bytes, tmp_path: Path
) -> None:
    assert message(opened(tmp_path / "Egenvurdering 2026.mhtml", saved(page))) == SAVE


def test_another_web_page_is_not_taken_for_it(tmp_path: Path) -> None:
    said = message(opened(tmp_path / "svar.html", b"<html><p>secaudit</p></html>"))
    assert said.startswith("dette er en webside og ikke skemaet")


@pytest.mark.parametrize("name", ["kladde.json", "k.json.txt", "k.yaml", "k.yml", "k"])
@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_draft_is_known_by_what_it_holds(
    letters: str, name: str, tmp_path: Path
) -> None:
    draft = DRAFT.decode().encode(letters)
    assert message(opened(tmp_path / name, draft)) == LOAD


@pytest.mark.parametrize(
    "data",
    [
        b'{"campaign":"2026","draft":"secaudit/1"}',
        b'\r\n{ "draft" : "secaudit/2", "forms": [',
    ],
)
def test_a_draft_that_was_written_anew_or_cut_off_is_known(
    data: bytes, tmp_path: Path
) -> None:
    assert message(opened(tmp_path / "kladde.json", data)) == LOAD


@pytest.mark.parametrize(
    "data", [b'{"draft": "noget andet"}', b"[]", b'{"a": "draft: secaudit/1"}']
)
def test_other_json_is_no_draft(data: bytes, tmp_path: Path) -> None:
    assert faults(opened(tmp_path / "a.json", data)) == [("a.json", "not-read")]


def test_a_form_that_speaks_of_a_draft_is_a_form(tmp_path: Path) -> None:
    form = (
        FORM + b'# {"draft": "secaudit/1"} <meta name="generator" content="secaudit">'
    )
    assert forms(opened(tmp_path / "a.yaml", form)) == {"a.yaml": form}


@pytest.mark.parametrize("packed", [mail, zipped])
def test_both_are_known_in_a_mail_and_in_a_zip(
    packed: Callable[[dict[str, bytes]], bytes], page: bytes, tmp_path: Path
) -> None:
    found = opened(tmp_path / "a.eml", packed({"svar.html": page, "k.json": DRAFT}))
    assert faults(found) == [("svar.html", "page-itself"), ("k.json", "draft")]
    assert {item.severity for item in found if isinstance(item, Problem)} == {"error"}


@pytest.mark.parametrize("packed", [mail, zipped])
def test_beside_answers_they_are_only_told(
    packed: Callable[[dict[str, bytes]], bytes], page: bytes, tmp_path: Path
) -> None:
    sent = {"a.html": page, "b.json": DRAFT, "svar-2026.yaml": FORM, "c.md": b"hej"}
    found = opened(tmp_path / "a.eml", packed(sent))
    told = {p.code: p.severity for p in found if isinstance(p, Problem)}
    assert told == {"page-itself": "warning", "draft": "warning", "not-read": "error"}
    assert len([item for item in found if isinstance(item, Found)]) == 1
