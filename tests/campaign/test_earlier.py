"""What a form shows of what was said before: as it was when the form was issued."""

from datetime import date
from typing import Any

import pytest

from secaudit.campaign import Campaign, Issue
from tests.story import SYSTEM, Story, control

CONTROLS = (control("T.1"), control("T.2"))
FORMERLY = {"formerly": "b"}


def forms(campaign: Campaign, subject: str = SYSTEM) -> list[Issue]:
    """The forms about a subject, in the order they were issued."""
    return [issue for issue in campaign.issues if issue.subject.key == subject]


def told(issue: Issue) -> dict[str, tuple[str, str, bool, bool]]:
    """By control: status, campaign, whether it was said in this campaign, and sent back."""
    return {
        id: (one.word.answer.status, one.word.campaign, one.now, one.sent_back)
        for id, one in issue.earlier.items()
    }


def first_year(subject: str = SYSTEM) -> Story:
    """T.1 is met, and T.2 partly met."""
    made = Story().open("2025", *CONTROLS).issue(subject, "T.1", "T.2")
    return made.say(subject, {"T.1": "met", "T.2": "partial"})


def second_year(subject: str = SYSTEM, **more: Any) -> Story:
    """The year after, in which both are asked again."""
    made = first_year(subject).open("2026", *CONTROLS)
    return made.issue(SYSTEM, "T.1", "T.2", **more)


def test_in_a_first_campaign_a_form_shows_nothing() -> None:
    [issue] = forms(first_year().campaign())
    assert issue.earlier == {}
    assert not issue.repeatable("T.1")


def test_a_form_shows_the_answers_of_the_campaign_before() -> None:
    [issue] = forms(second_year().campaign())
    assert told(issue) == {
        "T.1": ("met", "2025", False, False),
        "T.2": ("partial", "2025", False, False),
    }
    assert issue.repeatable("T.1")


def test_what_is_said_after_a_form_was_issued_is_not_in_it() -> None:
    made = second_year().say(SYSTEM, {"T.1": "not-met"})
    made.review(SYSTEM, "T.1", "returned")
    [issue] = forms(made.campaign())
    assert told(issue)["T.1"] == ("met", "2025", False, False)


def test_a_form_that_is_issued_again_shows_what_was_said_meanwhile() -> None:
    made = second_year().say(SYSTEM, {"T.1": "not-met"})
    made.review(SYSTEM, "T.1", "returned")
    _old, issue = forms(made.issue(SYSTEM, "T.1", "T.2").campaign())
    assert told(issue) == {
        "T.1": ("not-met", "2026", True, True),
        "T.2": ("partial", "2025", False, False),
    }
    assert [issue.repeatable(id) for id in ("T.1", "T.2")] == [False, True]


def test_what_the_officer_said_of_an_earlier_answer_stands_with_it() -> None:
    made = first_year().review(SYSTEM, "T.2", "assessed", "not-met")
    made.open("2026", *CONTROLS).issue(SYSTEM, "T.1", "T.2")
    [issue] = forms(made.campaign())
    assert issue.earlier["T.1"].review is None
    review = issue.earlier["T.2"].review
    assert review is not None
    assert (review.outcome, review.status) == ("assessed", "not-met")


def test_an_answer_that_was_carried_is_shown_with_the_campaign_it_was_given_in() -> (
    None
):
    made = first_year().review(SYSTEM, "T.1", "agreed").open("2026", *CONTROLS)
    made.issue(SYSTEM, "T.2", carried={"T.1": "2025"})
    made.open("2027", *CONTROLS).issue(SYSTEM, "T.1", "T.2")
    [issue] = forms(made.campaign())
    assert told(issue)["T.1"] == ("met", "2025", False, False)
    review = issue.earlier["T.1"].review
    assert review is not None
    assert review.outcome == "agreed"


def test_a_carried_answer_stands_in_this_campaign_where_it_is_asked_after_all() -> None:
    made = first_year().open("2026", *CONTROLS)
    made.issue(SYSTEM, "T.2", carried={"T.1": "2025"})
    _old, issue = forms(made.issue(SYSTEM, "T.1", "T.2").campaign())
    assert told(issue)["T.1"] == ("met", "2025", True, False)


def test_a_renamed_system_is_shown_what_was_said_under_its_former_name() -> None:
    [issue] = forms(second_year("system:b", **FORMERLY).campaign())
    assert told(issue)["T.1"] == ("met", "2025", False, False)


def test_a_small_form_shows_the_latest_word_also_one_given_after_the_end() -> None:
    made = second_year().say(SYSTEM, {"T.1": "partial"}).close(date(2026, 12, 1))
    made.say(SYSTEM, {"T.1": "not-met"})
    made.issue(SYSTEM, "T.1", occasion="due", edition=1)
    assert told(forms(made.campaign())[-1]) == {"T.1": ("not-met", "2026", True, False)}


@pytest.mark.parametrize(
    ("kind", "level", "before", "repeatable"),
    [
        ("organisation", True, {"status": "met", "maturity": 3}, True),
        ("organisation", True, {"status": "met"}, False),
        ("organisation", False, {"status": "met", "maturity": 3}, True),
        ("employees", False, {"status": "met", "counts": {"": {"met": 9}}}, False),
    ],
)
def test_what_is_counted_or_has_no_level_is_not_repeated(
    kind: str, level: bool, before: dict[str, Any], repeatable: bool
) -> None:
    levels: dict[str, Any] = (
        {"levels": {"da": list("abcdef"), "en": list("abcdef")}} if level else {}
    )
    asked, subject = control("T.1", 1, kind, **levels), f"{kind}:org"
    made = Story().open("2025", asked).issue(subject, "T.1")
    made.say(subject, {"T.1": before}).open("2026", asked).issue(subject, "T.1")
    [issue] = forms(made.campaign(), subject)
    assert issue.repeatable("T.1") is repeatable
