"""What became of last year's actions and decisions: nothing better than it is."""

from collections.abc import Iterator
from datetime import date

import pytest

from secaudit.language import using
from secaudit.report.yearly.since_last.followup import DecisionRow, Followup, followup
from tests.report.acts import act, decide, material_of, short_of, told
from tests.sample_events import CRITICAL, Sample

JOURNAL = "system:journal/A.8.1"
ALL = tuple(f"system:journal/A.8.{n}" for n in (1, 2, 3))


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def year_before(*statuses: str) -> Sample:
    return short_of(*(statuses or ("not-met",)), campaign="2025")


def year_after(sample: Sample, *statuses: str) -> Sample:
    sample.add("campaign-closed", "", {"on": "2025-10-31"})
    return told(sample.open("2026"), *(statuses or ("not-met",)))


def followed(sample: Sample) -> Followup:
    return followup(material_of(sample))


def said(sample: Sample) -> str:
    return followed(sample).said


def ids(sample: Sample) -> list[str]:
    return [row.id for row in followed(sample).actions]


def decided(sample: Sample) -> DecisionRow:
    (only,) = followed(sample).decisions
    return only


def test_a_first_campaign_has_nothing_to_follow_up() -> None:
    sample = decide(act(short_of("not-met"), "H1", JOURNAL), JOURNAL)
    assert said(sample) == ""
    assert ids(sample) == []
    assert followed(sample).decisions == ()


def test_actions_of_this_campaign_are_none_of_the_earlier() -> None:
    sample = act(year_after(year_before()), "H1", JOURNAL)
    assert said(sample) == ""


def test_one_action_is_told_in_the_singular() -> None:
    sample = year_after(act(year_before(), "H1", JOURNAL, status="done"))
    assert said(sample) == "1 earlier action: 1 done."


def test_actions_are_counted_by_what_became_of_them() -> None:
    sample = year_before()
    for number in range(1, 6):
        act(sample, f"H{number}", JOURNAL)
    act(sample, "H6", JOURNAL, due=date(2026, 5, 1))
    year_after(sample)
    act(sample, "H1", status="done")
    act(sample, "H2", status="done")
    act(sample, "H3", status="dropped")
    assert said(sample) == (
        "6 earlier actions: 2 done, 1 overdue, 2 to be done later and 1 dropped."
    )
    assert ids(sample) == ["H6", "H4", "H5", "H1", "H2", "H3"]


def test_an_action_due_on_the_day_is_not_overdue() -> None:
    sample = year_after(act(year_before(), "H1", JOURNAL, due=date(2026, 11, 2)))
    assert said(sample) == "1 earlier action: 1 to be done later."


def test_how_often_dates_were_moved_is_told() -> None:
    sample = act(year_before(), "H1", JOURNAL)
    act(sample, "H1", due=date(2027, 7, 1))
    assert said(year_after(sample)).endswith("The date of 1 was moved, 1 time in all.")
    act(sample, "H1", due=date(2027, 8, 1))
    assert said(sample).endswith("The date of 1 was moved, 2 times in all.")


def test_what_was_left_of_two_years_ago_is_told_and_what_was_done_is_not() -> None:
    sample = short_of("not-met", campaign="2024")
    act(sample, "H1", JOURNAL)
    act(sample, "H2", JOURNAL, on="2024-12-01", status="done")
    told(sample.open("2025"), "not-met")
    act(sample, "H3", JOURNAL, status="done")
    assert ids(year_after(sample)) == ["H1", "H3"]


def test_an_action_of_a_later_campaign_is_no_earlier_one() -> None:
    sample = year_after(act(year_before(), "H1", JOURNAL))
    sample.campaign = "2027"
    act(sample, "H2", JOURNAL)
    assert ids(sample) == ["H1"]


def test_a_decision_of_last_year_tells_when_by_whom_and_what() -> None:
    sample = year_before()
    decide(sample, approves=["report", "soa"], case="2025-77", decision="B1")
    found = decided(year_after(sample))
    assert (found.id, found.on, found.by) == ("B1", "5 October 2025", "Direktionen")
    assert (found.text, found.case) == ("–", "2025-77")
    assert found.outcome == "Approved: the report and the statement of applicability"


