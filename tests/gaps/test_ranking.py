"""Priority, class and age of gaps: every sentence of the design on them."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from secaudit.gaps import Factors, Gap
from secaudit.steps.looking.gaps import as_json
from tests.story import SYSTEM, TODAY, Story, control, gap_of

WORST = {"criticality": "society-critical", "personal_data": ["sensitive"]}
LEAST = {"criticality": "other", "personal_data": ["none"]}


def gap(
    status: str = "not-met", weight: int = 1, facts: Any = None, **profile: Any
) -> Gap:
    """The gap of a system with one question; "" leaves it unanswered."""
    story = Story().open("2026", control("T.1", weight), **profile)
    story.issue(SYSTEM, "T.1", facts=LEAST if facts is None else facts)
    story.say(SYSTEM, {"T.1": status} if status else {})
    return gap_of(story.picture(), SYSTEM, "T.1")


# "Shortfall: not-met, unknown, unanswered 1; partial, overdue 1/2; inherited as its provider"


@pytest.mark.parametrize(
    ("status", "priority"),
    [("not-met", 1), ("unknown", 1), ("", 1), ("partial", 0.5)],
)
def test_shortfall_is_1_or_a_half(status: str, priority: float) -> None:
    assert gap(status).priority == priority


def test_the_shortfall_of_an_overdue_review_is_a_half() -> None:
    story = Story().open("2026", control("T.1", review_every_months=6))
    story.issue(SYSTEM, "T.1", facts=LEAST)
    story.say(SYSTEM, {"T.1": {"status": "met", "reviewed_on": "2026-01-01"}})
    assert gap_of(story.picture(), SYSTEM, "T.1").priority == 0.5


@pytest.mark.parametrize(("status", "priority"), [("met", 0.5), ("not-met", 1)])
def test_the_shortfall_of_a_returned_answer(status: str, priority: float) -> None:
    story = Story().open("2026", control("T.1")).issue(SYSTEM, "T.1", facts=LEAST)
    story.say(SYSTEM, {"T.1": status}).review(SYSTEM, "T.1", "returned")
    assert gap_of(story.picture(), SYSTEM, "T.1").priority == priority


@pytest.mark.parametrize(("status", "shortfall"), [("partial", 1), ("unknown", 2)])
def test_an_inherited_gap_has_the_shortfall_of_its_provider(
    status: str, shortfall: int
) -> None:
    story = Story().open("2026", control("T.1"))
    story.issue("system:service", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["service"]})
    story.say("system:service", {"T.1": status})
    assert gap_of(story.picture(), SYSTEM, "T.1").factors.shortfall == shortfall


# "Priority = shortfall x weight (1-3) x criticality x data, 0.5-27"


@pytest.mark.parametrize("weight", [1, 2, 3])
def test_priority_is_times_the_weight(weight: int) -> None:
    assert gap(weight=weight).priority == weight


@pytest.mark.parametrize(
    ("criticality", "factor"),
    [("society-critical", 3), ("business-critical", 2), ("other", 1), (None, 2)],
)
def test_priority_is_times_criticality_and_unknown_is_2(
    criticality: str | None, factor: int
) -> None:
    facts: dict[str, Any] = {"personal_data": ["none"]}
    if criticality:
        facts["criticality"] = criticality
    assert gap(facts=facts).factors.criticality == factor
    assert gap(facts=facts).priority == factor


@pytest.mark.parametrize(
    ("data", "factor"),
    [
        (["sensitive"], 3),
        (["criminal-offences"], 3),
        (["cpr"], 2),
        (["confidential"], 2),
        (["ordinary"], 1),
        (["none"], 1),
        (None, 2),
        (["ordinary", "cpr", "sensitive"], 3),
        (["confidential", "ordinary"], 2),
        (["criminal-offences", "none"], 3),
    ],
)
def test_priority_is_times_the_highest_kind_of_data_and_unknown_is_2(
    data: list[str] | None, factor: int
) -> None:
    facts: dict[str, Any] = {"criticality": "other"}
    if data:
        facts["personal_data"] = data
    assert gap(facts=facts).factors.data == factor
    assert gap(facts=facts).priority == factor


def test_the_highest_priority_is_27_and_the_lowest_a_half() -> None:
    assert gap("not-met", 3, WORST).priority == 27
    assert gap("partial", 1, LEAST).priority == 0.5


def test_the_factors_are_shown_wherever_the_number_is() -> None:
    story = Story().open("2026", control("T.1", 3)).issue(SYSTEM, "T.1", facts=WORST)
    [told] = as_json(story.say(SYSTEM, {"T.1": "partial"}).picture())["gaps"]
    assert told["priority"] == 13.5
    assert told["factors"] == {
        "shortfall": 0.5,
        "weight": 3,
        "criticality": 3,
        "data": 3,
        "systems": 1,
    }


# "class A from 18, B from 8, C below (thresholds in the profile)"


@pytest.mark.parametrize(
    ("weight", "criticality", "data", "letter"),
    [
        (3, "society-critical", "cpr", "A"),  # 18
        (2, "society-critical", "sensitive", "A"),  # 18
        (3, "business-critical", "cpr", "B"),  # 12
        (2, "business-critical", "cpr", "B"),  # 8
        (3, "business-critical", "none", "C"),  # 6
    ],
)
def test_class_a_is_from_18_and_b_from_8(
    weight: int, criticality: str, data: str, letter: str
) -> None:
    facts = {"criticality": criticality, "personal_data": [data]}
    assert gap("not-met", weight, facts).gap_class == letter


def test_a_half_below_a_bound_is_in_the_class_below() -> None:
    assert gap("partial", 3, WORST).priority == 13.5
    assert gap("partial", 3, WORST, classes={"a": 13, "b": 2}).gap_class == "A"
    assert gap("partial", 3, WORST, classes={"a": 14, "b": 13}).gap_class == "B"
    assert gap("partial", 3, WORST, classes={"a": 15, "b": 14}).gap_class == "C"


# "for owner, organisation and providers the highest factors among the systems concerned"


def owned() -> Story:
    kinds = ("system", "owner", "organisation", "employees")
    story = Story().open("2026", control("T.1", 1, *kinds))
    story.issue("system:a", "T.1", person="p1", facts=LEAST)
    business = {"criticality": "business-critical", "personal_data": ["none"]}
    story.issue("system:b", "T.1", person="p1", facts=business)
    sensitive = {"criticality": "other", "personal_data": ["sensitive"]}
    story.issue("system:c", "T.1", person="p1", facts=sensitive)
    critical = {"criticality": "society-critical", "personal_data": ["none"]}
    story.issue("system:d", "T.1", person="p2", facts=critical)
    story.issue("system:e", "T.1", person=None, facts=LEAST)
    for subject in ("owner:p1", "owner:p2", "organisation:org", "employees:org"):
        story.issue(subject, "T.1")
    return story


@pytest.mark.parametrize(
    ("subject", "criticality", "data", "systems"),
    [
        ("owner:p1", 2, 3, 3),
        ("owner:p2", 3, 1, 1),
        ("organisation:org", 3, 3, 5),
        ("employees:org", 3, 3, 5),
        ("system:a", 1, 1, 1),
    ],
)
def test_the_highest_factors_among_the_systems_concerned_with_their_number(
    subject: str, criticality: int, data: int, systems: int
) -> None:
    factors = gap_of(owned().picture(), subject, "T.1").factors
    assert factors == Factors(2, 1, criticality, data, systems)


def test_without_any_system_the_factors_are_unknown() -> None:
    story = Story().open("2026", control("T.1", 1, "organisation"))
    story.issue("organisation:org", "T.1")
    factors = gap_of(story.picture(), "organisation:org", "T.1").factors
    assert (factors.criticality, factors.data, factors.systems) == (2, 2, 0)


def test_an_owner_is_concerned_by_a_system_that_somebody_else_answers_for() -> None:
    story = Story().open("2026", control("T.1", 1, "system", "owner"))
    more = {"person": "p5", "part": "operations"}
    story.issue(SYSTEM, "T.1", facts=WORST, **more, owner="p1")
    story.issue("owner:p1", "T.1")
    factors = gap_of(story.picture(), "owner:p1", "T.1").factors
    assert (factors.criticality, factors.systems) == (3, 1)


def service(status: str = "not-met") -> Story:
    """A service of the least importance, a critical system and another that use it."""
    story = Story().open("2026", control("T.1"), control("T.2"))
    story.issue("system:service", "T.1", facts=LEAST, provides=["T.1"])
    story.issue("system:a", "T.2", facts=WORST, inherited={"T.1": ["service"]})
    story.issue("system:b", "T.2", facts=LEAST, inherited={"T.1": ["service"]})
    return story.say("system:service", {"T.1": status})


def test_a_providers_gap_has_the_highest_factors_of_those_behind_it() -> None:
    found = gap_of(service().picture(), "system:service", "T.1")
    assert found.factors == Factors(2, 1, 3, 3, 3)


# "There is one gap row per provider, with the number of systems behind it"


def test_there_is_one_gap_row_per_provider_with_the_systems_behind_it() -> None:
    picture = service().picture()
    rows = [row for row in picture.gaps if row.item.control.id == "T.1"]
    assert [row.item.subject.id for row in rows] == ["service"]
    assert [subject.id for subject in rows[0].behind] == ["a", "b"]
    told = [row for row in as_json(picture)["gaps"] if row["control"] == "T.1"]
    assert [row["inherited_by"] for row in told] == [["a", "b"]]


def test_each_system_behind_has_the_gap_among_its_own() -> None:
    picture = service().picture()
    subject = gap_of(picture, "system:a", "T.2").item.subject
    assert {g.item.control.id for g in picture.gaps_of(subject)} == {"T.1", "T.2"}
    assert gap_of(picture, "system:a", "T.1").factors == Factors(2, 1, 3, 3, 1)


def test_of_two_providers_each_that_has_a_gap_has_the_system_behind_it() -> None:
    story = Story().open("2026", control("T.1"))
    for name in ("x", "y"):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x", "y"]})
    story.say("system:x", {"T.1": "not-met"}).say("system:y", {"T.1": "partial"})
    assert len(gap_of(story.picture(), "system:x", "T.1").behind) == 1
    assert len(gap_of(story.picture(), "system:y", "T.1").behind) == 1
    assert gap_of(story.picture(), SYSTEM, "T.1").item.status == "not-met"


def test_a_provider_without_a_gap_has_nobody_behind_it() -> None:
    story = Story().open("2026", control("T.1"))
    for name in ("x", "y"):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x", "y"]})
    story.say("system:x", {"T.1": "not-met"}).say("system:y", {"T.1": "met"})
    assert len(gap_of(story.picture(), "system:x", "T.1").behind) == 1
    assert [gap.item.subject.id for gap in story.picture().gaps] == ["x"]


def test_what_a_provider_was_never_asked_is_unanswered_and_not_lost() -> None:
    story = Story().open("2026", control("T.1"), control("T.2"))
    story.issue("system:x", "T.2")
    story.issue(SYSTEM, "T.2", inherited={"T.1": ["x"]})
    assert gap_of(story.picture(), "system:x", "T.1").reason == "unanswered"
    assert gap_of(story.picture(), SYSTEM, "T.1").item.provider is not None


def test_a_provider_that_says_not_applicable_leaves_a_gap_behind_it() -> None:
    story = Story().open("2026", control("T.1"))
    story.issue("system:x", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x"]})
    story.say("system:x", {"T.1": "not-applicable"})
    assert gap_of(story.picture(), SYSTEM, "T.1").item.status == "unanswered"


# "Ties: age in years, control, subject"; "Legal duty is ... not a sort key"


def keys(story: Story) -> list[tuple[str, str]]:
    return [found.key for found in story.picture().gaps]


def test_gaps_come_most_urgent_first() -> None:
    story = Story().open("2026", *(control(f"T.{n}", n) for n in (1, 2, 3)))
    story.issue("system:a", "T.1", "T.2", "T.3", facts=LEAST)
    story.issue("system:b", "T.1", facts=WORST).issue("system:c", "T.2")
    story.say("system:a", {"T.3": "partial"})
    found = story.picture().gaps
    assert [g.priority for g in found] == [9, 8, 2, 1.5, 1]
    assert all(
        a.factors.priority_halves >= b.factors.priority_halves
        for a, b in pairwise(found)
    )


def test_ties_go_by_control_as_people_count_and_then_by_subject() -> None:
    story = Story().open("2026", control("A.5.10"), control("A.5.9"))
    for name in ("b", "a"):
        story.issue(f"system:{name}", "A.5.10", "A.5.9")
    assert keys(story) == [
        ("system:a", "A.5.9"),
        ("system:b", "A.5.9"),
        ("system:a", "A.5.10"),
        ("system:b", "A.5.10"),
    ]


def test_ties_go_by_age_before_control() -> None:
    controls = (control("T.1"), control("T.2"))
    story = Story().open("2025", *controls).issue(SYSTEM, "T.1", "T.2")
    story.say(SYSTEM, {"T.1": "met"}).open("2026", *controls)
    story.issue(SYSTEM, "T.1", "T.2")
    assert keys(story) == [(SYSTEM, "T.2"), (SYSTEM, "T.1")]


def test_a_duty_by_law_is_a_column_and_no_sort_key() -> None:
    story = Story().open("2026", control("T.1"), control("T.2", legal=True))
    story.issue(SYSTEM, "T.1", "T.2")
    assert keys(story) == [(SYSTEM, "T.1"), (SYSTEM, "T.2")]
    assert [row["legal"] for row in as_json(story.picture())["gaps"]] == [False, True]


# "accepted (it keeps its status in all figures, stands in a list of its own until its date)"


@pytest.mark.parametrize(
    ("until", "accepted"),
    [(date(2026, 9, 19), False), (TODAY, True), (date(2027, 9, 20), True)],
)
def test_an_accepted_gap_is_accepted_until_its_date(
    until: date, accepted: bool
) -> None:
    story = Story().open("2026", control("T.1"), control("T.2"))
    story.issue(SYSTEM, "T.1", "T.2").accept(SYSTEM, "T.1", until)
    picture = story.picture()
    found = gap_of(picture, SYSTEM, "T.1")
    assert (found.accepted is not None) == accepted
    assert (found in picture.open_gaps()) != accepted
    assert found in picture.gaps
    told = next(r for r in as_json(picture)["gaps"] if r["control"] == "T.1")
    assert told["accepted_until"] == (until.isoformat() if accepted else None)


def test_an_accepted_gap_keeps_its_status_in_all_figures() -> None:
    story = Story().open("2026", control("T.1")).issue(SYSTEM, "T.1")
    before = as_json(story.picture())["figures"]
    story.accept(SYSTEM, "T.1", date(2027, 1, 1))
    assert as_json(story.picture())["figures"] == before


def test_a_legal_duty_keeps_being_one_when_its_gap_is_accepted() -> None:
    story = Story().open("2026", control("T.1", legal=True)).issue(SYSTEM, "T.1")
    story.accept(SYSTEM, "T.1", date(2027, 1, 1))
    found = gap_of(story.picture(), SYSTEM, "T.1")
    assert found.legal
    assert found.accepted is not None
    assert found.accepted.until == date(2027, 1, 1)


def test_a_gap_accepted_at_the_provider_is_accepted_for_those_behind_it() -> None:
    story = service().accept("system:service", "T.1", date(2027, 1, 1))
    assert gap_of(story.picture(), "system:a", "T.1").accepted is not None
    assert gap_of(story.picture(), "system:a", "T.2").accepted is None


def test_the_latest_decision_on_a_gap_counts() -> None:
    story = Story().open("2026", control("T.1")).issue(SYSTEM, "T.1")
    story.accept(SYSTEM, "T.1", date(2027, 1, 1)).accept(SYSTEM, "T.1", TODAY)
    found = gap_of(story.picture(), SYSTEM, "T.1").accepted
    assert found is not None
    assert found.until == TODAY


# "Across years a gap is new, repeated (with how many years), or closed"


def years(*statuses: str, kind: str = "system") -> Story:
    """The same question in campaign after campaign, from 2023."""
    story = Story()
    for number, status in enumerate(statuses):
        year = str(2023 + number)
        story.open(year, control("T.1", 1, kind)).issue(f"{kind}:a", "T.1")
        story.say(f"{kind}:a", {"T.1": status} if status else {})
    return story


@pytest.mark.parametrize(
    ("statuses", "since", "age"),
    [
        (["not-met"], "2023", 1),
        (["met", "not-met"], "2024", 1),
        (["partial", "not-met"], "2023", 2),
        (["", "unknown", "partial"], "2023", 3),
        (["not-met", "met", "not-met"], "2025", 1),
        (["not-met", "met", "not-met", "not-met"], "2025", 2),
    ],
)
def test_a_gap_is_new_or_repeated_with_how_many_years(
    statuses: list[str], since: str, age: int
) -> None:
    found = gap_of(years(*statuses).picture(date(2030, 1, 1)), SYSTEM, "T.1")
    assert (found.since, found.years) == (since, age)


def test_a_gap_that_is_no_more_is_closed() -> None:
    assert years("not-met", "met").picture().closed == ((SYSTEM, "T.1"),)
    assert years("not-met", "partial").picture().closed == ()
    assert years("not-met", "met", "met").picture().closed == ()
    assert years("not-met").picture().closed == ()


def test_an_earlier_round_is_judged_on_its_last_day() -> None:
    story = Story().open("2025", control("T.1", review_every_months=6))
    story.issue(SYSTEM, "T.1")
    story.say(SYSTEM, {"T.1": {"status": "met", "reviewed_on": "2025-08-01"}})
    story.open("2026", control("T.1")).issue(SYSTEM, "T.1")
    found = gap_of(story.picture(), SYSTEM, "T.1")
    assert (found.since, found.years) == ("2026", 1)


def test_a_gap_keeps_its_identity_when_its_system_is_renamed() -> None:
    story = Story().open("2024", control("T.1")).issue("system:old", "T.1")
    story.open("2025", control("T.1")).issue("system:mid", "T.1", formerly="old")
    story.open("2026", control("T.1")).issue("system:new", "T.1", formerly="mid")
    picture = story.picture()
    found = gap_of(picture, "system:new", "T.1")
    assert (found.since, found.years) == ("2024", 3)
    assert picture.closed == ()


def test_a_gap_is_known_by_kind_subject_and_control() -> None:
    both = control("T.1", 1, "system", "owner")
    story = Story().open("2025", both).issue("system:a", "T.1").issue("owner:a", "T.1")
    story.say("owner:a", {"T.1": "met"})
    story.open("2026", both).issue("system:a", "T.1").issue("owner:a", "T.1")
    picture = story.picture()
    assert gap_of(picture, "system:a", "T.1").years == 2
    assert gap_of(picture, "owner:a", "T.1").years == 1


def test_an_inherited_gap_has_its_own_age() -> None:
    story = Story().open("2025", control("T.1")).issue(SYSTEM, "T.1")
    story.open("2026", control("T.1"))
    story.issue("system:service", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["service"]})
    picture = story.picture()
    assert gap_of(picture, "system:service", "T.1").years == 1
    assert gap_of(picture, SYSTEM, "T.1").years == 2


# Acceptance, reviews and names over the years


def test_a_provider_that_said_not_applicable_has_a_row_of_its_own() -> None:
    story = Story().open("2026", control("T.1"))
    story.issue("system:x", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x"]})
    story.say("system:x", {"T.1": "not-applicable"})
    assert gap_of(story.picture(), "system:x", "T.1").behind[0].key == SYSTEM


def test_an_inherited_gap_is_accepted_only_when_every_service_that_has_it_is() -> None:
    story = Story().open("2026", control("T.1"))
    for name in ("x", "y"):
        story.issue(f"system:{name}", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x", "y"]})
    story.say("system:x", {"T.1": "not-met"}).say("system:y", {"T.1": "unknown"})
    story.accept("system:y", "T.1", date(2030, 1, 1))
    assert gap_of(story.picture(), SYSTEM, "T.1").accepted is None
    story.accept("system:x", "T.1", date(2029, 1, 1))
    accepted = gap_of(story.picture(), SYSTEM, "T.1").accepted
    assert accepted is not None
    assert accepted.until == date(2029, 1, 1)


def test_a_gap_stays_accepted_until_its_date_in_the_campaigns_that_follow() -> None:
    story = Story().open("2025", control("T.1")).issue(SYSTEM, "T.1")
    story.say(SYSTEM, {"T.1": "not-met"}).accept(SYSTEM, "T.1", date(2027, 1, 1))
    story.open("2026", control("T.1")).issue(SYSTEM, "T.1")
    story.say(SYSTEM, {"T.1": "not-met"})
    assert gap_of(story.picture(date(2026, 12, 31)), SYSTEM, "T.1").accepted
    assert gap_of(story.picture(date(2027, 1, 2)), SYSTEM, "T.1").accepted is None


def test_a_system_that_takes_over_a_former_name_does_not_take_over_its_gaps() -> None:
    story = Story().open("2025", control("T.1")).issue("system:a", "T.1")
    story.say("system:a", {"T.1": "not-met"})
    story.open("2026", control("T.1")).issue("system:b", "T.1", formerly="a")
    story.issue("system:a", "T.1")
    story.say("system:b", {"T.1": "not-met"}).say("system:a", {"T.1": "not-met"})
    assert gap_of(story.picture(), "system:b", "T.1").years == 2
    assert gap_of(story.picture(), "system:a", "T.1").years == 1


def test_only_gaps_of_ones_own_are_told_as_closed() -> None:
    story = Story().open("2025", control("T.1"))
    story.issue("system:x", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x"]}).say("system:x", {"T.1": "not-met"})
    story.open("2026", control("T.1"))
    story.issue("system:x", "T.1", provides=["T.1"])
    story.issue(SYSTEM, inherited={"T.1": ["x"]}).say("system:x", {"T.1": "met"})
    assert story.picture().closed == (("system:x", "T.1"),)


def test_a_gap_nobody_is_asked_about_any_more_is_not_closed() -> None:
    story = Story().open("2025", control("T.1")).issue(SYSTEM, "T.1")
    story.say(SYSTEM, {"T.1": "not-met"})
    story.open("2026", control("T.1"), control("T.2")).issue(SYSTEM, "T.2")
    assert story.picture().closed == ()
