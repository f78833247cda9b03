"""The forvaltninger: nobody's gaps stand at another's door, and none is counted twice."""

from collections.abc import Iterator
from typing import Any

import pytest

from secaudit.language import using
from secaudit.report.yearly.appendices.departments import departments
from secaudit.report.yearly.status.heat import Heat, heat
from tests.report.acts import material_of
from tests.sample_events import CRITICAL, Sample, control

UNITS: list[dict[str, Any]] = [
    {"id": "soc", "name": "Social"},
    {"id": "home", "name": "Hjemmepleje", "parent": "soc"},
    {"id": "night", "name": "Nathold", "parent": "home"},
    {"id": "tech", "name": "Teknik", "parent": "gone"},
]


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def municipality(
    *controls: dict[str, Any], units: Any = UNITS, year: str = "2026"
) -> Sample:
    sample = Sample([*controls] or [control("A.8.1", "system", "owner")]).open(year)
    sample.events[0].payload["departments"] = units
    return sample


def system(sample: Sample, id: str, unit: str | None, status: str = "") -> None:
    facts = {**CRITICAL, **({"department": unit} if unit else {})}
    sample.issue(f"system:{id}", "A.8.1", facts=facts)
    if status:
        sample.answer(f"system:{id}", A_8_1=status)


def test_a_system_stands_at_the_highest_department_above_it() -> None:
    sample = municipality()
    for id, unit in (("a", "night"), ("b", "home"), ("c", "soc"), ("d", "tech")):
        system(sample, id, unit, "met")
    rows = departments(material_of(sample))
    assert [(r.department, r.systems) for r in rows] == [("Social", 3), ("Teknik", 1)]


@pytest.mark.parametrize("unit", [None, "unheard-of"])
def test_what_nobody_is_known_to_own_stands_last_and_says_so(unit: str | None) -> None:
    sample = municipality()
    system(sample, "a", unit, "met")
    system(sample, "z", "tech", "met")
    names = [row.department for row in heat(material_of(sample)).rows]
    assert names == ["Teknik", "Department not stated"]


def test_departments_that_are_each_others_parents_are_nowhere() -> None:
    units = [
        {"id": "a", "name": "A", "parent": "b"},
        {"id": "b", "name": "B", "parent": "a"},
        {"id": "c", "name": "C", "parent": "c"},
        {"id": "d", "name": "D", "parent": "a"},
    ]
    sample = municipality(units=units)
    for unit in "abcd":
        system(sample, unit, unit, "met")
    (row,) = departments(material_of(sample))
    assert (row.department, row.systems) == ("Department not stated", 4)


def test_owners_own_duties_are_a_row_of_their_own() -> None:
    sample = municipality()
    system(sample, "a", "soc", "met")
    sample.issue("owner:anna", "A.8.1", name="Anna Holm")
    sample.events[-1].payload["department"] = "home"
    rows = departments(material_of(sample))
    assert [(r.department, r.met_of_all) for r in rows] == [
        ("Social", "100 %"),
        ("Social: system owners' own duties", "0 %"),
    ]


def test_a_share_is_rounded_down_and_nothing_applicable_is_a_dash() -> None:
    sample = municipality(control("A.8.1", "system", not_applicable="free"))
    for number in range(100):
        system(sample, f"s{number}", "soc", "partial" if number == 0 else "met")
    system(sample, "t", "tech", "not-applicable")
    social, technical = heat(material_of(sample)).rows
    assert [cell.said for cell in social.cells] == ["99 % high", "99 % high"]
    assert [(c.said, c.level) for c in technical.cells] == [("–", "none")] * 2


@pytest.mark.parametrize(
    ("met", "word"), [(4, "80 % high"), (3, "60 % middle"), (2, "40 % low")]
)
def test_the_word_follows_the_share(met: int, word: str) -> None:
    sample = municipality()
    for number in range(5):
        system(sample, f"s{number}", "soc", "met" if number < met else "not-met")
    (row,) = heat(material_of(sample)).rows
    assert row.cells[-1].said == word


def test_a_theme_that_a_department_is_not_asked_about_is_a_dash() -> None:
    sample = municipality(control("A.8.1", "system"), control("B.1.1", "system"))
    system(sample, "a", "soc", "met")
    facts = {"department": "tech"}
    sample.issue("system:b", "B.1.1", facts=facts)
    found = heat(material_of(sample))
    assert [theme[:3] for theme in found.themes] == ["A.8", "B.1", "All"]
    rows = [[cell.said for cell in row.cells] for row in found.rows]
    assert rows == [["100 % high", "–", "100 % high"], ["–", "0 % low", "0 % low"]]


def test_a_gap_of_a_common_service_counts_once_where_the_service_belongs() -> None:
    sample = municipality(control("A.8.1", "system", weight=3, inheritable=True))
    system(sample, "log-in", "tech", "not-met")
    for id in ("a", "b"):
        facts = {**CRITICAL, "department": "soc"}
        sample.issue(f"system:{id}", inherited={"A.8.1": ["log-in"]}, facts=facts)
    found = material_of(sample)
    rows = {row.department: row for row in departments(found)}
    assert (rows["Teknik"].a, rows["Social"].a) == (1, 0)
    assert (rows["Social"].systems, rows["Social"].met_of_all) == (2, "–")
    assert sum(row.a for row in rows.values()) == len(found.gaps)


def test_a_change_is_that_of_the_same_systems_in_both_years() -> None:
    sample = municipality(year="2025")
    system(sample, "a", "soc", "not-met")
    system(sample, "gone", "soc", "met")
    sample.open("2026").events[-1].payload["departments"] = UNITS
    system(sample, "a", "soc", "partial")
    system(sample, "new", "soc", "met")
    system(sample, "other", "tech", "met")
    changes = [row.change for row in heat(material_of(sample)).rows]
    assert changes == ["+50", "–"]


def test_a_first_campaign_has_no_change() -> None:
    sample = municipality()
    system(sample, "a", "soc", "met")
    assert [row.change for row in heat(material_of(sample)).rows] == ["–"]


def test_those_who_answered_nothing_are_named_and_those_who_began_are_not() -> None:
    sample = municipality(control("A.8.1", "system"), control("A.8.2", "system"))
    for person, called in (("bo", "Bo Friis"), ("eva", "Eva Lund"), ("ib", "Ib Bo")):
        sample.issue(
            f"system:{person}",
            "A.8.1",
            "A.8.2",
            person=person,
            called=called,
            facts={"department": "soc"},
        )
    sample.answer("system:ib", person="ib", A_8_1="met")
    (row,) = departments(material_of(sample))
    assert row.silent == "Bo Friis and Eva Lund"
    assert (row.answered, row.met_of_answered, row.met_of_all) == (
        "16 %",
        "100 %",
        "16 %",
    )


def test_without_systems_there_is_no_row_and_no_theme() -> None:
    sample = municipality(control("A.5.1", "organisation"))
    sample.issue("organisation:proeve", "A.5.1")
    assert departments(material_of(sample)) == ()
    assert heat(material_of(sample)) == Heat((), (), "")


def test_the_words_are_danish_in_danish() -> None:
    sample = municipality()
    system(sample, "a", None, "met")
    with using("da"):
        (row,) = heat(material_of(sample)).rows
    assert (row.department, row.cells[-1].said) == (
        "Forvaltning ikke oplyst",
        "100 % høj",
    )
