"""The schema for an editor: it is a schema, it is in step with our own, and it is small."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from docs import catalogue_tables as page
from secaudit.language import LANGUAGES, Language, using
from secaudit.questionnaire import Questionnaire, editor_parts, editor_schema
from secaudit.validation import schema

CONTROLS = {
    control.id: control
    for catalogue in page.catalogues()
    for control in catalogue.controls
}
UNITS = (("sundhed", "Sundhed"), ("teknik", "Teknik"))


def forms() -> list[Questionnaire]:
    """A form to each kind of subject, with every question that there is."""
    of_kinds = [page.form(kind) for kind in ("owner", "organisation", "employees")]
    return [*page.forms({}), *of_kinds]


def made(language: Language) -> dict[str, Any]:
    """The schema that lies beside them."""
    with using(language):
        numbered = {form.issue: form for form in forms()}
        parts = editor_parts(numbered, CONTROLS, 3, UNITS)
        return editor_schema(numbered, parts)


def fields(part: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of a part of a schema, with those within it."""
    for name, field in part.get("properties", {}).items():
        yield f"{where}{name}", field
        yield from fields(field, f"{where}{name}.")
    for inner in ("items", "additionalProperties"):
        if isinstance(part.get(inner), dict):
            yield from fields(part[inner], where)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_schema_and_every_question_and_field_says_what_it_is(
    language: Language,
) -> None:
    told = made(language)
    jsonschema.Draft202012Validator.check_schema(told)
    shared = [("", part) for part in told["$defs"].values()]
    within = [field for part in told["$defs"].values() for field in fields(part)]
    named = [*fields(told), *shared[1:], *within]
    bare = [at for at, f in named if "$ref" not in f and not f.get("title")]
    assert bare == []


def test_it_has_the_fields_of_our_own_schema() -> None:
    own, told = schema("questionnaire"), made("da")
    for part in ("facts", "respondent"):
        ours = {name for name, _field in fields(own["properties"][part])}
        assert {name for name, _field in fields(told["$defs"][part])} == ours
    assert told["properties"].keys() == own["properties"].keys()
    beside = {"comment", "reviewed_on", "evidence", "action", "acceptance", "counts"}
    assert (
        beside | {"status", "maturity"} == own["$defs"]["answer"]["properties"].keys()
    )
    for name in beside - {"counts"}:
        ours = resolved(own["$defs"]["answer"]["properties"][name], own)
        assert {n for n, _field in fields(told["$defs"][name])} == ours


def resolved(part: Any, own: Any) -> set[str]:
    """The names of the fields within a part of our own schema."""
    part = part.get("items", part)
    if "$ref" in part:
        part = own["$defs"][part["$ref"].rpartition("/")[2]]
    return {name for name, _field in fields(part)}


def test_a_question_takes_the_field_that_it_is_answered_with_and_no_other() -> None:
    parts = made("da")["$defs"]
    answers = {"status", "maturity", "counts"}
    of_kinds = {"system": "status", "owner": "status", "employees": "counts"}
    for name, part in parts.items():
        kind = name.rpartition(".")[2]
        if kind in of_kinds:
            assert part["properties"].keys() & answers == {of_kinds[kind]}
    assert "maturity" in parts["C.4.1.organisation"]["properties"]
    assert "reviewed_on" in parts["A.5.18.system"]["properties"]
    assert "reviewed_on" not in parts["A.5.3.system"]["properties"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ninety_three_questions_fit_in_a_hundred_and_sixty_kilobytes(
    language: Language,
) -> None:
    told = made(language)
    questions = sum(len(form.questions) for form in forms())
    size = len(json.dumps(told, ensure_ascii=False).encode())
    assert 93 * size < 160_000 * questions


def test_an_editor_offers_unchanged_only_where_an_earlier_answer_may_be_repeated() -> (
    None
):
    forms_of = {form.issue: form for form in forms()}
    number, form = next(
        (n, f) for n, f in forms_of.items() if f.subject.kind == "organisation"
    )
    owner, own = next((n, f) for n, f in forms_of.items() if f.subject.kind == "owner")
    leveled = next(id for id, q in form.questions.items() if q.levels)
    again = {number: {leveled}, owner: {next(iter(own.questions))}}
    with using("da"):
        schema = editor_schema(
            forms_of, editor_parts(forms_of, CONTROLS, 3, UNITS, again), again
        )
    offering = {
        name.removesuffix(".unchanged"): name.endswith(".unchanged")
        for name, part in schema["$defs"].items()
        if "uændret" in str(part)
    }
    assert offering == {
        f"{leveled}.organisation": True,
        f"{next(iter(own.questions))}.owner": True,
    }
    part = schema["$defs"][f"{leveled}.organisation.unchanged"]
    offered = part["properties"]["maturity"]["anyOf"][0]
    assert offered["enum"] == [0, 1, 2, 3, 4, 5, "uændret"]
    assert len(offered["enumDescriptions"]) == 7
    answers = next(
        one["then"]["properties"]["answers"]["properties"]
        for one in schema["allOf"]
        if one["if"]["properties"]["issue"]["const"] == number
    )
    assert answers[leveled]["$ref"].endswith(".organisation.unchanged")
