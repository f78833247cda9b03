"""Two campaigns beside each other: on the same questions only."""

from datetime import date

import pytest

from secaudit.campaign import fold
from secaudit.gaps import Ratio, picture
from secaudit.gaps.comparison import Comparison, Fate, comparison
from tests.story import SYSTEM, TODAY, Story, control

CONTROLS = (
    control("T.1"),
    control("T.2", 3),
    control("T.3"),
    control("U.1", theme="U"),
)
IDS = ("T.1", "T.2", "T.3", "U.1")


def year(
    story: Story,
    id: str,
    subjects: dict[str, dict[str, str]],
    formerly: str | None = None,
) -> Story:
    """A campaign in which each of `subjects` is asked what it answers; "" is no answer."""
    story.open(id, *CONTROLS)
    for subject, answers in subjects.items():
        story.issue(subject, *answers, formerly=formerly)
        said = {control: status for control, status in answers.items() if status}
        story.say(subject, said)
    return story


def compared(story: Story, then: str, now: str, on: date = TODAY) -> Comparison:
    """Two campaigns of a story; the later one on a day."""
    campaigns = list(fold(story.events).values())
    ids = [campaign.id for campaign in campaigns]
    first, last = ids.index(then), ids.index(now)
    return comparison(
        campaigns[first : last + 1],
        picture(campaigns[: first + 1], campaigns[first].last_day),
        picture(campaigns[: last + 1], on),
    )


def two(then: dict[str, str], now: dict[str, str]) -> Comparison:
    """One system that answers in both campaigns."""
    story = year(Story(), "2025", {SYSTEM: then})
    return compared(year(story, "2026", {SYSTEM: now}), "2025", "2026")


def named(fates: tuple[Fate, ...]) -> list[str]:
    """The controls of gaps."""
    return [fate.gap.item.control.id for fate in fates]


def test_a_gap_is_new_repeated_or_closed() -> None:
    found = two(
        {"T.1": "met", "T.2": "partial", "T.3": "not-met"},
        {"T.1": "partial", "T.2": "partial", "T.3": "met"},
    )
    assert named(found.new) == ["T.1"]
    assert named(found.repeated) == ["T.2"]
    assert named(found.closed) == ["T.3"]
    assert found.repeated[0].gap.years == 2


def test_a_question_that_is_asked_in_one_campaign_only_is_neither_new_nor_closed() -> (
    None
):
    found = two({"T.1": "met", "T.2": "not-met"}, {"T.1": "met", "T.3": "not-met"})
    assert (found.new, found.repeated, found.closed) == ((), (), ())
    assert (named(found.gone), named(found.first_asked)) == (["T.2"], ["T.3"])
    assert found.only == (1, 1)
    assert found.figures["system"].every.questions == 1


def test_figures_are_of_the_same_questions_by_kind_and_theme() -> None:
    found = two(
        {"T.1": "not-met", "T.2": "met", "U.1": "met"},
        {"T.1": "met", "T.3": "not-met", "U.1": "partial"},
    ).figures["system"]
    assert (found.every.then, found.every.now) == (Ratio(2, 4), Ratio(3, 4))
    assert found.every.questions == 2
    assert found.themes["T"].now == Ratio(2, 2)
    assert found.themes["U"].now == Ratio(1, 2)


def test_a_kind_without_a_question_in_common_has_no_ratio() -> None:
    figures = two({"T.1": "met"}, {"T.2": "met"}).figures["system"]
    assert (figures.every.questions, figures.every.then, figures.every.now) == (
        0,
        None,
        None,
    )
    assert figures.themes == {}


def test_what_is_not_applicable_has_no_ratio() -> None:
    controls = [control("T.1", not_applicable="free")]
    story = Story()
    for id in ("2025", "2026"):
        story.open(id, *controls).issue(SYSTEM, "T.1")
        story.say(SYSTEM, {"T.1": "not-applicable"})
    trend = compared(story, "2025", "2026").figures["system"].every
    assert (trend.questions, trend.then, trend.now) == (1, None, None)


@pytest.mark.parametrize(
    ("then", "now", "course"),
    [
        ("not-met", "partial", "better"),
        ("unknown", "met", "better"),
        ("", "partial", "better"),
        ("met", "partial", "worse"),
        ("partial", "", "worse"),
        ("met", "met", "same"),
        ("", "not-met", "otherwise"),
        ("unknown", "not-met", "otherwise"),
        ("not-applicable", "met", "otherwise"),
        ("met", "not-applicable", "otherwise"),
    ],
)
def test_an_answer_is_better_or_worse_where_it_is_worth_more_or_fewer_points(
    then: str, now: str, course: str
) -> None:
    assert [p.course for p in two({"T.1": then}, {"T.1": now}).pairs] == [course]


