"""The action plan: right in number, and never more certain than what is stated."""

from collections.abc import Iterator
from datetime import date

import pytest

from secaudit.campaign import fold
from secaudit.gaps import picture
from secaudit.language import using
from secaudit.report.yearly.gaps.plan import ActionRow, plan
from secaudit.report.yearly.material import Material
from tests.report.acts import act, decide, material_of, short_of
from tests.sample_events import CRITICAL, HEAD, ON, Sample, control

JOURNAL = "system:journal/A.8.1"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def row(sample: Sample) -> ActionRow:
    (only,) = plan(material_of(sample)).actions
    return only


def said(sample: Sample) -> str:
    return plan(material_of(sample)).said


def test_no_action_is_said_plainly() -> None:
    sample = short_of("not-met")
    assert said(sample) == "No action is adopted and still to be done."
    assert plan(material_of(sample)).actions == ()
    assert plan(material_of(sample)).chart.alt == ""


def test_one_action_is_said_in_the_singular() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    assert said(sample) == (
        "1 action is still to be done; none is overdue. "
        "1 of 1 open gap has an action that is still to be done."
    )


def test_many_actions_are_said_in_the_plural() -> None:
    sample = act(short_of("not-met", "partial"), "H1", JOURNAL, due=date(2026, 10, 1))
    act(sample, "H2", JOURNAL, due=date(2026, 10, 2))
    act(sample, "H3", JOURNAL)
    assert said(sample) == (
        "3 actions are still to be done; 2 are overdue. "
        "1 of 2 open gaps have an action that is still to be done."
    )


def test_an_action_without_an_open_gap_says_nothing_of_gaps() -> None:
    sample = act(short_of("met"), "H1", JOURNAL, due=date(2026, 10, 1))
    assert said(sample) == "1 action is still to be done; 1 is overdue."


def test_an_action_is_not_overdue_on_the_day_itself() -> None:
    assert row(act(short_of("not-met"), "H1", JOURNAL, due=ON)).status == "not started"
    yesterday = date(2026, 11, 1)
    late = act(short_of("not-met"), "H1", JOURNAL, due=yesterday, status="started")
    assert row(late).status == "overdue"


def test_what_is_not_stated_of_an_action_is_a_dash_and_never_nought() -> None:
    found = row(act(short_of("not-met"), "H1", JOURNAL))
    assert (found.responsible, found.effort) == ("–", "–")
    assert found.what == "(text deleted)"


def test_an_action_that_was_moved_twice_says_so_and_from_when() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL, due=date(2026, 10, 1))
    act(sample, "H1", due=date(2026, 11, 1))
    assert row(sample).moved == "moved once; the first date was 1 October 2026"
    act(sample, "H1", due=date(2026, 12, 1))
    assert row(sample).moved == "moved 2 times; the first date was 1 October 2026"
    assert row(sample).due == "1 December 2026"


def test_those_due_first_stand_first_and_the_tenth_after_the_ninth() -> None:
    sample = short_of("not-met")
    for number in range(1, 12):
        act(sample, f"H{number}", JOURNAL)
    act(sample, "H12", JOURNAL, due=date(2026, 11, 3))
    ids = [action.id for action in material_of(sample).planned]
    assert ids == ["H12", *(f"H{number}" for number in range(1, 12))]


def test_an_action_of_one_place_names_it_and_one_of_many_counts_them() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    assert row(sample).covers == "A.8.1: Journal"
    sample = act(short_of("not-met"), "H1", JOURNAL, "system:other/A.8.1")
    assert row(sample).covers == "A.8.1 in 2 places"
    every = [f"system:journal/A.8.{n}" for n in range(1, 7)]
    found = row(act(short_of(*["not-met"] * 6), "H1", *every))
    assert found.covers == "A.8.1, A.8.2, A.8.3, A.8.4 and 2 more: Journal"


