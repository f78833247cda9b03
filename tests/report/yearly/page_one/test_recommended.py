"""What the Direktion is asked to decide: only what is still to be decided."""

from collections.abc import Iterator

import pytest

from secaudit.language import using
from secaudit.report.yearly.page_one.recommended import recommended
from tests.report.acts import act, decide, material_of, short_of
from tests.sample_events import CRITICAL, Sample, control

JOURNAL = "system:journal/A.8.1"
PAPERS = "approve this report and the statement of applicability (appendix A)"


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
    assert points(sample) == ["approve the statement of applicability (appendix A)"]
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
    plan = "approve the plan of 1 action (section 14)"
    assert points(sample)[1:] == [plan]
    act(sample, "H2", JOURNAL, hours=1, cost=12_000)
    plan = "approve the plan of 2 actions (section 14)"
    assert points(sample)[1:] == [
        f"{plan}: 1 hour (not stated for 1) and DKK 12,000 (not stated for 1)"
    ]
    act(sample, "H1", hours=1_999)
    assert points(sample)[1:] == [
        f"{plan}: 2,000 hours and DKK 12,000 (not stated for 1)"
    ]


def test_a_plan_that_is_approved_or_done_is_not_asked_for() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    assert points(decide(sample, approves=["actions"])) == [PAPERS]
    sample = act(short_of("met"), "H1", JOURNAL, status="done")
    assert points(sample) == [PAPERS]


def test_urgent_gaps_that_no_action_covers_are_to_be_settled() -> None:
    sample = short_of("not-met", "not-met", "not-met", "partial")
    assert points(sample)[1:] == [
        "decide who closes 3 gaps in class A without an action (section 13)"
    ]
    act(sample, "H1", JOURNAL)
    assert points(sample)[-1] == (
        "decide who closes A.8.2 in Journal and A.8.3 in Journal (section 13)"
    )
    act(sample, "H1", status="done")
    assert "3 gaps in class A" in points(sample)[-1]
    decide(sample, JOURNAL)
    assert "closes A.8.2 in Journal and A.8.3" in points(sample)[-1]


def test_the_duties_of_an_owner_are_called_theirs() -> None:
    sample = Sample([control("A.8.1", "owner")])
    sample.open(classes={"a": 1, "b": 1}).issue("owner:anna", "A.8.1", name="Anna Holm")
    sample.answer("owner:anna", A_8_1="not-met")
    assert points(sample)[-1] == (
        "decide who closes A.8.1 in Anna Holm, own duties (section 13)"
    )


def test_those_who_answered_nothing_are_asked_to_and_their_gaps_not_told_twice() -> (
    None
):
    assert points(short_of(""))[1:] == [
        "ask Anna Holm to answer the 1 question put to them (section 4)"
    ]
    assert points(short_of("", ""))[1:] == [
        "ask Anna Holm to answer the 2 questions put to them (section 4)"
    ]


def test_systems_without_an_owner_are_to_be_given_one() -> None:
    sample = Sample([control("A.8.1", "system", weight=1)]).open()
    said = []
    for id in ("a", "b", "c"):
        sample.issue(f"system:{id}", "A.8.1", person=None)
        said += points(sample)[1:]
    assert said == [
        "name who is to own A (section 4)",
        "name who is to own A and B (section 4)",
        "name who is to own 3 systems (section 4)",
    ]


def test_what_may_stand_for_less_than_a_year_is_to_be_decided_anew() -> None:
    def last(*untils: str) -> str:
        sample = short_of("not-met", "not-met")
        for number, until in enumerate(untils, 1):
            decide(sample, f"system:journal/A.8.{number}", until=until)
        return points(sample)[-1]

    assert last("2026-11-02", "2027-11-03") == (
        "decide anew on A.8.1 in Journal: the deadline is 2 November 2026 (section 15)"
    )
    assert last("2027-11-02", "2027-01-31").endswith(
        "the first deadline is 31 January 2027 (section 15)"
    )
    assert "anew" not in last("2027-11-03", "2028-01-01")
    assert "anew" not in last("2026-11-01", "2026-11-01")


def test_measures_are_approved_only_where_the_law_is_in_the_catalogues() -> None:
    sample = short_of("met")
    assert not any("§ 7" in point for point in points(sample))
    sample.events[0].payload["catalogues"][0]["id"] = "nis2"
    asked = "approve the measures of the NIS 2 Act § 7(1) (section 12)"
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
        assert points(short_of("met")) == [
            "godkender denne rapport og anvendelighedserklæringen (SoA, bilag A)"
        ]
