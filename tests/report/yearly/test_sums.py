"""Whatever happens in a few years, the sections agree with the gaps and with each other."""

from datetime import date

import pytest
from hypothesis import given

from secaudit.campaign import fold
from secaudit.gaps import picture
from secaudit.report.yearly.appendices.departments import departments
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.since_last.followup import earlier_actions
from secaudit.report.yearly.status.years import years
from tests.happenings import MOVES, stories
from tests.sample_events import HEAD
from tests.story import Story

pytestmark = pytest.mark.slow


def material(story: Story) -> Material:
    """The last campaign in November, and the one before it on its last day."""
    rounds = list(fold(story.events).values())
    before = picture(rounds[:-1], rounds[-2].last_day) if rounds[1:] else None
    now = picture(rounds, date(int(rounds[-1].id), 11, 2))
    return Material(now, before, HEAD, "1")


@given(stories(*MOVES, most=20))
def test_the_gaps_of_the_departments_are_those_of_systems_and_owners(
    story: Story,
) -> None:
    found = material(story)
    told = sum(row.a + row.b + row.c for row in departments(found))
    kinds = [gap.item.subject.kind for gap in found.gaps]
    assert told == sum(kind in ("system", "owner") for kind in kinds)


@given(stories(*MOVES, most=20))
def test_every_open_gap_has_one_age(story: Story) -> None:
    found = material(story)
    told = sum(row.every for row in years(found).ages)
    assert told == (len(found.gaps) if found.before else 0)


@given(stories(*MOVES, most=20))
def test_what_stands_open_is_what_is_a_gap(story: Story) -> None:
    found = material(story)
    told = {key for key, is_gap in found.asked.items() if is_gap}
    gaps = (*found.picture.gaps, *found.picture.inherited)
    assert told == {gap.key for gap in gaps}


@given(stories(*MOVES, most=20))
def test_an_open_gap_is_helped_or_bare(story: Story) -> None:
    found = material(story)
    helped = [g for g in found.gaps if any(a.open for a in g.actions)]
    assert len(helped) + len(found.bare) == len(found.gaps)


@given(stories(*MOVES, most=20))
def test_an_action_is_of_this_campaign_or_of_an_earlier_one(story: Story) -> None:
    found = material(story)
    earlier = {action.id for action in earlier_actions(found)}
    own = {a.id for a in found.campaign.actions if a.campaign == found.campaign.id}
    assert not earlier & own
    assert {action.id for action in found.planned} <= earlier | own


@given(stories(*MOVES, most=20))
def test_the_themes_of_a_development_are_all_its_questions(story: Story) -> None:
    told = material(story).development
    questions = sum(course.questions for course in told.themes.values())
    assert questions == (told.every.questions if told.every else 0)
