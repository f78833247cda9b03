"""docs/catalogue.md: its tables are true, and no form is longer than it says."""

from pathlib import Path

import pytest

from docs import catalogue_tables as page
from secaudit.catalogue import Question
from secaudit.language import LANGUAGES
from secaudit.questionnaire import minutes_of
from secaudit.steps.controls.catalogue import check
from secaudit.steps.init import init
from secaudit.workspace import load_contents, load_workspace

MOST_MINUTES = 26
"""A form must not take longer to read and answer."""


def test_the_tables_are_those_of_the_catalogues_as_they_are() -> None:
    text = page.PAGE.read_text(encoding="utf-8")
    assert page.written(text) == text


def test_every_table_stands_on_the_page() -> None:
    text = page.PAGE.read_text(encoding="utf-8")
    for name, table in page.TABLES.items():
        rows = list(table())
        assert len(rows) > 3
        assert "\n".join(rows) in text, name


@pytest.mark.parametrize(
    ("facts", "owner", "operations"),
    [(page.SMALLEST, 12, 30), (page.LARGEST, 25, 30), ({}, 25, 30)],
)
def test_a_form_has_no_more_questions_than_its_bound(
    facts: dict[str, object], owner: int, operations: int
) -> None:
    first, second = page.forms(facts)
    assert 0 < len(first.questions) <= owner
    assert 0 < len(second.questions) <= operations
    for form in (first, second):
        for language in LANGUAGES:
            assert minutes_of(form, language) <= MOST_MINUTES


def test_the_largest_system_is_asked_every_question_to_systems() -> None:
    asked = {id for form in page.forms(page.LARGEST) for id in form.questions}
    controls = [c for catalogue in page.catalogues() for c in catalogue.controls]
    assert asked == {c.id for c in controls if "system" in c.questions}


def test_the_smallest_system_has_at_most_twelve_even_if_one_person_answers() -> None:
    assert sum(len(form.questions) for form in page.forms(page.SMALLEST)) <= 12


def test_a_year_of_core_questions_has_at_most_ten() -> None:
    for facts in page.PROFILES.values():
        forms = page.forms(facts, core=True)
        assert 0 < sum(len(form.questions) for form in forms) <= 10


def test_a_persons_own_duties_are_at_most_twenty() -> None:
    questions = page.asked("owner")
    assert 0 < len(questions) <= 20
    assert minutes_of(page.form("owner"), "da") <= MOST_MINUTES


def test_no_area_has_more_than_thirty_and_every_control_has_an_area() -> None:
    areas = page.areas()
    assert all(0 < len(questions) <= 30 for questions in areas.values())
    assert sum(map(len, areas.values())) == len(page.asked("organisation"))


def test_the_common_services_answer_for_all_that_can_be_inherited() -> None:
    questions: dict[str, Question] = {
        control.id: control.questions["system"]
        for catalogue in page.catalogues()
        for control in catalogue.controls
        if "system" in control.questions
    }
    services = [s for catalogue in page.catalogues() for s in catalogue.services]
    assert len(services) == 6
    offered = {id for service in services for id in service.controls}
    assert offered == {id for id, q in questions.items() if q.inheritable}


def test_common_services_make_the_form_of_operations_shorter() -> None:
    alone = page.forms(page.LARGEST)[1].questions
    served = page.forms(page.LARGEST, services=True)[1].questions
    assert len(served) == len(alone) - 8


def blocks() -> list[str]:
    """The indented examples of the page, as they are written."""
    lines = page.PAGE.read_text(encoding="utf-8").splitlines()
    kept = (line[4:] if line.startswith("    ") else "\0" for line in lines)
    joined = "\n".join(kept)
    return [block.strip("\n") for block in joined.split("\0") if block.strip()]


def test_the_examples_of_tailoring_pass_the_linter(tmp_path: Path) -> None:
    workspace = init(tmp_path / "ny", "Ærø Kommune", "da")
    own, head, controls = (b for b in blocks() if not b.startswith("secaudit "))
    (workspace.folder / "profile.yaml").write_text(own, encoding="utf-8")
    (workspace.folder / "vores").mkdir()
    for name, text in (("catalogue.yaml", head), ("V.yaml", controls)):
        (workspace.folder / "vores" / name).write_text(text, encoding="utf-8")
    file = workspace.folder / "secaudit.yaml"
    told = file.read_text(encoding="utf-8").replace("nis2]", "nis2, vores]")
    file.write_text(told, encoding="utf-8")
    changed = load_workspace(workspace.folder)
    assert check(changed) == ()
    assert len(load_contents(changed).applied) == 1 + len(
        [c for catalogue in page.catalogues() for c in catalogue.controls]
    )
