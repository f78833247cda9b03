"""What every test may ask for."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from secaudit.demo import demo
from secaudit.language import using
from tests.municipality import Municipality
from tests.office import Office

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile(
    "steady",  # the same on every machine, however slow and busy
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever wants the demo, the two years or LibreOffice is slow, and begins first."""
    for item in items:
        wanted = {"made_demo", "office"} & set(getattr(item, "fixturenames", ()))
        if wanted or "libreoffice" in item.name or "two_years" in item.path.parts:
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: not item.get_closest_marker("slow"))


@pytest.fixture(autouse=True)
def danish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test speaks Danish unless it says otherwise, whatever the machine speaks."""
    monkeypatch.delenv("SECAUDIT_LANGUAGE", raising=False)
    with using("da"):
        yield


@pytest.fixture(autouse=True)
def nowhere(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Every test stands in an empty folder, so that none can meet a real workspace."""
    folder = tmp_path_factory.mktemp("nowhere")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium without a window, started once."""
    from playwright.sync_api import sync_playwright  # few tests open a page

    from tests.browser import chromium

    path = chromium()
    needs("Chromium", path is not None)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"]
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    """A municipality with a campaign that is open and issued: to be copied, not to be changed."""
    made = Municipality(tmp_path_factory.mktemp("issued") / "proevekommune")
    with using("da"):
        made.open()
        made.issue()
    return made


@pytest.fixture
def municipality(issued: Municipality, tmp_path: Path) -> Municipality:
    """A municipality of the test's own with a campaign that is open and issued."""
    return issued.copy(tmp_path / "proevekommune")


@dataclass(frozen=True)
class MadeDemo:
    """The demo in its folder, the report that it wrote, and what it told meanwhile."""

    folder: Path
    report: Path
    told: tuple[str, ...]


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> MadeDemo:
    """The demo, made in a folder that was empty: to be looked at or copied, not to be changed."""
    folder = tmp_path_factory.mktemp("demo")
    told: list[str] = []
    with using("da"):
        report = demo(folder, told.append)
    return MadeDemo(folder, report, tuple(told))


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, and what tells the pages of a PDF."""
    needs("LibreOffice", shutil.which("soffice") is not None)
    needs("pdftotext", shutil.which("pdftotext") is not None)
    return Office(tmp_path_factory.mktemp("office"))


def needs(service: str, there: bool) -> None:
    """Skip where `service` is missing on a laptop; fail in CI."""
    if there:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{service} is missing, and CI must not skip")
    pytest.skip(f"{service} is not installed")
