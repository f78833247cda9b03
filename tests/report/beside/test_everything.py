"""Every gap and action as a workbook: typed, filtered, safe, the same bytes, quick."""

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from secaudit.campaign import fold
from secaudit.gaps import Picture, picture
from secaudit.gaps.comparison import comparison
from secaudit.language import using
from secaudit.report.beside.everything import actions_sheet, everything, gaps_sheet
from secaudit.report.beside.fates import fates_sheet
from secaudit.workbook.writing import workbook
from tests.conftest import needs
from tests.exchange.spreadsheet import has_office, office
from tests.story import SYSTEM, TODAY, Story, control

DAY = date(2026, 9, 20)


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    """Headings are told in English here."""
    with using("en"):
        yield


def story(comment: str = "Mangler", **answer: Any) -> Story:
    """A system with a gap by law, one that inherits, and an action that was moved."""
    made = Story().open("2026", control("T.1", 3, legal=True), control("T.2", 2))
    made.issue("system:s", "T.1", provides=["T.1"])
    made.issue(SYSTEM, "T.2", inherited={"T.1": ["s"]}, facts={"department": "d1"})
    made.say("system:s", {"T.1": {"status": "partial", "comment": comment, **answer}})
    made.say(SYSTEM, {"T.2": "not-met"}).review(SYSTEM, "T.2", "agreed")
    made.accept(SYSTEM, "T.2", date(2027, 1, 31), on=date(2026, 9, 1))
    covers = [{"subject": "system:s", "control": "T.1"}]
    said = {"covers": covers, "due": "2026-12-01", "hours": 20, "cost": 15000}
    made.act("H1", date(2026, 9, 11), what="Ryd op", **said)
    return made.act("H1", date(2026, 9, 12), due="2027-02-01", reason="Senere")


def sheets(found: Picture) -> Any:
    """The workbook, as a spreadsheet opens it."""
    return load_workbook(BytesIO(everything(found)))


def rows(page: Any) -> list[dict[str, Any]]:
    """The rows of a page by heading."""
    head, *others = page.values
    return [dict(zip(head, row, strict=True)) for row in others]


def row_of(page: Any, column: str, value: str) -> dict[str, Any]:
    """The row with a value in a column."""
    return next(row for row in rows(page) if row[column] == value)


def test_there_is_a_row_for_each_gap_also_those_inherited_and_accepted() -> None:
    book = sheets(story().picture())
    assert book.sheetnames == ["Gaps", "Actions"]
    found = [(row["Subject id"], row["Control"]) for row in rows(book["Gaps"])]
    assert sorted(found) == [("a", "T.1"), ("a", "T.2"), ("s", "T.1")]
    inherited = row_of(book["Gaps"], "Inherited from", "s")
    assert inherited["Subject id"] == "a"
    assert row_of(book["Gaps"], "Control", "T.2")["Note"] == "accepted"


def test_numbers_are_numbers_and_dates_are_dates() -> None:
    book = sheets(story().picture())
    gap = row_of(book["Gaps"], "Control", "T.2")
    assert (gap["Priority"], gap["Shortfall"], gap["Weight"]) == (8, 1, 2)
    assert (gap["Criticality"], gap["Data"]) == (2, 2)
    assert gap["Accepted until"] == datetime(2027, 1, 31)
    assert gap["Answered on"] == datetime(2026, 9, 10)
    assert gap["Answered by"] == "(name deleted); issued to p1"
    assert (gap["Reviewed"], gap["Verdict"]) == ("yes", "agreed")
    own = row_of(book["Gaps"], "Subject id", "s")
    assert (own["Priority"], own["Shortfall"]) == (6, 0.5)
    assert (own["By law"], own["Actions"], own["Comment"]) == ("yes", "H1", "Mangler")


def test_a_gap_says_whether_its_answer_was_only_confirmed() -> None:
    page = sheets(story(repeats=1).picture())["Gaps"]
    confirmed = {row["Control"]: row["Confirmed unchanged"] for row in rows(page)}
    assert confirmed == {"T.1": "yes", "T.2": "no"}


