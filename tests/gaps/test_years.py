"""The campaigns before one, as they stood on their last day."""

from datetime import date

import pytest

from secaudit.campaign import fold
from secaudit.gaps import picture
from tests.story import SYSTEM, Story, control, gap_of

ON = date(2026, 9, 20)


@pytest.mark.parametrize(
    ("statuses", "years"),
    [
        (("not-met", "met", "not-met"), 1),
        (("met", "not-met", "not-met"), 2),
        (("not-met", "not-met", "not-met"), 3),
    ],
)
@pytest.mark.parametrize("name", ["a", "new"])
def test_the_years_of_a_gap_are_the_same_where_the_campaign_before_is_known_already(
    statuses: tuple[str, ...], years: int, name: str
) -> None:
    story = Story()
    for year, status in zip(("2024", "2025"), statuses, strict=False):
        story.open(year, control("T.1")).issue(SYSTEM, "T.1")
        story.say(SYSTEM, {"T.1": status})
    formerly = None if name == "a" else "a"
    story.open("2026", control("T.1"))
    story.issue(f"system:{name}", "T.1", formerly=formerly)
    story.say(f"system:{name}", {"T.1": statuses[-1]})
    campaigns = list(fold(story.events).values())
    before = picture(campaigns[:-1], campaigns[-2].last_day)
    alone, beside = picture(campaigns, ON), picture(campaigns, ON, before)
    assert alone == beside
    assert gap_of(beside, f"system:{name}", "T.1").years == years
