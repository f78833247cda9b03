"""What holds for the fold, whatever happens: stories are told by chance, the same each time."""

import contextlib
import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from secaudit.campaign import Campaign, fold
from secaudit.catalogue import KINDS
from secaudit.gaps import Picture, figures, picture
from secaudit.problems import Refused
from secaudit.register import Event
from secaudit.steps.looking.gaps import as_json
from secaudit.steps.progress import status
from tests.happenings import (
    CONTROLS,
    MOVES,
    close,
    go_on,
    some_answers,
    some_day,
    stories,
)
from tests.story import SYSTEM, Story

pytestmark = pytest.mark.slow

steady = settings(derandomize=True, deadline=None, max_examples=150)

LEFT_OUT = object()
NONSENSE: tuple[Any, ...] = (
    *(
        LEFT_OUT,
        None,
        True,
        -1,
        1.5,
        10**30,
        float("inf"),
        float("nan"),
        "",
        "x",
        "2025-02-30",
    ),
    *([], {}, [[]], [None], {"x": 1}),
)


def pictures(events: list[Event], on: date) -> dict[str, Picture]:
    """Every campaign as it stands on a day, beside those before it."""
    campaigns = list(fold(events).values())
    return {c.id: picture(campaigns[: n + 1], on) for n, c in enumerate(campaigns)}


def shown(found: Picture) -> dict[str, Any]:
    """A campaign as `gaps --format json` shows it, without what is done about its gaps."""
    told = as_json(found)
    gaps = [{k: v for k, v in gap.items() if k != "actions"} for gap in told["gaps"]]
    return {**told, "gaps": gaps}


# Whatever may happen


@steady
@given(stories())
def test_whatever_may_happen_can_be_folded_and_looked_at(story: Story) -> None:
    on = date(int(story.year) + 1, 1, 1)
    for year, found in pictures(story.events, on).items():
        assert shown(found)["campaign"] == status.as_json(status.of(found))["campaign"]
        assert shown(found)["on"] == str(fold(story.events)[year].closed_on or on)


# Documents, in any order


@dataclass(frozen=True)
class Sent:
    """A document, and what the reviewer says of its first answer."""

    name: str
    person: str
    subject: str
    issue: str
    on: date
    answers: dict[str, Any]
    outcome: str


@composite
def mail(draw: DrawFn, story: Story) -> list[Sent]:
    """Documents that come in, each about a form that counts."""
    forms = [form for form in story.campaign().current() if form.form.questions]
    return [
        Sent(
            f"document {number}",
            form.form.person or "",
            form.subject.key,
            form.id,
            some_day(draw, story.year),
            some_answers(draw, form),
            draw(st.sampled_from(("", "agreed", "returned"))),
        )
        for number, form in enumerate(
            draw(st.lists(st.sampled_from(forms), max_size=9)) if forms else ()
        )
    ]


@composite
def other_order(draw: DrawFn, sent: list[Sent]) -> list[Sent]:
    """The same documents, each person's own in the order they were sent."""
    people = draw(st.permutations([one.person for one in sent]))
    waiting = {p: iter([one for one in sent if one.person == p]) for p in people}
    return [next(waiting[person]) for person in people]


def recorded(story: Story, sent: list[Sent]) -> dict[str, Any]:
    """What the campaign comes to once documents are recorded; event numbers aside."""
    later = Story([*story.events], story.year)
    for one in sent:
        more = {"person": one.person, "issue": one.issue, "document": one.name}
        later.say(one.subject, one.answers, one.on, **more)
        if one.outcome and not later.campaign().closed_on:
            later.review(one.subject, min(one.answers), one.outcome)
    campaign, found = later.campaign(), later.picture(date(int(story.year) + 1, 1, 1))
    reviews = {k: review for k in campaign.words if (review := campaign.review(k))}
    return {
        "words": {k: replace(word, sequence=0) for k, word in campaign.words.items()},
        "after": {k: replace(word, sequence=0) for k, word in campaign.after.items()},
        "reviews": {k: replace(r, of=0, sequence=0) for k, r in reviews.items()},
        "documents": campaign.documents.keys(),
        "gaps": as_json(found),
        "status": status.as_json(status.of(found)),
    }


@steady
@given(stories(), st.data())
def test_any_order_that_keeps_each_persons_own_gives_the_same_state(
    story: Story, data: st.DataObject
) -> None:
    sent = data.draw(mail(story))
    again = data.draw(other_order(sent))
    assert recorded(story, again) == recorded(story, sent)


@steady
@given(stories())
def test_leaving_a_question_out_never_changes_its_earlier_answer(story: Story) -> None:
    for number, event in enumerate(story.events):
        if event.kind == "assessed":
            then, now = fold(story.events[:number]), fold(story.events[: number + 1])
            assert list(then) == list(now)
            for year, campaign in then.items():
                assert left_out(now[year], event) == left_out(campaign, event)


