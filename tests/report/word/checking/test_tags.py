"""docs/report-template.md: every tag stands there, as it is."""

from dataclasses import fields

import pytest

from docs import report_tags as page
from docs.report_examples import LONGEST, NOTHING, note
from secaudit.report.extract.model import Extract
from secaudit.report.word import CHARTS
from secaudit.report.word.kinds import KINDS
from secaudit.report.yearly.gaps.plan import ActionRow, Plan
from secaudit.report.yearly.lines import LineRow
from secaudit.report.yearly.report import Report
from secaudit.report.yearly.status.heat import Heat, HeatCell
from tools.templates.chart import DRAWINGS


@pytest.fixture(scope="module")
def text() -> str:
    return page.PAGE.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_dataclasses_as_they_are(text: str) -> None:
    assert page.written(text, page.examples_of(text)) == text


def test_every_tag_of_every_document_has_an_example(text: str) -> None:
    examples = page.examples_of(text)
    lines = [line for part in page.parts() for line in part.lines]
    tags = [line.key for line in lines if line.tag.startswith("`")]
    assert [key for key in tags if not examples.get(key)] == []


def test_every_row_and_every_section_is_told_once() -> None:
    told = [line.key for part in page.parts() for line in part.lines]
    assert len(set(told)) == len(told)
    for model in (Plan, Heat, HeatCell, ActionRow, Extract):
        own = {f"{model.__name__}.{field.name}" for field in fields(model)}
        common = {f"{model.__name__}.{name}" for name in page.EVERY}
        assert own - common <= {*told}


def test_every_kind_of_document_and_every_chart_has_its_place(text: str) -> None:
    assert set(page.HEADINGS) == set(KINDS)
    assert set(DRAWINGS) == set(CHARTS)
    assert [name for name in CHARTS if f"| `{name}` |" not in text] == []


def test_a_tag_is_what_stands_under_it_in_the_source() -> None:
    told = page.descriptions(Report)
    assert told["before"] == "The campaign before; empty in the first one."
    assert "title" not in told


def test_a_tag_is_named_by_its_section_and_a_field_of_its_rows_by_itself() -> None:
    lines = {line.key: line for part in page.parts() for line in part.lines}
    assert lines["Plan.actions"].tag == "`plan.actions`"
    assert lines["Heat.rest"].tag == "`status.heat.rest`"
    assert lines["ActionRow.due"].tag == "· `due`"
    assert lines["HeatCell.level"].tag == "· · `level`"
    assert lines["Suppliers.facts"].said.startswith("Rows, as `basis.facts` above. ")


def test_an_example_is_one_line_of_plain_text() -> None:
    row = LineRow("a|b\n*c*", "x" * 100, "", "", "A", "")
    found: dict[str, str] = {}
    note(row, found)
    assert found["LineRow.control"] == r"a\|b \*c\*"
    assert len(found["LineRow.said"]) == LONGEST
    assert found["LineRow.priority"] == NOTHING
    assert page.examples_of(page.written(page.START, found)) | found == (
        page.examples_of(page.written(page.START, found))
    )
