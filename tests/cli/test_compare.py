"""`compare`: two campaigns beside each other, as people and programs get them."""

import csv
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.command import Said, environment, run, sentence
from tests.municipality import ANSWERED, Municipality

Compare = Callable[..., Said]
GAP = {"status": "ikke opfyldt", "comment": "Nej"}
NEXT = date(2027, 9, 1)


@pytest.fixture(scope="module")
def twice(
    issued: Municipality, tmp_path_factory: pytest.TempPathFactory
) -> Municipality:
    """A municipality that answered for two systems in two years; no test changes it."""
    made = issued.copy(tmp_path_factory.mktemp("twice") / "proevekommune")
    made.record(
        made.answer("p01", "system-omsorg", {"T.1": GAP}),
        made.answer("p01", "system-arkiv"),
    )
    made.close()
    made.open("2027", NEXT)
    made.issue(NEXT)
    year: dict[str, Any] = {"on": date(2027, 9, 20), "campaign": "2027"}
    made.record(
        made.answer("p01", "system-omsorg", **year),
        made.answer("p01", "system-arkiv", {"T.2": GAP}, **year),
        on=year["on"],
    )
    return made


@pytest.fixture
def compare(twice: Municipality) -> Compare:
    """`compare` in English, in that municipality."""

    def said(*arguments: str | Path) -> Said:
        words = ("--language", "en", "--date", "2027-09-21", *arguments)
        english = environment(SECAUDIT_LANGUAGE="en")
        return run("compare", *words, cwd=twice.folder, env=english)

    return said


def table(said: Said) -> list[list[str]]:
    """The cells of each line that was printed."""
    lines = [line.strip() for line in said.out.splitlines()]
    return [[cell for cell in line.split("  ") if cell] for line in lines]


def test_a_table_tells_figures_numbers_and_gaps(compare: Compare) -> None:
    said = compare("2026", "2027")
    assert (said.code, said.err) == (0, "")
    rows = [[cell.strip() for cell in row] for row in table(said)]
    assert ["met of all", "questions", "2026", "2027"] in rows
    assert ["gaps: closed", "1"] in rows
    assert ["gaps: new", "1"] in rows
    assert ["answers that became better", "1"] in rows
    closed = next(row for row in rows if row[:1] == ["closed"])
    assert closed[2:] == ["T.1", "Omsorg & Pleje", "not met", "met", "1"]


def test_json_has_the_shape_that_is_promised(compare: Compare) -> None:
    told: dict[str, Any] = json.loads(compare("2026", "2027", "--format", "json").out)
    assert told["campaigns"] == ["2026", "2027"]
    assert told["on"] == ["2026-09-20", "2027-09-21"]
    systems = told["figures"]["system"]
    assert set(systems) == {"questions", "then", "now", "themes"}
    assert systems["themes"]["T"]["questions"] == systems["questions"]
    assert set(told["gaps"]) == {"new", "repeated", "closed"}
    (closed,) = told["gaps"]["closed"]
    assert closed["subject"] == {
        "kind": "system",
        "id": "omsorg",
        "name": "Omsorg & Pleje",
    }
    assert (closed["control"], closed["then"], closed["now"]) == (
        "T.1",
        "not-met",
        "met",
    )
    assert [gap["subject"]["id"] for gap in told["gaps"]["new"]] == ["arkiv"]
    assert told["not_compared"] == {
        "questions": {"then": 0, "now": 0},
        "gaps": {"then": 0, "now": 0},
    }


def test_the_figures_are_those_of_gaps_where_everything_can_be_compared(
    compare: Compare, twice: Municipality
) -> None:
    told = json.loads(compare("2026", "2027", "--format", "json").out)
    for id, place in (("2026", "then"), ("2027", "now")):
        words = ("gaps", "--format", "json", "--campaign", id, "--date", "2027-09-21")
        alone = json.loads(run(*words, cwd=twice.folder).out)
        for kind, figures in told["figures"].items():
            overall = alone["figures"][kind]["overall"]["met_of_all"]
            assert figures[place] == overall


