"""The owner's page in a browser: its size, when it is usable, and what a key press takes."""

import shutil
import statistics
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.reporting import municipality
from secaudit.workspace import load_workspace

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_TIMED = """() => {
  window.taken = [];
  addEventListener("keydown", () => {
    const [start, after] = [performance.now(), new MessageChannel()];
    after.port1.onmessage = () => window.taken.push(performance.now() - start);
    requestAnimationFrame(() => after.port2.postMessage(0));
  }, true);
}"""
"""From a key that goes down until the frame that shows it is drawn."""
_TEXT = (
    "Der mangler en aftale om, hvem der gør hvad, og hvornår det skal være sket. " * 3
)


def tell_of_pages() -> None:
    """Measure the page of a person with a dozen forms, and print a line for each promise."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        print("the page: not measured, Chromium is not installed")
        return
    workspace = load_workspace(municipality(300, 80))
    pages = workspace.issued("2026").glob("*/svar.html")
    page = min(pages, key=lambda path: abs(_forms(path) - 12))
    size = page.stat().st_size / 1000
    print(f"the page of {_forms(page)} forms: {size:.0f} kB (under 1,000)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=browser, args=["--no-sandbox"]
        )
        _tell(running.new_page(), page)
        running.close()


def _forms(page: Path) -> int:
    return page.read_text(encoding="utf-8").count('"issue":')


def _tell(page: Page, file: Path) -> None:
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.click("#begin")
    page.locator(".question").first.wait_for()
    seconds = time.perf_counter() - start
    print(f"first question usable: {seconds:.2f} s (under 1)")
    page.click(".mode button")
    answers = page.locator(".question .answers")
    for place in answers.all():
        place.locator("label").nth(-2).click()
    page.evaluate(_TIMED)
    page.locator("textarea:visible").last.click()
    page.keyboard.type(_TEXT, delay=20)
    page.wait_for_timeout(500)
    taken = page.evaluate("window.taken")
    print(
        f"a key press among {answers.count()} questions with every text open: "
        f"{max(taken):.0f} ms at most (50), median {statistics.median(taken):.0f} ms"
    )
