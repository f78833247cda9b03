"""Actions and decisions, as their events tell of them."""

from datetime import date

from secaudit.campaign import AcceptedGap, Action, Decision, Move
from secaudit.register import Event
from tests.story import SYSTEM, Story, control

GAP = {"subject": SYSTEM, "control": "T.1"}
ADDED, MOVED, DONE = date(2026, 9, 2), date(2026, 9, 12), date(2026, 9, 20)
DUE, LATER = date(2026, 12, 1), date(2027, 2, 1)


def opened() -> Story:
    return Story().open("2026", control("T.1"))


def acted(story: Story) -> Action:
    """The one action of a story."""
    (action,) = story.campaign().actions
    return action


def decided(story: Story) -> Decision:
    """The one decision of a story."""
    (decision,) = story.campaign().decisions
    return decision


def without_texts(story: Story) -> Story:
    """The same once every text that names a person is deleted."""
    events = [Event(**{**vars(event), "personal": {}}) for event in story.events]
    return Story(events, story.year)


def whole_action() -> Story:
    """An action that was added, moved and done, with all that can be said of one."""
    story = opened()
    told = {"action": "H1", "due": "2026-12-01", "covers": [GAP], "on": "2026-09-02"}
    named = {"what": "Gennemgå", "responsible": "Bo Lind", "by": "Officer"}
    story.happens("action", "", {**told, "hours": 8, "cost": 1000}, named)
    moved = {"action": "H1", "due": "2027-02-01", "on": "2026-09-12"}
    story.happens("action", "", moved, {"reason": "Ferie"})
    done = {"action": "H1", "status": "done", "on": "2026-09-20"}
    story.happens("action", "", done, {"evidence": "ESDH 7"})
    return story


def test_an_action_holds_all_that_its_events_tell() -> None:
    assert acted(whole_action()) == Action(
        id="H1",
        campaign="2026",
        added_on=ADDED,
        original_due=DUE,
        due=LATER,
        covers=((SYSTEM, "T.1"),),
        what="Gennemgå",
        responsible="Bo Lind",
        hours=8,
        cost=1000,
        status="done",
        ended_on=DONE,
        evidence="ESDH 7",
        reason="Ferie",
        moves=(Move(MOVED, DUE, LATER, "Ferie"),),
        sequence=4,
    )


def test_an_action_whose_texts_are_deleted_keeps_its_days_and_numbers() -> None:
    assert acted(without_texts(whole_action())) == Action(
        id="H1",
        campaign="2026",
        added_on=ADDED,
        original_due=DUE,
        due=LATER,
        covers=((SYSTEM, "T.1"),),
        what="",
        responsible="",
        hours=8,
        cost=1000,
        status="done",
        ended_on=DONE,
        evidence="",
        reason="",
        moves=(Move(MOVED, DUE, LATER, ""),),
        sequence=4,
    )


def test_an_action_is_planned_until_something_else_is_said_of_it() -> None:
    story = opened().act("H1", ADDED, due="2026-12-01", covers=[GAP])
    action = acted(story)
    assert (action.status, action.ended_on) == ("planned", None)
    assert (action.hours, action.cost, action.moves) == (None, None, ())
    dropped = acted(story.act("H1", MOVED, status="dropped", reason="For dyrt"))
    assert (dropped.status, dropped.ended_on) == ("dropped", MOVED)
    assert dropped.reason == "For dyrt"
    again = acted(story.act("H1", DONE, status="started"))
    assert (again.status, again.ended_on) == ("started", None)


def whole_decision() -> Story:
    """A decision with all that can be said of one."""
    story = opened()
    known = {**GAP, "until": "2027-01-01", "legal": True}
    payload = {
        "decision": "B7",
        "on": "2026-09-12",
        "by": "Direktionen",
        "case": "2026-1234",
        "approves": ["report", "measures"],
        "accepts": [{**GAP, "until": "2026-12-01"}, known],
    }
    story.happens("decision", "", payload, {"text": "Må vente", "by": "Officer"})
    return story


def test_a_decision_holds_all_that_its_event_tells() -> None:
    for story, text in (
        (whole_decision(), "Må vente"),
        (without_texts(whole_decision()), ""),
    ):
        assert decided(story) == Decision(
            id="B7",
            campaign="2026",
            on=MOVED,
            by="Direktionen",
            text=text,
            case="2026-1234",
            approves=("report", "measures"),
            accepts=(
                AcceptedGap(SYSTEM, "T.1", DUE),
                AcceptedGap(SYSTEM, "T.1", date(2027, 1, 1), legal=True),
            ),
            sequence=2,
        )


def test_a_decision_of_which_little_was_told_has_a_number_and_the_day_it_was_recorded() -> (
    None
):
    story = opened()
    story.happens("decision", "", {})
    story.happens("decision", "", {})
    first, second = story.campaign().decisions
    assert first == Decision("B1", "2026", date(2026, 9, 1), "", "", sequence=2)
    assert (second.id, first.case, first.approves) == ("B2", "", ())
    assert first.accepts == ()


def test_a_decision_that_is_taken_back_says_when_and_the_others_stand() -> None:
    story = opened()
    story.happens("decision", "", {"decision": "B1", "by": "Direktionen"})
    story.happens("decision", "", {"decision": "B2", "by": "Direktionen"})
    story.happens("decision", "", {"takes_back": "B1", "on": "2026-09-20"})
    taken = [decision.taken_back_on for decision in story.campaign().decisions]
    assert taken == [DONE, None]


def test_an_action_follows_its_system_alone_to_a_new_name() -> None:
    other = {"subject": "owner:a", "control": "T.1"}
    story = opened().act("H1", ADDED, due="2026-12-01", covers=[GAP, other])
    story.issue("system:b", "T.1", formerly="a")
    assert acted(story).covers == (("system:b", "T.1"), ("owner:a", "T.1"))
