"""The page in all its states: what axe-core finds, whether it fits, what it asks for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import axe_violations, visiting
from tests.form.generated import written_with
from tests.form.reading import choose, see
from tests.municipality import ANSWERED, Municipality, clock

Scheme = Literal["light", "dark"]


def go(page: Page, place: str) -> None:
    """Follow an entry of the list, which is folded on a small screen."""
    if page.locator("#menu").is_visible():
        page.click("#menu")
    page.click(f"nav [href='{place}']")
    page.locator(f"nav [aria-current][href='{place}']").wait_for(state="attached")


def states(page: Page, issues: list[str]) -> Iterator[str]:
    """Go through the page; the name of each state that it is in."""
    yield "start"
    for summary in page.locator("main summary").all():
        summary.click()
    yield "start, unfolded"
    for issue in issues:
        see(page, issue)
        yield f"form {issue}"
        for summary in page.locator(".guidance > summary").all():
            summary.click()
        for button in (".facts .correct", ".facts .done-editing", ".mode button"):
            if page.locator(button).first.is_visible():
                page.locator(button).first.click()
                yield f"{button} {issue}"
        for place in page.locator(".answers").all():
            for label in place.locator("label.choice:visible").all():
                label.click()
        yield f"answered {issue}"
        if page.locator(".mode button").is_visible():
            page.locator(".mode button").click()
        if page.locator(".same button").count():
            page.locator(".same button").first.click()
            yield f"same {issue}"
    if page.locator("nav [href='#together']").count():
        go(page, "#together")
        page.locator(".rows summary").first.click()
        yield "several systems"
    go(page, "#finish")
    for summary in page.locator("main summary").all():
        summary.click()
    yield "finish"
    with page.expect_download():
        page.click("#save")
    yield "saved"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "scheme", "person"),
    [
        (1280, "dark", "p01"),
        (768, "dark", "p02"),
        (320, "light", "p01"),
    ],
)
def test_every_state_is_accessible_and_fits(
    browser: Browser, second_year: Municipality, width: int, scheme: Scheme, person: str
) -> None:
    place = second_year.workspace.issued("2026") / person / "svar.html"
    issues = [form["issue"] for form in written_with(place)["forms"]]
    seen = []
    with visiting(browser, width=width, color_scheme=scheme) as visit:
        visit.context.clock.set_fixed_time(clock(ANSWERED))
        page = visit.open(place)
        for state in states(page, issues):
            assert axe_violations(page) == [], state
            assert page.evaluate("document.documentElement.scrollWidth") <= width, state
            seen.append(state)
    assert len(seen) > 3 * len(issues)


def test_at_two_hundred_per_cent_nothing_is_cut(
    browser: Browser, page_of_p01: Path
) -> None:
    with visiting(browser, width=640, height=450) as visit:
        page = visit.open(page_of_p01)
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        for place in (
            "start",
            written_with(page_of_p01)["forms"][0]["issue"],
            "finish",
        ):
            see(page, place)
            assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_on_paper_stand_the_answers_and_no_button(
    browser: Browser, page_of_p01: Path
) -> None:
    issue = written_with(page_of_p01)["forms"][0]["issue"]
    with visiting(browser) as visit:
        page = visit.open(page_of_p01)
        choose(page, f"{issue}/T.1", "ved ikke")
        see(page, "finish")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator("#overview").is_visible()
        assert "ved ikke" in page.inner_text("#overview")
        assert not page.locator("button:visible, nav:visible").count()


def test_without_script_the_page_says_what_to_do(
    browser: Browser, page_of_p01: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_of_p01.as_uri())
    assert "udfyld skemaerne (.yaml)" in page.inner_text("main")
    context.close()
