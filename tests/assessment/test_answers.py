"""Where an answer is wrong, and whether that refuses it: each at the very word."""

from dataclasses import replace
from typing import Any

import pytest

from secaudit.assessment import Evidence, Expected, ProposedAction, read_alone
from tests.assessment.returned import (
    LEVELS,
    MET,
    PLANNED,
    accepted,
    codes,
    document,
    expected,
    reading,
    returned,
)

Told = list[tuple[int, int, str, str]]


def block(text: str) -> str:
    """An answer on lines of its own, of which the first is line 8."""
    return "".join(f"\n    {line}" for line in text.strip().splitlines())


def told(*answers: str, to: Expected, **more: Any) -> Told:
    """Line, column, severity and code of every problem."""
    found = reading(*answers, to=to, **more).problems
    return [(p.line, p.column, p.severity, p.code) for p in found]


EVERYTHING = """
status: delvist opfyldt
maturity: 2
counts: {x: {met: 1}}
comment:
reviewed_on:
evidence:
  - {reference: , seen_on: 2024-01-01}
  - {reference: , seen_on: 2026-09-25}
action:
"""
NOTHING_PLANNED = """
status: ikke opfyldt
comment: Ring 010190-1234
action: {what: , responsible: "010190-1234", due: 2026-01-01}
acceptance: {why: , until: 2026-01-01}
"""
PLANNED_FOR_LONG = """
status: ikke opfyldt
action: {what: "010190-1234"}
acceptance: {why: "010190-1234"}
evidence: [{reference: "010190-1234"}]
"""


@pytest.mark.parametrize(
    ("answer", "to", "expected_problems"),
    [
        (
            EVERYTHING,
            expected(review_every_months=6, evidence_required=True),
            [
                (9, 5, "error", "wrong-answer"),
                (10, 5, "error", "wrong-answer"),
                (10, 14, "error", "unknown-id"),
                (11, 5, "error", "comment-missing"),
                (12, 5, "error", "review-date-missing"),
                (13, 5, "error", "evidence-missing"),
                (14, 32, "warning", "stale-evidence"),
                (15, 32, "error", "date-after-answer"),
                (16, 5, "warning", "gap-without-action"),
            ],
        ),
        (
            NOTHING_PLANNED,
            expected(),
            [
                (9, 14, "warning", "cpr-number"),
                (10, 5, "warning", "gap-without-action"),
                (10, 35, "warning", "cpr-number"),
                (10, 55, "error", "date-before-answer"),
                (11, 32, "error", "date-before-answer"),
            ],
        ),
        (
            PLANNED_FOR_LONG,
            expected(),
            [
                (7, 3, "error", "comment-missing"),
                (9, 20, "warning", "cpr-number"),
                (10, 23, "warning", "cpr-number"),
                (11, 28, "warning", "cpr-number"),
            ],
        ),
        (
            "status: opfyldt\nreviewed_on: 2026-09-25",
            expected(),
            [(9, 18, "error", "date-after-answer")],
        ),
        (
            "comment: x\nstatus: ikke relevant",
            expected(not_applicable="never"),
            [(9, 13, "error", "never-not-applicable")],
        ),
        (
            "comment: x\nstatus: ikke relevant",
            replace(expected(), provides=frozenset({"T.1"})),
            [(9, 13, "error", "provider-not-applicable")],
        ),
        (
            "counts:\n  sundhed: {met: 5}\n  x: {met: 5}",
            replace(expected("employees"), departments=frozenset({"sundhed"})),
            [(10, 7, "error", "unknown-id")],
        ),
        (
            "comment: x\nstatus: opfyldtt",
            expected(),
            [(9, 13, "error", "unknown-status")],
        ),
    ],
)
def test_what_is_wrong_is_told_of_at_its_word_and_only_warned_of_where_it_may_stand(
    answer: str, to: Expected, expected_problems: Told
) -> None:
    assert told(block(answer), to=to) == expected_problems


def test_what_is_wrong_around_the_answers_is_told_of_at_its_word() -> None:
    empty, to = block("status:"), expected(more=2)
    found = told(empty, empty, MET, MET, to=to, on="2026-09-21")
    assert found == [
        (5, 71, "error", "date-in-future"),
        (8, 5, "error", "unanswered"),
        (10, 5, "error", "unanswered"),
        (12, 3, "error", "not-asked"),
    ]
    assert told(MET, to=expected(), on="") == [(5, 58, "warning", "no-answer-date")]


