"""The sheet of actions, and what is said in one that comes back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secaudit.campaign import ACTION_STATES, OUTCOMES, Action, Move
from secaudit.exchange.action_rows import read_actions
from secaudit.exchange.actions import COLUMNS, actions_sheet
from secaudit.exchange.row import MOST_WRONG, keyed
from secaudit.language import LANGUAGES, Language, _, using
from secaudit.officer.changes import Change
from secaudit.problems import Problem, Refused
from secaudit.workbook.writing import workbook
from tests.exchange.spreadsheet import Spreadsheet

TODAY = date(2026, 10, 1)
FIRST = Action(
    "H1",
    "2026",
    date(2026, 9, 1),
    date(2026, 11, 1),
    date(2026, 12, 1),
    (("system:omsorg", "T.1"), ("system:arkiv", "T.1")),
    what="Gennemgå rettigheder",
    responsible="Anna Holm",
    hours=20,
    reason="leverandøren er forsinket",
    moves=(Move(TODAY, date(2026, 11, 1), date(2026, 12, 1), "leverandøren"),),
    sequence=12,
)
SECOND = Action(
    "H2",
    "2026",
    date(2026, 9, 1),
    date(2026, 9, 15),
    date(2026, 9, 15),
    (("owner:p01", "T.2"),),
    what="=Ryd op",
    cost=0,
    status="started",
    evidence="ESDH 2026-5",
    sequence=9,
)
DONE = Action(
    "H3",
    "2026",
    date(2026, 9, 1),
    date(2026, 9, 15),
    date(2026, 9, 15),
    (("owner:p01", "T.1"),),
    what="Skriv en plan",
    status="done",
    evidence="ESDH 2026-1",
    sequence=15,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages are told in English here."""
    with using("en"):
        yield


@pytest.fixture
def sheet() -> Spreadsheet:
    """The sheet of three actions: H1 stands in row 2, H2 in row 3, H3 in row 4."""
    Path("h.xlsx").write_bytes(workbook(actions_sheet((FIRST, SECOND, DONE), TODAY)))
    return Spreadsheet(Path("h.xlsx"), COLUMNS)


