"""Figures: every sentence of the design on points, per cent and trends."""

import random
from collections.abc import Iterable
from typing import Any

import pytest

from secaudit.gaps import (
    Item,
    Ratio,
    figures,
    figures_as_json,
    trend,
    without_class_a,
)
from secaudit.steps.looking.gaps import as_json
from tests.story import SYSTEM, Story, control, gap_of, item_of


def asked(
    answers: Iterable[str], weights: Iterable[int] | None = None, **question: Any
) -> Story:
    """One system, asked a control for each answer; "" is no answer."""
    given = list(answers)
    weighed = list(weights or [1] * len(given))
    ids = [f"T.{n}" for n, _ in enumerate(given, 1)]
    pairs = zip(ids, weighed, strict=True)
    story = Story().open("2026", *(control(id, w, **question) for id, w in pairs))
    said = {id: status for id, status in zip(ids, given, strict=True) if status}
    return story.issue(SYSTEM, *ids).say(SYSTEM, said)


def items(
    answers: Iterable[str], weights: Iterable[int] | None = None, **question: Any
) -> tuple[Item, ...]:
    return asked(answers, weights, **question).picture().items


def met_of_all(answers: Iterable[str], weights: Iterable[int] | None = None) -> Ratio:
    found = figures(items(answers, weights)).met_of_all
    assert found is not None
    return found


# "Points: met 2, partial 1, else 0 (half-points), times the control's weight"


@pytest.mark.parametrize(
    ("status", "points"),
    [("met", 2), ("partial", 1), ("not-met", 0), ("unknown", 0), ("", 0)],
)
def test_points_are_met_2_partial_1_else_0(status: str, points: int) -> None:
    assert met_of_all([status]) == Ratio(points, 2)


def test_points_are_times_the_weight_of_the_control() -> None:
    assert met_of_all(["met", "partial", "not-met"], [1, 2, 3]) == Ratio(4, 12)
    assert met_of_all(["not-met", "partial", "met"], [1, 2, 3]) == Ratio(8, 12)


def test_figures_are_exact_integers() -> None:
    found = met_of_all(["met"] * 7 + ["partial"] * 2)
    assert (type(found.part), type(found.whole)) == (int, int)
    assert found == Ratio(16, 18)


# "per cent is 100*n//d, so 199 of 200 is 99 %"


@pytest.mark.parametrize(
    ("part", "whole", "percent", "decimal"),
    [
        (199, 200, 99, 0.995),
        (29, 100, 29, 0.29),
        (57, 100, 57, 0.57),
        (1999, 2000, 99, 0.9995),
        (199_999, 200_000, 99, 0.9999),
        (2, 3, 66, 0.6666),
        (1, 3, 33, 0.3333),
        (0, 7, 0, 0.0),
        (7, 7, 100, 1.0),
    ],
)
def test_ratios_are_rounded_down(
    part: int, whole: int, percent: int, decimal: float
) -> None:
    assert Ratio(part, whole).percent == percent
    assert Ratio(part, whole).decimal == decimal


def test_no_ratio_is_ever_rounded_up_or_written_with_more_than_four_decimals() -> None:
    for whole in range(1, 250):
        for part in range(whole + 1):
            ratio = Ratio(part, whole)
            assert ratio.percent * whole <= 100 * part < (ratio.percent + 1) * whole
            thousandths = round(ratio.decimal * 10_000)
            assert ratio.decimal == float(f"{ratio.decimal:.4f}")
            assert thousandths * whole <= 10_000 * part < (thousandths + 1) * whole


def test_199_of_200_met_is_99_per_cent() -> None:
    found = figures(items(["met"] * 199 + ["not-met"]))
    assert found.met_of_all is not None
    assert found.met_of_all.percent == 99
    assert figures_as_json(found)["met_of_all"] == 0.995


def test_29_of_100_met_is_29_per_cent() -> None:
    found = figures(items(["met"] * 29 + ["not-met"] * 71))
    assert found.met_of_all is not None
    assert found.met_of_all.percent == 29
    assert figures_as_json(found)["met_of_all"] == 0.29