def test_a_renamed_system_is_the_same() -> None:
    story = year(Story(), "2025", {"system:old": {"T.1": "not-met", "T.2": "met"}})
    answers = {"T.1": "not-met", "T.2": "not-met"}
    story = year(story, "2026", {"system:new": answers}, formerly="old")
    found = compared(story, "2025", "2026")
    assert named(found.repeated) == ["T.1"]
    assert named(found.new) == ["T.2"]
    assert (found.came, found.went) == ((), ())
    assert found.names == {"system:old": "system:new"}
    assert found.figures["system"].every.questions == 2


def test_a_name_is_followed_through_a_campaign_between() -> None:
    story = year(Story(), "2024", {"system:old": {"T.1": "not-met"}})
    story = year(story, "2025", {"system:new": {"T.1": "not-met"}}, formerly="old")
    story.open("2026", *CONTROLS).issue("system:newest", "T.1", formerly="new")
    found = compared(story.say("system:newest", {"T.1": "met"}), "2024", "2026")
    assert named(found.closed) == ["T.1"]
    assert found.closed[0].subject.id == "newest"


def test_campaigns_that_are_no_neighbours_are_compared_by_their_own_answers() -> None:
    story = Story()
    for id, status in (("2024", "not-met"), ("2025", "met"), ("2026", "not-met")):
        story = year(story, id, {SYSTEM: {"T.1": status}})
    found = compared(story, "2024", "2026")
    assert named(found.repeated) == ["T.1"]
    assert (found.repeated[0].gap.since, found.repeated[0].gap.years) == ("2026", 1)
    assert named(compared(story, "2024", "2025", date(2025, 10, 1)).closed) == ["T.1"]


def test_subjects_come_and_go() -> None:
    story = year(Story(), "2025", {SYSTEM: {"T.1": "met"}, "system:b": {"T.1": "met"}})
    story = year(story, "2026", {SYSTEM: {"T.1": "met"}, "owner:p2": {}})
    story.issue("system:c", "T.1")
    found = compared(story, "2025", "2026")
    assert [subject.id for subject in found.came] == ["c"]
    assert [subject.id for subject in found.went] == ["b"]
    assert named(found.first_asked) == ["T.1"]


def test_a_kind_that_was_asked_in_the_first_campaign_only_keeps_its_figures() -> None:
    story = year(Story(), "2025", {SYSTEM: {"T.1": "met"}})
    story.open("2026", control("T.1", 1, "owner")).issue("owner:p1", "T.1")
    found = compared(story.say("owner:p1", {"T.1": "met"}), "2025", "2026").figures
    assert list(found) == ["system", "owner"]
    for kind in found.values():
        assert (kind.every.questions, kind.every.then, kind.every.now) == (
            0,
            None,
            None,
        )


def test_a_gap_that_was_asked_about_in_one_campaign_only_has_no_course() -> None:
    found = two({"T.1": "not-met"}, {"T.2": "not-met"})
    assert [fate.course for fate in (*found.gone, *found.first_asked)] == [None, None]


def test_every_gap_of_either_campaign_has_one_fate() -> None:
    story = year(
        Story(),
        "2025",
        {
            SYSTEM: {"T.1": "not-met", "T.2": "", "T.3": "met"},
            "system:b": {"T.1": "partial", "U.1": "not-met"},
        },
    )
    story = year(
        story,
        "2026",
        {SYSTEM: {"T.1": "met", "T.2": "", "T.3": ""}, "system:c": {"T.1": "not-met"}},
    )
    found = compared(story, "2025", "2026")
    then = (*found.closed, *found.repeated, *found.gone)
    now = (*found.new, *found.repeated, *found.first_asked)
    assert len(then) == len(found.then.gaps) == 4
    assert len(now) == len(found.now.gaps) == 3


def test_a_gap_that_a_common_service_has_now_is_repeated_not_closed() -> None:
    story = year(Story(), "2025", {SYSTEM: {"T.1": "not-met"}})
    story.open("2026", *CONTROLS)
    story.issue("system:s", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["s"]}).say("system:s", {"T.1": "not-met"})
    found = compared(story, "2025", "2026")
    assert found.closed == ()
    assert [fate.subject.key for fate in found.repeated] == [SYSTEM]
    assert [fate.subject.key for fate in found.first_asked] == ["system:s"]
    assert found.figures["system"].every.questions == 0
