"""What is done about gaps and what was decided of them, as a picture shows it."""

from datetime import date
from typing import Any

import pytest

from secaudit.gaps import Gap, without_class_a
from tests.story import SYSTEM, TODAY, Story, control, gap_of

WORST = {"criticality": "society-critical", "personal_data": ["sensitive"]}
DECIDED = date(2026, 9, 15)
UNTIL = date(2027, 1, 1)


def one(legal: bool = False, **more: Any) -> Story:
    """A system with one gap."""
    story = Story().open("2026", control("T.1", 3, legal=legal))
    return story.issue(SYSTEM, "T.1", facts=WORST, **more)


def act(story: Story, id: str, *covers: str, **said: Any) -> Story:
    """Say something of an action about T.1 of some subjects."""
    payload: dict[str, Any] = {"action": id, "on": TODAY.isoformat(), **said}
    if covers:
        payload["covers"] = [{"subject": s, "control": "T.1"} for s in covers]
    story.happens("action", "", payload)
    return story


def decide(story: Story, on: date | None = DECIDED, legal: bool = False) -> Story:
    """Let the gap of the system in T.1 stand."""
    gap = {"subject": SYSTEM, "control": "T.1", "until": UNTIL.isoformat()}
    payload: dict[str, Any] = {
        "by": "Direktionen",
        "accepts": [gap | ({"legal": True} if legal else {})],
    }
    if on:
        payload["on"] = on.isoformat()
    story.happens("decision", "", payload)
    return story


def gap(story: Story, on: date = TODAY, subject: str = SYSTEM) -> Gap:
    return gap_of(story.picture(on), subject, "T.1")


def ids(found: Gap) -> list[str]:
    return [action.id for action in found.actions]


# Actions


def test_a_gap_has_the_actions_that_cover_it() -> None:
    story = act(one(), "H1", SYSTEM, due="2026-12-01")
    act(story, "H2", "system:b", due="2026-12-01")
    act(story, "H3", SYSTEM, due="2026-11-01")
    assert ids(gap(story)) == ["H1", "H3"]


def test_an_action_that_is_done_stands_at_its_gap_and_a_dropped_one_does_not() -> None:
    story = act(one(), "H1", SYSTEM, due="2026-12-01")
    assert ids(gap(act(story, "H1", status="done"))) == ["H1"]
    assert ids(gap(act(story, "H1", status="dropped"))) == []
    assert ids(gap(act(story, "H1", status="started"))) == ["H1"]


def test_an_action_from_an_earlier_campaign_stands_at_the_gap_of_this_one() -> None:
    story = act(one(), "H1", SYSTEM, due="2026-12-01").open("2027", control("T.1"))
    story.issue(SYSTEM, "T.1")
    assert ids(gap(story, date(2027, 9, 20))) == ["H1"]


def test_an_inherited_gap_has_the_actions_of_all_services_that_have_it() -> None:
    story = Story().open("2026", control("T.1"))
    for name in ("x", "y", "z"):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x", "y", "z"]})
    story.say("system:z", {"T.1": "met"})
    for number, subject in enumerate(("system:x", "system:y", "system:z", SYSTEM), 1):
        act(story, f"H{number}", subject, due="2026-12-01")
    assert set(ids(gap(story))) == {"H1", "H2", "H4"}
    assert ids(gap(story, subject="system:x")) == ["H1"]


def test_an_action_on_several_services_stands_once_at_the_inherited_gap() -> None:
    story = Story().open("2026", control("T.1"))
    for name in ("x", "y"):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x", "y"]})
    act(story, "H1", "system:x", "system:y", SYSTEM, due="2026-12-01")
    assert ids(gap(story)) == ["H1"]


def test_an_action_changes_no_figure_and_closes_no_gap() -> None:
    before = one().picture()
    after = act(
        act(one(), "H1", SYSTEM, due="2026-12-01"), "H1", status="done"
    ).picture()
    assert after.items == before.items
    assert [g.key for g in after.open_gaps()] == [g.key for g in before.open_gaps()]