# "Not-applicable leaves the denominator; unanswered and unknown stay in it"


def test_not_applicable_leaves_the_denominator_at_once_where_it_is_free() -> None:
    found = figures(items(["met", "not-applicable"], not_applicable="free"))
    assert found.met_of_all == Ratio(2, 2)
    assert found.answered == Ratio(1, 1)
    assert found.counts["not-applicable"] == 1


def test_not_applicable_with_review_stays_until_it_is_reviewed() -> None:
    found = figures(items(["met", "not-applicable"], not_applicable="review"))
    assert found.met_of_all == Ratio(2, 4)
    assert found.answered == Ratio(2, 2)


@pytest.mark.parametrize(
    ("outcome", "status", "whole"),
    [
        ("agreed", None, 2),
        ("assessed", "not-applicable", 2),
        ("returned", None, 4),
        ("assessed", "not-met", 4),
    ],
)
def test_not_applicable_with_review_leaves_only_when_a_reviewer_agreed(
    outcome: str, status: str | None, whole: int
) -> None:
    story = asked(["met", "not-applicable"], not_applicable="review")
    story.review(SYSTEM, "T.2", outcome, status)
    assert figures(story.picture().items).met_of_all == Ratio(2, whole)


def test_a_reviewed_word_that_was_said_again_must_be_reviewed_again() -> None:
    story = asked(["met", "not-applicable"], not_applicable="review")
    story.review(SYSTEM, "T.2", "agreed").say(SYSTEM, {"T.2": "not-applicable"})
    assert figures(story.picture().items).met_of_all == Ratio(2, 4)


def test_a_reviewer_may_assess_an_answer_as_not_applicable() -> None:
    story = asked(["met", "partial"]).review(
        SYSTEM, "T.2", "assessed", "not-applicable"
    )
    assert figures(story.picture().items).met_of_all == Ratio(2, 2)


def test_what_never_is_not_applicable_never_leaves_the_denominator() -> None:
    story = asked(["met", "not-applicable"], not_applicable="never")
    story.review(SYSTEM, "T.2", "agreed")
    assert figures(story.picture().items).met_of_all == Ratio(2, 4)


def test_unanswered_and_unknown_stay_in_the_denominator() -> None:
    found = figures(items(["met", "unknown", ""], [1, 2, 3]))
    assert found.met_of_all == Ratio(2, 12)


# "Nothing applicable is a dash, and null in JSON"


@pytest.mark.parametrize("answers", [[], ["not-applicable", "not-applicable"]])
def test_nothing_applicable_is_none_and_null(answers: list[str]) -> None:
    found = figures(items(answers, not_applicable="free"))
    assert (found.answered, found.met_of_answered, found.met_of_all) == (None,) * 3
    told = figures_as_json(found)
    assert [told[name] for name in ("answered", "met_of_answered", "met_of_all")] == [
        None
    ] * 3


def test_nothing_answered_has_no_share_met_of_answered_but_one_met_of_all() -> None:
    found = figures(items(["", ""]))
    assert found.answered == Ratio(0, 2)
    assert found.met_of_answered is None
    assert found.met_of_all == Ratio(0, 4)


# "Figures are never summed across kinds of subject"


def test_figures_are_never_summed_across_kinds_of_subject() -> None:
    kinds = ("system", "owner", "organisation", "employees")
    story = Story().open("2026", control("T.1", 2, *kinds))
    for kind in kinds:
        story.issue(f"{kind}:x", "T.1")
    story.say("system:x", {"T.1": "met"}).say("owner:x", {"T.1": "not-met"})
    told = as_json(story.picture())["figures"]
    assert list(told) == list(kinds)
    assert [told[kind]["overall"]["met_of_all"] for kind in kinds] == [1.0, 0.0, 0, 0]
    assert [told[kind]["overall"]["met"] for kind in kinds] == [1, 0, 0, 0]


# "Three numbers stand together: share answered, met of answered, met of all"


