"""Dates, facts, statuses and evidence as people write them."""

from dataclasses import replace
from datetime import date

import pytest

from tests.assessment.returned import expected
from tests.handwriting.filled import (
    ACTION,
    EVIDENCE,
    RIGHT,
    STATUS,
    read_form,
    written,
)


@pytest.mark.parametrize(
    "day",
    [
        "3/9-2026",
        "3.9.2026",
        "03-09-2026",
        "3. september 2026",
        "2026-9-3",
        "”2026-09-03”",
    ],
)
def test_a_date_as_people_write_it_is_kept_as_iso(day: str) -> None:
    found = read_form(written("reviewed_on: 2026-09-03", f"reviewed_on: {day}"))
    assert found.answer("T.2").reviewed_on == date(2026, 9, 3)
    (line,) = found.told
    assert line in ("30:18 date-read", "30:18 curly-quotes")


def test_every_date_of_a_form_is_read_with_one_warning() -> None:
    text = RIGHT.replace("2026-09-20", "20/9-2026").replace("2026-12-01", "1/12-2026")
    found = read_form(text.replace("seen_on: 2026-09-02", "seen_on: 2/9-2026"))
    assert found.told == ["7:71 date-read"]
    (reading,) = found.documents
    assert reading.assessment and reading.assessment.answered_on == date(2026, 9, 20)
    assert found.answer().action.due == date(2026, 12, 1)
    assert found.answer().evidence[0].seen_on == date(2026, 9, 2)


def test_a_date_that_is_read_is_judged_as_every_other() -> None:
    found = read_form(written("due: 2026-12-01", "due: 1/9-2026"))
    assert found.told == ["25:65 !date-before-answer", "25:65 date-read"]


@pytest.mark.parametrize(
    "day", ["3/9-26", "9/30/2026", "i går", "september 2026", "20260903"]
)
def test_a_day_that_could_be_another_is_one_error(day: str) -> None:
    found = read_form(written("answered_on: 2026-09-20", f"answered_on: {day}"))
    assert found.told == ["7:71 !not-a-date"]


@pytest.mark.parametrize(
    ("status", "key"),
    [
        ("delvist", "partial"),
        ("Delvist opfyldt.", "partial"),
        ("partly met", "partial"),
        ("opfyldt\u200b.", "met"),
    ],
)
def test_what_can_only_be_one_status_is_read_as_that(status: str, key: str) -> None:
    found = read_form(written(STATUS, f"    status: {status}\n"))
    assert found.answer().status == key
    assert "22:13 status-read" in found.told


@pytest.mark.parametrize(
    "status",
    [
        *("ja", "nej", "OK", "nej, ikke endnu", "uopfyldt", "ikke helt opfyldt"),
        *("næsten opfyldt", "opfyldt/delvist opfyldt", "[ ] opfyldt [x] ikke opfyldt"),
        *("opfyldt, men ikke i HR", "nej, ved ikke", "not partial", "ikke", "unmet"),
    ],
)
def test_what_is_no_status_is_told_with_the_five_words_and_no_guess(
    status: str,
) -> None:
    (problem,) = read_form(written(STATUS, f"    status: {status}\n")).problems
    assert (problem.line, problem.column, problem.code) == (22, 13, "unknown-status")
    assert "mente du" not in problem.message
    for word in (
        "opfyldt",
        "delvist opfyldt",
        "ikke opfyldt",
        "ikke relevant",
        "ved ikke",
    ):
        assert word in problem.message.partition(" er ikke ")[2]


@pytest.mark.parametrize(
    ("status", "meant"),
    [
        ("delvis opfyldt", "delvist opfyldt"),
        ("delvis", "delvist opfyldt"),
        ("opfylt", "opfyldt"),
        ("ej opfyldt", "ikke opfyldt"),
        ("ikke opfylt", "ikke opfyldt"),
        ("ikke relavant", "ikke relevant"),
    ],
)
def test_a_status_that_is_mistyped_is_told_with_the_word_that_was_meant(
    status: str, meant: str
) -> None:
    (problem,) = read_form(written(STATUS, f"    status: {status}\n")).problems
    assert problem.message.endswith(f"; mente du '{meant}'?")