def test_a_person_who_is_somebody_else_is_told_of_at_the_name_or_the_address() -> None:
    assert told(MET, to=expected(), name="Bo") == [
        (5, 20, "warning", "other-respondent")
    ]
    assert told(MET, to=expected(), email="bo@x.example") == [
        (5, 40, "warning", "other-respondent")
    ]


# What is kept


def test_one_field_of_an_action_or_a_wish_is_enough_to_keep_it() -> None:
    said = accepted(
        '{status: opfyldt, comment: x, action: {what: "", responsible: Bo, due: }, '
        'acceptance: {why: "", until: 2027-01-01}}'
    )
    answer = said.answers["T.1"]
    assert answer.comment == "x"
    assert answer.action == ProposedAction(responsible="Bo")
    assert answer.acceptance is not None
    assert answer.evidence == ()


def test_one_piece_of_evidence_is_enough_where_it_is_needed() -> None:
    to = expected(evidence_required=True)
    said = accepted(
        '{status: opfyldt, evidence: [{reference: ""}, {reference: ESDH 7}]}', to=to
    )
    assert said.answers["T.1"].evidence == (Evidence("ESDH 7"),)


def test_a_department_that_nobody_answered_in_takes_no_answer_away() -> None:
    to = replace(expected("employees"), departments=frozenset("ab"))
    said = accepted("{counts: {a: {met: 12}, b: {}}}", to=to)
    assert said.answers["T.1"].status == "met"


# What the register says where it says nothing


def test_whoever_answers_a_form_that_was_issued_to_nobody_is_nobody_else() -> None:
    to = Expected(expected().form, expected().issued_on)
    assert codes(MET, to=to, name="Bo", email="bo@x.example") == []


@pytest.mark.parametrize(
    ("level", "found"), [(2, ["comment-missing", "gap-without-action"]), (3, [])]
)
def test_a_clause_is_met_from_level_three_unless_the_profile_says_otherwise(
    level: int, found: list[str]
) -> None:
    to = expected("organisation", levels=LEVELS)
    assert codes(f"{{maturity: {level}}}", to=to) == found


@pytest.mark.parametrize(
    ("counts", "status"), [("{met: 199, partial: 1}", "partial"), ("{met: 5}", "met")]
)
def test_employees_are_met_when_all_are_unless_the_profile_says_otherwise(
    counts: str, status: str
) -> None:
    to = replace(expected("employees"), departments=frozenset("a"))
    assert accepted(f"{{counts: {{a: {counts}}}}}", to=to).answers["T.1"].status == (
        status
    )


# The facts


def test_a_list_in_another_order_is_no_correction() -> None:
    to = with_facts(personal_data=["cpr", "sensitive"])
    same = "{personal_data: [sensitive, cpr]}"
    assert accepted(MET, to=to, facts=same).corrections == {}


def test_a_list_where_nothing_was_known_and_nothing_where_a_list_was_are_corrections() -> (
    None
):
    added = accepted(MET, to=with_facts(), facts="{personal_data: [cpr]}")
    assert added.corrections == {"personal_data": ["cpr"]}
    to = with_facts(personal_data=["cpr"])
    taken = accepted(MET, to=to, facts="{personal_data: }")
    assert taken.corrections == {"personal_data": None}


def with_facts(**facts: Any) -> Expected:
    """A form about a system with some known facts."""
    to = expected()
    return replace(to, form=replace(to.form, facts=facts))


# What hides nothing


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("email:", "mail:"),
        ("answers:\n", "facts: {hostng: x}\nanswers:\n"),
        ("  T.1: ", "  T.1: {statsu: x}\n  T.2: "),
    ],
)
def test_a_name_that_is_wrong_does_not_hide_a_status_that_is(
    old: str, new: str
) -> None:
    text = returned("{status: delvis}", to=expected()).replace(old, new, 1)
    found = [problem.code for problem in read_alone(document(text)).problems]
    assert sorted(found) == ["unknown-field", "unknown-status"]


@pytest.mark.parametrize("answers", ["[]", "5", ""])
def test_answers_that_are_no_answers_cannot_be_judged_further(answers: str) -> None:
    text = returned(to=expected()).replace("answers:\n", f"answers: {answers}\n")
    alone = read_alone(document(text))
    assert alone.value is None
    assert len(alone.problems) == 1


def test_a_line_is_told_of_once() -> None:
    wrong = f"{{status: delvis, comment: 5, {PLANNED}}}"
    assert codes(wrong) == ["unknown-status"]