def test_a_decision_that_was_taken_back_says_only_that() -> None:
    sample = decide(year_before(), JOURNAL, decision="B1")
    sample.add("decision", "", {"takes_back": "B1", "on": "2025-10-20"})
    assert decided(year_after(sample)).outcome == "Withdrawn 20 October 2025"


def test_an_accepted_gap_that_stands_says_until_when() -> None:
    sample = year_after(decide(year_before(), JOURNAL))
    assert decided(sample).outcome == "Accepts 1 gap; 1 has until 31 December 2027"


def test_a_decision_that_is_partly_closed_and_partly_expired_says_both() -> None:
    sample = decide(year_before("not-met", "not-met", "not-met"), *ALL)
    accepts = sample.events[-1].payload["accepts"]
    accepts[0]["until"] = "2030-01-01"
    accepts[1]["until"] = "2026-11-01"
    accepts[2]["until"] = "2026-11-02"
    assert decided(year_after(sample, "met", "not-met", "not-met")).outcome == (
        "Accepts 3 gaps; 1 is closed; 1 is overdue; 1 has until 2 November 2026"
    )


def test_a_duty_by_law_is_taken_note_of_and_never_let_stand() -> None:
    sample = year_after(decide(year_before(), JOURNAL, legal=True))
    assert decided(sample).outcome == (
        "Takes note that 1 duty by law is not met; 1 has until 31 December 2027"
    )


def test_the_gap_of_a_renamed_system_is_not_called_closed() -> None:
    sample = decide(year_before(), JOURNAL)
    sample.add("campaign-closed", "", {"on": "2025-10-31"})
    sample.open("2026").issue("system:care", "A.8.1", facts=CRITICAL, name="Care")
    sample.events[-1].payload["formerly"] = "journal"
    sample.answer("system:care", A_8_1="not-met")
    assert decided(sample).outcome == "Accepts 1 gap; 1 has until 31 December 2027"


def test_the_gap_of_a_system_that_was_taken_out_is_not_called_closed() -> None:
    sample = year_after(decide(year_before(), JOURNAL))
    sample.add("withdrawn", "system:journal", {"on": "2026-10-20"})
    assert decided(sample).outcome == "Accepts 1 gap; 1 is not asked about now"


def test_a_gap_accepted_two_years_ago_is_told_while_it_holds() -> None:
    sample = decide(short_of("not-met", campaign="2024"), JOURNAL, decision="B1")
    told(sample.open("2025"), "not-met")
    assert decided(year_after(sample)).id == "B1"


@pytest.mark.parametrize("until", ["2026-08-31", "2025-01-01"])
def test_one_that_had_ended_when_the_campaign_began_is_not(until: str) -> None:
    sample = decide(short_of("not-met", campaign="2024"), JOURNAL, until=until)
    told(sample.open("2025"), "not-met")
    assert followed(year_after(sample)).decisions == ()


def test_nor_is_one_that_was_taken_back_before_it_began() -> None:
    sample = decide(short_of("not-met", campaign="2024"), JOURNAL, decision="B1")
    told(sample.open("2025"), "not-met")
    sample.add("decision", "", {"takes_back": "B1", "on": "2025-10-20"})
    assert followed(year_after(sample)).decisions == ()


def test_a_decision_of_this_or_a_later_campaign_is_no_earlier_one() -> None:
    sample = decide(year_after(year_before()), JOURNAL)
    sample.campaign = "2027"
    decide(sample, JOURNAL)
    assert followed(sample).decisions == ()


def test_a_gap_accepted_at_a_common_service_is_followed_there() -> None:
    sample = decide(year_before(), JOURNAL)
    sample.add("campaign-closed", "", {"on": "2025-10-31"}).open("2026")
    sample.issue("system:journal", inherited={"A.8.1": ["log-in"]}, facts=CRITICAL)
    sample.issue("system:log-in", "A.8.1").answer("system:log-in", A_8_1="not-met")
    assert decided(sample).outcome == "Accepts 1 gap; 1 has until 31 December 2027"
