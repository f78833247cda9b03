"""The files for the employees: written anew, never over what somebody else wrote."""

from pathlib import Path

import pytest

from secaudit.steps.issuing.survey import survey
from tests.municipality import Municipality


@pytest.fixture
def files(municipality: Municipality) -> tuple[Path, ...]:
    """The two files."""
    return survey(municipality.workspace, None).files


def test_a_page_and_its_texts_are_written_and_nothing_is_recorded(
    municipality: Municipality,
) -> None:
    head = municipality.register.head()
    written = survey(municipality.workspace, "2026")
    folder = municipality.folder / "campaigns" / "2026" / "survey"
    assert written.files == (folder / "medarbejdere.html", folder / "medarbejdere.txt")
    assert (written.campaign, written.questions) == ("2026", 1)
    assert sorted(folder.iterdir()) == [*written.files]
    assert "Er prøve 5 i orden?" in written.files[0].read_text(encoding="utf-8")
    assert municipality.register.head() == head


def test_what_secaudit_wrote_is_replaced(
    municipality: Municipality, files: tuple[Path, ...]
) -> None:
    told = 'survey: {to: "Sæt den ind i Forms."}\naccent: "#7a1f4d"\nareas:'
    municipality.edit("secaudit.yaml", "areas:", told)
    page, _texts = survey(municipality.workspace, None).files
    html = page.read_text(encoding="utf-8")
    assert "Sæt den ind i Forms." in html
    assert "--accent:#7a1f4d;" in html


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("change", [str.upper, lambda text: text + "\n", lambda _: ""])
def test_a_file_that_was_edited_is_left_alone_and_so_is_the_other(
    municipality: Municipality, files: tuple[Path, ...], number: int, change: object
) -> None:
    assert callable(change)
    edited = change(files[number].read_text(encoding="utf-8"))
    files[number].write_text(edited, encoding="utf-8")
    municipality.edit("secaudit.yaml", "areas:", 'accent: "#7a1f4d"\nareas:')
    before = [file.read_bytes() for file in files]
    with municipality.refuses(files[number].name, "ikke, som secaudit skrev den"):
        survey(municipality.workspace, None)
    assert [file.read_bytes() for file in files] == before
    assert sorted(files[0].parent.iterdir()) == [*files]


def test_an_english_campaign_has_an_english_page(tmp_path: Path) -> None:
    one = Municipality(tmp_path / "m")
    one.edit("secaudit.yaml", "language: da", "language: en")
    one.open()
    page, texts = survey(one.workspace, None).files
    html = page.read_text(encoding="utf-8")
    assert '<html lang="en">' in html
    assert "Make my text" in html
    assert "Not relevant to me" in html
    assert "T.5 Is test 5 in order?" in texts.read_text(encoding="utf-8")


def test_a_campaign_that_asks_the_employees_nothing_is_refused(tmp_path: Path) -> None:
    one = Municipality(tmp_path / "m")
    one.write(
        "profile.yaml", 'applicability:\n  T.5: {applies: false, reason: "Nej"}\n'
    )
    one.open()
    with one.refuses("2026", "spørger ikke medarbejderne om noget"):
        survey(one.workspace, None)
    assert not one.workspace.asking("2026").exists()


def test_a_closed_campaign_asks_nobody_any_more(municipality: Municipality) -> None:
    municipality.close()
    with municipality.refuses("2026", "lukket"):
        survey(municipality.workspace, None)
