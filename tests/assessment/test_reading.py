"""A returned questionnaire: what refuses it, what only warns, and what it says."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from secaudit.assessment import (
    Acceptance,
    Evidence,
    ProposedAction,
    Respondent,
    read_alone,
    status_of_maturity,
)
from secaudit.catalogue import Kind, Texts
from tests.assessment.returned import (
    LEVELS,
    MET,
    PLANNED,
    SEEN,
    TODAY,
    accepted,
    codes,
    document,
    expected,
    judged,
    only,
    reading,
    returned,
)

# What an answer says


def test_an_answer_is_kept_with_all_that_was_written() -> None:
    said = accepted(
        "{status: delvist opfyldt, reviewed_on: 2026-09-01, comment: Én af to, "
        "evidence: [{reference: ESDH 7, seen_on: 2026-09-02}], "
        "action: {what: Resten, responsible: Bo, due: 2026-12-01, hours: 20, cost: 15000}, "
        "acceptance: {why: Lukkes, until: 2027-01-01}}"
    )
    answer = said.answers["T.1"]
    assert answer.status == "partial"
    assert answer.reviewed_on == date(2026, 9, 1)
    assert answer.comment == "Én af to"
    assert answer.evidence == (Evidence("ESDH 7", date(2026, 9, 2)),)
    assert answer.action == ProposedAction("Resten", "Bo", date(2026, 12, 1), 20, 15000)
    assert answer.acceptance == Acceptance("Lukkes", date(2027, 1, 1))
    assert said.respondent == Respondent(
        "Anna Holm", "anna@x.example", date(2026, 9, 20)
    )
    assert said.answered_on == date(2026, 9, 20)


def test_every_field_of_an_answer_may_be_null_and_null_is_absent() -> None:
    said = accepted(
        "{status: opfyldt, reviewed_on: , comment: ~, evidence: null, maturity: , counts: , "
        "action: {what: , responsible: , due: , hours: , cost: }, acceptance: }"
    )
    assert said.answers["T.1"] == accepted(MET).answers["T.1"]


def test_what_was_written_in_advance_and_left_is_absent() -> None:
    said = accepted(
        '{status: opfyldt, comment: "", evidence: [{reference: "", seen_on: }], '
        'action: {what: "", responsible: "", due: , hours: , cost: }, '
        'acceptance: {why: "", until: }}'
    )
    assert said.answers["T.1"] == accepted(MET).answers["T.1"]


def test_empty_pieces_of_evidence_are_left_out() -> None:
    said = accepted(
        '{status: opfyldt, evidence: [{reference: ""}, {reference: a}, ~, {}]}'
    )
    assert said.answers["T.1"].evidence == (Evidence("a"),)


@pytest.mark.parametrize("piece", ["{seen_on: DAY}", '{reference: "", seen_on: DAY}'])
def test_evidence_without_a_reference_keeps_the_day_it_was_seen(piece: str) -> None:
    said = accepted(f"{{status: opfyldt, evidence: [{piece}]}}".replace("DAY", SEEN))
    assert said.answers["T.1"].evidence == (Evidence("", date.fromisoformat(SEEN)),)


def test_a_text_that_was_not_written_is_empty() -> None:
    said = reading(
        "{status: opfyldt, action: {hours: 5}, acceptance: {until: 2027-01-01}}",
        name="",
        email="",
    ).assessment
    assert said is not None
    answer = said.answers["T.1"]
    assert answer.comment == ""
    assert answer.action is not None
    assert (answer.action.what, answer.action.responsible) == ("", "")
    assert answer.acceptance is not None
    assert answer.acceptance.why == ""
    assert (said.respondent.name, said.respondent.email) == ("", "")


def test_a_respondent_need_not_be_named() -> None:
    to = expected()
    text = returned(MET, to=to).replace(
        'name: "Anna Holm", email: "anna@x.example", ', ""
    )
    found = judged(text, to)
    assert found.assessment is not None
    assert found.assessment.respondent == Respondent("", "", date(2026, 9, 20))


@pytest.mark.parametrize(
    "answer", ["", "~", "null", "{}", "{status: }", '{status: ""}']
)
def test_an_answer_that_is_null_or_without_a_status_is_unanswered(answer: str) -> None:
    problem = only(answer)
    assert (problem.severity, problem.code) == ("error", "unanswered")
    assert "T.1" in problem.message


def test_a_status_is_read_in_either_language_and_kept_as_the_english_key() -> None:
    written = "{status: '  IKKE  Opfyldt ', comment: Nej, " + PLANNED + "}"
    assert accepted(written).answers["T.1"].status == "not-met"
    english = "{status: Not met, comment: Nej, " + PLANNED + "}"
    assert accepted(english).answers["T.1"].status == "not-met"


def test_a_status_that_is_none_is_told_of_at_the_very_word_with_the_one_meant() -> None:
    problem = only("{comment: x, status: delvis}")
    assert str(problem) == (
        "svar.yaml:7:29: fejl: 'delvis' er ikke en gyldig status; mente du 'delvist opfyldt'?"
    )
    assert problem.code == "unknown-status"


def test_a_long_text_for_a_status_is_shown_shortened_on_one_line() -> None:
    problem = only('{status: "opfyldt\n\n      ' + "x" * 1000 + '"}')
    assert "x" * 51 + "…" in problem.message
    assert "x" * 52 not in problem.message
    assert "\n" not in str(problem)


def test_a_status_that_is_near_none_is_told_of_with_all_of_them() -> None:
    message = only("{status: xxxxxx}").message
    for said in (
        "opfyldt",
        "delvist opfyldt",
        "ikke opfyldt",
        "ikke relevant",
        "ved ikke",
    ):
        assert said in message


# Questions without an answer


def test_a_document_with_unanswered_questions_is_refused_and_says_which() -> None:
    found = reading(MET, "", to=expected(more=2))
    assert found.assessment is None
    assert [(p.line, p.code) for p in found.problems] == [
        (6, "unanswered"),
        (8, "unanswered"),
    ]


def test_an_untouched_form_is_told_of_in_one_line_and_nothing_else() -> None:
    to = expected(more=21)
    (problem,) = judged(returned(*["{status: }"] * 22, to=to, on=""), to).problems
    assert (problem.line, problem.code) == (6, "unanswered")
    said = "22 af 22 spørgsmål mangler svar: udfyld status ved hvert"
    assert problem.message == said


def test_a_form_that_was_answered_before_is_told_of_question_by_question() -> None:
    to = replace(expected(more=2), answered=frozenset({"T.1"}))
    found = judged(returned("", "", "", to=to), to)
    assert [(p.line, p.code) for p in found.problems] == [
        (8, "unanswered"),
        (9, "unanswered"),
    ]


def test_an_untouched_form_names_each_field_that_is_wanted() -> None:
    to = expected(more=2, levels=LEVELS)
    (problem,) = judged(returned("", "", "", to=to), to).problems
    assert "udfyld maturity eller status ved hvert" in problem.message


def test_an_untouched_form_is_still_told_of_where_it_was_issued_to_another() -> None:
    to = expected(more=1)
    found = judged(returned("", "", to=to, name="Bo Friis"), to)
    assert [p.code for p in found.problems] == ["other-respondent", "unanswered"]


def test_a_partial_document_is_accepted_where_that_is_asked_for() -> None:
    to = expected(more=2)
    found = judged(returned(MET, "", to=to), to, partial=True)
    assert found.problems == ()
    assert found.assessment is not None
    assert set(found.assessment.answers) == {"T.1"}


def test_leaving_out_a_question_that_has_a_word_already_is_fine() -> None:
    to = replace(expected(more=1), answered=frozenset({"T.2"}))
    assert set(accepted(MET, to=to).answers) == {"T.1"}
    assert set(accepted(MET, "{status: }", to=to).answers) == {"T.1"}


def test_ved_ikke_is_an_answer_so_that_it_withdraws_an_earlier_one() -> None:
    to = replace(expected(), answered=frozenset({"T.1"}))
    assert accepted("{status: ved ikke}", to=to).answers["T.1"].status == "unknown"


def test_an_answer_to_a_question_that_was_not_asked_is_refused_at_its_name() -> None:
    problem = only(MET, MET)
    assert (problem.line, problem.column, problem.code) == (8, 3, "not-asked")
    assert "T.2" in problem.message


def test_a_question_that_was_not_asked_and_is_not_answered_is_refused_too() -> None:
    assert codes(MET, "{status: }") == ["not-asked"]


# What an answer needs


@pytest.mark.parametrize("status", ["delvist opfyldt", "ikke opfyldt", "ikke relevant"])
@pytest.mark.parametrize(
    "comment", ["", ", comment: ", ', comment: ""', ', comment: "  "']
)
def test_a_comment_is_required_for_partial_not_met_and_not_applicable(
    status: str, comment: str
) -> None:
    problem = only(f"{{status: {status}{comment}, {PLANNED}}}")
    assert (problem.severity, problem.code) == ("error", "comment-missing")
    assert f"'{status}'" in problem.message
    assert codes(f"{{status: {status}, comment: Fordi, {PLANNED}}}") == []


@pytest.mark.parametrize("status", ["opfyldt", "ved ikke"])
def test_no_comment_is_required_for_met_and_unknown(status: str) -> None:
    assert codes(f"{{status: {status}}}") == []


@pytest.mark.parametrize("status", ["opfyldt", "delvist opfyldt"])
def test_evidence_is_required_where_the_question_says_so(status: str) -> None:
    to = expected(evidence_required=True)
    said = f"status: {status}, comment: x, {PLANNED}"
    assert codes(f"{{{said}}}", to=to) == ["evidence-missing"]
    assert codes(f"{{{said}, evidence: []}}", to=to) == ["evidence-missing"]
    blank = '[{reference: "", seen_on: 2026-09-01}]'
    assert codes(f"{{{said}, evidence: {blank}}}", to=to) == ["evidence-missing"]
    assert codes(f"{{{said}, evidence: [{{reference: ESDH 7}}]}}", to=to) == []


@pytest.mark.parametrize("status", ["opfyldt", "delvist opfyldt"])
def test_the_date_of_the_review_is_required_where_the_question_says_so(
    status: str,
) -> None:
    to = expected(review_every_months=6)
    said = f"status: {status}, comment: x, {PLANNED}"
    assert codes(f"{{{said}}}", to=to) == ["review-date-missing"]
    assert codes(f"{{{said}, reviewed_on: }}", to=to) == ["review-date-missing"]
    assert codes(f"{{{said}, reviewed_on: 2026-09-01}}", to=to) == []
    assert (
        codes(f"{{{said}, reviewed_on: 2020-09-01}}", to=to) == []
    )  # a gap, not a problem


@pytest.mark.parametrize("status", ["ikke opfyldt", "ikke relevant", "ved ikke"])
def test_what_is_not_met_needs_neither_evidence_nor_review(status: str) -> None:
    to = expected(evidence_required=True, review_every_months=6)
    assert codes(f"{{status: {status}, comment: x, {PLANNED}}}", to=to) == []


def test_not_applicable_is_refused_where_the_question_concerns_everyone() -> None:
    answer = "{status: ikke relevant, comment: x}"
    assert codes(answer, to=expected(not_applicable="never")) == [
        "never-not-applicable"
    ]
    assert codes(answer, to=expected(not_applicable="review")) == []
    assert codes(answer, to=expected(not_applicable="free")) == []


def test_a_common_service_may_not_say_not_applicable() -> None:
    to = replace(expected(inheritable=True), provides=frozenset({"T.1"}))
    answer = "{status: ikke relevant, comment: x}"
    assert codes(answer, to=to) == ["provider-not-applicable"]
    assert codes(MET, to=to) == []


# Dates


@pytest.mark.parametrize(
    "answer",
    [
        "{status: opfyldt, reviewed_on: DAY}",
        "{status: opfyldt, evidence: [{reference: x, seen_on: DAY}]}",
        "{status: opfyldt, evidence: [{reference: x}, {reference: y, seen_on: DAY}]}",
    ],
)
def test_a_review_or_evidence_lies_not_after_the_answer(answer: str) -> None:
    problem = only(answer.replace("DAY", "2026-09-16"), on="2026-09-15")
    assert (problem.severity, problem.code) == ("error", "date-after-answer")
    assert problem.column == 8 + answer.index("DAY")
    assert codes(answer.replace("DAY", "2026-09-15"), on="2026-09-15") == []


@pytest.mark.parametrize(
    "answer",
    [
        "{status: ikke opfyldt, comment: x, action: {what: x, due: DAY}}",
        "{status: ikke opfyldt, comment: x, acceptance: {why: x, until: DAY}}",
    ],
)
def test_what_is_planned_or_wished_lies_not_before_the_answer(answer: str) -> None:
    problem = only(answer.replace("DAY", "2026-09-14"), on="2026-09-15")
    assert (problem.severity, problem.code) == ("error", "date-before-answer")
    assert problem.column == 8 + answer.index("DAY")
    assert codes(answer.replace("DAY", "2026-09-15"), on="2026-09-15") == []


def test_an_answer_is_given_neither_before_the_issue_nor_in_the_future() -> None:
    assert codes(MET, on="2026-08-31") == ["date-before-issue"]
    assert codes(MET, on="2026-09-01") == []
    assert codes(MET, on="2026-09-20") == []
    problem = only(MET, on="2026-09-21")
    assert (problem.line, problem.code) == (5, "date-in-future")
    assert "2026-09-21" in problem.message


def test_an_answer_without_a_date_is_given_today() -> None:
    found = reading(MET, on="")
    assert [(p.severity, p.code) for p in found.problems] == [
        ("warning", "no-answer-date")
    ]
    assert found.assessment is not None
    assert found.assessment.answered_on == TODAY
    assert found.assessment.respondent.answered_on is None
    late = "{status: opfyldt, reviewed_on: 2026-09-21}"
    assert codes(late, on="") == ["no-answer-date", "date-after-answer"]


@pytest.mark.parametrize("day", ["2026-02-30", "31-09-2026", "20-09-26", "i går"])
def test_a_day_that_does_not_exist_is_refused(day: str) -> None:
    assert codes(f"{{status: opfyldt, reviewed_on: {day}}}") == ["not-a-date"]
    assert codes(MET, on=day) == ["not-a-date"]


# Warnings do not refuse


def test_stale_evidence_is_a_warning() -> None:
    def seen(day: str) -> str:
        return f"{{status: opfyldt, evidence: [{{reference: x, seen_on: {day}}}]}}"

    problem = only(seen("2025-09-19"))
    assert (problem.severity, problem.code) == ("warning", "stale-evidence")
    assert reading(seen("2025-09-19")).assessment is not None
    assert codes(seen("2025-09-20")) == []


@pytest.mark.parametrize("status", ["delvist opfyldt", "ikke opfyldt"])
def test_a_gap_without_an_action_is_a_warning(status: str) -> None:
    said = f"status: {status}, comment: x"
    problem = only(f"{{{said}}}")
    assert (problem.severity, problem.code) == ("warning", "gap-without-action")
    assert reading(f"{{{said}}}").assessment is not None
    assert codes(f"{{{said}, action: {{what: Plan}}}}") == []
    assert codes(f"{{{said}, acceptance: {{why: Udfases}}}}") == []


@pytest.mark.parametrize(
    ("sender", "warned"),
    [
        ({}, []),
        ({"name": "", "email": ""}, ["no-respondent"]),
        ({"name": " ", "email": "  "}, ["no-respondent"]),
        ({"name": ""}, []),
        ({"email": ""}, []),
        ({"name": "  anna   HOLM "}, []),
        ({"name": "Bo Lind"}, ["other-respondent"]),
        ({"email": "bo@x.example"}, ["other-respondent"]),
        ({"name": "Bo Lind", "email": "bo@x.example"}, ["other-respondent"]),
        ({"name": "Bo Lind", "email": ""}, ["other-respondent"]),
    ],
)
def test_a_sender_who_is_not_the_respondent_is_a_warning(
    sender: dict[str, Any], warned: list[str]
) -> None:
    assert codes(MET, **sender) == warned
    assert reading(MET, **sender).assessment is not None


def test_a_sender_is_the_respondent_however_an_address_is_capitalised() -> None:
    assert codes(MET, name="anna holm", email="Anna@X.Example") == []


def test_nobody_who_answers_is_told_of_at_the_name() -> None:
    problem = only(MET, name="", email="")
    assert (problem.line, problem.column, problem.severity) == (5, 20, "warning")
    assert problem.message == "der står ikke, hvem der svarer; skriv navnet i 'name'"


def test_the_warning_of_another_sender_says_what_differs() -> None:
    other_email = only(MET, email="bo@x.example")
    assert "bo@x.example" in other_email.message
    assert "anna@x.example" in other_email.message
    other_name = only(MET, name="Bo Lind", email="bo@x.example")
    assert "Bo Lind" in other_name.message
    assert "Anna Holm" in other_name.message


def test_a_sender_of_a_form_that_was_issued_to_no_address_is_nobody_else() -> None:
    to = replace(expected(), name="", email="")
    assert codes(MET, to=to, name="Bo Lind", email="bo@x.example") == []


@pytest.mark.parametrize(
    "field",
    [
        "comment: 'DIGITS'",
        "action: {what: 'Ring om DIGITS'}",
        "action: {responsible: 'DIGITS'}",
        "acceptance: {why: 'DIGITS.'}",
        "evidence: [{reference: x}, {reference: 'Sag DIGITS'}]",
    ],
)
def test_ten_digits_that_look_like_a_cpr_number_are_a_warning(field: str) -> None:
    answer = f"{{status: opfyldt, {field}}}"
    for digits in ("010190-1234", "010190 1234", "3112991234"):
        found = reading(answer.replace("DIGITS", digits))
        assert [(p.severity, p.code) for p in found.problems] == [
            ("warning", "cpr-number")
        ]
        assert found.assessment is not None
        assert digits not in found.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "3213991234",
        "0113991234",
        "010190-12345",
        "10101901234",
        "010190",
        "2026-123456",
    ],
)
def test_digits_that_cannot_be_a_cpr_number_are_no_warning(text: str) -> None:
    assert codes(f"{{status: opfyldt, comment: '{text}'}}") == []


# The whole document


def test_all_problems_of_a_document_are_told_in_one_run_sorted() -> None:
    to = expected(more=3)
    found = reading(
        "{status: opfyldtt}",
        "{status: delvist opfyldt}",
        "{status: opfyldt, reviewed_on: 2026-09-21}",
        "{maturity: 3}",
        MET,
        to=to,
        on="2026-08-01",
    )
    assert found.assessment is None
    assert list(found.problems) == sorted(found.problems)
    assert {(p.line, p.code) for p in found.problems} == {
        (5, "date-before-issue"),
        (7, "unknown-status"),
        (8, "comment-missing"),
        (8, "gap-without-action"),
        (10, "wrong-answer"),
        (11, "not-asked"),
    }


def test_what_breaks_the_schema_does_not_hide_what_is_wrong_elsewhere() -> None:
    to = expected(more=1)
    found = reading("{statsu: opfyldt}", "{status: ikke relevant}", to=to)
    assert [(p.line, p.code) for p in found.problems] == [
        (7, "unknown-field"),
        (8, "comment-missing"),
    ]


def test_a_document_is_told_of_alone_as_far_as_its_schema_goes() -> None:
    to = expected()
    alone = read_alone(document(returned("{status: delvis, x: y}", to=to)))
    assert [p.code for p in alone.problems] == ["unknown-status", "unknown-field"]
    assert alone.value["answers"] == {"T.1": {"status": "delvis"}}


def test_a_document_that_does_not_name_its_form_cannot_be_judged_further() -> None:
    text = returned(MET, to=expected()).replace("issue: ", "isue: ")
    alone = read_alone(document(text))
    assert alone.value is None
    assert {p.code for p in alone.problems} == {"missing-field", "unknown-field"}


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("id: omsorg", "id: arkiv", "'arkiv'"),
        ("kind: system", "kind: owner", "'owner'"),
        ("name: Omsorg", "name: Arkiv", "'Arkiv'"),
    ],
)
def test_an_edited_subject_is_refused_at_the_very_word(
    old: str, new: str, named: str
) -> None:
    to = expected()
    text = returned(MET, to=to)
    (problem,) = judged(text.replace(old, new), to).problems
    assert (problem.line, problem.code) == (3, "edited-subject")
    assert problem.column == text.splitlines()[2].index(old) + old.index(" ") + 2
    assert named in problem.message


def test_a_subject_may_leave_out_its_name() -> None:
    to = expected()
    text = returned(MET, to=to).replace(", name: Omsorg", "")
    assert judged(text, to).problems == ()


def test_each_document_of_a_file_is_judged_by_itself() -> None:
    to = expected()
    text = returned("{status: delvis}", to=to) + "---\n" + returned(MET, to=to)
    first, second = judged(text, to), judged(text, to, number=1)
    assert first.assessment is None
    assert second.assessment is not None
    assert second.problems == ()
    assert [p.line for p in first.problems] == [7]


def test_a_problem_of_a_later_document_has_its_line_in_the_file() -> None:
    to = expected()
    text = returned(MET, to=to) + "---\n" + returned("{status: delvis}", to=to)
    (problem,) = judged(text, to, number=1).problems
    assert problem.line == 15


def test_the_same_content_has_the_same_fingerprint_however_it_is_laid_out() -> None:
    first = accepted('{status: opfyldt, comment: "x"}')
    again = accepted("{comment: 'x', status: opfyldt, maturity: }")
    other = accepted('{status: opfyldt, comment: "y"}')
    assert first.fingerprint == again.fingerprint
    assert first.fingerprint != other.fingerprint


# Facts


def test_facts_that_are_right_are_no_corrections() -> None:
    assert accepted(MET).corrections == {}
    same = "{hosting: supplier, personal_data: [cpr]}"
    assert accepted(MET, facts=same).corrections == {}


@pytest.mark.parametrize(
    ("facts", "corrections"),
    [
        ("{hosting: hybrid}", {"hosting": "hybrid"}),
        ("{hosting: hybrid, personal_data: [cpr]}", {"hosting": "hybrid"}),
        ("{personal_data: [cpr, sensitive]}", {"personal_data": ["cpr", "sensitive"]}),
        ("{lifecycle: pilot}", {"lifecycle": "pilot"}),
        ("{hosting: }", {"hosting": None}),
        ("{source_owned: false}", {"source_owned": False}),
        ("{supervised_on: 2026-01-31}", {"supervised_on": "2026-01-31"}),
    ],
)
def test_a_correction_is_a_proposal_beside_the_answers(
    facts: str, corrections: dict[str, Any]
) -> None:
    said = accepted(MET, facts=facts)
    assert said.corrections == corrections
    assert said.form.facts == {"hosting": "supplier", "personal_data": ["cpr"]}


def test_facts_that_were_left_out_are_not_corrected() -> None:
    assert accepted(MET, facts="{}").corrections == {}
    assert accepted(MET, facts="~").corrections == {}


def test_an_unknown_fact_or_value_is_refused() -> None:
    assert codes(MET, facts="{hostng: supplier}") == ["unknown-field"]
    assert codes(MET, facts="{hosting: cloud}") == ["wrong-value"]


# Maturity


@pytest.mark.parametrize(
    ("level", "target", "status"),
    [
        (0, 3, "not-met"),
        (1, 3, "partial"),
        (2, 3, "partial"),
        (3, 3, "met"),
        (5, 3, "met"),
        (4, 5, "partial"),
        (1, 1, "met"),
        (0, 1, "not-met"),
    ],
)
def test_maturity_is_met_at_the_target_not_met_at_nothing_else_partial(
    level: int, target: int, status: str
) -> None:
    assert status_of_maturity(level, target) == status
    to = replace(expected("organisation", levels=LEVELS), target=target)
    found = reading(f"{{maturity: {level}, comment: x, {PLANNED}}}", to=to)
    assert found.assessment is not None
    answer = found.assessment.answers["T.1"]
    assert (answer.status, answer.maturity) == (status, level)


@pytest.mark.parametrize(
    ("kind", "levels", "answer"),
    [
        ("organisation", LEVELS, MET),
        ("organisation", LEVELS, "{counts: {a: {met: 1}}}"),
        ("system", None, "{maturity: 3}"),
        ("system", None, "{counts: {a: {met: 1}}}"),
        ("employees", None, MET),
        ("employees", None, "{maturity: 3}"),
    ],
)
def test_a_question_is_answered_in_its_own_field(
    kind: Kind, levels: Texts | None, answer: str
) -> None:
    assert "wrong-answer" in codes(answer, to=expected(kind, levels=levels))


def test_a_level_beside_a_status_is_refused() -> None:
    assert codes("{status: opfyldt, maturity: 3}") == ["wrong-answer"]


@pytest.mark.parametrize("level", ["6", "-1", "2.5", "tre"])
def test_a_level_is_a_whole_number_from_0_to_5(level: str) -> None:
    to = expected("organisation", levels=LEVELS)
    assert len(codes(f"{{maturity: {level}}}", to=to)) == 1


@pytest.mark.parametrize("level", [0, 2])
def test_a_level_of_nothing_is_an_answer(level: int) -> None:
    to = expected("organisation", levels=LEVELS)
    found = reading(f"{{maturity: {level}, comment: x}}", to=to)
    assert found.assessment is not None
    assert set(found.assessment.answers) == {"T.1"}
    assert codes("{maturity: }", to=to) == ["unanswered"]


def test_a_level_below_the_target_needs_a_comment_like_any_gap() -> None:
    to = expected("organisation", levels=LEVELS)
    assert codes("{maturity: 2}", to=to) == ["comment-missing", "gap-without-action"]
    assert codes("{maturity: 3}", to=to) == []


# Counts


def test_a_department_that_nobody_knows_is_refused_with_the_one_meant() -> None:
    to = replace(expected("employees"), departments=frozenset({"sundhed"}))
    found = reading("{counts: {sundhd: {met: 12}}}", to=to)
    assert [problem.code for problem in found.problems] == ["unknown-id"]
    assert "'sundhed'" in found.problems[0].message


def test_an_answer_older_than_the_one_recorded_is_a_warning() -> None:
    to = replace(expected(), answered_on=date(2026, 9, 25))
    assert codes("{status: opfyldt}", to=to) == ["date-before-latest"]


def test_counts_are_folded_before_they_are_kept_and_none_is_lost() -> None:
    to = replace(expected("employees"), departments=frozenset("abc"))
    said = accepted("{counts: {a: {met: 12}, b: {met: 3}, c: {met: 8}}}", to=to)
    answer = said.answers["T.1"]
    assert (answer.status, answer.counts) == (
        "met",
        {"a": {"met": 12}, "": {"met": 11}},
    )


@pytest.mark.parametrize(
    "counts", ["", "{}", "{a: }", "{a: {}}", "{a: {met: , partial: }}"]
)
def test_counts_that_are_null_all_through_are_unanswered(counts: str) -> None:
    assert codes(f"{{counts: {counts}}}", to=expected("employees")) == ["unanswered"]


@pytest.mark.parametrize(
    "counts",
    ["{a: {meet: 1}}", "{a: {met: -1}}", "{a: {met: x}}", "{A: {met: 1}}", "{a: 5}"],
)
def test_counts_that_are_wrong_are_refused(counts: str) -> None:
    found = reading(f"{{counts: {counts}}}", to=expected("employees"))
    assert found.assessment is None
    assert all(p.line == 7 for p in found.problems)