def test_an_owners_duties_are_told_from_a_system_of_the_same_name() -> None:
    sample = Sample([control("A.8.1", "owner")]).open()
    sample.issue("owner:anna", "A.8.1", name="Anna Holm")
    assert row(act(sample, "H1", "owner:anna/A.8.1")).covers == (
        "A.8.1: Anna Holm, own duties"
    )


def test_a_gap_of_a_system_that_was_taken_out_is_not_called_closed() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    sample.add("withdrawn", "system:journal", {"on": "2026-10-20"})
    found = row(sample)
    assert found.remaining == "0 of 1 (1 not asked about now)"
    assert found.covers == "A.8.1: Journal"


def test_gaps_closed_are_counted_of_those_covered() -> None:
    sample = short_of("met", "partial", "not-met")
    every = [f"system:journal/A.8.{n}" for n in (1, 2, 3)]
    assert row(act(sample, "H1", *every)).remaining == "1 of 3"


def test_a_gap_that_a_decision_lets_stand_is_not_closed() -> None:
    sample = decide(act(short_of("not-met"), "H1", JOURNAL), JOURNAL)
    assert row(sample).remaining == "0 of 1"


def test_an_action_at_a_common_service_helps_those_who_inherit_its_gap() -> None:
    sample = Sample([control("A.8.5", "system", inheritable=True)]).open()
    sample.issue("system:journal", inherited={"A.8.5": ["log-in"]}, facts=CRITICAL)
    sample.issue("system:log-in", "A.8.5", facts=CRITICAL)
    sample.answer("system:log-in", A_8_5="not-met")
    act(sample, "H1", "system:log-in/A.8.5", "system:journal/A.8.5")
    assert said(sample).endswith(
        "1 of 1 open gap has an action that is still to be done."
    )
    assert row(sample).remaining == "0 of 2"
    assert material_of(sample).bare == ()


def test_an_action_follows_a_system_to_its_new_name() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    sample.issue("system:care", "A.8.1", facts=CRITICAL, name="Care")
    sample.events[-1].payload["formerly"] = "journal"
    found = row(sample)
    assert (found.covers, found.remaining) == ("A.8.1: Care", "0 of 1")


def test_the_plan_of_an_earlier_campaign_holds_nothing_of_a_later_one() -> None:
    sample = act(short_of("not-met", campaign="2025"), "H1", JOURNAL)
    sample.add("campaign-closed", "", {"on": "2025-10-15"})
    sample.open("2026")
    act(sample, "H2", JOURNAL)
    first = [fold(sample.events)["2025"]]
    found = Material(picture(first, ON), None, HEAD, "1")
    assert [row.id for row in plan(found).actions] == ["H1"]


def test_the_chart_shows_what_ended_since_the_campaign_before_and_no_more() -> None:
    sample = act(short_of("not-met", campaign="2025"), "H1", JOURNAL, status="planned")
    act(sample, "H1", on="2026-09-01", status="done")
    act(sample, "H2", JOURNAL)
    act(sample, "H2", on="2026-09-02", status="done")
    sample.open("2026").issue("system:journal", "A.8.1", facts=CRITICAL)
    act(sample, "H3", JOURNAL, due=date(2026, 10, 1))
    found = plan(material_of(sample)).chart
    assert found.alt == (
        "Bar chart of the actions by status. "
        "Not started: 0, Under way: 0, Overdue: 1, Done: 1."
    )
    assert found.series[0].values == (0, 0, 1, 1)


def test_dropped_actions_are_drawn_only_where_there_are_some() -> None:
    sample = act(short_of("not-met"), "H1", JOURNAL)
    assert len(plan(material_of(sample)).chart.categories) == 4
    act(sample, "H1", status="dropped")
    assert plan(material_of(sample)).chart.categories[-1] == "Dropped"


def test_the_plan_is_told_in_danish() -> None:
    sample = act(short_of("not-met", "partial"), "H1", JOURNAL, hours=1, cost=5_000)
    with using("da"):
        assert row(sample).status == "ikke startet"
