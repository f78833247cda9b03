"""The systems as a whole: what is not stated is neither in place nor missing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from secaudit.language import using
from secaudit.report.said.charts import Chart, Series
from secaudit.report.yearly.facts import is_fresh
from secaudit.report.yearly.status.systems import systems as section
from tests.report.acts import decide, material_of, short_of
from tests.sample_events import CRITICAL, ORDINARY, Sample, control

ASSESSED = "Systems with a risk assessment from the past year, by the inventory"
SILENT = "Systems whose owner has answered nothing"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def systems(*facts: dict[str, Any], **answers: str) -> Sample:
    """Systems S0, S1 and so on with these facts, the named ones answered."""
    sample = Sample([control("A.8.1", "system"), control("A.8.2", "system")]).open()
    for number, known in enumerate(facts):
        sample.issue(f"system:s{number}", "A.8.1", "A.8.2", facts=known)
    for id, status in answers.items():
        sample.answer(f"system:{id}", A_8_1=status)
    return sample


def facts(sample: Sample) -> dict[str, str]:
    return {row.name: row.value for row in section(material_of(sample)).facts}


def assessed(*days: str | None) -> str:
    known: list[dict[str, Any]] = [
        {"risk_assessment": {"on": day}} if day else {} for day in days
    ]
    found = facts(systems(*known))
    return found[ASSESSED]


def test_without_systems_there_is_nothing_to_say() -> None:
    sample = Sample([control("A.5.1", "organisation")]).open()
    sample.issue("organisation:proeve", "A.5.1")
    assert facts(sample) == {}
    assert section(material_of(sample)).chart == Chart("", (), ())


def test_a_system_without_an_owner_is_counted() -> None:
    sample = systems({}).issue("system:stray", "A.8.1", person=None)
    assert facts(sample)["Systems with an owner"] == "1 of 2"


def test_operations_may_answer_a_system_that_nobody_owns() -> None:
    sample = Sample([control("A.8.1", "system")]).open()
    sample.issue("system:a", "A.8.1", person="ops", owner=None)
    assert facts(sample)["Systems with an owner"] == "0 of 1"


def test_a_system_is_answered_when_every_question_is() -> None:
    sample = systems({}, {}, s0="met", s1="unknown")
    whole = "Systems where every question is answered"
    assert facts(sample)[whole] == "0 of 2"
    sample.answer("system:s1", A_8_2="not-applicable")
    assert facts(sample)[whole] == "1 of 2"


def test_systems_without_any_answer_are_named() -> None:
    assert facts(systems({}, s0="met"))[SILENT] == "0"
    assert facts(systems({}))[SILENT] == "1: S0"
    assert facts(systems({}, {}, {}, s1="unknown"))[SILENT] == "2: S0 and S2"
    every = facts(systems(*[{}] * 8))[SILENT]
    assert every == "8: S0, S1, S2, S3, S4, S5 and 2 more"


def test_what_operations_answer_does_not_speak_for_the_owner() -> None:
    sample = Sample([control("A.8.1", "system"), control("A.8.2", "system")]).open()
    sample.issue("system:a", "A.8.1", person="anna")
    sample.issue("system:a", "A.8.2", person="ops", owner="anna")
    sample.events[-1].payload["part"] = "operations"
    sample.answer("system:a", person="ops", A_8_2="met")
    assert facts(sample)[SILENT] == "1: A"


def test_a_system_that_was_taken_out_is_in_no_count() -> None:
    sample = systems({}, {}, s0="met")
    sample.add("withdrawn", "system:s1", {"on": "2026-10-01"})
    found = facts(sample)
    assert found["Systems with an owner"] == "1 of 1"
    assert found[SILENT] == "0"


def test_a_risk_assessment_is_of_the_past_year_to_the_day() -> None:
    assert assessed("2025-11-02") == "1 of 1"
    assert assessed("2025-11-01") == "0 of 1"
    assert assessed("2026-11-02") == "1 of 1"


def test_one_that_is_not_stated_or_only_to_come_is_told_apart() -> None:
    assert assessed(None, "2024-01-01", "2026-05-01") == "1 of 3 (1 not stated)"
    assert assessed("2026-11-03") == "0 of 1 (1 not stated)"
    undated = facts(systems({"risk_assessment": {"result": "Middel"}}))
    assert undated[ASSESSED] == ("0 of 1 (1 not stated)")


def test_a_leap_day_is_a_year_old_on_the_last_of_february() -> None:
    assert is_fresh(date(2024, 2, 29), date(2025, 2, 28))
    assert not is_fresh(date(2024, 2, 29), date(2025, 3, 1))


def test_the_chart_counts_each_system_once_by_its_worst_gap() -> None:
    sample = Sample([control("A.8.1", "system", weight=3)]).open()
    for id, known, status in (
        ("a", CRITICAL, "not-met"),
        ("b", CRITICAL, "met"),
        ("c", ORDINARY, "not-met"),
        ("d", {}, "not-met"),
    ):
        sample.issue(f"system:{id}", "A.8.1", facts=known)
        sample.answer(f"system:{id}", A_8_1=status)
    found = section(material_of(sample)).chart
    assert found.categories == ("Society-critical", "Other", "Not stated")
    assert found.series == (
        Series("Class A", (1, 0, 0)),
        Series("Class B", (0, 0, 1)),
        Series("Class C", (0, 1, 0)),
        Series("No open gap", (1, 0, 0)),
    )
    assert found.alt == (
        "Bar chart of 4 systems by criticality and the class of their most urgent gap. "
        "With a gap in class A: Society-critical 1, Other 0, Not stated 0."
    )


def test_the_chart_counts_an_inherited_gap_and_no_accepted_one() -> None:
    sample = Sample([control("A.8.5", "system", weight=3, inheritable=True)]).open()
    sample.issue("system:log-in", "A.8.5", facts=CRITICAL)
    sample.issue("system:a", inherited={"A.8.5": ["log-in"]}, facts=CRITICAL)
    sample.answer("system:log-in", A_8_5="not-met")
    assert section(material_of(sample)).chart.series[0].values == (2,)
    decide(sample, "system:log-in/A.8.5")
    found = section(material_of(sample)).chart
    assert [line.values for line in found.series] == [(0,), (0,), (0,), (2,)]


def test_the_systems_are_told_in_danish() -> None:
    with using("da"):
        found = facts(short_of("met"))
        alt = section(material_of(short_of("met"))).chart.alt
    assert found["Systemer med en ejer"] == "1 af 1"
    assert alt.startswith("Søjlediagram over 1 system efter kritikalitet")
