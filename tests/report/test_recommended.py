"""What the Direktion is asked to decide: only what is still to be decided."""

from collections.abc import Iterator

import pytest

from secaudit.language import using
from secaudit.report.sections.recommended import recommended
from tests.report.acts import act, decide, material_of, short_of
from tests.sample_events import CRITICAL, Sample, control

JOURNAL = "system:journal/A.8.1"
PAPERS = "approves this report and the statement of applicability (appendix A)"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def points(sample: Sample, *notes: str) -> list[str]:
    return list(recommended(material_of(sample, *notes)))


def test_a_campaign_without_gaps_is_asked_to_approve_its_papers() -> None:
    assert points(short_of("met")) == [PAPERS]


def test_what_is_approved_is_not_asked_again() -> None:
    sample = decide(short_of("met"), approves=["report"])
    assert points(sample) == ["approves the statement of applicability (appendix A)"]
    assert points(decide(sample, approves=["soa"])) == []


def test_an_approval_that_was_taken_back_or_of_last_year_is_asked_again() -> None:
    sample = decide(short_of("met"), approves=["report", "soa"], decision="B1")
    sample.add("decision", "", {"takes_back": "B1", "on": "2026-10-20"})
    assert points(sample) == [PAPERS]
    sample = decide(short_of("met", campaign="2025"), approves=["report", "soa"])
    sample.open("2026").issue("system:journal", "A.8.1", facts=CRITICAL)
    sample.answer("system:journal", A_8_1="met")
    assert points(sample) == [PAPERS]


def test_the_plan_says_what_it_takes_and_of_how_many_that_is_not_stated() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    plan = "approves the plan of 1 action (section 14)"
    assert points(sample)[1:] == [plan]
    act(sample, "H2", JOURNAL, hours=1, cost=12_000)
    plan = "approves the plan of 2 actions (section 14)"
    assert points(sample)[1:] == [
        f"{plan}: 1 hour (1 not stated) and DKK 12,000 (1 not stated)"
    ]
    act(sample, "H1", hours=1_999)
    assert points(sample)[1:] == [f"{plan}: 2,000 hours and DKK 12,000 (1 not stated)"]


def test_a_plan_that_is_approved_or_done_is_not_asked_for() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    assert points(decide(sample, approves=["actions"])) == [PAPERS]
    sample = act(short_of("met"), "H1", JOURNAL, status="done")
    assert points(sample) == [PAPERS]


def test_urgent_gaps_that_no_action_covers_are_to_be_settled() -> None:
    sample = short_of("not-met", "not-met", "partial")
    assert points(sample)[1:] == [
        "decides who closes the 2 gaps in class A that no action covers (section 13)"
    ]
    act(sample, "H1", JOURNAL)
    assert points(sample)[-1] == (
        "decides who closes the 1 gap in class A that no action covers (section 13)"
    )
    act(sample, "H1", status="done")
    assert "the 2 gaps in class A" in points(sample)[-1]
    decide(sample, JOURNAL)
    assert "the 1 gap in class A" in points(sample)[-1]


def test_systems_without_an_owner_are_to_be_given_one() -> None:
    sample = Sample([control("A.8.1", "system", weight=1)]).open()
    sample.issue("system:a", "A.8.1", person=None)
    assert points(sample)[1:] == [
        "names an owner of the 1 system that has none (section 4)"
    ]
    sample.issue("system:b", "A.8.1", person=None)
    assert points(sample)[1:] == [
        "names owners of the 2 systems that have none (section 4)"
    ]


def test_measures_are_approved_only_where_the_law_is_in_the_catalogues() -> None:
    sample = short_of("met")
    assert not any("§ 7" in point for point in points(sample))
    sample.events[0].payload["catalogues"][0]["id"] = "nis2"
    asked = "approves the measures of NIS 2-loven § 7, stk. 1 (section 12)"
    assert points(sample)[-1] == asked
    assert asked not in points(decide(sample, approves=["measures"]))


def test_measures_that_were_approved_last_year_stay_approved() -> None:
    sample = decide(short_of("met", campaign="2025"), approves=["measures"])
    sample.open("2026").issue("system:journal", "A.8.1")
    sample.events[-2].payload["catalogues"][0]["id"] = "nis2"
    assert not any("§ 7" in point for point in points(sample))


def test_no_point_of_the_notes_is_lost() -> None:
    own = [f"point {number}" for number in range(1, 9)]
    assert points(short_of("met"), *own) == [PAPERS, *own]


def test_the_points_are_told_in_danish() -> None:
    with using("da"):
        assert points(short_of("not-met")) == [
            "godkender denne rapport og anvendelighedserklæringen (bilag A)",
            "beslutter, hvem der lukker det ene gab i klasse A, som ingen handling "
            "dækker (afsnit 13)",
        ]