def outcome(
    sheet: Spreadsheet, *later: Action
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """What is read of the sheet once it is saved; `later` has happened since it was made."""
    histories = {action.id: [action] for action in (FIRST, SECOND, DONE)}
    for action in later:
        histories[action.id].append(action)
    return read_actions(sheet.save(), histories, TODAY, _covering)


def _covering(names: tuple[str, ...]) -> None:
    for name in names:
        if not name.endswith(("T.1", "T.2")):
            raise Refused(f"{name} is no gap")


def told(sheet: Spreadsheet) -> list[dict[str, Any]]:
    """What is said in the sheet, without what is not."""
    found, problems = outcome(sheet)
    assert problems == ()
    return [
        {k: v for k, v in vars(one).items() if v not in (None, "", ())} for one in found
    ]


def complaints(sheet: Spreadsheet) -> list[str]:
    """What is wrong with the sheet, without where it lies."""
    return [problem.message for problem in outcome(sheet)[1]]


def test_an_action_is_a_row_with_all_that_is_known_of_it(sheet: Spreadsheet) -> None:
    row = {column.key: sheet.read(2, column.key) for column in COLUMNS}
    assert row["id"] == "H1"
    assert row["covers"] == "system:omsorg/T.1; system:arkiv/T.1"
    assert (row["original_due"].date(), row["due"].date()) == (
        date(2026, 11, 1),
        date(2026, 12, 1),
    )
    assert (row["moved"], row["version"], row["hours"], row["cost"]) == (
        1,
        12,
        20,
        None,
    )
    assert (row["latest"], row["reason"]) == ("leverandøren er forsinket", None)
    assert (row["status"], row["overdue"]) == ("not started", None)
    assert sheet.read(3, "overdue") == "overdue"
    assert sheet.read(3, "what") == "=Ryd op"
    assert sheet.read(3, "cost") == 0


def test_a_sheet_that_nobody_touched_says_nothing(sheet: Spreadsheet) -> None:
    assert told(sheet) == []


def test_what_is_changed_is_said_and_nothing_else(sheet: Spreadsheet) -> None:
    sheet.write(2, responsible="Bo Lind", hours="25", cost=1500.0)
    assert told(sheet) == [
        {"id": "H1", "responsible": "Bo Lind", "hours": 25, "cost": 1500, "seen": 12}
    ]


def test_rows_may_be_sorted_and_taken_out(sheet: Spreadsheet) -> None:
    sheet.page.delete_rows(2)
    sheet.write(2, what="Ryd helt op")
    assert told(sheet) == [{"id": "H2", "what": "Ryd helt op", "seen": 9}]


def test_a_due_date_is_moved_with_a_reason(sheet: Spreadsheet) -> None:
    sheet.write(2, due="31-12-2026", reason="ferie")
    assert told(sheet) == [
        {"id": "H1", "due": date(2026, 12, 31), "reason": "ferie", "seen": 12}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_action_is_done_where_it_can_be_seen(
    sheet: Spreadsheet, language: Language
) -> None:
    with using(language):
        sheet.write(2, status=f" {_(ACTION_STATES['done']).upper()}")
    sheet.write(2, evidence="ESDH 2026-77")
    assert told(sheet) == [
        {"id": "H1", "status": "done", "evidence": "ESDH 2026-77", "seen": 12}
    ]


def test_what_was_pointed_at_before_is_told_again_when_it_is_done(
    sheet: Spreadsheet,
) -> None:
    sheet.write(3, status="done")
    assert told(sheet) == [
        {"id": "H2", "status": "done", "evidence": "ESDH 2026-5", "seen": 9}
    ]


def test_what_was_done_is_taken_up_again_with_a_reason(sheet: Spreadsheet) -> None:
    sheet.write(4, status="started", reason="planen er forældet")
    assert told(sheet) == [
        {
            "id": "H3",
            "status": "started",
            "reason": "planen er forældet",
            "seen": 15,
        }
    ]


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"due": date(2027, 1, 1)}, "K2: say here why H1 is moved"),
        (
            {"due": date(2026, 9, 30), "reason": "x"},
            "D2: the due date 2026-09-30 has passed",
        ),
        ({"status": "done"}, "J2: say here where it can be seen that H1 was done"),
        ({"status": "dropped"}, "K2: say here why H1 is 'dropped' now"),
        (
            {"status": "doen"},
            "F2: 'doen' is not a valid status; write 'not started', 'under way', 'done', 'dropped'",
        ),
        ({"hours": -1}, "G2: -1 is less than 0"),
        ({"cost": -1}, "H2: -1 is less than 0"),
        (
            {"what": None},
            "B2: is empty, or merged with another; H1 has 'Gennemgå rettigheder' here",
        ),
        (
            {"due": None},
            "D2: is empty, or merged with another; H1 has '2026-12-01' here",
        ),
        (
            {"status": None},
            "F2: is empty, or merged with another; H1 has 'not started' here",
        ),
        (
            {"reason": "derfor"},
            "K2: says why, but nothing else about H1 was changed",
        ),
        ({"id": "H9"}, "A2: there is no action 'H9'; did you mean 'H3'?"),
        ({"id": "H2"}, "A3: is about the same as row 2"),
        ({"id": None}, "A2: the id of the action is missing; make a new list"),
        ({"version": 11}, "O2: is no version of H1; make a new list"),
        ({"version": None}, "O2: is no version of H1; make a new list"),
        ({"version": "tolv"}, "O2: expected a whole number, found 'tolv'"),
        ({"what": "=1+1"}, "B2: holds a formula; write what is meant"),
    ],
)
def test_what_cannot_be_is_told_at_its_cell(
    sheet: Spreadsheet, cells: dict[str, Any], complaint: str
) -> None:
    sheet.write(2, **cells)
    assert complaint in complaints(sheet)


@pytest.mark.parametrize(
    ("written", "key"),
    [("planlagt", "planned"), ("I gang", "started"), ("på vej", "started")],
)
def test_a_word_that_stood_in_workbooks_once_may_still_be_typed(
    written: str, key: str
) -> None:
    assert keyed(ACTION_STATES, written) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *(("godkendt", "agreed"), ("tiltrådt", "agreed")),
        *(("sendt tilbage", "returned"), ("sendt retur", "returned")),
    ],
)
def test_a_verdict_that_stood_in_worklists_once_may_still_be_typed(
    written: str, key: str
) -> None:
    assert keyed(OUTCOMES, written) == key


def test_an_action_that_has_ended_is_not_moved_nor_opened_without_a_reason(
    sheet: Spreadsheet,
) -> None:
    sheet.write(4, due=date(2027, 1, 1), status="started")
    assert complaints(sheet) == [
        "D4: H3 is not open, and is not moved",
        "K4: say here why H3 is 'under way' now",
    ]