def test_three_numbers_stand_together_with_the_counts_of_each_status() -> None:
    answers = ["met", "partial", "not-met", "unknown", "", "not-applicable"]
    found = figures(items(answers, [3, 2, 1, 2, 1, 3], not_applicable="free"))
    assert figures_as_json(found) == {
        "answered": 0.8,
        "met_of_answered": 0.5,
        "met_of_all": 0.4444,
        "met": 1,
        "partial": 1,
        "not-met": 1,
        "unknown": 1,
        "unanswered": 1,
        "not-applicable": 1,
    }


def test_the_share_answered_counts_questions_not_weights() -> None:
    assert figures(items(["met", ""], [3, 1])).answered == Ratio(1, 2)


def test_unknown_is_an_answer() -> None:
    found = figures(items(["unknown", "met"]))
    assert found.answered == Ratio(2, 2)
    assert found.met_of_answered == Ratio(2, 4)


def test_the_order_of_questions_changes_no_figure() -> None:
    answers = ["met", "partial", "not-met", "unknown", "", "not-applicable"] * 3
    found = list(items(answers, [1, 2, 3] * 6))
    before = figures(found)
    random.Random(8).shuffle(found)  # noqa: S311 the same every time
    assert figures(found) == before


# "a trend compares only the same subjects and controls in both years, and gives n"


def two_years(**second: Any) -> Story:
    controls = [control(f"T.{n}", n) for n in (1, 2, 3)]
    story = Story().open("2025", *controls).issue(SYSTEM, "T.1", "T.2")
    story.say(SYSTEM, {"T.1": "met", "T.2": "not-met"})
    story.open("2026", *controls).issue(SYSTEM, "T.2", "T.3", **second)
    return story.say(SYSTEM, {"T.2": "met", "T.3": "not-met"})


def earlier(story: Story) -> tuple[Item, ...]:
    last = max(n for n, e in enumerate(story.events) if e.kind == "campaign-opened")
    return Story(story.events[:last], "2025").picture().items


def test_a_trend_compares_only_the_same_subjects_and_controls() -> None:
    story = two_years()
    found = trend(earlier(story), story.picture().items)
    assert (found.then, found.now) == (Ratio(0, 4), Ratio(4, 4))
    assert found.questions == 1


def test_a_trend_leaves_out_a_subject_that_only_one_year_has() -> None:
    story = two_years().issue("system:b", "T.2").say("system:b", {"T.2": "not-met"})
    found = trend(earlier(story), story.picture().items)
    assert (found.now, found.questions) == (Ratio(4, 4), 1)


def test_a_trend_of_nothing_in_common_has_no_numbers() -> None:
    story = two_years()
    found = trend((), story.picture().items)
    assert (found.then, found.now, found.questions) == (None, None, 0)


def test_a_trend_knows_a_system_by_its_former_name() -> None:
    controls = [control("T.1")]
    story = Story().open("2025", *controls).issue("system:old", "T.1")
    story.say("system:old", {"T.1": "partial"})
    story.open("2026", *controls).issue("system:new", "T.1", formerly="old")
    found = trend(
        earlier(story), story.say("system:new", {"T.1": "met"}).picture().items
    )
    assert (found.then, found.now, found.questions) == (Ratio(1, 2), Ratio(2, 2), 1)


# "The headline of page 1 is a count: x af y samfundskritiske systemer uden gab i klasse A"


CRITICAL = {"criticality": "society-critical", "personal_data": ["sensitive"]}


def critical(*names: str) -> Story:
    story = Story().open("2026", control("T.1", 3), control("T.2", 1))
    for name in names:
        story.issue(f"system:{name}", "T.1", "T.2", facts=CRITICAL)
        story.say(f"system:{name}", {"T.1": "met", "T.2": "met"})
    return story


def test_the_headline_counts_systems_without_a_gap_in_class_a() -> None:
    story = critical("a", "b", "c").say("system:a", {"T.1": "not-met"})
    story.say("system:b", {"T.2": "not-met"})
    assert gap_of(story.picture(), "system:b", "T.2").gap_class == "B"
    assert without_class_a(story.picture(), "society-critical") == Ratio(2, 3)


