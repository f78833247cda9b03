"""What may happen in a few years, told by chance: stories for hypothesis to choose from."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from secaudit.campaign import Campaign, Issue, Key, fold
from secaudit.questionnaire import STATUSES
from tests.story import Story, control

CONTROLS = (
    control("T.1", 2),
    control("T.2", 3, review_every_months=6, legal=True),
    control("T.3", 1, inheritable=True, not_applicable="free"),
    control("T.4", 1, "owner"),
    control("T.5", 2, "organisation"),
)
ASKED = {
    "system:a": ("p1", "T.1", "T.2"),
    "system:b": ("p2", "T.1", "T.2"),
    "system:service": ("p3", "T.1", "T.3"),
    "owner:p1": ("p1", "T.4"),
    "organisation:org": ("p3", "T.5"),
}
CRITICALITIES = ("society-critical", "business-critical", "other")
LAST_YEAR = 2027
Draw = Callable[..., Any]
"""Takes a strategy, and gives what chance makes of it."""
Move = Callable[[Draw, Story], None]


@composite
def stories(draw: DrawFn, *moves: Move, most: int = 14) -> Story:
    """What may happen in a few years, each event one that the steps could have made."""
    story = Story()
    open_next(draw, story)
    go_on(draw, story, moves or MOVES, most)
    return story


def go_on(draw: Draw, story: Story, moves: Iterable[Move], most: int = 14) -> None:
    """More of it."""
    for move in draw(st.lists(st.sampled_from(list(moves)), max_size=most)):
        move(draw, story)


def open_next(draw: Draw, story: Story) -> None:
    """Open the next campaign and issue its forms, with what is carried from the one before."""
    year = int(story.year or 2024) + 1
    if year > LAST_YEAR:
        return
    before = story.campaign() if story.year else None
    story.open(str(year), *CONTROLS, classes={"a": 8, "b": 3})
    for subject, (person, *questions) in ASKED.items():
        was = latest_name(subject, before)
        more: dict[str, Any] = {"carried": carried(draw, was, before)}
        left = [id for id in questions if id not in more["carried"]]
        if subject in ("system:a", "system:b"):
            more["inherited"] = {"T.3": ["service"]}
        if subject == "system:a" and before and draw(st.booleans()):
            more["formerly"] = was.removeprefix("system:")
            was = f"system:a-{year}"
        issue(draw, story, was, person, left, **more)


def latest_name(subject: str, campaign: Campaign | None) -> str:
    """What a system is called that may have changed its name."""
    if subject != "system:a" or campaign is None:
        return subject
    names = [issue.subject.key for issue in campaign.issues]
    return [name for name in names if name.startswith("system:a")][-1]


def carried(draw: Draw, subject: str, before: Campaign | None) -> dict[str, str]:
    """What is not asked again: some of what was said in the campaign before."""
    if before is None or not subject.startswith("system:"):
        return {}
    said = [
        id
        for (name, id), word in before.words.items()
        if name == subject and word.campaign == before.id
    ]
    return {id: before.id for id in said if draw(st.booleans())}


def issue(
    draw: Draw,
    story: Story,
    subject: str,
    person: str,
    questions: list[str],
    **more: Any,
) -> None:
    """Issue a form, with some facts."""
    facts: dict[str, Any] = {}
    if subject.startswith("system:"):
        facts["criticality"] = draw(st.sampled_from(CRITICALITIES))
    provides = {"provides": ["T.3"]} if subject == "system:service" else {}
    story.issue(subject, *questions, person=person, facts=facts, **provides, **more)


def some_day(draw: Draw, year: str) -> date:
    """A day from the campaign's first on."""
    days: int = draw(st.integers(0, 90))
    return date(int(year), 9, 1) + timedelta(days)


def some_answers(draw: Draw, form: Issue) -> dict[str, Any]:
    """Answers to some of the questions of a form."""
    asked = sorted(form.form.questions)
    chosen = draw(st.lists(st.sampled_from(asked), min_size=1, unique=True))
    provided = form.subject.id == "service"
    words = [s for s in STATUSES if not (provided and s == "not-applicable")]
    said = {id: {"status": draw(st.sampled_from(words))} for id in chosen}
    reviewed = date(int(form.form.campaign), 9, 1) - timedelta(
        draw(st.integers(0, 400))
    )
    return {id: a | {"reviewed_on": reviewed.isoformat()} for id, a in said.items()}


