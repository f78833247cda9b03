"""What is told of a gap, wherever gaps are listed."""

from collections.abc import Iterator
from datetime import date

import pytest

from secaudit.gaps import Picture
from secaudit.language import using
from secaudit.report.said.gaps import ToldGap, every_gap, notes
from tests.story import SYSTEM, Story, control

UNTIL = date(2027, 1, 31)


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    """What is told is in English here."""
    with using("en"):
        yield


def service(*, legal: bool = False) -> Story:
    """A common service that meets T.1 in part, and a system that relies on it."""
    made = Story().open("2026", control("T.1", 3, legal=legal), control("T.2"))
    made.issue("system:s", "T.1", provides=["T.1"])
    made.issue(SYSTEM, "T.2", inherited={"T.1": ["s"]})
    action = {"what": "Ryd op", "responsible": "Bo"}
    made.say("system:s", {"T.1": {"status": "partial", "action": action}})
    return made.say(SYSTEM, {"T.2": "met"})


def told(picture: Picture, subject: str) -> ToldGap:
    """The gap of a subject."""
    [gap] = [gap for gap in every_gap(picture) if gap.item.subject.key == subject]
    return ToldGap(gap, picture)


def test_an_inherited_gap_names_the_service_and_leaves_its_proposal_to_it() -> None:
    picture = service().picture()
    own, inherited = told(picture, "system:s"), told(picture, SYSTEM)
    assert (own.status(), inherited.status()) == ("partial", "partial; s answers")
    assert own.proposal is not None
    assert inherited.proposal is None


def test_the_review_of_an_inherited_gap_is_that_of_the_service() -> None:
    picture = service().review("system:s", "T.1", "agreed").picture()
    for subject in ("system:s", SYSTEM):
        review = told(picture, subject).review
        assert review is not None
        assert review.outcome == "agreed"


@pytest.mark.parametrize(
    ("legal", "note", "decision"),
    [
        (False, "accepted", "accepted until 31 January 2027"),
        (True, "known duty by law", "known duty by law, deadline 31 January 2027"),
    ],
)
def test_what_lets_a_gap_stand_is_its_last_note(
    legal: bool, note: str, decision: str
) -> None:
    made = service(legal=legal).review("system:s", "T.1", "returned")
    gap = told(made.accept("system:s", "T.1", UNTIL).picture(), "system:s")
    assert list(notes(gap.gap)) == ["sent back", note]
    assert gap.let_stand == decision


def test_a_duty_by_law_without_provisions_is_told_as_one_all_the_same() -> None:
    assert told(service(legal=True).picture(), SYSTEM).law == "yes"
    assert told(service().picture(), SYSTEM).law == ""
