"""Schemas, and what is said of values that break them."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from secaudit.inventory import Person, RiskAssessment
from secaudit.problems import Problem
from secaudit.validation import (
    SCHEMAS,
    check,
    did_you_mean,
    load,
    plain,
    schema,
    shaped,
)
from secaudit.yamlfile import Document, quoted, read

NAMES = sorted(p.name.removesuffix(".schema.json") for p in SCHEMAS.glob("*.json"))
FREE_NAMES = {
    "answers",
    "counts",
    "external",
    "references",
    "themes",
    "when",
    "applicability",
    "questions",
}
"""Objects whose names are ids: there, `propertyNames` says what a name looks like."""


def document(text: str) -> Document:
    """The one document of a text."""
    (found,) = read(text.encode(), "f.yaml").documents
    return found


def problems(text: str, name: str) -> list[Problem]:
    """All that is wrong with a text, by the schema `name`."""
    return list(check(document(text), name).problems)


def only(text: str, name: str) -> Problem:
    """The one thing that is wrong with a text."""
    (problem,) = problems(text, name)
    return problem


def people(*fields: str) -> str:
    """people.yaml with one person, and more about them."""
    lines = ["people:", "  - id: p01", "    name: Anna"]
    return "\n".join([*lines, *(f"    {field}" for field in fields)])


def systems(*fields: str) -> str:
    """systems.yaml with one system, and more about it."""
    return people(*fields).replace("people:", "systems:", 1)


def form(answer: str = "T.1: {status: opfyldt}") -> str:
    """A returned questionnaire with one answer, which stands on line 6."""
    return (
        'form: secaudit/1\ncampaign: "2026"\nsubject: {kind: system, id: x, name: X}\n'
        f"issue: {'0' * 32}\nanswers:\n  {answer}\n"
    )


def parts(value: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a schema, with where it stands."""
    if isinstance(value, dict):
        yield at, value
        for key, inner in value.items():
            yield from parts(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from parts(inner, f"{at}/{index}")


@pytest.fixture(params=NAMES)
def told(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Each schema in turn."""
    return schema(request.param)


def test_every_yaml_file_of_a_workspace_has_a_schema() -> None:
    assert NAMES == [
        "catalogue",
        "controls",
        "history",
        "notes",
        "people",
        "profile",
        "questionnaire",
        "systems",
        "workspace",
    ]


def test_every_schema_is_valid_2020_12(told: dict[str, Any]) -> None:
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(told)


def test_no_schema_uses_what_validators_understand_differently(
    told: dict[str, Any],
) -> None:
    keywords = {
        key
        for at, part in parts(told)
        if not at.endswith(("/properties", "/$defs"))
        for key in part
    }
    assert keywords & {"format", "multipleOf", "contentEncoding", "dynamicRef"} == set()


def test_no_pattern_uses_a_class_that_validators_understand_differently(
    told: dict[str, Any],
) -> None:
    patterns = [part["pattern"] for _at, part in parts(told) if "pattern" in part]
    patterns = [pattern for pattern in patterns if isinstance(pattern, str)]
    for pattern in patterns:
        for sign in "dDwWsSpPZAbB":
            assert f"\\{sign}" not in pattern
    assert patterns != []


def test_every_object_of_a_schema_forbids_unknown_names_or_says_what_they_look_like(
    told: dict[str, Any],
) -> None:
    loose = []
    for at, part in parts(told):
        kinds = part.get("type")
        is_object = kinds == "object" or (isinstance(kinds, list) and "object" in kinds)
        if not is_object:
            continue
        if part.get("additionalProperties") is False and "properties" in part:
            continue
        named = at.rsplit("/", 1)[-1] in FREE_NAMES
        ruled = "propertyNames" in part and "additionalProperties" in part
        if not (named and ruled):
            loose.append(at)
    assert loose == []


def test_every_pattern_is_held_at_both_ends_or_looks_for_one_sign(
    told: dict[str, Any],
) -> None:
    for at, part in parts(told):
        pattern = part.get("pattern")
        if isinstance(pattern, str) and pattern != "[^ \\t\\n]":
            assert pattern.startswith("^"), at
            assert pattern.endswith("$"), at


def test_every_keyword_of_a_schema_has_its_own_sentence(told: dict[str, Any]) -> None:
    """A breach that has none would be told in words that say nothing."""
    silent = {"$schema", "title", "$comment", "$ref", "$defs", "examples", "items"}
    own = {"properties", "propertyNames", "additionalProperties", "required"}
    said = {"type", "enum", "pattern", "minimum", "maximum", "maxLength", "maxItems"}
    said |= {"minItems", "minProperties", "uniqueItems"}
    found = {
        key
        for at, part in parts(told)
        if not at.endswith(("/properties", "/$defs"))
        for key in part
    }
    assert found - silent - own - said == set()


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


def test_what_breaks_strict_yaml_is_told_of_beside_the_schema() -> None:
    found = problems("people:\n- id: p1\n  id: p2\n  nmae: y\n", "people")
    codes = [p.code for p in found]
    assert codes == ["missing-field", "duplicate-key", "unknown-field"]


@pytest.mark.parametrize(
    "field", ["name: 5", "name: 123456789012345", "name: -7", "name: 0"]
)
def test_an_integer_where_text_is_expected_is_read_as_its_own_text(field: str) -> None:
    text = people().replace("name: Anna", field)
    verdict = check(document(text), "people")
    assert verdict.problems == ()
    assert verdict.value["people"][0]["name"] == field.removeprefix("name: ")


def test_integers_are_read_as_text_in_lists_and_under_references_too() -> None:
    verdict = check(document("systems:\n- {id: 7, name: 8, uses: [9, a]}"), "systems")
    assert verdict.problems == ()
    assert verdict.value == {"systems": [{"id": "7", "name": "8", "uses": ["9", "a"]}]}


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


def dates(text: str) -> list[Problem]:
    """What is wrong with a date."""
    return problems(systems(f"supervised_on: {quoted(text)}"), "systems")


def test_every_day_of_two_centuries_is_a_date_and_no_other_is() -> None:
    validator = jsonschema.Draft202012Validator(schema("systems")["$defs"]["date"])
    day, wrong = date(1900, 1, 1), []
    real = set()
    while day.year < 2100:
        real.add(day.isoformat())
        day += timedelta(days=1)
    for year in range(1900, 2100):
        for month in range(14):
            for number in (0, 1, 27, 28, 29, 30, 31, 32):
                text = f"{year}-{month:02}-{number:02}"
                if validator.is_valid(text) != (text in real):
                    wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["2024-02-29", "2000-02-29", "2026-12-31", "1900-01-01", "2099-12-31"]
)
def test_a_day_that_exists_is_a_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "26-01-01",
        "01-02-2026",
        "1. februar 2026",
        "2026-01-01 ",
        "20260101",
        "2026-W01-1",
        "2100-01-01",
        "٢٠٢٦-01-01",
    ],
)
def test_a_day_that_does_not_exist_or_is_written_otherwise_is_no_date(
    text: str,
) -> None:
    (problem,) = dates(text)
    assert problem.code == "not-a-date"
    assert f"'{text}'" in problem.message


def test_the_date_is_the_same_rule_in_every_schema() -> None:
    rules = set()
    for name in NAMES:
        for _at, part in parts(schema(name)):
            if part.get("$comment") == "date":
                rules.add(part["pattern"])
    assert len(rules) == 1


@pytest.mark.parametrize(
    ("id", "right"),
    [
        ("a", True),
        ("0", True),
        ("a" * 63, True),
        ("konto", True),
        ("com10", True),
        ("con-1", True),
        ("a" * 64, False),
        ("", False),
        ("-a", False),
        ("A", False),
        ("a_b", False),
        ("a.b", False),
        ("æ", False),
        ("con", False),
        ("prn", False),
        ("aux", False),
        ("nul", False),
        ("com1", False),
        ("lpt9", False),
        ("../x", False),
    ],
)
def test_an_id_is_small_letters_digits_and_hyphens_and_no_device(
    id: str, right: bool
) -> None:
    text = people().replace("p01", quoted(id))
    assert ([p.code for p in problems(text, "people")] == []) is right


def test_a_long_value_is_shown_shortened() -> None:
    problem = only(people(f"department: {'X' * 100}"), "people")
    assert "X" * 59 + "…" in problem.message
    assert "X" * 60 not in problem.message


def test_a_value_without_what_is_wrong_in_it_keeps_the_rest() -> None:
    text = form("T.1: {status: [x], comment: ok}\n  T.2: {status: ok, x: 1}")
    verdict = check(document(text), "questionnaire")
    assert set(verdict.wrong) == {("answers", "T.1", "status"), ("answers", "T.2", "x")}
    assert verdict.pruned()["answers"] == {
        "T.1": {"comment": "ok"},
        "T.2": {"status": "ok"},
    }
    assert verdict.value["answers"]["T.1"]["status"] == ["x"]


def test_a_list_without_what_is_wrong_in_it_keeps_its_length() -> None:
    text = form("T.1: {evidence: [x, {reference: y}]}")
    pruned = check(document(text), "questionnaire").pruned()
    assert pruned["answers"]["T.1"]["evidence"] == [{}, {"reference": "y"}]


def test_a_second_document_is_refused_in_a_file_of_one(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text("people: []\n---\npeople: []\n", encoding="utf-8")
    checked = load(path, "people.yaml", "people")
    assert [(p.line, p.code) for p in checked.problems] == [(3, "second-document")]
    assert checked.value is None


def test_a_file_that_is_right_has_its_value_and_one_that_is_not_has_none(
    tmp_path: Path,
) -> None:
    path = tmp_path / "people.yaml"
    path.write_text("people: []\n", encoding="utf-8")
    assert load(path, "people.yaml", "people").value == {"people": []}
    path.write_text("peopel: []\n", encoding="utf-8")
    checked = load(path, "people.yaml", "people")
    assert checked.value is None
    assert {str(p).split(":")[0] for p in checked.problems} == {"people.yaml"}


def test_an_empty_file_has_no_document(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text("# intet\n", encoding="utf-8")
    checked = load(path, "people.yaml", "people")
    assert checked.document is None
    assert [p.code for p in checked.problems] == ["empty-file"]


def test_the_word_probably_meant_is_named() -> None:
    words = ("opfyldt", "delvist opfyldt", "ikke opfyldt")
    assert did_you_mean("delvis", words) == "; mente du 'delvist opfyldt'?"
    assert did_you_mean("xyz", words) == ""
    assert did_you_mean("x", ()) == ""


def test_a_dataclass_is_shaped_and_made_plain_again() -> None:
    told = {"on": "2026-01-31", "result": "lav"}
    made = shaped(told, RiskAssessment)
    assert made == RiskAssessment(date(2026, 1, 31), "lav")
    assert plain(made) == told
    assert json.loads(json.dumps(plain(made))) == told


def test_what_is_absent_is_left_out() -> None:
    assert plain(Person("p01", "Anna")) == {"id": "p01", "name": "Anna"}
    assert shaped({"id": "p01", "name": "Anna"}, Person) == Person("p01", "Anna")


def test_the_breach_of_a_pattern_is_said_in_words_in_every_schema() -> None:
    worded = {
        "date",
        "id",
        "control",
        "text",
        "owner",
        "email",
        "form",
        "file",
        "issue",
    }
    kinds = {
        part.get("$comment")
        for name in NAMES
        for _at, part in parts(schema(name))
        if isinstance(part.get("pattern"), str)
    }
    assert kinds == worded


def test_a_register_is_named_by_the_path_of_a_file() -> None:
    told = 'organisation: {id: x, name: X}\nregister: "postgresql://x"\n'
    problem = only(told, "workspace")
    assert (problem.line, problem.code) == (2, "not-a-file")
    assert "register.db" in problem.message
