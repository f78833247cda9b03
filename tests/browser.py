"""Chromium as a reader has it, and what goes on in it while a page is read."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
)

from tests import node

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_AXE = "axe-core/axe.min.js"


def chromium() -> str | None:
    """The path of a browser of Chromium's kind: on the path, or where Windows has it."""
    folders = [Path(os.environ[name]) for name in _FOLDERS if name in os.environ]
    placed = [folder / place for place in _PLACES for folder in folders]
    found = [str(path) for path in placed if path.is_file()]
    return next(filter(None, [*map(shutil.which, _NAMES), *found]), None)


class Visit:
    """A reader's browser, with a storage of its own: the pages opened in it, and what they did."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.opened: list[str] = []
        self.mails: list[str] = []
        """The addresses at which a mail was begun."""
        self.requests: list[str] = []
        """What the pages asked for beyond themselves."""
        self.errors: list[str] = []
        context.on("request", self._requested)
        context.on("weberror", self._thrown)
        context.on("console", self._said)

    def open(self, file: Path) -> Page:
        """A page from its file, in a tab of its own."""
        page = self.context.new_page()
        self.opened.append(file.as_uri())
        page.goto(file.as_uri())
        return page

    def _requested(self, request: Request) -> None:
        if request.url.startswith("mailto:"):
            self.mails.append(request.url)
        elif request.url not in self.opened or not request.is_navigation_request():
            self.requests.append(request.url)

    def _said(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self._erred(said.text)

    def _thrown(self, thrown: WebError) -> None:
        self._erred(thrown.error.stack or thrown.error.message)

    def _erred(self, text: str) -> None:
        print(text)  # it tells why, where a test fails before it ends
        self.errors.append(text)


@contextmanager
def visiting(
    browser: Browser,
    width: int = 1280,
    height: int = 900,
    color_scheme: Literal["light", "dark"] = "light",
) -> Iterator[Visit]:
    """A visit of a reader in Denmark; no page may err, or ask for anything beyond itself."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=color_scheme,
        locale="da-DK",
        timezone_id="Europe/Copenhagen",
        accept_downloads=True,
    )
    context.set_default_timeout(10_000)
    visit = Visit(context)
    try:
        yield visit
        for page in context.pages:
            page.evaluate("0")  # what was told before this has arrived
        wrong = [*visit.errors, *visit.requests]
        assert not wrong, wrong
    finally:
        context.close()


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds on a page as it stands: the rule, what it asks, and where."""
    page.evaluate(node.module(_AXE).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then((found) => found.violations)")
    return [
        f"{rule['id']}: {rule['help']}: {where['target']}"
        for rule in found
        for where in rule["nodes"]
    ]
