"""The sheets and extracts as files, and as pages laid out by a real word processor."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from secaudit.language import LANGUAGES, Language
from secaudit.problems import Refused
from secaudit.report.word import check_template
from secaudit.report.word.kinds import KINDS, shipped
from secaudit.steps.documents.order import Order
from secaudit.steps.documents.part import report_part
from secaudit.workspace import Workspace, load_workspace
from tests.conftest import MadeDemo
from tests.municipality import Municipality
from tests.office import Office

ON = date(2026, 11, 2)
ABOUT = (
    "system:central-login",
    "system:omsorgsjournal",
    "system:lokalebooking",
    "person:p01",
    "person:p04",
    "person:p05",
    "person:p06",
    "department:oekonomi-digitalisering",
)


@pytest.fixture(scope="module")
def written(
    made_demo: MadeDemo, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The file, by what it is about and its language."""
    folder = tmp_path_factory.mktemp("parts")
    workspace = load_workspace(made_demo.folder)
    return {
        f"{about} {language}": _written(workspace, about, language, folder)
        for about in ABOUT
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def pages(written: dict[str, Path], office: Office) -> dict[str, list[str]]:
    """The text of each page, by what it is about and its language."""
    folder = next(iter(written.values())).parent
    return dict(zip(written, office.pages(folder, *written.values()), strict=True))


def _written(
    workspace: Workspace, about: str, language: Language, folder: Path
) -> Path:
    output = folder / f"{about.replace(':', '-')}.{language}.docx"
    report_part(workspace, about, "2026", ON, Order(language, output=output))
    return output


def test_an_ordinary_system_has_two_pages(pages: dict[str, list[str]]) -> None:
    for language in LANGUAGES:
        assert len(pages[f"system:central-login {language}"]) == 2


def test_a_large_system_with_many_gaps_has_at_most_four(
    pages: dict[str, list[str]],
) -> None:
    systems = [found for about, found in pages.items() if about.startswith("system")]
    assert max(len(found) for found in systems) <= 4


def test_a_person_has_at_most_four_pages(pages: dict[str, list[str]]) -> None:
    people = [found for about, found in pages.items() if about.startswith("person")]
    assert max(len(found) for found in people) <= 4


def test_every_page_says_what_it_is_and_that_it_is_confidential(
    pages: dict[str, list[str]],
) -> None:
    for about, found in pages.items():
        mark, page = (
            ("Fortroligt", "Side") if about.endswith("da") else ("Conf", "Page")
        )
        assert all(mark in text and "Eksempel Kommune" in text for text in found)
        assert f"{page} {len(found)}" in found[-1]
        assert "secaudit verify --head" in found[-1]


def test_every_one_says_that_it_is_a_self_assessment(
    pages: dict[str, list[str]],
) -> None:
    for about, found in pages.items():
        danish = about.endswith("da")
        said = "ikke revision" if danish else "not an audit"
        assert said in " ".join(found[0].split())


def test_the_sheet_holds_every_question_of_the_system(
    pages: dict[str, list[str]],
) -> None:
    text = " ".join(pages["system:omsorgsjournal en"])
    for control in ("A.5.3", "A.8.10", "A.8.33", "C.8.2", "GDPR.5.1.c", "GDPR.44"):
        assert control in text


def test_nothing_is_called_documented_that_is_only_stated(
    pages: dict[str, list[str]],
) -> None:
    for found in pages.values():
        assert not any("dokumenteret" in text.lower() for text in found)


def test_a_reader_can_move_by_headings_and_repeated_table_heads(
    written: dict[str, Path],
) -> None:
    for about in ABOUT:
        with zipfile.ZipFile(written[f"{about} da"]) as package:
            body = package.read("word/document.xml").decode()
        assert 'w:val="Heading1"' in body
        assert body.count("<w:tblHeader/>") == body.count("<w:tbl>")


def test_the_same_register_and_day_give_the_same_bytes(
    written: dict[str, Path], made_demo: MadeDemo, tmp_path: Path
) -> None:
    workspace = load_workspace(made_demo.folder)
    for about in ("system:omsorgsjournal", "person:p01"):
        again = _written(workspace, about, "da", tmp_path)
        assert again.read_bytes() == written[f"{about} da"].read_bytes()


def test_the_file_is_named_after_the_campaign_and_what_it_is_about(
    municipality: Municipality,
) -> None:
    for about, name in (
        ("system:arkiv", "2026-system-arkiv.docx"),
        ("person:p01", "2026-person-p01.docx"),
        ("department:sundhed", "2026-department-sundhed.docx"),
    ):
        written = report_part(municipality.workspace, about, None, ON, Order("da"))
        assert written.path == municipality.workspace.reports / name
        assert written.path.is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["system", "extract"])
def test_the_shipped_templates_ask_only_for_what_there_is(
    kind: str, language: Language
) -> None:
    assert check_template(shipped(kind, language), KINDS[kind]) == ()


def test_a_template_of_another_kind_is_refused(municipality: Municipality) -> None:
    with pytest.raises(Refused) as refused:
        template = shipped("extract", "da")
        report_part(
            municipality.workspace, "system:arkiv", None, ON, Order("da", template)
        )
    assert "--for extract" in refused.value.sentence


def test_what_people_wrote_is_shown_as_they_wrote_it(
    municipality: Municipality,
) -> None:
    said = "{{ 7*7 }} & <b>fed</b> " + "x" * 1500
    told = {"T.1": {"status": "ikke opfyldt", "comment": said}}
    municipality.record(municipality.answer("p01", "system-arkiv", told))
    path = report_part(
        municipality.workspace, "system:arkiv", None, ON, Order("da")
    ).path
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
    assert "7*7" in body
    assert "&amp; &lt;b&gt;fed&lt;/b&gt; " + "x" * 1500 in body
