"""What is a gap, and why: every kind that the design names."""

from datetime import date

import pytest

from secaudit.gaps import by_subject, by_theme, months_later
from tests.story import SYSTEM, Story, control, item_of


def one(status: str | None = None, reviewed_on: str | None = None) -> Story:
    """A system with one question, to be reviewed every six months."""
    story = Story().open("2026", control("T.1", review_every_months=6))
    story.issue(SYSTEM, "T.1")
    answer = {"status": status} | ({"reviewed_on": reviewed_on} if reviewed_on else {})
    return story.say(SYSTEM, {"T.1": answer}) if status else story


def two_services(*services: str, **reviewed_on: str) -> Story:
    """A system that inherits from two services; both are met, and reviewed on a day."""
    story = Story().open("2026", control("T.1", review_every_months=6))
    for name in ("x", "y"):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
        day = reviewed_on.get(name, "2026-09-01")
        story.say(f"system:{name}", {"T.1": {"status": "met", "reviewed_on": day}})
    return story.issue(SYSTEM, inherited={"T.1": list(services or ("x", "y"))})


def reason(story: Story, on: date = date(2026, 9, 20)) -> str | None:
    return item_of(story.picture(on), SYSTEM, "T.1").reason


@pytest.mark.parametrize("status", ["partial", "not-met", "unknown"])
def test_what_is_not_met_is_a_gap(status: str) -> None:
    assert reason(one(status)) == status
    assert reason(one(status, reviewed_on="2020-01-01")) == status


def test_what_is_unanswered_is_a_gap() -> None:
    assert reason(one()) == "unanswered"


def test_what_is_met_or_not_applicable_is_no_gap() -> None:
    assert reason(one("met", reviewed_on="2026-09-01")) is None
    assert reason(one("not-applicable")) is None


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 9, 1), None), (date(2026, 9, 2), "overdue")],
)
def test_met_with_an_overdue_review_is_a_gap(on: date, expected: str | None) -> None:
    assert reason(one("met", reviewed_on="2026-03-01"), on) == expected


def test_an_overdue_review_changes_no_status() -> None:
    item = item_of(one("met", "2025-01-01").picture(), SYSTEM, "T.1")
    assert (item.status, item.reason) == ("met", "overdue")


def test_a_review_that_was_overdue_after_the_round_was_closed_is_no_gap_of_it() -> None:
    story = one("met", reviewed_on="2026-06-01").close(date(2026, 11, 30))
    assert reason(story, date(2027, 3, 1)) is None


@pytest.mark.parametrize("status", ["met", "partial", "not-applicable"])
def test_what_the_reviewer_returned_is_a_gap(status: str) -> None:
    story = one(status, reviewed_on="2026-09-01").review(SYSTEM, "T.1", "returned")
    item = item_of(story.picture(), SYSTEM, "T.1")
    assert (item.status, item.reason) == (status, "returned")


def test_what_was_returned_is_no_gap_once_it_is_answered_again() -> None:
    story = one("met", reviewed_on="2026-08-01").review(SYSTEM, "T.1", "returned")
    story.say(SYSTEM, {"T.1": {"status": "met", "reviewed_on": "2026-09-01"}})
    assert reason(story) is None


@pytest.mark.parametrize("status", ["met", "partial", "not-met"])
def test_a_reviewers_assessment_counts_instead_of_the_owners_word(status: str) -> None:
    story = one("partial").review(SYSTEM, "T.1", "assessed", status)
    item = item_of(story.picture(), SYSTEM, "T.1")
    assert item.status == status
    assert item.reason == (None if status == "met" else status)
    assert item.word is not None
    assert item.word.answer.status == "partial"


def test_an_agreed_answer_keeps_its_status() -> None:
    assert reason(one("not-met").review(SYSTEM, "T.1", "agreed")) == "not-met"


def test_an_inherited_gap_is_a_gap_of_the_system() -> None:
    story = Story().open("2026", control("T.1"))
    story.issue("system:service", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["service"]})
    story.say("system:service", {"T.1": "partial"})
    item = item_of(story.picture(), SYSTEM, "T.1")
    assert item.reason == "partial"
    assert item.provider is not None
    assert item.provider.id == "service"