def answer(draw: Draw, story: Story) -> None:
    """Somebody answers a form of any campaign: one that is closed takes it apart."""
    campaigns = fold(story.events)
    campaign = campaigns[draw(st.sampled_from(list(campaigns)))]
    forms = [f for f in campaign.issues if not f.superseded and f.form.questions]
    if forms:
        form = draw(st.sampled_from(forms))
        story.say(
            form.subject.key,
            some_answers(draw, form),
            some_day(draw, campaign.id),
            campaign.id,
            issue=form.id,
            person=form.form.person,
        )


def review(draw: Draw, story: Story) -> None:
    """The officer says something of an answer, carried ones among them."""
    campaign = story.campaign()
    there = {issue.subject.key for issue in campaign.current()}
    said = sorted(key for key in campaign.words if key[0] in there)
    if campaign.closed_on or not said:
        return
    subject, control = draw(st.sampled_from(said))
    outcome = draw(st.sampled_from(("agreed", "returned", "assessed")))
    assessed = draw(st.sampled_from(STATUSES)) if outcome == "assessed" else None
    story.review(subject, control, outcome, assessed)


def decide(draw: Draw, story: Story) -> None:
    """A gap may stand until a day; also once the campaign is closed."""
    key = some_gap(draw, story)
    if key:
        on = some_day(draw, story.year)
        story.accept(*key, on + timedelta(draw(st.integers(0, 500))), on)


def act(draw: Draw, story: Story) -> None:
    """An action is added, or moved, or done."""
    key, on = some_gap(draw, story), some_day(draw, story.year)
    known = story.campaign().actions
    if known and draw(st.booleans()):
        told = ({"due": on.isoformat()}, {"status": "done"}, {"status": "dropped"})
        story.act(draw(st.sampled_from(known)).id, on, **draw(st.sampled_from(told)))
    elif key:
        covers = [{"subject": key[0], "control": key[1]}]
        story.act(f"H{len(known) + 1}", on, due=on.isoformat(), covers=covers, what="X")


def some_gap(draw: Draw, story: Story) -> Key | None:
    found = story.picture(some_day(draw, story.year)).gaps
    keys = [gap.key for gap in found]
    key: Key | None = draw(st.sampled_from(keys)) if keys else None
    return key


def withdraw(draw: Draw, story: Story) -> None:
    """A system or an owner is taken out; a common service cannot be."""
    campaign = story.campaign()
    there = [
        i.subject for i in campaign.current() if i.subject.id not in ("service", "org")
    ]
    if there and not campaign.closed_on:
        story.withdraw(draw(st.sampled_from(there)).key, some_day(draw, story.year))


def issue_again(draw: Draw, story: Story) -> None:
    """A form about other facts, or to another person, takes the place of one."""
    campaign = story.campaign()
    forms = [f for f in campaign.current() if f.subject.kind == "system"]
    if not forms or campaign.closed_on:
        return
    old = draw(st.sampled_from(forms))
    person = draw(st.sampled_from(("p1", "p2", "p4")))
    form = old.form
    more: dict[str, Any] = {
        "inherited": {id: list(by) for id, by in form.inherited.items()}
    }
    more |= {"carried": form.carried, "instead_of": [old.id]}
    issue(draw, story, old.subject.key, person, list(form.questions), **more)


def rename(draw: Draw, story: Story) -> None:
    """A system is called something else from one day to the next."""
    campaign = story.campaign()
    was = latest_name("system:a", campaign)
    old = [form for form in campaign.current() if form.subject.key == was]
    if old and not campaign.closed_on:
        now, form = f"system:a-{len(story.events)}", old[-1].form
        more: dict[str, Any] = {"formerly": was.removeprefix("system:")}
        more |= {"carried": form.carried, "inherited": {"T.3": ["service"]}}
        issue(draw, story, now, "p1", list(form.questions), **more)


def issue_small(draw: Draw, story: Story) -> None:
    """A form for a few questions stands beside the others, also once all is closed."""
    forms = [f for f in story.campaign().current() if f.form.questions]
    if forms:
        form = draw(st.sampled_from(forms))
        asked = draw(st.sampled_from(sorted(form.form.questions)))
        why = draw(st.sampled_from(("due", "returned")))
        person = form.form.person or "p1"
        issue(draw, story, form.subject.key, person, [asked], occasion=why)


def extend(draw: Draw, story: Story) -> None:
    """Somebody is given more time."""
    if not story.campaign().closed_on:
        story.extend("p1", some_day(draw, story.year))


def close(draw: Draw, story: Story) -> None:
    """The earliest campaign that is open ends."""
    still_open = [c.id for c in fold(story.events).values() if not c.closed_on]
    if still_open:
        story.close(some_day(draw, still_open[0]), still_open[0])


MOVES: tuple[Move, ...] = (
    *(answer, answer, answer, review, review, decide, act, withdraw, issue_again),
    *(issue_small, rename, extend, close, open_next),
)
