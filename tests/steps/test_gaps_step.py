"""The gaps of a campaign as `gaps` tells them, from files to JSON."""

import json
from datetime import date

import pytest

from secaudit.problems import WrongUsage
from secaudit.steps.gaps import as_json, gaps
from tests.municipality import ANSWERED, Municipality

FIGURES = {
    *("answered", "met_of_answered", "met_of_all"),
    *("met", "partial", "not-met", "unknown", "unanswered", "not-applicable"),
}


def test_gaps_as_json_have_the_shape_of_the_design(municipality: Municipality) -> None:
    said = {"T.1": {"status": "ikke opfyldt", "comment": "Nej"}}
    municipality.record(municipality.answer("p01", "system-omsorg", said))
    told = as_json(gaps(municipality.workspace, None, ANSWERED))
    assert {"campaign", "figures", "gaps"} <= set(told)
    assert list(told["figures"]) == ["system", "owner", "organisation", "employees"]
    for figures in told["figures"].values():
        assert set(figures) == {"overall", "themes"}
        assert set(figures["overall"]) == FIGURES
        assert set(figures["themes"]["T"]) == FIGURES
    gap = next(
        g
        for g in told["gaps"]
        if (g["subject"]["id"], g["control"]) == ("omsorg", "T.1")
    )
    expected = {
        "control": "T.1",
        "status": "not-met",
        "reason": "not-met",
        "priority": 18,
        "class": "A",
        "legal": False,
        "since": "2026",
        "actions": [],
        "accepted_until": None,
    }
    assert {name: gap[name] for name in expected} == expected
    assert gap["subject"] == {
        "kind": "system",
        "id": "omsorg",
        "name": "Omsorg & Pleje",
    }
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_an_answered_question_is_in_the_figures_of_its_kind(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "owner-p01"))
    figures = as_json(gaps(municipality.workspace, None, ANSWERED))["figures"]
    assert figures["owner"]["overall"]["answered"] == 0.5
    assert figures["owner"]["overall"]["met_of_answered"] == 1.0
    assert figures["system"]["overall"]["answered"] == 0.0
    assert figures["system"]["overall"]["met_of_answered"] is None


def test_a_review_becomes_overdue_by_the_date_that_is_given(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    reasons = []
    for on in (date(2026, 9, 20), date(2027, 4, 1)):
        found = gaps(municipality.workspace, None, on).gaps
        reasons.append([g.reason for g in found if g.key == ("system:arkiv", "T.2")])
    assert reasons == [[], ["overdue"]]


def test_the_year_before_is_seen_as_it_was(municipality: Municipality) -> None:
    before = gaps(municipality.workspace, "2026", ANSWERED)
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    assert gaps(municipality.workspace, "2026", ANSWERED) == before
    later = gaps(municipality.workspace, None, date(2027, 9, 2))
    assert later.campaign.id == "2027"
    assert {g.years for g in later.gaps} == {2}


def test_an_unknown_campaign_is_wrong_usage_with_a_guess(
    municipality: Municipality,
) -> None:
    with pytest.raises(WrongUsage, match="mente du '2026'"):
        gaps(municipality.workspace, "2062", ANSWERED)