@pytest.mark.parametrize("overdue", ["x", "y"])
def test_of_two_services_that_are_met_the_one_that_is_overdue_is_inherited(
    overdue: str,
) -> None:
    story = two_services(**{overdue: "2026-01-01"})
    item = item_of(story.picture(), SYSTEM, "T.1")
    assert (item.status, item.reason) == ("met", "overdue")
    assert item.provider is not None
    assert item.provider.id == overdue


@pytest.mark.parametrize("services", [["x", "y"], ["y", "x"]])
def test_of_two_services_equally_bad_the_one_whose_id_comes_last_is_inherited(
    services: list[str],
) -> None:
    for day in ("2026-09-01", "2026-01-01"):
        item = item_of(two_services(*services, x=day, y=day).picture(), SYSTEM, "T.1")
        assert item.provider is not None
        assert item.provider.id == "y"


def test_what_a_service_may_not_say_stays_in_the_denominator() -> None:
    story = Story().open("2026", control("T.1", not_applicable="free"))
    story.issue("system:x", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x"]})
    story.say("system:x", {"T.1": "not-applicable"})
    for subject in ("system:x", SYSTEM):
        item = item_of(story.picture(), subject, "T.1")
        assert (item.status, item.reason, item.left) == (
            "unanswered",
            "unanswered",
            False,
        )


def test_what_is_inherited_from_a_service_that_nobody_asks_is_unanswered() -> None:
    story = Story().open("2026", control("T.1"), control("T.2"))
    story.issue(SYSTEM, "T.2", inherited={"T.1": ["gone"]})
    item = item_of(story.picture(), SYSTEM, "T.1")
    assert (item.status, item.reason, item.left) == ("unanswered", "unanswered", False)
    assert (item.provider, item.word) == (None, None)


def test_what_a_system_is_asked_itself_it_does_not_inherit() -> None:
    story = Story().open("2026", control("T.1"))
    story.issue("system:x", "T.1", provides=["T.1"]).say("system:x", {"T.1": "met"})
    story.issue(SYSTEM, "T.1", inherited={"T.1": ["x"]})
    assert len(story.picture().items) == 2
    assert item_of(story.picture(), SYSTEM, "T.1").provider is None


def test_a_review_without_a_status_of_its_own_leaves_the_owners() -> None:
    assert reason(one("partial").review(SYSTEM, "T.1", "assessed")) == "partial"


def test_what_was_not_applicable_and_sent_back_stays_in_the_denominator() -> None:
    story = Story().open("2026", control("T.1", not_applicable="free"))
    story.issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "not-applicable"})
    assert item_of(story.picture(), SYSTEM, "T.1").left
    story.review(SYSTEM, "T.1", "returned")
    assert not item_of(story.picture(), SYSTEM, "T.1").left


def test_a_superseded_form_asks_nothing() -> None:
    story = Story().open("2026", control("T.1"), control("T.2"))
    story.issue(SYSTEM, "T.1", "T.2", person=None).issue(SYSTEM, "T.1")
    assert [item.control.id for item in story.picture().items] == ["T.1"]


def test_a_carried_answer_stands_as_an_answer() -> None:
    story = Story().open("2025", control("T.1")).issue(SYSTEM, "T.1")
    story.say(SYSTEM, {"T.1": "partial"}).open("2026", control("T.1"))
    story.issue(SYSTEM, carried={"T.1": "2025"})
    item = item_of(story.picture(), SYSTEM, "T.1")
    assert item.status == "partial"
    assert item.word is not None
    assert item.word.campaign == "2025"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 3, 1), 6, date(2026, 9, 1)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_short_month(
    day: date, months: int, later: date
) -> None:
    assert months_later(day, months) == later


def test_themes_come_as_people_count() -> None:
    themes = ("A.10", "A.9", "A.5")
    story = Story().open("2026", *(control(f"{t}.1", theme=t) for t in themes))
    story.issue(SYSTEM, *(f"{t}.1" for t in themes))
    assert list(by_theme(story.picture().items)) == ["A.5", "A.9", "A.10"]


def test_subjects_come_in_the_order_they_were_issued() -> None:
    story = Story().open("2026", control("T.1"), control("T.2"))
    story.issue("system:b", "T.1").issue("system:a", "T.1")
    story.issue("system:b", "T.2", part="operations")
    groups = by_subject(story.picture().items)
    assert [(s.id, len(group)) for s, group in groups.items()] == [("b", 2), ("a", 1)]
