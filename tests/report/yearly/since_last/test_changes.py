"""What is not as it was, in sentences that are right for one and for many."""

from collections.abc import Iterator
from typing import Any

import pytest

from secaudit.language import using
from secaudit.notes import Notes
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.since_last.changes import changes
from tests.sample_events import CRITICAL, HEAD, ORDINARY, Sample, control


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def year(sample: Sample, campaign: str, **systems: Any) -> Sample:
    """Open a campaign and issue a form about each system: None, or more to say of it."""
    sample.open(campaign)
    for id, more in systems.items():
        said = {"facts": ORDINARY, **(more or {})}
        formerly = said.pop("formerly", None)
        sample.issue(f"system:{id}", "A.8.1", **said)
        if formerly:
            sample.events[-1].payload["formerly"] = formerly
    return sample


def told(sample: Sample, notes: Notes | None = None) -> list[tuple[str, str]]:
    """Every change, and what it is about."""
    material = Material(*sample.pictures(), HEAD, "1", notes=notes or Notes())
    return [(row.about, row.said) for row in changes(material).rows]


def between(then: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """What is said of systems between two campaigns."""
    sample = Sample([control("A.8.1", "system")])
    found = told(year(year(sample, "2025", **then), "2026", **now))
    assert all(about == "Systems" for about, _said in found)
    return [said for _about, said in found]


def systems(number: int) -> dict[str, Any]:
    """So many systems."""
    return {f"s{index}": None for index in range(number)}


def test_notes_stand_under_what_they_are_about_also_in_a_first_campaign() -> None:
    notes = Notes(("Opkald", "Mails"), ("Ny lov",), ("Ny chef",), ("Nye krav",))
    assert told(year(Sample([]), "2026"), notes) == [
        ("Threats", "Opkald"),
        ("Threats", "Mails"),
        ("Law", "Ny lov"),
        ("Organisation", "Ny chef"),
        ("Interested parties", "Nye krav"),
    ]


def test_a_first_campaign_has_no_changes_of_its_own() -> None:
    sample = year(Sample([control("A.8.1", "system")]), "2026", **systems(3))
    assert told(sample) == []


def test_where_nothing_changed_nothing_is_said() -> None:
    assert between(systems(3), systems(3)) == []


@pytest.mark.parametrize(
    ("number", "new", "gone"),
    [
        (1, "S0 is new.", "S0 is asked about no more."),
        (2, "S0 and S1 are new.", "S0 and S1 are asked about no more."),
        (
            5,
            "S0, S1, S2, S3 and S4 are new.",
            "S0, S1, S2, S3 and S4 are asked about no more.",
        ),
        (6, "6 systems are new.", "6 systems are asked about no more."),
    ],
)
def test_systems_that_came_or_went_are_named_while_they_are_few(
    number: int, new: str, gone: str
) -> None:
    stays: dict[str, Any] = {"stays": None}
    assert between(stays, stays | systems(number)) == [new]
    assert between(stays | systems(number), stays) == [gone]


def test_a_renamed_system_is_neither_new_nor_gone() -> None:
    assert between({"old": None}, {"new": {"formerly": "old"}}) == []


def test_a_name_that_was_given_up_and_used_again_is_a_new_system() -> None:
    now = {"b": {"formerly": "a"}, "a": {"name": "Another"}}
    assert between({"a": None}, now) == ["Another is new."]


def test_a_system_that_was_taken_out_stands_in_the_basis_and_not_here() -> None:
    sample = Sample([control("A.8.1", "system")])
    year(year(sample, "2025", **systems(2)), "2026", **systems(2))
    sample.add("withdrawn", "system:s1", {"on": "2026-09-10"}, {"reason": "Slut"})
    assert told(sample) == []


def test_a_system_that_was_taken_out_before_and_is_back_is_not_new() -> None:
    sample = year(Sample([control("A.8.1", "system")]), "2025", **systems(2))
    sample.add("withdrawn", "system:s1", {"on": "2025-09-10"}, {"reason": "Slut"})
    assert told(year(sample, "2026", **systems(2))) == []


def test_before_anything_is_issued_no_system_is_gone() -> None:
    assert between(systems(2), {}) == []
    assert between({}, systems(2)) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 system has a new owner: S0."),
        (3, "3 systems have new owners: S0, S1 and S2."),
        (4, "4 systems have new owners, among them S0, S1 and S2."),
    ],
)
def test_new_owners_are_counted_and_three_systems_named(number: int, said: str) -> None:
    moved = {id: {"person": "bo"} for id in systems(number)}
    assert between(systems(number), moved) == [said]


def test_a_system_that_lost_its_owner_has_no_new_one() -> None:
    said = ["1 system has an owner no more: S0."]
    assert between(systems(1), {"s0": {"person": None}}) == said


def test_a_new_criticality_is_told_with_the_facts_as_they_are_now() -> None:
    said = between(systems(1), {"s0": {"facts": CRITICAL}})
    assert said == [
        "The criticality of 1 system is stated otherwise: S0 (society-critical).",
        "The personal data in 1 system are stated otherwise: S0.",
    ]


def test_personal_data_in_another_order_are_the_same() -> None:
    then = {"a": {"facts": {"personal_data": ["cpr", "sensitive"]}}}
    now = {"a": {"facts": {"personal_data": ["sensitive", "cpr"]}}}
    assert between(then, now) == []


def test_two_forms_about_a_system_are_one_system() -> None:
    sample = year(Sample([control("A.8.1", "system")]), "2025", stays=None)
    year(sample, "2026", stays=None, new=None).issue(
        "system:new", "A.8.1", person="bo", owner="anna", facts=ORDINARY
    )
    assert told(sample) == [("Systems", "New is new.")]


def test_controls_that_came_or_went_are_named_by_id_and_title() -> None:
    asked = control("A.8.1", "system")
    sample = Sample([asked, control("A.5.1", "system")])
    year(sample, "2025", a=None)
    sample.controls = [
        asked,
        control("A.5.1", "system", applies=False, reason="Nej"),
        control("A.5.3", "system", title="Nyt"),
    ]
    assert told(year(sample, "2026", a=None)) == [
        ("Controls", "A.5.3 Nyt applies now, and did not."),
        ("Controls", "A.5.1 Adgang applies no more."),
    ]


def test_many_controls_are_counted() -> None:
    sample = year(Sample([control("A.8.1", "system")]), "2025", a=None)
    sample.controls = [control(f"A.8.{n}", "system") for n in range(1, 8)]
    found = told(year(sample, "2026", a=None))
    assert found == [("Controls", "6 controls apply now, and did not.")]
