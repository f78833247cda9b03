"""What is said of values that break their schema."""

import jsonschema
import pytest

from secaudit.validation import did_you_mean, schema
from tests.validation.held import (
    NAMES,
    document,
    form,
    only,
    parts,
    people,
    problems,
    systems,
)


@pytest.mark.parametrize(
    ("field", "code", "said"),
    [
        (
            "name2: x",
            "unknown-field",
            "'name2' er ikke et kendt felt; mente du 'name'?",
        ),
        ("zzzzzz: x", "unknown-field", "'zzzzzz' er ikke et kendt felt"),
        ("title: [x]", "wrong-type", "tekst"),
        ("title: {x: y}", "wrong-type", "tekst"),
        ("title: true", "wrong-type", "'true'"),
        ("department: Teknik", "not-a-id", "'Teknik'"),
        ("department: con", "not-a-id", "'con'"),
        ("email: anna", "not-a-email", "'anna'"),
        (f"email: {'a' * 250}@x.dk", "too-long", "254"),
        ('title: " "', "not-a-text", "tekst"),
        (f"title: {'x' * 4001}", "too-long", "4000"),
    ],
)
def test_what_is_wrong_with_a_person_is_said_at_its_place(
    field: str, code: str, said: str
) -> None:
    problem = only(people(field), "people")
    assert (problem.line, problem.code) == (4, code)
    assert said in problem.message
    at_key = code == "unknown-field"
    assert problem.column == (5 if at_key else 5 + field.index(":") + 2)


@pytest.mark.parametrize(
    ("field", "code", "said"),
    [
        ("criticality: othr", "wrong-value", "mente du 'other'?"),
        ("criticality: 5", "wrong-value", "'5' "),
        ("deputies: []\n    uses: [a, a]", "listed-twice", "samme"),
        ("provides: []", "empty", ""),
        ("personal_data: []", "empty", ""),
        ("personal_data: [cprs]", "wrong-value", "mente du 'cpr'?"),
        ("source_owned: nej", "wrong-type", "'nej'"),
        ("supervised_on: 2026-02-30", "not-a-date", "2026-12-31"),
        ("provides: [A 5]", "not-a-control", "A.5.18"),
        ("external: {Kitos: '1'}", "not-a-id", "'Kitos'"),
        ("owner: Anna Holm", "not-a-owner", "ejer mangler"),
    ],
)
def test_what_is_wrong_with_a_system_is_said(field: str, code: str, said: str) -> None:
    problem = only(systems(field), "systems")
    assert problem.code == code
    assert said in problem.message


