"""What the schemas themselves hold to."""

from datetime import date, timedelta
from typing import Any

import jsonschema
import pytest

from secaudit.problems import Problem
from secaudit.validation import (
    schema,
)
from secaudit.yamlfile import quoted
from tests.validation.held import NAMES, only, parts, people, problems, systems

FREE_NAMES = {
    "answers",
    "counts",
    "departments",
    "external",
    "references",
    "themes",
    "when",
    "applicability",
    "questions",
}
"""Objects whose names are ids: there, `propertyNames` says what a name looks like."""


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
        "survey",
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
    silent |= {"description", "if", "const", "else"}
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


def test_a_register_is_named_by_the_path_of_a_file() -> None:
    told = 'organisation: {id: x, name: X}\nregister: "postgresql://x"\n'
    problem = only(told, "workspace")
    assert (problem.line, problem.code) == (2, "not-a-file")
    assert "register.db" in problem.message
