"""docs/report-template.md: every tag stands there, as it is."""

from dataclasses import fields

import pytest

from docs import report_tags as page
from docs.report_examples import LONGEST, NOTHING, note
from secaudit.report.word import CHARTS
from secaudit.report.word.kinds import KINDS
from secaudit.report.yearly.model import Report
from secaudit.report.yearly.rows import LineRow
from tools.templates.chart import DRAWINGS


@pytest.fixture(scope="module")
def text() -> str:
    return page.PAGE.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_dataclasses_as_they_are(text: str) -> None:
    assert page.written(text, page.examples_of(text)) == text


@pytest.mark.parametrize("kind", KINDS)
def test_every_tag_of_every_document_has_an_example(text: str, kind: str) -> None:
    examples, model = page.examples_of(text), KINDS[kind].model
    names = [f"{model.__name__}.{field.name}" for field in fields(model)]
    assert [name for name in names if not examples.get(name)] == []


def test_every_kind_of_document_and_every_chart_has_its_place(text: str) -> None:
    assert set(page.HEADINGS) == set(KINDS)
    assert set(DRAWINGS) == set(CHARTS)
    assert [name for name in CHARTS if f"| `{name}` |" not in text] == []


def test_a_tag_is_what_stands_under_it_in_the_source() -> None:
    told = page.descriptions(Report)
    assert told["day"] == "The day that the report is as of."
    assert "headline" not in told


def test_an_example_is_one_line_of_plain_text() -> None:
    row = LineRow("a|b\n*c*", "x" * 100, "", "A", "")
    found: dict[str, str] = {}
    note(row, found)
    assert found["LineRow.what"] == r"a\|b \*c\*"
    assert len(found["LineRow.said"]) == LONGEST
    assert found["LineRow.priority"] == NOTHING
    assert page.examples_of(
        f"<!-- LineRow -->\n| `what` | is | {found['LineRow.what']} |"
    ) == {"LineRow.what": found["LineRow.what"]}