def test_an_action_tells_when_it_was_due_first_and_what_it_takes() -> None:
    (action,) = rows(sheets(story().picture())["Actions"])
    assert action["Action"] == "H1"
    assert action["Covers"] == "T.1 s"
    assert action["First due date"] == datetime(2026, 12, 1)
    assert action["Due date"] == datetime(2027, 2, 1)
    assert (action["Times moved"], action["Hours"], action["Cost (kr.)"]) == (
        1,
        20,
        15000,
    )
    assert (action["Status"], action["Ended on"]) == ("not started", None)
    late = rows(sheets(story().picture(date(2027, 3, 1)))["Actions"])[0]
    assert late["Status"] == "overdue"


def test_the_numbers_are_those_of_the_gaps() -> None:
    found = story().picture()
    told = rows(sheets(found)["Gaps"])
    assert len(told) == len(found.gaps) + len(found.inherited)
    assert [row["Priority"] for row in told if not row["Inherited from"]] == [
        gap.priority for gap in found.gaps
    ]


def test_a_campaign_without_gaps_or_actions_has_its_headings() -> None:
    made = Story().open("2026", control("T.1")).issue(SYSTEM, "T.1")
    found = made.say(SYSTEM, {"T.1": "met"}).picture()
    book = sheets(found)
    for sheet in (gaps_sheet(found), actions_sheet(found)):
        head = tuple(column.title for column in sheet.columns)
        assert [head] == list(book[sheet.title].values)


def test_a_list_can_be_filtered_and_printed() -> None:
    page = sheets(story().picture())["Gaps"]
    assert page.auto_filter.ref == "A1:AE4"
    assert page.freeze_panes == "A2"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    columns = gaps_sheet(story().picture()).columns
    printed = sum(column.printed for column in columns)
    assert [column.printed for column in columns] == [
        n < printed for n in range(len(columns))
    ]


def test_the_same_picture_gives_the_same_bytes() -> None:
    found = story().picture()
    made = everything(found)
    assert everything(found) == made
    properties = load_workbook(BytesIO(made)).properties
    assert properties.title == "Gaps and actions 2026"
    assert properties.created == datetime.combine(TODAY, datetime.min.time())
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert {part.date_time[0] for part in package.infolist()} == {1980}


def test_headings_follow_the_language() -> None:
    with using("da"):
        book = sheets(story().picture())
    assert book.sheetnames[1] == "Handlinger"
    assert book["Handlinger"]["A1"].value == "Handling"


def test_many_rows_are_a_small_file() -> None:
    found = story(
        "En bemærkning, der fylder lidt mere end en linje i sin celle"
    ).picture()
    many = replace(found, gaps=found.gaps * 1500)
    assert len(everything(many)) < 500_000


def test_libreoffice_opens_every_workbook(tmp_path: Path) -> None:
    needs("LibreOffice", has_office())
    made = story("=1+1; æøå")
    (tmp_path / "all.xlsx").write_bytes(everything(made.picture()))
    made.open("2027", control("T.1", 3)).issue("system:s", "T.1")
    then, now = fold(made.events).values()
    pictures = (picture([then], TODAY), picture([then, now], date(2027, 9, 20)))
    fates = fates_sheet(comparison([then, now], *pictures))
    (tmp_path / "two.xlsx").write_bytes(workbook(fates, title="2026 og 2027", day=DAY))
    told = converted(tmp_path / "all.xlsx", "Gaps")
    assert {row["Comment"] for row in told} == {"=1+1; æøå", ""}
    assert {row["Accepted until"] for row in told} == {"2027-01-31", ""}
    assert converted(tmp_path / "all.xlsx", "Actions")[0]["Action"] == "H1"
    fates_told = converted(tmp_path / "two.xlsx", "Comparison")
    (repeated,) = (row for row in fates_told if row["Fate"] == "repeated")
    assert (repeated["Control"], repeated["Years"]) == ("T.1", "2")
    pages = office(tmp_path / "all.xlsx", tmp_path, "pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pages)) == 2


def converted(path: Path, sheet: str) -> list[dict[str, str]]:
    """The rows of a sheet, as LibreOffice reads and shows them."""
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,,,-1"
    office(path, path.parent, form)
    text = path.with_name(f"{path.stem}-{sheet}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
