"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from secaudit.language import using
from tests.municipality import Municipality


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


def needs(service: str, there: bool) -> None:
    """Skip where `service` is missing on a laptop; fail in CI."""
    if there:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{service} is missing, and CI must not skip")
    pytest.skip(f"{service} is not installed")
