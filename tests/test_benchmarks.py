"""The municipality that benchmarks are run on: whole, and the same every time."""

from pathlib import Path

import pytest

from benchmarks.invented import chance, systems
from benchmarks.municipality import REPORTED, YEARS, make
from benchmarks.officer import ACTIONS
from secaudit.gaps import Picture
from secaudit.questionnaire import STATUSES, UNANSWERED
from secaudit.steps.state import campaigns_of, picture_of
from secaudit.workspace import Workspace, load_contents

pytestmark = pytest.mark.slow

SYSTEMS, PEOPLE = 12, 20


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A municipality of twelve systems."""
    return make(tmp_path_factory.mktemp("made") / "kommune", SYSTEMS, PEOPLE)


def pictured(workspace: Workspace) -> Picture:
    return picture_of(campaigns_of(workspace), None, REPORTED)


def test_it_has_the_systems_and_people_that_it_was_asked_for(made: Workspace) -> None:
    contents = load_contents(made)
    assert not contents.warnings
    assert len(contents.inventory.systems) == SYSTEMS
    assert len(contents.inventory.people) == PEOPLE
    services = [s for s in contents.inventory.systems if s.provides]
    assert len(services) == 6
    directed = [d for d in contents.inventory.departments if d.director]
    assert len(directed) == 8


def test_both_years_are_walked_to_the_end(made: Workspace) -> None:
    first, second = campaigns_of(made).values()
    assert (first.id, second.id) == tuple(map(str, YEARS))
    assert first.closed_on and not second.closed_on
    assert first.words and second.words and second.reviews
    assert len(second.actions) == ACTIONS
    assert {"planned", "done", "started"} <= {a.status for a in second.actions}
    assert any(action.overdue(REPORTED) for action in second.actions)
    assert any(action.moves for action in second.actions)
    assert second.decisions and second.decided


def test_it_has_every_status_every_kind_of_subject_and_gaps_of_every_class(
    made: Workspace,
) -> None:
    found = pictured(made)
    kinds = {item.subject.kind for item in found.items}
    assert kinds == {"system", "owner", "organisation", "employees"}
    assert {item.subject.kind for item in found.items if item.word} == kinds
    assert {item.status for item in found.items} == {*STATUSES, UNANSWERED}
    assert {gap.gap_class for gap in found.gaps} == {"A", "B", "C"}
    assert found.closed and any(gap.years == 2 for gap in found.gaps)


def test_the_same_sizes_give_the_same_municipality(
    made: Workspace, tmp_path: Path
) -> None:
    again = make(tmp_path / "kommune", SYSTEMS, PEOPLE)
    assert pictured(again) == pictured(made)


def test_another_seed_gives_other_systems_that_answer_otherwise() -> None:
    one, other = (systems(SYSTEMS, PEOPLE, YEARS[0], seed) for seed in (1, 2))
    assert one != other
    drawn = [chance(seed, "officer", YEARS[0]).random() for seed in (1, 2)]
    assert drawn[0] != drawn[1]


def test_it_wants_people_enough_to_answer(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 17 people"):
        make(tmp_path / "kommune", SYSTEMS, 3)
