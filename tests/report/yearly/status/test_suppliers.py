"""Suppliers: what is not stated is not a no, and nobody answers for another's gap."""

from collections.abc import Iterator
from typing import Any

import pytest

from secaudit.language import using
from secaudit.report.yearly.status.suppliers import SupplierRow, suppliers
from tests.report.acts import material_of
from tests.sample_events import CRITICAL, Sample, control

RUN = "Systems run by a supplier or in the cloud"
AGREED = "Of those that need a processor agreement, signed"
SUPERVISED = "The same, supervised within the past year"


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def systems(*facts: dict[str, Any]) -> Sample:
    """Systems S0, S1 and so on with these facts."""
    sample = Sample([control("A.8.1", "system", weight=3)]).open()
    for number, known in enumerate(facts):
        sample.issue(f"system:s{number}", "A.8.1", facts=known)
    return sample


def facts(*known: dict[str, Any]) -> dict[str, str]:
    rows = suppliers(material_of(systems(*known))).facts
    return {row.name: row.value for row in rows}


def rows(*known: dict[str, Any]) -> tuple[SupplierRow, ...]:
    return suppliers(material_of(systems(*known))).rows


def cloud(**more: Any) -> dict[str, Any]:
    return {"hosting": "public-cloud", "personal_data": ["cpr"], **more}


def agreement(status: str) -> dict[str, Any]:
    return cloud(supplier="EG", processor_agreement={"status": status})


def test_where_all_is_run_at_home_nothing_is_said() -> None:
    assert facts({"hosting": "on-premises"}) == {}
    assert facts() == {}
    assert rows({"hosting": "on-premises"}) == ()


def test_what_is_run_elsewhere_is_counted_and_what_is_not_stated_told() -> None:
    found = facts(cloud(), {"hosting": "hybrid"}, {"hosting": "on-premises"}, {})
    assert found[RUN] == "2 of 4 (1 not stated)"
    assert facts({}) == {RUN: "0 of 1 (1 not stated)"}


def test_what_is_bought_and_run_at_home_is_not_run_elsewhere() -> None:
    assert facts({"hosting": "on-premises", "supplier": "EG"}) == {RUN: "0 of 1"}


def test_an_agreement_is_signed_missing_not_stated_or_not_needed() -> None:
    every = [agreement(s) for s in ("signed", "missing", "in-progress", "not-needed")]
    assert facts(*every, cloud())[AGREED] == "1 of 4 (1 not stated)"
    assert AGREED not in facts(agreement("not-needed"))
    assert AGREED not in facts(cloud(personal_data=["none"]))


def test_supervision_is_of_the_past_year_to_the_day() -> None:
    days = ("2025-11-02", "2025-11-01", "2026-11-02")
    assert facts(*[cloud(supervised_on=day) for day in days])[SUPERVISED] == "2 of 3"


def test_supervision_that_is_to_come_is_not_done() -> None:
    planned = cloud(supplier="EG", supervised_on="2027-03-01")
    assert facts(planned)[SUPERVISED] == "0 of 1 (1 not stated)"
    assert rows(planned)[0].supervised == "not stated"


def test_a_supplier_is_one_however_its_name_is_written() -> None:
    names = ("KMD A/S", " kmd  a/s", "KMD\u00a0A/S", "EG")
    found = rows(*[{"supplier": name} for name in names])
    assert [row.supplier for row in found] == ["KMD A/S", "EG"]
    assert found[0].systems == "S0, S1 and S2"
    assert rows({"supplier": "  "}) == ()


def test_many_systems_are_counted_after_the_first() -> None:
    assert rows(*[{"supplier": "EG"}] * 4)[0].systems == "S0, S1, S2 and S3"
    assert rows(*[{"supplier": "EG"}] * 5)[0].systems == "S0, S1, S2 and 2 more"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([agreement("signed")], "1 of 1"),
        ([agreement("missing")], "0 of 1"),
        ([cloud(supplier="EG")], "0 of 1 (1 not stated)"),
        ([agreement("not-needed")], "not needed"),
        ([agreement("not-needed"), agreement("signed")], "1 of 1"),
        ([{"supplier": "EG", "personal_data": ["none"]}], "not needed"),
        ([{"supplier": "EG"}], "0 of 1 (1 not stated)"),
        ([{**agreement("signed"), "personal_data": None}], "1 of 1"),
    ],
)
def test_a_suppliers_agreements_are_counted_where_they_are_needed(
    known: list[dict[str, Any]], said: str
) -> None:
    assert rows(*known)[0].agreement == said


def test_a_supplier_was_supervised_when_its_oldest_supervision_was() -> None:
    days = ("2026-05-01", "2025-03-02")
    known = [cloud(supplier="EG", supervised_on=day) for day in days]
    assert rows(*known)[0].supervised == "2 March 2025"
    found = rows(*known, cloud(supplier="EG"))[0].supervised
    assert found == "2 March 2025 (1 not stated)"


def test_those_with_the_most_urgent_gaps_stand_first() -> None:
    sample = systems({"supplier": "Alfa", **CRITICAL}, {"supplier": "Beta", **CRITICAL})
    sample.answer("system:s0", A_8_1="met").answer("system:s1", A_8_1="not-met")
    found = suppliers(material_of(sample)).rows
    assert [(row.supplier, row.a) for row in found] == [("Beta", 1), ("Alfa", 0)]


def test_the_gap_of_a_service_is_not_laid_at_the_door_of_another_supplier() -> None:
    sample = systems({"supplier": "EG", **CRITICAL}).answer("system:s0", A_8_1="met")
    sample.issue("system:log-in", "A.8.1", facts={"supplier": "KMD", **CRITICAL})
    sample.issue(
        "system:a",
        inherited={"A.8.1": ["log-in"]},
        facts={"supplier": "EG", **CRITICAL},
    )
    found = suppliers(material_of(sample)).rows
    assert [(row.supplier, row.a) for row in found] == [("KMD", 1), ("EG", 0)]


def test_suppliers_are_told_of_in_danish() -> None:
    with using("da"):
        (row,) = rows(agreement("missing"))
    assert (row.agreement, row.supervised) == ("0 af 1", "ikke oplyst")