def test_facts_are_read_in_either_language_and_are_no_correction() -> None:
    text = RIGHT.replace("hosting: supplier", "hosting: hos leverandøren")
    text = text.replace("[cpr]", "CPR-numre").replace("society-critical\n", "Øvrigt\n")
    text = text.replace("  dpia:", "  dpia: nej").replace(
        "  processor_agreement:", "  processor_agreement: {status: Underskrevet}"
    )
    text = text.replace("has_test_environment:", "has_test_environment: ja")
    found = read_form(text)
    assert found.told == []
    (reading,) = found.documents
    assert reading.assessment
    assert reading.assessment.corrections == {
        "criticality": "other",
        "has_test_environment": True,
        "dpia": {"needed": False},
        "processor_agreement": {"status": "signed"},
    }


def test_a_fact_in_other_words_is_told_with_those_that_it_may_have() -> None:
    (problem,) = read_form(written("hosting: supplier", "hosting: hos KMD")).problems
    assert (problem.line, problem.column, problem.code) == (13, 12, "wrong-value")
    assert "hos leverandøren" in problem.message
    (problem,) = read_form(
        written("has_test_environment:", "has_test_environment: måske")
    ).problems
    assert problem.message.endswith("er ikke en af: ja, nej")
    (problem,) = read_form(written("hosting: supplier", "hosting: hos KMD")).problems
    assert "supplier" not in problem.message


@pytest.mark.parametrize(
    ("typed", "references", "told"),
    [
        ("ESDH 2026-17", ["ESDH 2026-17"], "24:5 text-alone"),
        ('"Se mail, 3. maj"', ["Se mail, 3. maj"], "24:5 text-alone"),
        ('["ESDH 2026-17", "Mail"]', ["ESDH 2026-17", "Mail"], "24:16 text-alone"),
        (
            "\n      - ESDH 2026-17\n      - Mail",
            ["ESDH 2026-17", "Mail"],
            "25:9 text-alone",
        ),
    ],
)
def test_evidence_in_plain_text_is_one_reference(
    typed: str, references: list[str], told: str
) -> None:
    found = read_form(written(EVIDENCE, typed))
    assert [piece.reference for piece in found.answer().evidence] == references
    assert found.told == [told]


def test_evidence_without_its_list_is_one_piece() -> None:
    found = read_form(written(EVIDENCE, EVIDENCE.strip("[]")))
    assert found.told == []
    assert found.answer().evidence[0].seen_on == date(2026, 9, 2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ACTION, "Vi gennemgår resten i januar"),
        (ACTION, "ingen"),
        ('{why: "", until: }\n\n  T.2', "nej\n\n  T.2"),
        (EVIDENCE, "Ingen"),
        (EVIDENCE, '["-"]'),
    ],
)
def test_a_text_that_may_say_the_opposite_is_refused(old: str, new: str) -> None:
    (line,) = read_form(written(old, new)).told
    assert line.endswith("!wrong-type")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2026-12-01", 'due: ""'),
        ("hours: 20", 'hours: ""'),
        ("hours: 20", 'hours: "20"'),
        ("seen_on: 2026-09-02", 'seen_on: ""'),
        ("has_test_environment:", 'has_test_environment: ""'),
        ("has_test_environment:", "has_test_environment: FALSE"),
        ("hosting: supplier", 'hosting: ""'),
        ("due: 2026-12-01, hours: 20, cost: 0", "due, hours, cost"),
    ],
)
def test_what_has_no_quotes_in_the_form_may_have_them(old: str, new: str) -> None:
    assert read_form(written(old, new)).told == []


def test_a_number_with_its_unit_is_refused_and_not_guessed() -> None:
    for old, new in (("cost: 0", "cost: 15.000 kr."), ("hours: 20", "hours: 20 timer")):
        (line,) = read_form(written(old, new)).told
        assert line.endswith("!wrong-type")


def test_a_question_of_maturity_is_not_read_as_a_status() -> None:
    assert read_form(RIGHT, expected(more=2)).told == []


def test_a_fact_with_line_breaks_is_shown_on_one_line_and_is_no_correction() -> None:
    known = {
        "supplier": "Nordlys\nData  A/S",
        "risk_assessment": {"result": "Høj\nSe sag"},
    }
    to = expected(more=2)
    form = replace(to.form, facts=to.form.facts | known)
    shown = (
        '  supplier: "Nordlys Data A/S"\n  risk_assessment: {result: "Høj Se sag"}\n'
    )
    text = written("  criticality: society-critical\n", shown)
    found = read_form(text, replace(to, form=form))
    (reading,) = found.documents
    assert reading.assessment
    assert reading.assessment.corrections == {}
