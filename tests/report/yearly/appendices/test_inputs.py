"""Which inputs to the management review are treated; never more than there is."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from secaudit.language import using
from secaudit.notes import Audit, Feedback, Notes, Objective
from secaudit.report.yearly.appendices.inputs import inputs
from secaudit.report.yearly.material import Material
from tests.sample_events import HEAD, Sample, control

ASSESSED = {"risk_assessment": {"on": "2026-03-01", "result": "Høj"}}


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def sample(*years: str, facts: Any = None) -> Sample:
    """A system asked one question in each campaign."""
    made = Sample([control("A.8.1", "system")])
    for year in years or ("2026",):
        made.open(year).issue("system:a", "A.8.1", facts=facts or {})
    return made


def treated(made: Sample, **notes: Any) -> dict[str, tuple[str, str]]:
    """By letter: whether it is treated, and where."""
    rows = inputs(Material(*made.pictures(), HEAD, "1", notes=Notes(**notes)))
    return {row.input.partition(".")[0]: (row.treated, row.where) for row in rows}


def act(made: Sample) -> Sample:
    """Add an action to the campaign that is open."""
    said = {
        "action": "H1",
        "on": "2025-10-01",
        "due": "2026-12-01",
        "status": "planned",
    }
    return made.add("action", "", said, {"what": "Ryd op"})


NOT = ("not stated", "–")


def test_every_input_has_a_row_in_order() -> None:
    letters = ["a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"]
    assert list(treated(sample())) == letters


def test_a_first_campaign_without_notes_says_what_is_not_stated() -> None:
    assert treated(sample()) == {
        "a": ("first campaign: there are none yet", "–"),
        "b": NOT,
        "c": NOT,
        "d1": ("treated", "section 13"),
        "d2": ("treated", "sections 5 and 6"),
        "d3": NOT,
        "d4": NOT,
        "e": NOT,
        "f": NOT,
        "g": ("treated", "section 1"),
    }


def test_what_was_never_asked_shows_nothing() -> None:
    found = treated(Sample([]).open())
    assert {found[letter] for letter in ("d1", "d2", "g")} == {NOT}


def test_earlier_decisions_and_actions_are_followed_up() -> None:
    assert treated(sample("2025", "2026"))["a"] == NOT
    made = act(sample("2025"))
    made.open("2026").issue("system:a", "A.8.1")
    assert treated(made)["a"] == ("treated", "section 2")


def test_an_action_of_this_campaign_is_not_followed_up_yet() -> None:
    assert treated(act(sample("2025", "2026")))["a"] == NOT


@pytest.mark.parametrize("about", ["threats", "law", "organisation"])
def test_changes_are_treated_where_the_notes_tell_of_them(about: str) -> None:
    assert treated(sample(), **{about: ("x",)})["b"] == ("treated", "section 3")


def test_changes_are_treated_where_the_register_knows_of_them() -> None:
    made = sample("2025", "2026")
    assert treated(made)["b"] == NOT
    assert treated(made.issue("system:b", "A.8.1"))["b"] == ("treated", "section 3")


def test_interested_parties_are_not_treated_by_other_changes() -> None:
    assert treated(sample(), threats=("x",))["c"] == NOT
    found = treated(sample(), interested_parties=("x",))
    assert (found["b"], found["c"]) == (NOT, ("treated", "section 3"))


def test_an_audit_or_a_review_is_a_result_of_audits() -> None:
    audit = Audit("Revision", date(2026, 4, 1), "Intet")
    assert treated(sample(), audits=(audit,))["d3"] == ("treated", "section 11")
    made = sample().answer("system:a", A_8_1="met")
    assert treated(made)["d3"] == NOT
    made.review("system:a", "A.8.1", "agreed")
    assert treated(made)["d3"] == ("treated", "section 11")


def test_objectives_and_feedback_are_treated_where_they_are_told() -> None:
    found = treated(
        sample(), objectives=(Objective("x", "no"),), feedback=(Feedback("x", "y"),)
    )
    assert found["d4"] == found["e"] == ("treated", "section 11")


def test_risk_assessments_are_counted() -> None:
    made = sample(facts=ASSESSED).issue("system:b", "A.8.1")
    said = "treated; a risk assessment is stated for 1 of 2 systems"
    assert treated(made)["f"] == (said, "section 6")
    made.issue("system:c", "A.8.1", facts=ASSESSED)
    said = "treated; risk assessments are stated for 2 of 3 systems"
    assert treated(act(made))["f"] == (said, "sections 6 and 14")


def test_actions_alone_treat_a_part_of_the_risks() -> None:
    said, where = treated(act(sample()))["f"]
    assert said.startswith("in part: ")
    assert where == "section 14"


def test_where_all_is_met_only_a_recommendation_makes_anything_better() -> None:
    made = sample().answer("system:a", A_8_1="met")
    assert treated(made)["g"] == NOT
    assert treated(made, recommendations=("x",))["g"] == ("treated", "section 1")