def test_the_headline_counts_only_systems_of_that_criticality() -> None:
    story = critical("a")
    story.issue("system:b", "T.1", facts={"criticality": "business-critical"})
    story.issue("system:c", "T.1")
    assert without_class_a(story.picture(), "society-critical") == Ratio(1, 1)
    assert without_class_a(story.picture(), "other") is None


def test_the_headline_counts_inherited_gaps() -> None:
    story = critical("a", "b")
    story.issue("system:service", "T.1", provides=["T.1"])
    story.issue("system:c", "T.2", facts=CRITICAL, inherited={"T.1": ["service"]})
    story.say("system:c", {"T.2": "met"}).say("system:service", {"T.1": "not-met"})
    assert gap_of(story.picture(), "system:c", "T.1").gap_class == "A"
    assert without_class_a(story.picture(), "society-critical") == Ratio(2, 3)


def test_a_system_that_only_inherits_is_counted_too() -> None:
    story = critical("a").issue("system:service", "T.1", provides=["T.1"])
    story.issue("system:c", facts=CRITICAL, inherited={"T.1": ["service"]})
    assert without_class_a(story.picture(), "society-critical") == Ratio(1, 2)


# Inherited answers


def test_an_inherited_answer_counts_for_the_system_but_not_again_in_theme_figures() -> (
    None
):
    story = Story().open(
        "2026", control("T.1", 2, theme="T.A"), control("U.1", theme="U")
    )
    story.issue("system:service", "T.1", provides=["T.1"])
    story.issue(SYSTEM, "U.1", inherited={"T.1": ["service"]})
    story.say("system:service", {"T.1": "partial"}).say(SYSTEM, {"U.1": "met"})
    picture = story.picture()
    own = [item for item in picture.items if item.subject.key == SYSTEM]
    assert figures(own).met_of_all == Ratio(2 + 2, 2 + 4)
    told = as_json(picture)["figures"]["system"]
    assert list(told["themes"]) == ["T.A", "U"]
    assert told["themes"]["T.A"]["partial"] == 1
    assert told["overall"]["partial"] == 1


def test_unanswered_and_unknown_are_inherited() -> None:
    story = Story().open("2026", control("T.1"))
    story.issue("system:service", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["service"]})
    assert item_of(story.picture(), SYSTEM, "T.1").status == "unanswered"
    story.say("system:service", {"T.1": "unknown"})
    assert item_of(story.picture(), SYSTEM, "T.1").status == "unknown"


@pytest.mark.parametrize(
    ("first", "second", "worst"),
    [
        ("met", "not-met", "not-met"),
        ("not-met", "met", "not-met"),
        ("partial", "met", "partial"),
        ("partial", "unknown", "unknown"),
        ("", "partial", "unanswered"),
        ("met", "met", "met"),
    ],
)
def test_of_several_providers_the_worst_counts(
    first: str, second: str, worst: str
) -> None:
    story = Story().open("2026", control("T.1"))
    for name, status in (("x", first), ("y", second)):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
        story.say(f"system:{name}", {"T.1": status} if status else {})
    story.issue(SYSTEM, inherited={"T.1": ["x", "y"]})
    assert item_of(story.picture(), SYSTEM, "T.1").status == worst


@pytest.mark.parametrize("partly", ["x", "y"])
def test_partly_met_is_worse_than_met_with_an_overdue_review(partly: str) -> None:
    story = Story().open("2026", control("T.1", review_every_months=6))
    for name in ("x", "y"):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
        status = "partial" if name == partly else "met"
        answer = {"status": status, "reviewed_on": "2025-01-01"}
        story.say(f"system:{name}", {"T.1": answer})
    story.issue(SYSTEM, inherited={"T.1": ["x", "y"]})
    assert item_of(story.picture(), SYSTEM, "T.1").status == "partial"