def test_csv_has_a_row_for_each_gap_with_its_fate(compare: Compare) -> None:
    rows = list(
        csv.DictReader(StringIO(compare("2026", "2027", "--format", "csv").out))
    )
    told = json.loads(compare("2026", "2027", "--format", "json").out)["gaps"]
    fates = [row["Fate"] for row in rows]
    assert {fate: fates.count(fate) for fate in set(fates)} == {
        fate: len(gaps) for fate, gaps in told.items()
    }
    (closed,) = (row for row in rows if row["Fate"] == "closed")
    assert (closed["Subject id"], closed["Status became"]) == ("omsorg", "better")


def test_the_workbook_has_the_same_rows(compare: Compare, tmp_path: Path) -> None:
    path = tmp_path / "fates.xlsx"
    said = compare("2026", "2027", "--format", "xlsx", "-o", path)
    assert (said.code, said.out) == (0, f"{path.as_posix()}\n")
    page = load_workbook(path).worksheets[0]
    rows = list(csv.reader(StringIO(compare("2026", "2027", "--format", "csv").out)))
    found = [[str(c if c is not None else "") for c in row] for row in page.values]
    assert found == rows


def test_the_word_document_says_it_in_sentences(
    compare: Compare, tmp_path: Path
) -> None:
    path = tmp_path / "compared.docx"
    said = compare("2026", "2027", "-o", path)
    assert (said.code, said.out, said.err) == (0, f"{path.as_posix()}\n", "")
    document = Document(str(path))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "Information security: 2026 and 2027 compared" in text
    assert "1 answer became better." in text
    assert "1 gap of 2026 is closed." in text
    assert any(t.startswith("1 gap is new.") for t in text)
    assert any("secaudit verify --head" in t for t in text)
    assert document.core_properties.title == text[0]


def test_the_same_register_gives_the_same_document(
    compare: Compare, tmp_path: Path
) -> None:
    for name in ("a.docx", "b.docx"):
        assert compare("2026", "2027", "-o", tmp_path / name).code == 0
    first, second = ((tmp_path / name).read_bytes() for name in ("a.docx", "b.docx"))
    assert first == second


def test_the_later_campaign_first_is_refused(compare: Compare) -> None:
    said = compare("2027", "2026")
    assert (said.code, said.out) == (2, "")
    expected = "2027 was opened after 2026: write the earlier one first"
    assert sentence(said) == expected


def test_the_same_campaign_twice_is_refused(compare: Compare) -> None:
    said = compare("2027", "2027")
    assert said.code == 2
    assert sentence(said) == "a campaign cannot be compared with itself"


def test_an_unknown_campaign_is_told_with_a_guess(compare: Compare) -> None:
    said = compare("2026", "2072")
    assert said.code == 2
    assert sentence(said) == "there is no campaign '2072'; did you mean '2027'?"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--format", "xlsx"), "'--format xlsx' needs '-o FILE'"),
        (("--format", "json", "-o", "x.docx"), "'-o FILE' writes a Word document"),
        (("--template", "x.docx"), "'--template' is for the Word document"),
    ],
)
def test_options_that_do_not_fit_together_are_wrong_usage(
    compare: Compare, options: tuple[str, ...], words: str
) -> None:
    said = compare("2026", "2027", *options)
    assert (said.code, said.out) == (2, "")
    assert words in said.lines[-1]


def test_a_file_of_another_kind_is_left_alone(compare: Compare, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_text("mine", encoding="utf-8")
    said = compare("2026", "2027", "-o", path)
    assert said.code == 1
    assert "is left alone" in sentence(said)
    assert path.read_text(encoding="utf-8") == "mine"


def test_an_earlier_campaign_that_was_not_closed_is_judged_on_its_due_date(
    municipality: Municipality,
) -> None:
    municipality.open("2027", NEXT)
    municipality.issue(NEXT)
    words = ("compare", "2026", "2027", "--format", "json", "--date", "2027-09-02")
    told = json.loads(run(*words, cwd=municipality.folder).out)
    assert told["on"] == ["2026-10-01", "2027-09-02"]
    assert ANSWERED.isoformat() < told["on"][0]
