"""The pages that the tests of the page share, and their reader."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import Visit, visiting
from tests.municipality import ANSWERED, Municipality, clock

BEFORE = date(2025, 9, 1)


@pytest.fixture(scope="session")
def second_year(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    """A municipality in its second year, so that forms show earlier answers."""
    one = Municipality(tmp_path_factory.mktemp("form") / "m")
    one.open("2025", BEFORE)
    one.issue(BEFORE)
    for person, form, status in (
        ("p01", "system-omsorg", "ikke opfyldt"),
        ("p01", "system-arkiv", "opfyldt"),
        ("p02", "system-omsorg", "delvist opfyldt"),
        ("p02", "system-backup", "ved ikke"),
        ("p01", "owner-p01", "ikke relevant"),
    ):
        action = {"what": "Gør det", "due": "2026-03-01"}
        said = {"status": status, "comment": "Sådan", "action": action}
        answers = dict.fromkeys(("T.1", "T.2", "T.3", "T.6"), said)
        on = date(2025, 9, 20)
        path = one.answer(person, form, answers, on=on, campaign="2025")
        one.record(path, on=on, partial=True, campaign="2025")
    one.open("2026")
    one.issue()
    return one


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A reader on the day of the answers."""
    with visiting(browser) as one:
        one.context.clock.install(time=clock(ANSWERED))
        yield one


MORE = """
  - id: system-{n}
    name: "System {n}"
    owner: p01
    criticality: {criticality}
    personal_data: [{data}]
"""


@pytest.fixture(scope="session")
def many_systems(
    second_year: Municipality, tmp_path_factory: pytest.TempPathFactory
) -> Municipality:
    """The same, with a dozen more systems of p01 in the second year."""
    one = second_year.copy(tmp_path_factory.mktemp("many") / "m")
    kinds = (("business-critical", "cpr"), ("other", "none"), ("other", "ordinary"))
    more = [
        MORE.format(n=n, criticality=kinds[n % 3][0], data=kinds[n % 3][1])
        for n in range(12)
    ]
    systems = one.read("inventory/systems.yaml")
    one.write("inventory/systems.yaml", systems.rstrip() + "".join(more))
    one.issue()
    return one


@pytest.fixture
def page_of_p01(second_year: Municipality) -> Path:
    """The page of the owner of two systems."""
    return second_year.workspace.issued("2026") / "p01" / "svar.html"
