"""What falls due: reviews that must be repeated."""

from datetime import date
from typing import Any

import pytest

from secaudit.campaign import fold
from secaudit.gaps import falling_due
from tests.story import SYSTEM, Story, control

HALF_YEARLY = control("T.1", review_every_months=6)
NEVER = date.max


def reviewed(on: str, status: str = "met") -> dict[str, Any]:
    return {"T.1": {"status": status, "reviewed_on": on}}


def one(year: str = "2026") -> Story:
    return Story().open(year, HALF_YEARLY).issue(SYSTEM, "T.1")


def due(story: Story, until: date = NEVER) -> list[tuple[str, date]]:
    found = falling_due(list(fold(story.events).values()), until)
    return [(one.item.subject.id, one.on) for one in found]


@pytest.mark.parametrize(
    ("until", "count"), [(date(2027, 2, 28), 1), (date(2027, 2, 27), 0)]
)
def test_a_review_falls_due_when_its_months_have_passed(
    until: date, count: int
) -> None:
    story = one().say(SYSTEM, reviewed("2026-08-31"))
    assert due(story, until) == [("a", date(2027, 2, 28))] * count


@pytest.mark.parametrize(
    ("status", "count"),
    [("met", 1), ("partial", 1), ("not-met", 0), ("not-applicable", 0), ("unknown", 0)],
)
def test_only_what_was_reviewed_is_to_be_reviewed_again(
    status: str, count: int
) -> None:
    assert len(due(one().say(SYSTEM, reviewed("2026-08-01", status)))) == count


def test_what_nobody_answered_does_not_fall_due_it_is_missing() -> None:
    assert due(one()) == []


def test_what_is_never_reviewed_does_not_fall_due() -> None:
    story = Story().open("2026", control("T.1")).issue(SYSTEM, "T.1")
    assert due(story.say(SYSTEM, reviewed("2026-08-01"))) == []


def test_the_earliest_comes_first_and_of_equals_the_first_by_name() -> None:
    story = one().issue("system:c", "T.1").issue("system:b", "T.1")
    story.say(SYSTEM, reviewed("2026-08-02"))
    for name in ("c", "b"):
        story.say(f"system:{name}", reviewed("2026-08-01"))
    assert [name for name, _on in due(story)] == ["b", "c", "a"]


def test_an_inherited_review_falls_due_at_the_service_only() -> None:
    story = one("2025").issue("system:b", "T.1")
    story.say("system:b", reviewed("2025-08-01")).open("2026", HALF_YEARLY)
    story.issue(SYSTEM, "T.1").issue("system:b", inherited={"T.1": ["a"]})
    assert due(story.say(SYSTEM, reviewed("2026-08-01"))) == [("a", date(2027, 2, 1))]


def test_what_is_withdrawn_falls_due_no_more() -> None:
    story = one().say(SYSTEM, reviewed("2026-08-01"))
    story.happens("withdrawn", SYSTEM, {"on": "2026-09-20"})
    assert due(story) == []


def test_a_review_that_was_told_after_the_end_moves_the_day_on() -> None:
    story = one().say(SYSTEM, reviewed("2026-08-01")).close(date(2026, 11, 1))
    story.say(SYSTEM, reviewed("2027-01-10"), date(2027, 1, 15))
    assert due(story) == [("a", date(2027, 7, 10))]


def test_before_the_next_campaign_has_answers_the_latest_word_before_it_counts() -> (
    None
):
    story = one().say(SYSTEM, reviewed("2026-08-01")).open("2027", HALF_YEARLY)
    story.issue(SYSTEM, "T.1")
    assert due(story) == [("a", date(2027, 2, 1))]
    assert due(story.say(SYSTEM, reviewed("2027-09-01"))) == [("a", date(2028, 3, 1))]


def test_a_small_form_that_comes_after_the_answer_was_carried_counts_too() -> None:
    story = one().say(SYSTEM, reviewed("2026-08-01")).close(date(2026, 11, 1))
    story.open("2027", HALF_YEARLY).issue(SYSTEM, carried={"T.1": "2026"})
    story.year = "2026"
    story.say(SYSTEM, reviewed("2027-01-10"), date(2027, 1, 15))
    assert due(story) == [("a", date(2027, 7, 10))]