def left_out(campaign: Campaign, event: Event) -> list[Any]:
    """What is known of the questions that a document does not answer."""
    answered = {(event.subject, control) for control in event.payload["answers"]}
    every = (campaign.words, campaign.after, campaign.reviews)
    return [{k: one for k, one in told.items() if k not in answered} for told in every]


# A closed campaign


@steady
@given(stories(), st.data())
def test_a_closed_campaign_never_changes_again(
    story: Story, data: st.DataObject
) -> None:
    close(data.draw, story)
    ended = [c for c in fold(story.events).values() if c.closed_on][-1]
    on = ended.last_day
    then = pictures(story.events, on)[ended.id]
    go_on(data.draw, story, MOVES)
    for day in (on, on + timedelta(days=400)):
        now = pictures(story.events, day)[ended.id]
        assert shown(now) == shown(then)
        for kind in KINDS:
            assert figures(now.of(kind)) == figures(then.of(kind))


# Events that were altered


@steady
@given(stories(), st.data())
def test_events_that_are_not_the_whole_story_are_refused_or_understood(
    story: Story, data: st.DataObject
) -> None:
    """One was removed, told twice, moved, or moved to another subject or campaign."""
    events = [*story.events]
    number, other = (data.draw(st.integers(0, len(events) - 1)) for _time in range(2))
    part = data.draw(st.sampled_from(("kind", "campaign", "subject", "", "")))
    event = events[number]
    if data.draw(st.booleans()):
        del events[number]
    if part:
        event = replace(event, **{part: getattr(story.events[other], part)})
    events.insert(other, event)
    refused_or_understood(events)


def refused_or_understood(events: list[Event]) -> None:
    with contextlib.suppress(Refused):
        fold(events)


def everything() -> Story:
    """A story with every kind of event in it, and every field that the fold reads."""
    story = Story().open("2025", *CONTROLS, classes={"a": 8, "b": 3})
    facts = {"criticality": "other", "personal_data": ["cpr"], "department": "x"}
    heir: dict[str, Any] = {"inherited": {"T.3": ["service"]}, "facts": facts}
    story.issue(SYSTEM, "T.1", "T.2", **heir)
    story.issue("system:service", "T.3", person="p3", provides=["T.3"])
    story.issue("owner:p1", "T.4", department="x")
    answer = {
        "status": "met",
        "reviewed_on": "2025-08-01",
        "evidence": [{"seen_on": "2025-08-01"}],
        "action": {"due": "2025-12-01", "hours": 3, "cost": 100},
        "acceptance": {"until": "2026-12-01"},
        "counts": {"x": {"met": 2}},
        "maturity": 3,
    }
    story.say(SYSTEM, {"T.1": answer, "T.2": "partial"}, issue=f"{1:032x}")
    story.review(SYSTEM, "T.1", "assessed", "partial")
    story.accept(SYSTEM, "T.1", date(2026, 1, 1), date(2025, 9, 20))
    covers = [{"subject": SYSTEM, "control": "T.1"}]
    story.act("H1", date(2025, 9, 20), due="2025-12-01", covers=covers, what="Ret")
    story.act("H1", date(2025, 9, 21), due="2025-12-11", hours=3, reason="Venter")
    story.act("H1", date(2025, 9, 22), status="done")
    story.extend("p1", date(2025, 11, 1))
    more: dict[str, Any] = {
        "instead_of": [f"{1:032x}"],
        "answer_by": "2025-11-01",
        "part": "main",
    }
    story.issue(SYSTEM, "T.1", "T.2", **heir, **more)
    story.issue(SYSTEM, "T.1", occasion="due", edition=1)
    story.withdraw("owner:p1", date(2025, 9, 22))
    story.happens("transferred", "", {"from": "p1", "to": "p2", "on": "2025-09-22"})
    story.close(date(2025, 11, 1)).open("2026", *CONTROLS)
    story.issue("system:a2", "T.2", carried={"T.1": "2025"}, formerly="a")
    return story.say("system:a2", {"T.2": "met"}, issue=f"{19:032x}")


def places(said: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in JSON where something stands."""
    inner = said.items() if isinstance(said, dict) else enumerate(said)
    for name, value in inner:
        yield (*at, name)
        if isinstance(value, dict | list):
            yield from places(value, (*at, name))


def spoiled(said: Any, place: tuple[Any, ...], value: Any) -> Any:
    """The same JSON with another value in one place; LEFT_OUT leaves it out."""
    whole: Any = copy.deepcopy(said)
    *above, last = place
    inner = whole
    for name in above:
        inner = inner[name]
    if value is LEFT_OUT:
        del inner[last]
    else:
        inner[last] = value
    return whole


@pytest.mark.parametrize("part", ("payload", "personal"))
@pytest.mark.parametrize("number", range(len(everything().events)))
def test_nonsense_anywhere_in_an_event_is_refused_or_understood(
    number: int, part: str
) -> None:
    events = everything().events
    event = events[number]
    for place in places(getattr(event, part)):
        for value in NONSENSE:
            said = spoiled(getattr(event, part), place, value)
            altered = replace(event, **{part: said})
            refused_or_understood([*events[:number], altered, *events[number + 1 :]])
