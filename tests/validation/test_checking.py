"""The value of a file or a document, held against its schema."""

from pathlib import Path

import pytest

from secaudit.validation import check, load, used_twice
from tests.validation.held import document, form, people, problems


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


def test_an_id_that_stands_three_times_is_told_of_once_at_the_second() -> None:
    text = document("systems:\n- id: a\n- id: b\n- id: a\n- id: a\n")
    (problem,) = used_twice(text, "systems", ["a", "b", "a", "a"])
    assert (problem.line, problem.column, problem.code) == (4, 7, "duplicate-id")
    assert "'a'" in problem.message