@pytest.mark.parametrize(
    ("text", "name", "code", "said"),
    [
        ("targets: {met: 101}", "profile", "out-of-bounds", "101"),
        ("targets: {met: -1}", "profile", "out-of-bounds", "-1"),
        ("cycle: {other: 0}", "profile", "out-of-bounds", "0"),
        ("cycle: {othr: 1}", "profile", "unknown-field", "mente du 'other'?"),
        ("applicability: {A 5: {reason: x}}", "profile", "not-a-control", "'A 5'"),
        ("applicability: {A.5: {}}", "profile", "missing-field", "'reason'"),
        ("language: da", "workspace", "missing-field", "'organisation'"),
        ("x", "workspace", "wrong-type", "felter"),
        ("people: x", "people", "wrong-type", "en liste"),
        (form("T.1: {maturity: 6}"), "questionnaire", "out-of-bounds", "5"),
        (form("T.1: {maturity: 2.5}"), "questionnaire", "wrong-type", "et helt tal"),
        (form("T 1: {status: x}"), "questionnaire", "not-a-control", "'T 1'"),
        (form("T.1: {comment: [x]}"), "questionnaire", "wrong-type", "hele teksten"),
        (
            form(f"T.1: {{evidence: [{'{},' * 101}]}}"),
            "questionnaire",
            "too-long",
            "100",
        ),
        (form().replace("/1", "/2"), "questionnaire", "not-a-form", "secaudit/1"),
        (form().replace("000", "00"), "questionnaire", "not-a-issue", "32"),
        (
            form().replace("system", "sytem"),
            "questionnaire",
            "wrong-value",
            "'system'?",
        ),
        (
            form("T.1: {counts: {a: {mett: 1}}}"),
            "questionnaire",
            "unknown-field",
            "'met'",
        ),
        (form("T.1: {counts: {A: {met: 1}}}"), "questionnaire", "not-a-id", "'A'"),
        (form("T.1: {counts: {a: {met: -1}}}"), "questionnaire", "out-of-bounds", "-1"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(
    text: str, name: str, code: str, said: str
) -> None:
    problem = only(text, name)
    assert problem.code == code
    assert said in problem.message


def test_a_condition_must_name_facts_and_values() -> None:
    def control(when: str) -> str:
        both = "{da: x, en: y}"
        asked = f"text: {both}, guidance: {both}, evidence: {{da: [x], en: [y]}}"
        return (
            f"- {{id: L.1, theme: L, title: {both}, weight: 1, "
            f"questions: {{system: {{{asked}, when: {when}}}}}}}"
        )

    assert problems(control("{personal_data: [cpr]}"), "controls") == []
    assert only(control("{personal: [cpr]}"), "controls").code == "unknown-field"
    assert only(control("{personal_data: [crp]}"), "controls").code == "wrong-value"
    assert only(control("{}"), "controls").code == "empty"
    assert only(control("{personal_data: []}"), "controls").code == "empty"


def test_everything_wrong_is_told_of_in_one_run_sorted() -> None:
    text = "people:\n- id: P1\n  name: [x]\n  nmae: y\n- id: p02\n- name: z\n"
    found = problems(text, "people")
    assert found == sorted(found)
    assert [(p.line, p.code) for p in found] == [
        (2, "not-a-id"),
        (3, "wrong-type"),
        (4, "unknown-field"),
        (5, "missing-field"),
        (6, "missing-field"),
    ]


def test_two_fields_that_are_missing_are_two_problems() -> None:
    found = problems("people:\n- title: x\n", "people")
    assert sorted(p.message for p in found) == ["'id' mangler", "'name' mangler"]


def test_a_truth_value_where_text_is_expected_is_refused() -> None:
    problem = only(people("title: false"), "people")
    assert problem.code == "wrong-type"
    assert "'false'" in problem.message


def test_a_text_where_a_number_is_expected_is_refused() -> None:
    assert only("targets: {met: '50'}", "profile").code == "wrong-type"


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        (people("department: |\n      teknik", ""), "people", 4),
        (systems("supervised_on: |\n      2026-01-31", ""), "systems", 4),
        (
            form().replace(f"issue: {'0' * 32}", f"issue: |\n  {'0' * 32}"),
            "questionnaire",
            4,
        ),
    ],
)
def test_what_only_one_validator_finds_is_a_problem_all_the_same(
    text: str, name: str, line: int
) -> None:
    """A `$` in Python matches before a last line end; in ECMA 262 it does not."""
    found = document(text)
    assert (
        list(jsonschema.Draft202012Validator(schema(name)).iter_errors(found.value))
        == []
    )
    problem = only(text, name)
    assert (problem.severity, problem.code, problem.line) == (
        "error",
        "wrong-value",
        line,
    )


def test_a_long_value_is_shown_shortened() -> None:
    problem = only(people(f"department: {'X' * 100}"), "people")
    assert "X" * 59 + "…" in problem.message
    assert "X" * 60 not in problem.message


def test_the_breach_of_a_pattern_is_said_in_words_in_every_schema() -> None:
    worded = {
        "date",
        "id",
        "control",
        "text",
        "owner",
        "email",
        "host",
        "share",
        "form",
        "file",
        "issue",
        "colour",
    }
    kinds = {
        part.get("$comment")
        for name in NAMES
        for _at, part in parts(schema(name))
        if isinstance(part.get("pattern"), str)
    }
    assert kinds == worded


def test_the_word_probably_meant_is_named() -> None:
    words = ("opfyldt", "delvist opfyldt", "ikke opfyldt")
    assert did_you_mean("delvis", words) == "; mente du 'delvist opfyldt'?"
    assert did_you_mean("xyz", words) == ""
    assert did_you_mean("x", ()) == ""
