"""What a reader does on the page, in a step."""

from pathlib import Path

from playwright.sync_api import Page

from tests.form.generated import written_with


def first_issue(page: Path) -> str:
    """The first form of a page."""
    return str(written_with(page)["forms"][0]["issue"])


def see(page: Page, place: str) -> None:
    """Show a part of the page, once it is drawn."""
    page.goto(page.url.split("#")[0] + f"#{place}")
    entry, _slash, control = place.partition("/")
    page.locator(f"nav [aria-current][href='#{entry}']").wait_for(state="attached")
    if control:
        page.locator(f"main [data-control='{control}']").first.wait_for()


def choose(page: Page, place: str, answer: str) -> None:
    """Show a question, and choose an answer."""
    see(page, place)
    page.get_by_label(answer, exact=True).check()


def save(page: Page, folder: Path, button: str = "#save") -> Path:
    """Save the answers, or a draft; where the file lies."""
    see(page, "finish")
    with page.expect_download() as download:
        page.click(button)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def load(page: Page, file: Path) -> str:
    """Load a draft; what the page says of it."""
    see(page, "start")
    page.set_input_files("#load", file)
    page.locator("#loaded:not(:empty)").wait_for()
    return page.inner_text("#loaded")
