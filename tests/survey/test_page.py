"""The page for the employees in a browser: what it makes, and that it keeps and asks nothing."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from secaudit.campaign import Campaign
from secaudit.survey.questions import asked
from secaudit.survey.rendering import render
from secaudit.survey.words import Pasted, as_text, pasted
from tests.browser import axe_violations, visiting
from tests.form.keyboard import Keyboard
from tests.survey.conftest import HOSTILE

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MAKE = "Lav min tekst"
KEPT = """async () => [localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length, (await caches.keys().catch(() => [])).length]"""


@pytest.fixture
def opened(browser: Browser, page: Path) -> Iterator[Page]:
    """The page, of which nothing may err, and which may ask for nothing."""
    with visiting(browser) as visit:
        yield visit.open(page)


def answer(page: Page, given: Pasted) -> None:
    """Give the answers on the page."""
    page.select_option("#department", given.department)
    for id, status in given.answers.items():
        page.check(f"[name='{id}'][value='{status}']")


def make(page: Page) -> str:
    """Press the button; the text."""
    page.get_by_role("button", name=MAKE).click()
    return page.input_value("#line")


def test_the_line_is_that_of_as_text_and_is_read_again(
    opened: Page, campaign: Campaign
) -> None:
    drawn = random.Random(15)  # noqa: S311 (no secret)
    questions = asked(campaign)
    chosen = {q.id: drawn.choice(q.choices).status for q in questions}
    assert len(set(chosen.values())) == 5
    del chosen["A.6.7"]
    given = Pasted("2026", "farlig", chosen)
    answer(opened, given)
    line = make(opened)
    assert line == as_text(given)
    assert pasted(line) == given


def test_who_would_rather_not_say_has_no_department_and_has_answered(
    opened: Page,
) -> None:
    opened.check("[name='A.5.1'][value='met']")
    assert make(opened) == "secaudit 2026; A.5.1=met"
    assert (
        opened.locator("#left a").first.inner_text()
        == "Hvilken forvaltning arbejder du i?"
    )
    opened.select_option("#department", label="Vil ikke oplyse")
    assert opened.input_value("#line") == "secaudit 2026; A.5.1=met"
    assert opened.locator("#left p").inner_text().startswith("16 spørgsmål er ikke")


def test_what_is_not_answered_is_named_by_a_link_and_may_stay_so(opened: Page) -> None:
    answer(opened, Pasted("2026", "teknik", {"A.5.10": "unknown"}))
    assert make(opened) == "secaudit 2026; department=teknik; A.5.10=unknown"
    assert opened.locator("#left p").inner_text().startswith("16 spørgsmål er ikke")
    link = opened.locator("#left a").first
    assert link.inner_text().startswith("1. Har du inden for det seneste år")
    link.click()
    opened.keyboard.press("Tab")
    opened.keyboard.press("Space")
    assert opened.is_checked("[name='A.5.1'][value='met']")
    assert "teknik; A.5.1=met; A.5.10=unknown" in opened.input_value("#line")
    assert opened.locator("#left p").inner_text().startswith("15 spørgsmål")


def test_where_nothing_is_answered_there_is_no_text(opened: Page) -> None:
    opened.get_by_role("button", name=MAKE).click()
    assert "Du har ikke svaret på noget endnu." in opened.inner_text("#made")
    assert not opened.is_visible("#line")


def test_the_text_is_copied_and_cleared(opened: Page) -> None:
    opened.context.grant_permissions(["clipboard-read"])
    opened.check("[name='A.5.1'][value='not-met']")
    make(opened)
    opened.click("#copy")
    assert opened.inner_text("#copied") == "Kopieret."
    copied = opened.evaluate("navigator.clipboard.readText()")
    assert copied == "secaudit 2026; A.5.1=not-met"
    opened.get_by_role("button", name="Ryd svarene").click()
    assert not opened.locator(":checked:enabled").count()
    assert not opened.is_visible("#made")
    assert not opened.input_value("#line")


def test_nothing_is_kept_not_even_on_the_page_when_it_is_opened_again(
    opened: Page,
) -> None:
    answer(opened, Pasted("2026", "sundhed", {"A.5.1": "met"}))
    make(opened)
    assert opened.evaluate(KEPT) == [0, 0, "", 0, 0]
    assert opened.context.cookies() == []
    opened.reload()
    opened.go_back()
    opened.go_forward()
    assert not opened.locator(":checked:enabled").count()


def test_whatever_a_department_is_called_it_stays_a_text(opened: Page) -> None:
    names = opened.locator("#department option").all_inner_texts()
    assert names == ["Vælg", "Sundhed", "Teknik", HOSTILE, "Vil ikke oplyse"]
    assert opened.locator("script").count() == 1
    assert not opened.locator("main b").count()


def test_a_link_in_where_to_paste_opens_beside_the_page(opened: Page) -> None:
    link = opened.locator("#text a")
    assert link.get_attribute("href") == "https://skema.kommune.example/a?b=1&c=2"
    assert (link.get_attribute("target"), link.get_attribute("rel")) == (
        "_blank",
        "noreferrer",
    )


def test_a_reader_without_a_mouse_answers_and_copies(opened: Page) -> None:
    keyboard = Keyboard(opened)
    keyboard.go_to("Vælg")
    keyboard.press("ArrowDown")
    for word in ("Delvist", "Nej", "Ved ikke"):
        keyboard.choose(word)
    keyboard.follow(MAKE)
    keyboard.follow("Kopiér")
    assert opened.inner_text("#copied") == "Kopieret."
    assert opened.input_value("#line") == (
        "secaudit 2026; department=sundhed; A.5.1=partial; A.5.10=not-met; A.5.12=unknown"
    )


def test_every_state_is_accessible_and_fits(opened: Page) -> None:
    assert axe_violations(opened) == []
    opened.check("[name='A.5.1'][value='met']")
    make(opened)
    opened.click("#copy")
    for width, scheme in itertools.product((1280, 320), SCHEMES):
        opened.set_viewport_size({"width": width, "height": 900})
        opened.emulate_media(color_scheme=scheme)
        assert axe_violations(opened) == [], (width, scheme)
        assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_at_two_hundred_per_cent_nothing_is_cut(browser: Browser, page: Path) -> None:
    with visiting(browser, width=640, height=450) as visit:
        opened = visit.open(page)
        opened.evaluate("document.documentElement.style.fontSize = '225%'")
        opened.check("[name='A.5.1'][value='met']")
        make(opened)
        assert opened.evaluate("document.documentElement.scrollWidth") <= 640


def test_on_paper_stand_the_questions_and_no_button(opened: Page) -> None:
    opened.emulate_media(media="print")
    assert opened.locator("fieldset:visible").count() == 17
    assert not opened.locator("button:visible").count()


def test_without_script_the_page_says_what_to_do(browser: Browser, page: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(page.as_uri())
    assert "Åbn den i Edge, Chrome eller Firefox" in opened.inner_text("main")
    context.close()


def test_without_departments_nobody_is_asked_where_they_work(
    campaign: Campaign,
) -> None:
    html = render(replace(campaign, departments=()))
    assert "department" not in html.partition("<script")[0]
    assert 'href="#q-A.5.1">Gå til det første spørgsmål' in html


def test_the_policy_lets_nothing_in_and_nothing_out(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in html
    assert "form-action &#39;none&#39;" in html
    assert "unsafe" not in html
    for word in ("localStorage", "sessionStorage", "cookie", "fetch(", " src="):
        assert word not in html


def test_the_head_says_what_it_is_for_how_long_and_why_it_is_anonymous(
    opened: Page,
) -> None:
    told = opened.inner_text("main")
    assert "Én gang om året spørger Prøvekommune alle medarbejdere" in told
    assert "17 spørgsmål, cirka 11 minutter." in told
    assert "vises kun, hvor mindst 5 har svaret" in told
    assert "Siden gemmer intet og sender intet" in told
    for word in ("Anna Holm", "Bo Lind", "p01"):
        assert word not in opened.content()
