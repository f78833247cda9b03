"""What a page is written with and what is typed into it, at its worst; and a page that is old."""

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from secaudit.steps.issuing.plan import reissue
from secaudit.steps.returned.validate import validate
from tests.browser import Visit, visiting
from tests.form.generated import written_with
from tests.form.reading import choose, first_issue, load, save, see
from tests.municipality import ANSWERED, Municipality, clock

HOSTILE = "</script><b>]]>&amp;{{ 7*7 }} --> \\u003c 🙂 שלום مرحبا \u2028 '\"`"


@pytest.mark.parametrize("folder", ["år 100 % #1", "æøå ÆØÅ", "a&b='c' (1)"])
def test_signs_that_mean_something_are_shown_as_they_are(
    visit: Visit, tmp_path: Path, folder: str
) -> None:
    one = Municipality(tmp_path / folder)
    name = HOSTILE.replace("\u2028", "")
    quoted = json.dumps(name, ensure_ascii=False)
    one.edit("inventory/systems.yaml", 'name: "Arkiv"', f"name: {quoted}")
    one.edit("test-catalogue/T.yaml", '"Er prøve 1 i orden?", en', f"{quoted}, en")
    one.open()
    one.issue()
    page = visit.open(one.workspace.issued("2026") / "p01" / "svar.html")
    shown = " ".join(name.split())
    assert shown in page.inner_text("nav")
    page.get_by_role("link", name=shown).click()
    assert shown in page.inner_text("h1")
    assert page.locator(".question h2").first.inner_text() == shown


def test_what_is_typed_is_recorded_as_it_was_typed(
    visit: Visit, page_of_p01: Path, tmp_path: Path, second_year: Municipality
) -> None:
    issue = first_issue(page_of_p01)
    page = visit.open(page_of_p01)
    choose(page, f"{issue}/T.1", "ikke opfyldt")
    typed = HOSTILE.replace("\u2028", "") + "x" * 10_000 + "\n\n  # indrykket: \\n\tog"
    page.get_by_label("Hvorfor er det ikke opfyldt?").fill(typed)
    found = validate((save(page, tmp_path),), second_year.workspace, None, ANSWERED)
    assessed = [one.sent.value["answers"]["T.1"]["comment"] for one in found.judged]
    assert assessed == [typed]


def test_signs_that_nobody_sees_are_taken_out_and_the_page_says_so(
    visit: Visit, page_of_p01: Path
) -> None:
    page = visit.open(page_of_p01)
    choose(page, f"{first_issue(page_of_p01)}/T.1", "ikke opfyldt")
    field = page.get_by_label("Hvorfor er det ikke opfyldt?")
    field.fill("a\u202eb\x07c\u2029d")
    half = "(field) => { field.value += '\\ud83de'; field.dispatchEvent(new Event('input')); }"
    field.evaluate(half)
    assert field.input_value() == "abc\nde"
    assert "usynligt tegn" in page.inner_text("[data-part=comment] .told")


def test_numbers_are_read_as_people_write_them(
    visit: Visit, page_of_p01: Path, tmp_path: Path
) -> None:
    page = visit.open(page_of_p01)
    choose(page, f"{first_issue(page_of_p01)}/T.1", "ikke opfyldt")
    for half in ("7,5", "7.5", "1.50"):
        page.get_by_label("Timer").fill(half)
        assert "hele tal" in page.inner_text(".problems")
    page.get_by_label("Timer").fill("1.200")
    page.get_by_label("kroner").fill("15 000 kr.")
    assert "hele tal" not in page.inner_text(".problems")
    text = save(page, tmp_path).read_text(encoding="utf-8")
    assert "hours: 1200\n" in text
    assert "cost: 15000\n" in text


def test_half_a_date_is_told_and_not_saved(visit: Visit, page_of_p01: Path) -> None:
    page = visit.open(page_of_p01)
    choose(page, f"{first_issue(page_of_p01)}/T.1", "ikke opfyldt")
    page.get_by_label("Hvornår senest?").focus()
    page.keyboard.type("0115")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert "ikke hel" in page.inner_text("[data-part=action]")


def test_where_the_clock_is_wrong_the_page_asks_for_the_day(
    browser: Browser, page_of_p01: Path, tmp_path: Path, second_year: Municipality
) -> None:
    issue = first_issue(page_of_p01)
    with visiting(browser) as visit:
        visit.context.clock.set_fixed_time(clock(date(2009, 1, 1)))
        page = visit.open(page_of_p01)
        choose(page, f"{issue}/T.1", "ved ikke")
        see(page, "finish")
        assert "ur går forkert" in page.inner_text("main")
        assert "før udsendelsen" in page.inner_text("#summary")
        page.get_by_label("Dato for svarene").fill(ANSWERED.isoformat())
        with page.expect_download() as download:
            page.click("#save")
        path = tmp_path / "svar.yaml"
        download.value.save_as(path)
    found = validate((path,), second_year.workspace, None, ANSWERED)
    assert {p.code for p in found.problems if p.severity == "error"} == {"unanswered"}


def test_a_name_that_is_empty_is_missed(visit: Visit, page_of_p01: Path) -> None:
    page = visit.open(page_of_p01)
    see(page, "finish")
    page.get_by_label("Navn").fill("")
    assert "Skriv dit navn." in page.inner_text("#summary")


def test_an_old_page_is_refused_once_its_form_was_issued_anew_or_handed_over(
    visit: Visit, tmp_path: Path
) -> None:
    one = Municipality(tmp_path / "m")
    one.open()
    one.issue()
    place = one.workspace.issued("2026") / "p01" / "svar.html"
    old = tmp_path / "gammel.html"
    old.write_bytes(place.read_bytes())
    systems = {form["id"]: form["issue"] for form in written_with(old)["forms"]}
    one.edit("inventory/systems.yaml", "hosting: supplier", "hosting: hybrid")
    one.issue(planner=reissue("system:omsorg"))
    one.transfer("p01", "p02", "arkiv")
    assert {form["id"] for form in written_with(place)["forms"]} == {"omsorg", "p01"}
    page = visit.open(old)
    for issue in (systems["omsorg"], systems["arkiv"]):
        choose(page, f"{issue}/T.1", "ved ikke")
    path = save(page, tmp_path)
    found = validate((path,), one.workspace, None, ANSWERED)
    told = {problem.code for problem in found.problems if problem.severity == "error"}
    assert told == {"superseded-form", "moved-form"}


def test_a_new_page_takes_the_draft_of_a_form_that_was_issued_anew(
    visit: Visit, tmp_path: Path
) -> None:
    one = Municipality(tmp_path / "m")
    one.open()
    one.issue()
    place = one.workspace.issued("2026") / "p01" / "svar.html"
    page = visit.open(place)
    choose(page, f"{first_issue(place)}/T.1", "ved ikke")
    file = save(page, tmp_path, "#save-draft")
    before = first_issue(place)
    one.edit("inventory/systems.yaml", "hosting: supplier", "hosting: hybrid")
    one.issue(planner=reissue("system:omsorg"))
    assert first_issue(place) != before
    again = visit.open(place)
    again.on("dialog", lambda dialog: dialog.accept())
    assert "udsendt på ny" in load(again, file)
    issue = next(
        f["issue"] for f in written_with(place)["forms"] if f["id"] == "omsorg"
    )
    see(again, f"{issue}/T.1")
    assert again.get_by_label("ved ikke").is_checked()
