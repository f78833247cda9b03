"""Both years, walked once for all the tests of this folder: it takes half a minute."""

import contextlib
import gc
import json
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from secaudit.language import using
from tests.report.word_tables import read
from tests.two_years import rounds
from tests.two_years.first_year import first_year
from tests.two_years.retold.report import sections
from tests.two_years.retold.told import Told
from tests.two_years.second_year import second_year
from tests.two_years.standing import Standing
from tests.two_years.walk import Kept, Walk
from tests.two_years.written import DAY, NOTES, Written, write


@pytest.fixture(scope="session")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Both years, walked; nobody may change the folder."""
    walked = Walk(tmp_path_factory.mktemp("two-years") / "kommune")
    with contextlib.ExitStack() as around:
        around.enter_context(using("da"))
        around.enter_context(contextlib.chdir(os.sep))
        patch = around.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("SECAUDIT_USER", "Koordinatoren")
        patch.delenv("SECAUDIT_LANGUAGE", raising=False)
        gc.disable()  # so many commands in one process, each with a whole register
        around.callback(gc.enable)
        first_year(walked)
        second_year(walked)
    gc.freeze()  # what is kept of them is not looked through again for each test
    yield walked
    gc.unfreeze()


@pytest.fixture(scope="session")
def standings(walk: Walk) -> dict[str, Standing]:
    """How every question stood at each look, computed from the rows that were there then."""
    return {name: _stood(walk, kept) for name, kept in walk.kept.items()}


def _stood(walk: Walk, kept: Kept) -> Standing:
    told = rounds.rounds(walk.register, kept.events)
    until = [one.id for one in told].index(kept.campaign) + 1
    return Standing(told[:until], kept.on)


@pytest.fixture(scope="session")
def workspace(walk: Walk, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """A copy of the municipality, with notes."""
    folder = tmp_path_factory.mktemp("figures") / "kommune"
    shutil.copytree(walk.folder, folder)
    for year, notes in NOTES.items():
        file = folder / "campaigns" / year / "notes.yaml"
        file.write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")
    return Walk(folder, "2026", walk.said, walk.kept)


@pytest.fixture(scope="session")
def latest(workspace: Walk) -> Path:
    """The report of the second campaign, as it is written where a day begins first."""
    path = workspace.folder / "2026.da.docx"
    write(workspace.folder, path, TZ="Pacific/Kiritimati", PYTHONHASHSEED="0")
    return path


@pytest.fixture(scope="session")
def told(workspace: Walk) -> dict[str, Told]:
    """Both campaigns, computed again; the first as it was when it was closed."""
    then, on = workspace.kept["as 2025 was closed"], date.fromisoformat(DAY)
    looks = {"2025": (then.events, then.on), "2026": (workspace.events(), on)}
    return {
        year: Told(workspace.folder, year, *look, NOTES) for year, look in looks.items()
    }


@pytest.fixture(scope="session", params=("2026 da", "2026 en", "2025 da"))
def written(
    request: pytest.FixtureRequest, workspace: Walk, latest: Path, told: dict[str, Told]
) -> Written:
    """The report of both campaigns, in both languages."""
    year, language = str(request.param).split()
    path, again = workspace.folder / f"{year}.{language}.docx", told[year]
    if path != latest:
        said = ("report", "--campaign", year, "--language", language, "-o", path)
        as_of = () if year == "2026" else ("--as-of", again.head)
        workspace.do(*said, *as_of, on=DAY if year == "2026" else again.today)
    return Written(again, sections(again), language, read(path), path)
