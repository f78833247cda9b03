"""The whole round: issued, answered by keyboard alone, validated, recorded, reported."""

from datetime import date
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page

from secaudit.steps.returned.validate import validate
from tests.browser import visiting
from tests.cli.command import run
from tests.form.keyboard import Keyboard
from tests.municipality import ANSWERED, Municipality, clock


@pytest.fixture
def municipality(tmp_path: Path) -> Municipality:
    """In its second year; in the first, a part of Omsorg was answered."""
    one = Municipality(tmp_path / "m")
    before = date(2025, 9, 1)
    one.open("2025", before)
    one.issue(before)
    said = {"T.1": {"status": "delvist opfyldt", "comment": "Kun den ene lås"}}
    path = one.answer(
        "p01", "system-omsorg", said, on=before, only=True, campaign="2025"
    )
    one.record(path, on=before, partial=True, campaign="2025")
    one.open("2026")
    one.issue()
    return one


def save(page: Page, keyboard: Keyboard, folder: Path) -> Path:
    """Press the button that saves the answers; where the file lies."""
    with page.expect_download() as download:
        keyboard.follow("Gem svar")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def answer_all(keyboard: Keyboard) -> None:
    """Answer every form of p01, as somebody without a mouse."""
    keyboard.follow("Begynd")
    keyboard.follow("Ja, de er rigtige")  # Omsorg & Pleje
    keyboard.choose("Uændret: stadig delvist opfyldt")
    keyboard.follow("Næste spørgsmål")
    keyboard.choose("opfyldt")
    keyboard.write("Hvornår blev det sidst", "09012026")
    keyboard.write("Hvor kan det ses?", "C:\\sager\\7")
    keyboard.follow("Næste spørgsmål")
    keyboard.choose("delvist opfyldt")
    keyboard.write("Hvad mangler?", 'Hun sagde "ja"')
    keyboard.page.keyboard.press("Enter")
    keyboard.page.keyboard.type("# og mere")
    keyboard.write("Hvad skal der gøres?", "Lås døren")
    keyboard.write("Hvornår senest?", "12012026")
    keyboard.write("Timer", "1.200")
    keyboard.follow("Fortsæt: Arkiv")
    keyboard.follow("Ja, de er rigtige")
    keyboard.choose("ikke opfyldt")
    keyboard.write("Hvorfor er det ikke", "Ingen har gjort det")
    keyboard.follow("Næste spørgsmål")
    keyboard.choose("ved ikke")
    keyboard.follow("Næste spørgsmål")
    keyboard.choose("opfyldt")
    keyboard.follow("Fortsæt: Dine egne pligter")
    keyboard.choose("ikke relevant")
    keyboard.write("Hvorfor er det ikke", "Ny i stillingen")
    keyboard.follow("Kontrollér og gem")


def test_the_whole_round_by_keyboard_alone(
    browser: Browser, municipality: Municipality, tmp_path: Path
) -> None:
    svar = municipality.workspace.issued("2026") / "p01" / "svar.html"
    with visiting(browser) as visit:
        visit.context.clock.set_fixed_time(clock(ANSWERED))
        page = visit.open(svar)
        keyboard = Keyboard(page)
        answer_all(keyboard)
        assert "Der mangler ikke noget." in page.inner_text("#summary")
        saved = save(page, keyboard, municipality.workspace.returned("2026"))
        assert saved.name in page.inner_text("#sent")
    assert saved.name == "svar-2026-p01-20260920-100000.yaml"
    found = validate((saved,), municipality.workspace, None, ANSWERED)
    warned = {"gap-without-action", "stale-evidence"}
    assert {problem.code for problem in found.problems} == warned
    assert found.documents == 3
    recorded = municipality.record(saved)
    assert [len(receipt.events) for receipt in recorded.receipts] == [3]
    words = municipality.campaign().words
    said = {key: word.answer for key, word in words.items()}
    partial = said["system:omsorg", "T.6"]
    assert partial.comment == 'Hun sagde "ja"\n# og mere'
    assert partial.action
    assert (partial.action.what, partial.action.hours) == ("Lås døren", 1200)
    assert partial.action.due == date(2026, 12, 1)
    met = said["system:omsorg", "T.2"]
    assert [piece.reference for piece in met.evidence] == ["C:\\sager\\7"]
    unchanged = said["system:omsorg", "T.1"]
    assert (unchanged.status, unchanged.comment) == ("partial", "Kun den ene lås")
    assert unchanged.repeats is not None
    assert said["system:arkiv", "T.2"].status == "unknown"
    assert said["owner:p01", "T.1"].status == "not-applicable"
    assert keyboard.pressed < 300
    told = reported(municipality, tmp_path)
    assert "Bekræftet uændret | 1 af 7 svar" in told


def reported(municipality: Municipality, folder: Path) -> list[str]:
    """The rows of the tables of the yearly report."""
    target = folder / "report.docx"
    where = ("--workspace", municipality.folder, "--date", "2026-09-21")
    said = run("report", *where, "-o", target)
    assert said.code == 0, said.err
    tables = docx.Document(str(target)).tables
    rows = (row for table in tables for row in table.rows)
    return [" | ".join(cell.text for cell in row.cells) for row in rows]
