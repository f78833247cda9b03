"""What is kept: in the browser, in a file, between two tabs, and where the browser will not."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import Visit, visiting
from tests.form.reading import choose, first_issue, load, save, see


def answer(page: Page, issue: str, comment: str) -> None:
    """Say of the first question of a form that it is not met, and why."""
    choose(page, f"{issue}/T.1", "ikke opfyldt")
    page.get_by_label("Hvorfor er det ikke opfyldt?").fill(comment)
    page.clock.run_for(500)


def stands(page: Page, issue: str, comment: str) -> None:
    """That a comment stands there, or does in a moment."""
    see(page, "start")
    see(page, f"{issue}/T.1")
    field = page.get_by_label("Hvorfor er det ikke opfyldt?")
    expect(field).to_have_value(comment)


def comment_is_empty(page: Page, issue: str) -> bool:
    """Whether nothing is answered to the first question of a form."""
    see(page, f"{issue}/T.1")
    return not page.get_by_label("ikke opfyldt", exact=True).is_checked()


def test_what_was_answered_is_there_when_the_page_is_opened_again(
    visit: Visit, page_of_p01: Path
) -> None:
    issue = first_issue(page_of_p01)
    page = visit.open(page_of_p01)
    answer(page, issue, "Låsen er i stykker")
    page.close()
    again = visit.open(page_of_p01)
    assert "Dine svar fra" in again.inner_text("#found")
    stands(again, issue, "Låsen er i stykker")


def test_what_was_typed_just_before_the_page_is_closed_is_there(
    visit: Visit, page_of_p01: Path
) -> None:
    issue = first_issue(page_of_p01)
    page = visit.open(page_of_p01)
    answer(page, issue, "Først")
    page.get_by_label("Hvorfor er det ikke opfyldt?").fill("Til sidst")
    with page.expect_event("close"):  # which does not wait for it by itself
        page.close(run_before_unload=True)
    stands(visit.open(page_of_p01), issue, "Til sidst")


def test_two_tabs_of_a_page_follow_each_other(visit: Visit, page_of_p01: Path) -> None:
    issue = first_issue(page_of_p01)
    one, other = visit.open(page_of_p01), visit.open(page_of_p01)
    answer(one, issue, "Fra den ene")
    stands(other, issue, "Fra den ene")
    answer(other, issue, "Fra den anden")
    stands(one, issue, "Fra den anden")


def test_a_draft_goes_on_in_another_browser(
    browser: Browser, visit: Visit, page_of_p01: Path, tmp_path: Path
) -> None:
    issue = first_issue(page_of_p01)
    page = visit.open(page_of_p01)
    answer(page, issue, 'Linje "ét"\nog to \\ # tre')
    file = save(page, tmp_path, "#save-draft")
    assert re.fullmatch(r"kladde-2026-p01-20260920-10000\d\.json", file.name)
    with visiting(browser) as elsewhere:
        opened = elsewhere.open(page_of_p01)
        assert load(opened, file) == "Kladden er hentet."
        stands(opened, issue, 'Linje "ét"\nog to \\ # tre')


def test_a_draft_from_before_a_form_was_issued_anew_is_taken_where_it_fits(
    visit: Visit, page_of_p01: Path, tmp_path: Path
) -> None:
    issue = first_issue(page_of_p01)
    page = visit.open(page_of_p01)
    answer(page, issue, "Det gælder stadig")
    file = save(page, tmp_path, "#save-draft")
    older = file.read_text(encoding="utf-8").replace(issue, "0" * 32)
    told = json.loads(older)
    told["forms"].append(
        {"issue": "1" * 32, "about": "system x main ", "label": "Gået", "answers": {}}
    )
    file.write_text(json.dumps(told), encoding="utf-8")
    page.evaluate("localStorage.clear()")
    page.reload()
    assert "ikke spørger om: Gået" in load(page, file)
    stands(page, issue, "Det gælder stadig")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("form: secaudit/1\n", "Det er en fil med svar, som skal sendes"),
        ("{}", "ikke en kladde"),
        ("\x00\xff", "ikke en kladde"),
        ('{"draft": "secaudit/1", "forms": 7}', "ikke en kladde"),
        (
            '{"draft": "secaudit/1", "campaign": "2019", "person": "p01", "forms": []}',
            "fra årsrunden 2019",
        ),
        (
            '{"draft": "secaudit/1", "campaign": "2026", "person": "p02", "forms": []}',
            "tilhører en anden",
        ),
    ],
)
def test_what_is_no_draft_of_this_page_is_told(
    visit: Visit, page_of_p01: Path, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "kladde.json"
    file.write_text(text, encoding="utf-8")
    assert said in load(visit.open(page_of_p01), file)


def test_a_draft_that_somebody_broke_does_not_break_the_page(
    visit: Visit, page_of_p01: Path, tmp_path: Path
) -> None:
    page = visit.open(page_of_p01)
    issue = first_issue(page_of_p01)
    broken = {
        "T.1": {"status": ["met"], "comment": 7, "evidence": "x", "action": [1]},
        "T.2": {"status": "uændret", "reviewed_on": {}, "counts": {"a": 1}},
        "T.6": None,
        "__proto__": {"status": "met"},
        "T.99": {"status": "met"},
    }
    forms = [{"issue": issue, "facts": {"hosting": 7, "x": 1}, "answers": broken}, None]
    told = {"draft": "secaudit/1", "campaign": "2026", "person": "p01", "forms": forms}
    file = tmp_path / "kladde.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert load(page, file)
    for place in (f"{issue}/T.1", "together", "finish"):
        see(page, place)
    assert page.locator("#summary .missing").count()


def test_where_the_browser_keeps_nothing_the_page_says_so(
    visit: Visit, page_of_p01: Path
) -> None:
    full = "Storage.prototype.setItem = () => { throw new DOMException('full'); }"
    visit.context.add_init_script(full)
    page = visit.open(page_of_p01)
    answer(page, first_issue(page_of_p01), "Forsvinder ikke")
    assert "kan ikke gemme dine svar" in page.inner_text("#saved")
    stands(page, first_issue(page_of_p01), "Forsvinder ikke")


def test_where_storage_is_refused_the_page_works(
    visit: Visit, page_of_p01: Path, tmp_path: Path
) -> None:
    refused = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    visit.context.add_init_script(refused)
    page = visit.open(page_of_p01)
    answer(page, first_issue(page_of_p01), "Uden lager")
    stands(page, first_issue(page_of_p01), "Uden lager")
    save(page, tmp_path)
    assert "kan ikke gemme dine svar" in page.inner_text("#saved")


def test_the_answers_can_be_taken_away_from_the_browser(
    visit: Visit, page_of_p01: Path
) -> None:
    page = visit.open(page_of_p01)
    answer(page, first_issue(page_of_p01), "Mit")
    see(page, "start")
    page.click("#shared summary")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click(".forget")
    assert page.evaluate("localStorage.length") > 0
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.click(".forget")
    page.clock.run_for(1000)
    assert page.evaluate("localStorage.length") == 0
    assert not page.locator("#found").is_visible()
    assert comment_is_empty(page, first_issue(page_of_p01))