def test_what_is_wrong_with_a_new_action_has_a_word_for_programs(
    sheet: Spreadsheet,
) -> None:
    new(sheet, what=None, status="done", evidence="ESDH 1", reason="forsinket")
    assert [(p.column, p.code) for p in outcome(sheet)[1]] == [
        (2, "missing-value"),
        (6, "new-action"),
        (10, "new-action"),
        (11, "new-action"),
    ]


@pytest.mark.parametrize("status", ["not started", "under way"])
def test_an_action_that_has_ended_is_opened_with_a_reason_only(
    sheet: Spreadsheet, status: str
) -> None:
    sheet.write(4, status=status)
    assert complaints(sheet) == [f"K4: say here why H3 is '{status}' now"]


def test_every_problem_of_every_row_is_told_in_one_run(sheet: Spreadsheet) -> None:
    sheet.write(2, due="snart", hours=-4)
    sheet.write(3, status="færdig")
    places = [(p.line, p.column) for p in outcome(sheet)[1]]
    assert places == [(2, 4), (2, 7), (3, 6)]


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("covers", "system:omsorg/T.1"),
        ("overdue", "ja"),
        ("original_due", date(2026, 1, 1)),
        ("moved", 0),
        ("latest", "noget andet"),
        ("moved", "mange"),
    ],
)
def test_what_is_written_where_nothing_is_asked_is_a_warning_and_not_read(
    sheet: Spreadsheet, key: str, written: Any
) -> None:
    sheet.write(2, what="Gennemgå alt", **{key: written})
    (one,), (problem,) = outcome(sheet)
    assert (problem.severity, problem.column) == ("warning", sheet.place(key))
    assert (one.what, one.covers) == ("Gennemgå alt", ())


def test_a_list_made_in_the_other_language_or_before_the_due_date_is_as_good() -> None:
    with using("da"):
        made = workbook(actions_sheet((FIRST, SECOND, DONE), date(2026, 9, 1)))
    Path("h.xlsx").write_bytes(made)
    assert told(Spreadsheet(Path("h.xlsx"), COLUMNS)) == []


def test_what_has_happened_since_is_not_undone_by_a_row_that_nobody_touched(
    sheet: Spreadsheet,
) -> None:
    moved = Action(**{**vars(FIRST), "hours": 40, "sequence": 20})
    sheet.write(3, cost=500)
    found, problems = outcome(sheet, moved)
    assert problems == ()
    assert [one.id for one in found] == ["H2"]


def test_a_row_that_somebody_else_has_changed_since_is_refused(
    sheet: Spreadsheet,
) -> None:
    changed = Action(**{**vars(FIRST), "hours": 40, "sequence": 20})
    sheet.write(2, cost=500)
    assert [problem.message for problem in outcome(sheet, changed)[1]] == [
        "O2: H1 has been changed since the list was made; make a new one"
    ]


def test_a_sheet_that_was_read_before_says_nothing_new(sheet: Spreadsheet) -> None:
    sheet.write(2, hours=40, reason="flere systemer")
    recorded = {"hours": 40, "reason": "flere systemer", "sequence": 20}
    changed = Action(**{**vars(FIRST), **recorded})
    assert outcome(sheet, changed) == ((), ())


def new(sheet: Spreadsheet, **cells: Any) -> None:
    """Write a new action below the others."""
    usual = {"what": "Ny plan", "due": date(2026, 12, 24), "covers": "arkiv/T.2"}
    sheet.write(sheet.below(), **{**usual, **cells})


