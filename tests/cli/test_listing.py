"""A list is said once, and shown as a table, as CSV and as JSON."""

import json
from dataclasses import replace

import pytest

from secaudit.cli.showing import Column, Listing, in_sheet, in_table, line
from secaudit.language import later, using

Action = tuple[str, str, int]
ACTIONS: list[Action] = [("H1", "Luk de gamle konti", 2), ("H2", "=1+1", 0)]
COLUMNS: tuple[Column[Action], ...] = (
    Column(later("id"), lambda action: action[0]),
    Column(later("what"), lambda action: action[1], lambda text: text[:6]),
    in_table("", lambda action: "!" * action[2]),
    in_sheet(later("hours"), lambda action: action[2] or None),
)
LISTING = Listing(
    COLUMNS, ACTIONS, lambda: [dict([a[:2]]) for a in ACTIONS], ("2 i alt",)
)


def shown(
    listing: Listing[Action], shape: str, capsys: pytest.CaptureFixture[str]
) -> tuple[str, str]:
    """What is written on stdout and on stderr, in Danish."""
    with using("da"):
        listing.show(shape)
    told = capsys.readouterr()
    return told.out, told.err


def test_a_table_has_its_own_columns_and_brief_cells(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = "id  hvad\nH1  Luk de  !!\nH2  =1+1\n"
    assert shown(LISTING, "table", capsys) == (table, "2 i alt\n")


def test_csv_has_whole_cells_and_none_that_a_spreadsheet_would_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    csv = "\ufeffid;hvad;timer\nH1;Luk de gamle konti;2\nH2;'=1+1;\n"
    assert shown(LISTING, "csv", capsys) == (csv, "")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("x\n=cmd|' /C calc'!A0", "x =cmd|' /C calc'!A0"),
        ("\r\n=1+1", "' =1+1"),
        ("\t+1", "' +1"),
        (" \xa0\u3000-1", "' \xa0\u3000-1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\uff0b\uff0d\uff20", "'\uff0b\uff0d\uff20"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\u200b=1+1", "\\u200b=1+1"),
        ("a = b", "a = b"),
        (-5, "-5"),
        (-0.5, "-0,5"),
        (None, ""),
    ],
)
def test_a_cell_of_csv_is_one_line_that_no_spreadsheet_runs(
    capsys: pytest.CaptureFixture[str], text: object, cell: str
) -> None:
    listing = Listing((Column[object]("", lambda item: item),), [text, 1], lambda: None)
    with using("da"):
        listing.show("csv")
    _head, row, _one = capsys.readouterr().out.removesuffix("\n").split("\n")
    assert row.strip('"') == cell


def test_the_columns_of_a_table_are_as_wide_as_what_is_seen_of_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    odd = replace(LISTING, items=[("H\n1", "\x1b[31m", 1), *ACTIONS])
    lines = shown(odd, "table", capsys)[0].splitlines()
    assert lines[1] == "H 1  \\u001b[31m  !"
    assert {line.find("!") for line in lines[1:3]} == {lines[1].index("!")}


def test_json_is_what_the_command_says_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, err = shown(LISTING, "json", capsys)
    assert json.loads(out) == [{"H1": "Luk de gamle konti"}, {"H2": "=1+1"}]
    assert err == ""


def test_a_sparse_table_leaves_out_what_is_empty_in_every_row(
    capsys: pytest.CaptureFixture[str],
) -> None:
    idle = replace(LISTING, items=ACTIONS[1:], sparse=True)
    assert shown(idle, "table", capsys)[0] == "id  hvad\nH2  =1+1\n"
    one_is_busy = replace(LISTING, sparse=True)
    assert shown(one_is_busy, "table", capsys)[0].splitlines()[2] == "H2  =1+1    –"


@pytest.mark.parametrize(
    ("empty", "table", "told"),
    [((), "id  hvad\n", "2 i alt\n"), (("ingen", "intet"), "", "ingen\nintet\n")],
)
def test_a_list_without_rows_is_a_heading_or_the_sentence_that_says_so(
    capsys: pytest.CaptureFixture[str], empty: tuple[str, ...], table: str, told: str
) -> None:
    nothing = replace(LISTING, items=[], empty=empty)
    assert shown(nothing, "table", capsys) == (table, told)


def test_one_item_is_a_line_without_what_is_empty(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line(COLUMNS, ACTIONS[1])
    line(COLUMNS, ACTIONS[0])
    assert capsys.readouterr().out == "H2 · =1+1\nH1 · Luk de · !!\n"