def test_actions_follow_a_system_to_its_new_name() -> None:
    story = act(one(), "H1", SYSTEM, "system:b", due="2026-12-01")
    story.open("2027", control("T.1")).issue("system:ny", "T.1", formerly="a")
    assert ids(gap(story, date(2027, 9, 20), "system:ny")) == ["H1"]


# Decisions


@pytest.mark.parametrize(
    ("on", "accepted"),
    [
        (date(2026, 9, 14), False),
        (DECIDED, True),
        (UNTIL, True),
        (date(2027, 1, 2), False),
    ],
)
def test_a_gap_is_accepted_from_the_decision_on_until_its_date(
    on: date, accepted: bool
) -> None:
    found = gap(decide(one()), on)
    assert (found.accepted is not None) == accepted
    assert found.open != accepted


def test_a_decision_without_a_day_counts_from_when_it_was_recorded() -> None:
    story = decide(one(), on=None)  # recorded on the first of September
    assert not gap(story, date(2026, 9, 1)).open
    assert gap(story, date(2026, 8, 31)).open


def test_a_duty_by_law_that_is_known_stays_open() -> None:
    story = decide(one(legal=True), legal=True)
    found = gap(story)
    assert found.accepted is not None
    assert found.open
    assert found in story.picture().open_gaps()


@pytest.mark.parametrize(("legal", "without"), [(False, 1), (True, 0)])
def test_the_headline_leaves_out_what_is_accepted_never_what_the_law_demands(
    legal: bool, without: int
) -> None:
    story = one(legal)
    before = without_class_a(story.picture(), "society-critical")
    after = without_class_a(decide(story, legal=legal).picture(), "society-critical")
    assert before is not None
    assert after is not None
    assert (before.part, after.part, after.whole) == (0, without, 1)


def test_a_decision_after_the_end_does_not_change_how_the_campaign_ended() -> None:
    story = one().close(date(2026, 9, 10))
    assert gap(decide(story), date(2026, 12, 1)).open


def test_a_decision_after_the_end_counts_in_the_next_campaign() -> None:
    story = decide(one().close(date(2026, 9, 10)))
    story.open("2027", control("T.1")).issue(SYSTEM, "T.1")
    assert not gap(story, date(2026, 12, 31)).open
    assert gap(story, date(2027, 9, 1)).open


def test_an_accepted_gap_that_is_met_and_comes_back_is_still_accepted() -> None:
    story = decide(one()).say(SYSTEM, {"T.1": "met"})
    assert story.picture().gaps == ()
    assert not gap(story.say(SYSTEM, {"T.1": "not-met"})).open


# Taken out and taken in again


def test_what_is_withdrawn_has_no_gap_and_leaves_every_figure() -> None:
    story = one().issue("system:b", "T.1")
    story.happens("withdrawn", SYSTEM, {"on": "2026-09-05"}, {"reason": "Slukket"})
    assert [g.key for g in story.picture().gaps] == [("system:b", "T.1")]
    assert [i.subject.id for i in story.picture().items] == ["b"]


def test_what_is_taken_in_again_has_the_gap_and_the_answers_that_it_had() -> None:
    story = one().say(SYSTEM, {"T.1": "partial"})
    story.happens("withdrawn", SYSTEM, {"on": "2026-09-05"})
    story.issue(SYSTEM, "T.1")
    assert gap(story).item.status == "partial"
    assert story.campaign().withdrawn == {}


def test_a_system_that_was_renamed_within_the_campaign_keeps_its_answers_and_reviews() -> (
    None
):
    story = (
        one().say(SYSTEM, {"T.1": "met"}).review(SYSTEM, "T.1", "assessed", "partial")
    )
    story.issue("system:ny", "T.1", formerly="a")
    assert [i.subject.id for i in story.picture().items] == ["ny"]
    assert gap(story, subject="system:ny").item.status == "partial"
