"""Year against year, as the report shows it."""

from collections.abc import Iterator

import pytest

from secaudit.language import using
from secaudit.report.said.charts import Chart
from secaudit.report.yearly.status.years import AgeRow, YearRow, years
from tests.report.acts import decide, material_of, short_of, told
from tests.sample_events import CRITICAL, Sample, control


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def rows(sample: Sample) -> list[YearRow]:
    return list(years(material_of(sample)).rows)


def drawn(sample: Sample) -> Chart:
    return years(material_of(sample)).chart


def two_themes() -> Sample:
    sample = Sample([control("A.8.1", "system"), control("B.1.1", "system")])
    for campaign, status in (("2025", "not-met"), ("2026", "met")):
        sample.open(campaign).issue("system:a", "A.8.1", "B.1.1", facts=CRITICAL)
        sample.answer("system:a", A_8_1=status, B_1_1="met")
    return sample


def closed(sample: Sample) -> str:
    return years(material_of(sample)).closed


def test_a_first_campaign_tells_nothing_of_other_years() -> None:
    sample = short_of("not-met")
    assert rows(sample) == []
    assert drawn(sample) == Chart("", (), ())
    assert years(material_of(sample)).ages == ()
    assert closed(sample) == ""


def test_each_theme_is_a_row_and_all_of_them_the_last() -> None:
    assert rows(two_themes()) == [
        YearRow("A.8 Theme A.8", 1, ("0 %", "100 %")),
        YearRow("B.1 Theme B.1", 1, ("100 %", "100 %")),
        YearRow("All", 2, ("50 %", "100 %")),
    ]


def test_a_single_theme_is_not_told_twice() -> None:
    sample = told(short_of("not-met", campaign="2025").open("2026"), "met")
    assert [row.theme for row in rows(sample)] == ["A.8 Theme A.8"]
    assert [line.name for line in drawn(sample).series] == ["A.8 Theme A.8"]


def test_the_chart_holds_the_numbers_of_the_table() -> None:
    sample = two_themes()
    lines = {line.name: line.values for line in drawn(sample).series}
    table = {row.theme: row.values for row in rows(sample)}
    assert {
        name: tuple(f"{value} %" for value in values) for name, values in lines.items()
    } == table
    assert drawn(sample).alt == (
        "Line chart of met of all, year by year. All themes: 2025 50 %, 2026 100 %. "
        "The table holds the numbers."
    )


def test_a_year_in_which_nothing_was_applicable_is_a_dash_and_no_point() -> None:
    sample = Sample([control("A.8.1", "system", not_applicable="free")])
    for campaign, status in (("2025", "not-applicable"), ("2026", "met")):
        told(sample.open(campaign), status)
    assert rows(sample)[0].values == ("–", "100 %")
    assert drawn(sample).series[0].values == (None, 100)


def test_open_gaps_stand_by_how_many_campaigns_in_a_row_they_were_found() -> None:
    sample = short_of("not-met", "met", "met", "met", campaign="2023")
    for campaign, statuses in (
        ("2024", ("not-met", "met", "not-met", "met")),
        ("2025", ("not-met", "not-met", "met", "met")),
        ("2026", ("not-met", "partial", "not-met", "partial")),
    ):
        told(sample.open(campaign), *statuses)
    assert years(material_of(sample)).ages == (
        AgeRow("New", 1, 1, 0, 2),
        AgeRow("Second year", 0, 1, 0, 1),
        AgeRow("Third year or more", 1, 0, 0, 1),
    )


def test_an_age_that_no_gap_has_is_no_row_and_an_accepted_gap_is_not_open() -> None:
    sample = short_of("not-met", campaign="2025")
    told(sample.open("2026"), "not-met")
    assert years(material_of(sample)).ages == (AgeRow("Second year", 1, 0, 0, 1),)
    decide(sample, "system:journal/A.8.1")
    assert years(material_of(sample)).ages == ()


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (("met", "met"), "0 gaps of 2025 were closed."),
        (("not-met", "met"), "1 gap of 2025 was closed."),
        (("not-met", ""), "2 gaps of 2025 were closed."),
    ],
)
def test_closed_gaps_are_counted(then: tuple[str, str], said: str) -> None:
    sample = short_of(*then, campaign="2025")
    assert closed(told(sample.open("2026"), "met", "met")) == said


def test_the_gap_of_a_service_is_closed_once_and_of_a_system_taken_out_never() -> None:
    sample = Sample([control("A.8.5", "system", inheritable=True)])
    for campaign, status in (("2025", "not-met"), ("2026", "met")):
        sample.open(campaign).issue("system:log-in", "A.8.5", facts=CRITICAL)
        for id in ("a", "b"):
            sample.issue(f"system:{id}", inherited={"A.8.5": ["log-in"]})
        sample.answer("system:log-in", A_8_5=status)
    assert closed(sample) == "1 gap of 2025 was closed."
    sample = told(short_of("not-met", campaign="2025").open("2026"), "met")
    sample.add("withdrawn", "system:journal", {"on": "2026-10-20"})
    assert closed(sample) == "0 gaps of 2025 were closed."


def test_years_are_told_in_danish() -> None:
    sample = told(short_of("not-met", campaign="2025").open("2026"), "met")
    with using("da"):
        assert closed(sample) == "1 gab fra 2025 er lukket."
