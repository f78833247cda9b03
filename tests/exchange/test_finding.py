"""The sheet of a workbook that is read, and the row of headings in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from secaudit.exchange.actions import COLUMNS
from secaudit.exchange.reading import read
from secaudit.exchange.row import Row
from secaudit.language import LANGUAGES, Language, _, using
from secaudit.problems import Problem, Refused
from secaudit.workbook import Column
from tests.exchange.spreadsheet import part_of, repacked

FEW = (
    Column("Id", use="names", key="id"),
    Column("What", use="asks", key="what"),
    Column("Due", "date", use="asks", key="due"),
    Column("Hours", "integer", use="asks", key="hours"),
)
HEAD = ("Id", "What", "Due", "Hours")
MAKES = "secaudit action export FILE"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages are told in English here."""
    with using("en"):
        yield


def saved(hidden: tuple[str, ...] = (), **sheets: list[tuple[Any, ...]]) -> Path:
    """A workbook with these sheets, as a person left it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page: Any = book.create_sheet(name)
        page.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            page.append(row)
    book.save("svar.xlsx")
    return Path("svar.xlsx")


def found(path: Path) -> tuple[list[tuple[int, str]], list[str]]:
    """The number and the id of each row that is read, and what is told."""
    rows, problems = read(path, FEW, MAKES)
    return [(row.number, row.text("id")) for row in rows], [*map(str, problems)]


def refused(path: Path) -> Refused:
    """The refusal of a workbook."""
    with pytest.raises(Refused) as told:
        read(path, FEW, MAKES)
    return told.value


def test_a_list_on_another_sheet_than_the_first_is_read() -> None:
    path = saved(Noter=[("mine noter",)], Liste=[HEAD, ("H1",)])
    assert found(path) == ([(2, "H1")], [])


def test_headings_below_a_title_and_blank_lines_are_found_and_rows_keep_their_numbers() -> (
    None
):
    rows: list[tuple[Any, ...]] = [("Handlinger 2026",), (), (), HEAD, (), ("H1",)]
    assert found(saved(Liste=rows)) == ([(6, "H1")], [])


def test_headings_far_below_are_not_looked_for() -> None:
    rows: list[tuple[Any, ...]] = [(f"linje {n}",) for n in range(20)]
    assert found(saved(Liste=[*rows[:19], HEAD, ("H1",)]))[0] == [(21, "H1")]
    assert "no sheet has the headings" in refused(saved(Liste=[*rows, HEAD])).sentence


@pytest.mark.parametrize(
    "head",
    [
        (" ID ", "what:", "Due*", "HOURS"),
        ("Id\n", "Wh\u00adat", "Due\u00a0", "H\u200bours :"),
        ("I d", "What *", "D\nue", "Ｈours"),
    ],
)
def test_a_heading_is_known_whatever_people_add_to_it(head: tuple[str, ...]) -> None:
    assert found(saved(Liste=[head, ("H1",)])) == ([(2, "H1")], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_may_be_in_either_language_and_in_any_order(
    language: Language,
) -> None:
    with using(language):
        head = tuple(_(column.title) for column in reversed(COLUMNS))
    row = [None] * (len(COLUMNS) - 1) + ["H1"]
    rows, problems = read(saved(Ark1=[head, tuple(row)]), COLUMNS, MAKES)
    assert [row.text("id") for row in rows] == ["H1"]
    assert problems == ()


def test_the_sheet_that_fits_best_is_read() -> None:
    path = saved(Kladde=[HEAD[:3], ("H1",)], Liste=[HEAD, ("H2",)])
    assert found(path)[0] == [(2, "H2")]


def test_a_visible_sheet_comes_before_a_hidden_one() -> None:
    sheets = {"Skjult": [HEAD, ("H1",)], "Liste": [HEAD, ("H2",)]}
    assert found(saved(hidden=("Skjult",), **sheets))[0] == [(2, "H2")]


def test_a_hidden_sheet_is_read_where_it_is_the_only_one() -> None:
    path = saved(hidden=("Liste",), Noter=[("x",)], Liste=[HEAD, ("H1",)])
    assert found(path)[0] == [(2, "H1")]


def test_another_such_list_that_holds_rows_is_told() -> None:
    path = saved(Liste=[HEAD, ("H1",)], Kopi=[HEAD, ("H2",)], Tom=[HEAD])
    assert found(path) == (
        [(2, "H1")],
        [
            "svar.xlsx: warning: the sheet 'Kopi' holds such a list too, and is not "
            "read: 'Liste' is"
        ],
    )


def test_another_workbook_gives_one_sentence_that_says_where_the_right_one_is() -> None:
    told = refused(saved(Ark1=[("Navn", "Telefon"), ("Bo", 12)]))
    assert told.problems == ()
    assert told.sentence == (
        "svar.xlsx is another workbook: no sheet has the headings 'Id', 'What', 'Due', "
        "'Hours'; make the right one with 'secaudit action export FILE', and write in it"
    )


def test_of_many_headings_the_first_are_named() -> None:
    with pytest.raises(Refused) as told:
        read(saved(Ark1=[("Navn", "What")]), COLUMNS, MAKES)
    assert "'Action', 'What', 'Responsible', 'Due date' and 11 more;" in str(told.value)


def test_headings_that_are_missing_are_named_in_one_sentence() -> None:
    (problem,) = refused(saved(Noter=[("x",)], L=[(), HEAD[1:3], ("a",)])).problems
    assert str(problem) == (
        "svar.xlsx: error: L! headings that are missing in row 2: 'Id', 'Hours'; write "
        "them there, or make the workbook anew with 'secaudit action export FILE'"
    )


def test_a_cell_is_named_with_its_sheet_where_there_are_several() -> None:
    rows: list[tuple[Any, ...]] = [HEAD, ("H1", None, "uge 50")]
    alone, beside = (
        saved(Liste=rows),
        ["svar.xlsx:2:3: error: Liste!C2: expected a date"],
    )
    assert found(alone)[1][0].startswith("svar.xlsx:2:3: error: C2: expected a date")
    told = found(saved(Noter=[("x",)], Liste=rows))[1]
    assert [complaint.partition(" such")[0] for complaint in told] == beside


def test_the_name_of_a_sheet_forges_no_line() -> None:
    path = saved(Liste=[HEAD, ("H1",)], Kopi=[HEAD, ("H2",)])
    rows, problems = _renamed(path, "Kopi", "Kopi&#10;svar.xlsx: fejl: x")
    assert [row.number for row in rows] == [2]
    assert "\n" not in str(problems[0])


def _renamed(path: Path, old: str, new: str) -> tuple[tuple[Row, ...], list[Problem]]:
    part = "xl/workbook.xml"
    xml = part_of(path, part).replace(
        f'name="{old}"'.encode(), f'name="{new}"'.encode()
    )
    rows, problems = read(repacked(path, {part: xml}), FEW, MAKES)
    return rows, list(problems)
