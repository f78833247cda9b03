"""The word `unchanged`: what it stands for, and where it cannot stand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from secaudit.assessment import (
    Acceptance,
    Answer,
    Evidence,
    Expected,
    ProposedAction,
    Shown,
    read_alone,
)
from secaudit.catalogue import Kind
from tests.assessment.returned import (
    LEVELS,
    MET,
    accepted,
    codes,
    document,
    expected,
    only,
    returned,
)

PLAN = ProposedAction("Resten", "Anna Holm", date(2026, 12, 1), hours=20)
PARTIAL = Answer(
    "partial",
    reviewed_on=date(2026, 3, 1),
    comment="Kun den ene afdeling.",
    evidence=(Evidence("ESDH 2026-12", date(2026, 3, 1)),),
    action=PLAN,
    acceptance=Acceptance("For dyrt"),
    repeats=4,
)
NOT_APPLICABLE = Answer("not-applicable", comment="Ingen brugere.")


def shown(
    answer: Answer, kind: Kind = "system", *, sent_back: bool = False, **rules: Any
) -> Expected:
    """A form that showed an earlier answer, recorded in event 12, to its question T.1."""
    earlier = {"T.1": Shown(answer, 12, sent_back)}
    return replace(expected(kind, **rules), earlier=earlier)


@pytest.mark.parametrize(
    "word", ["uændret", "UÆNDRET.", "unchanged", '" Unchanged . "', "|\n      uændret"]
)
def test_the_word_is_read_in_either_language_however_it_is_written(word: str) -> None:
    given = accepted(f"\n    status: {word}", to=shown(PARTIAL)).answers["T.1"]
    assert (given.status, given.repeats) == ("partial", 12)


def test_the_earlier_answer_is_repeated_but_neither_its_wish_nor_its_date_of_review() -> (
    None
):
    given = accepted("{status: uændret}", to=shown(PARTIAL)).answers["T.1"]
    assert given == replace(PARTIAL, reviewed_on=None, acceptance=None)


def test_what_is_filled_in_takes_the_place_of_what_was_said_before() -> None:
    answer = (
        '{status: uændret, comment: "Nu begge.", reviewed_on: 2026-09-01, '
        'evidence: [{reference: "", seen_on: }], action: {what: "", due: }}'
    )
    given = accepted(answer, to=shown(PARTIAL)).answers["T.1"]
    assert given.comment == "Nu begge."
    assert given.reviewed_on == date(2026, 9, 1)
    assert (given.evidence, given.action) == (PARTIAL.evidence, PLAN)


def test_a_new_day_alone_moves_the_earlier_action_and_the_earlier_evidence() -> None:
    answer = (
        "{status: uændret, action: {due: 2027-03-01, hours: 0}, "
        'evidence: [{reference: " ", seen_on: 2026-09-02}]}'
    )
    given = accepted(answer, to=shown(PARTIAL)).answers["T.1"]
    assert given.action == replace(PLAN, due=date(2027, 3, 1), hours=0)
    assert given.evidence == (Evidence("ESDH 2026-12", date(2026, 9, 2)),)


def test_another_action_and_other_evidence_stand_alone() -> None:
    answer = (
        '{status: uændret, action: {what: "Noget andet"}, '
        'evidence: [{seen_on: 2026-09-02}, {reference: "Ny sag"}]}'
    )
    given = accepted(answer, to=shown(PARTIAL)).answers["T.1"]
    assert given.action == ProposedAction("Noget andet")
    assert given.evidence == (Evidence("", date(2026, 9, 2)), Evidence("Ny sag"))


def test_a_level_of_maturity_may_be_unchanged_and_is_held_against_the_target_of_today() -> (
    None
):
    to = shown(Answer("met", maturity=2, comment="Ikke skrevet ned."), levels=LEVELS)
    given = accepted("{maturity: Uændret.}", to=replace(to, target=2)).answers["T.1"]
    assert (given.status, given.maturity, given.repeats) == ("met", 2, 12)
    assert codes("{maturity: unchanged}", to=to) == ["gap-without-action"]


@pytest.mark.parametrize("answer", ["{maturity: tre}", "{maturity: uændrede}"])
def test_any_other_text_for_a_level_is_told_as_before(answer: str) -> None:
    problem = only(answer, to=shown(Answer("met", maturity=4), levels=LEVELS))
    assert problem.code == "wrong-type"
    assert "et helt tal" in problem.message


@pytest.mark.parametrize(
    ("answer", "to", "code", "column"),
    [
        ("{status: uændret}", expected(), "unchanged-nothing", 17),
        (
            "{status: uændret}",
            shown(PARTIAL, sent_back=True),
            "unchanged-sent-back",
            17,
        ),
        ("{counts: uændret}", shown(PARTIAL, "employees"), "unchanged-counts", 17),
        ("{status: uændret}", shown(PARTIAL, "employees"), "unchanged-counts", 17),
        ("{maturity: uændret}", shown(PARTIAL), "wrong-answer", 9),
        (
            "{maturity: uændret}",
            shown(Answer("met"), levels=LEVELS),
            "unchanged-nothing",
            19,
        ),
        (
            "{status: uændret}",
            shown(Answer("met"), review_every_months=6),
            "review-date-missing",
            3,
        ),
        (
            "{status: uændret}",
            shown(Answer("met"), evidence_required=True),
            "evidence-missing",
            3,
        ),
        ("{status: uændret}", shown(Answer("not-applicable")), "comment-missing", 3),
        (
            "{status: uændret}",
            shown(NOT_APPLICABLE, not_applicable="never"),
            "never-not-applicable",
            17,
        ),
    ],
)
def test_where_the_word_is_not_enough_it_is_told_at_its_place(
    answer: str, to: Expected, code: str, column: int
) -> None:
    problem = only(answer, to=to)
    assert (problem.line, problem.column, problem.code) == (7, column, code)
    assert problem.severity == "error"


def test_a_rule_says_what_the_word_stands_for() -> None:
    to = shown(NOT_APPLICABLE, not_applicable="never")
    assert "'uændret (ikke relevant)'" in only("{status: unchanged}", to=to).message


def test_a_date_of_review_from_the_inventory_is_a_date_that_is_given() -> None:
    to = shown(Answer("met"), review_every_months=6)
    given = accepted("{status: uændret, reviewed_on: 2026-09-01}", to=to).answers["T.1"]
    assert (given.reviewed_on, given.repeats) == (date(2026, 9, 1), 12)


def test_an_action_whose_day_has_passed_is_a_warning_unless_the_day_was_typed() -> None:
    late = replace(PARTIAL, action=replace(PLAN, due=date(2026, 6, 1)))
    problem = only("{status: uændret}", to=shown(late))
    assert (problem.severity, problem.code) == ("warning", "unchanged-overdue")
    typed = "{status: uændret, action: {due: 2026-06-01}}"
    assert codes(typed, to=shown(late)) == ["date-before-answer"]
    assert codes("{status: uændret, action: {due: 2027-06-01}}", to=shown(late)) == []


def test_old_evidence_is_told_of_at_the_word() -> None:
    old = replace(PARTIAL, evidence=(Evidence("ESDH 2024-1", date(2024, 1, 1)),))
    problem = only("{status: uændret}", to=shown(old))
    assert (problem.code, problem.line, problem.column) == ("stale-evidence", 7, 3)


def test_other_answers_of_a_form_are_no_matter_of_an_earlier_one() -> None:
    given = accepted(MET, to=shown(PARTIAL)).answers["T.1"]
    assert given == Answer("met")
    assert given.repeats is None


@pytest.mark.parametrize("word", ["uændret", "Unchanged."])
def test_without_a_register_the_word_is_let_through_like_a_status(word: str) -> None:
    to = expected(more=2)
    answers = [f"{{{field}: {word}}}" for field in ("status", "maturity", "counts")]
    assert read_alone(document(returned(*answers, to=to))).problems == ()


def test_a_slip_in_the_word_is_told_with_the_word_but_its_opposite_is_not() -> None:
    assert "mente du 'uændret'?" in only("{status: uændre}", to=expected()).message
    assert "uændret" not in only("{status: ændret}", to=expected()).message