def test_a_row_without_an_id_is_a_new_action(sheet: Spreadsheet) -> None:
    new(sheet, covers="arkiv/T.2; owner:p01/T.1\nomsorg/T.1", hours=3, status="planned")
    assert told(sheet) == [
        {
            "what": "Ny plan",
            "due": date(2026, 12, 24),
            "covers": ("arkiv/T.2", "owner:p01/T.1", "omsorg/T.1"),
            "hours": 3,
        }
    ]


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        (
            {"what": None},
            "B5: a row without an id is a new action, and needs 'What'",
        ),
        (
            {"due": None},
            "D5: a row without an id is a new action, and needs 'Due date'",
        ),
        (
            {"covers": None},
            "I5: a row without an id is a new action, and needs 'Covers'",
        ),
        ({"due": date(2026, 1, 1)}, "D5: the due date 2026-01-01 has passed"),
        ({"covers": "arkiv/X.9"}, "I5: arkiv/X.9 is no gap"),
        ({"covers": "=A1"}, "I5: holds a formula; write what is meant"),
        ({"status": "done"}, "F5: a new action is 'not started'"),
        (
            {"status": "ny"},
            "F5: 'ny' is not a valid status; write 'not started', 'under way', 'done', 'dropped'",
        ),
        (
            {"evidence": "ESDH"},
            "J5: 'Evidence' is said of an action once it is recorded",
        ),
        (
            {"reason": "derfor"},
            "K5: 'Reason for the change' is said of an action once it is recorded",
        ),
        ({"hours": -2}, "G5: -2 is less than 0"),
    ],
)
def test_what_a_new_action_needs_is_told_at_its_cell(
    sheet: Spreadsheet, cells: dict[str, Any], complaint: str
) -> None:
    new(sheet, **cells)
    assert complaint in complaints(sheet)


@pytest.mark.parametrize(
    "covers", ["system:arkiv/T.1; omsorg/T.1", "omsorg/T.1, arkiv/T.1", "T.1"]
)
def test_a_new_action_that_was_added_before_is_not_added_again(
    sheet: Spreadsheet, covers: str
) -> None:
    new(sheet, what="Gennemgå rettigheder", due=date(2026, 11, 1), covers=covers)
    found, (problem,) = outcome(sheet)
    assert found == ()
    assert problem.severity == "warning"
    assert problem.message == "A5: this is H1 already, and is not added again"


@pytest.mark.parametrize("covers", ["omsorg/T.1", "T.1; owner:p01/T.2"])
def test_the_same_words_about_other_gaps_are_another_action(
    sheet: Spreadsheet, covers: str
) -> None:
    new(sheet, what="Gennemgå rettigheder", due=date(2026, 11, 1), covers=covers)
    assert outcome(sheet)[1] == ()
    assert [one.id for one in outcome(sheet)[0]] == [None]


def test_the_same_new_action_in_two_rows_is_refused(sheet: Spreadsheet) -> None:
    new(sheet)
    new(sheet, hours=3)
    assert complaints(sheet) == ["B6: is about the same as row 5"]


def test_cells_that_were_merged_are_told_as_empty(sheet: Spreadsheet) -> None:
    sheet.page.merge_cells("B2:B4")
    assert [problem.code for problem in outcome(sheet)[1]] == ["emptied", "emptied"]


def test_a_sheet_of_notes_before_the_actions_changes_nothing(
    sheet: Spreadsheet,
) -> None:
    sheet.write(2, hours=25)
    sheet.book.create_sheet("Noter", 0)["A1"] = "mine noter"
    assert told(sheet) == [{"id": "H1", "hours": 25, "seen": 12}]


def test_what_cannot_be_read_is_told_once_though_a_reason_stands_beside_it(
    sheet: Spreadsheet,
) -> None:
    sheet.write(2, due="uge 50", reason="Leverandør")
    sheet.write(3, status="færdig", reason="nu")
    assert complaints(sheet) == [
        "D2: expected a date such as 31-12-2026 or 31 December 2026, found 'uge 50'",
        "F3: 'færdig' is not a valid status; "
        "write 'not started', 'under way', 'done', 'dropped'",
    ]


@pytest.mark.parametrize("written", ["startet", "ikke", "opfyldt"])
def test_a_wrong_status_is_never_taken_for_its_opposite(
    sheet: Spreadsheet, written: str
) -> None:
    sheet.write(2, status=written)
    with using("da"):
        (complaint,) = complaints(sheet)
    assert complaint == (
        f"F2: '{written}' er ikke en gyldig status; "
        "skriv 'ikke startet', 'på vej', 'udført', 'opgivet'"
    )


def test_no_more_rows_are_judged_than_anybody_mends_at_once(sheet: Spreadsheet) -> None:
    for _row in range(MOST_WRONG + 50):
        sheet.write(sheet.below(), what="Ryd op", due="uge 50", covers="omsorg/T.1")
    problems = outcome(sheet)[1]
    assert [problem.code for problem in problems].count("wrong-type") == MOST_WRONG
    assert str(problems[0]) == (
        "h.xlsx: error: 100 rows are wrong; mend them before the rest is looked at"
    )
