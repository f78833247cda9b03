"""Opening a campaign: catalogue and profile are frozen as they are that day."""

from datetime import date
from pathlib import Path

import pytest

from secaudit.problems import Refused, WrongUsage
from secaudit.steps.campaigns.changes import Changes
from secaudit.steps.campaigns.open import open_campaign
from tests.municipality import OPENED, Municipality, clock

DUE = date(2026, 10, 1)


@pytest.fixture
def fresh(tmp_path: Path) -> Municipality:
    """A municipality that has not opened anything."""
    return Municipality(tmp_path / "proevekommune")


def reword(municipality: Municipality, old: str, new: str) -> None:
    file = municipality.folder / "test-catalogue" / "T.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_opening_says_what_is_asked_and_until_when(fresh: Municipality) -> None:
    opened = fresh.open()
    assert (opened.id, opened.due) == ("2026", DUE)
    assert (opened.controls, opened.questions) == (6, 7)
    assert (opened.since, opened.changes) == (None, Changes())


def test_the_next_campaign_says_what_changed_since_the_last(
    fresh: Municipality,
) -> None:
    fresh.open("2025", date(2025, 9, 1))
    reword(fresh, "weight: 2", "weight: 3")
    reword(fresh, "- id: T.5", "- id: T.9")
    opened = fresh.open()
    assert opened.since == "2025"
    assert opened.changes == Changes(("T.9",), ("T.5",), ("T.1",))


def test_what_is_changed_after_the_opening_counts_only_next_year(
    municipality: Municipality,
) -> None:
    before = municipality.picture()
    reword(municipality, "weight: 2", "weight: 3")
    municipality.write("profile.yaml", "classes: {a: 2, b: 1}\n")
    assert municipality.picture() == before
    municipality.open("2027", date(2027, 9, 1))
    [control] = [a.control for a in municipality.campaign("2027").applied][:1]
    assert (control.id, control.weight) == ("T.1", 3)


def test_a_profile_changed_after_the_opening_asks_new_systems_the_same(
    municipality: Municipality,
) -> None:
    municipality.write(
        "profile.yaml", "applicability: {T.1: {applies: false, reason: x}}\n"
    )
    file = municipality.folder / "inventory" / "systems.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + '  - {id: ny, name: "Ny", owner: p01}\n', encoding="utf-8")
    municipality.issue()
    assert "T.1:" in municipality.form("p01", "system-ny").read_text(encoding="utf-8")


def test_a_campaign_is_opened_once(fresh: Municipality) -> None:
    fresh.open()
    head = fresh.register.head()
    with pytest.raises(Refused, match="2026"):
        fresh.open()
    assert fresh.register.head() == head


def test_a_campaign_cannot_be_due_before_it_is_opened(fresh: Municipality) -> None:
    with pytest.raises(WrongUsage, match="2026-08-31"):
        open_campaign(fresh.workspace, "2026", date(2026, 8, 31), OPENED, clock(OPENED))
    assert fresh.register.events() == ()


@pytest.mark.parametrize("id", ["", "2026/1", "../x", "Æ", "con", "A", "2026\n", "-1"])
def test_an_id_that_cannot_name_a_folder_is_refused(
    fresh: Municipality, id: str
) -> None:
    with pytest.raises(WrongUsage):
        open_campaign(fresh.workspace, id, DUE, OPENED, clock(OPENED))
    assert fresh.register.events() == ()


def test_a_workspace_with_a_mistake_opens_nothing(fresh: Municipality) -> None:
    reword(fresh, "weight: 2", "weight: 9")
    with pytest.raises(Refused) as refused:
        fresh.open()
    assert [problem.path for problem in refused.value.problems]
    assert fresh.register.events() == ()


def test_a_missing_register_is_made(fresh: Municipality) -> None:
    fresh.workspace.register_path.unlink()
    fresh.open()
    assert [event.kind for event in fresh.register.events()] == ["campaign-opened"]
