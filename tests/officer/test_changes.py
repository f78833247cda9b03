"""What may be said of an action: the same on the command line and in a sheet."""

from datetime import date
from typing import Any

import pytest

from secaudit.exchange.actions import COLUMNS
from secaudit.officer.changes import Change, breaches
from secaudit.problems import Refused
from secaudit.steps.follow_up.workbook import export_actions, import_actions
from tests.exchange.spreadsheet import Spreadsheet
from tests.municipality import ANSWERED, Municipality, acting

DUE, LATER, PASSED = date(2026, 12, 1), date(2027, 1, 1), date(2026, 9, 19)
NEW: dict[str, Any] = {"what": "Ny plan", "due": LATER}


@pytest.fixture
def followed(municipality: Municipality) -> Municipality:
    """H1 is still to be done, H2 is done."""
    municipality.act(
        Change(what="Gennemgå rettigheder", covers=("omsorg/T.1",), due=DUE, hours=3),
        Change(what="Ryd op", covers=("arkiv/T.1",), due=DUE),
    )
    municipality.act(Change("H2", status="done", evidence="ESDH 2026-1"))
    return municipality


def codes(municipality: Municipality, change: Change) -> list[str]:
    """The rules that a change breaks."""
    actions = {action.id: action for action in municipality.campaign().actions}
    was = actions[change.id] if change.id else None
    return sorted(breach.code for breach in breaches(change, was, ANSWERED))


def in_a_sheet(municipality: Municipality, id: str | None, **cells: Any) -> list[str]:
    """The rules that a row breaks, once somebody wrote in it; none if it was recorded."""
    workspace = municipality.workspace
    path = export_actions(workspace, municipality.folder / "h.xlsx", ANSWERED)
    sheet = Spreadsheet(path, COLUMNS)
    sheet.write({"H1": 2, "H2": 3}.get(id or "", 4), **cells)
    try:
        import_actions(workspace, sheet.save(), acting(ANSWERED))
    except Refused as refused:
        return sorted(problem.code for problem in refused.problems)
    return []


@pytest.mark.parametrize(
    ("id", "cells", "broken"),
    [
        ("H1", {"status": "done"}, ["missing-evidence"]),
        ("H1", {"status": "dropped"}, ["missing-reason"]),
        ("H2", {"status": "planned"}, ["missing-reason"]),
        ("H2", {"status": "started"}, ["missing-reason"]),
        ("H1", {"due": PASSED, "reason": "x"}, ["passed"]),
        ("H1", {"due": LATER}, ["missing-reason"]),
        ("H2", {"due": LATER, "reason": "x"}, ["not-open"]),
        ("H2", {"due": LATER, "status": "started"}, ["missing-reason", "not-open"]),
        ("H1", {"what": ""}, ["emptied"]),
        ("H1", {"hours": -1}, ["out-of-bounds"]),
        ("H1", {"cost": -1, "status": "done"}, ["missing-evidence", "out-of-bounds"]),
        ("H1", {"reason": "derfor"}, ["reason-alone"]),
        (None, {**NEW, "covers": "", "hours": 1}, ["missing-value"]),
        (None, {"covers": "T.2", "hours": 1}, ["missing-value", "missing-value"]),
        (None, {**NEW, "covers": "T.2", "due": PASSED}, ["passed"]),
        (None, {**NEW, "covers": "T.2", "cost": -1}, ["out-of-bounds"]),
        (None, {**NEW, "covers": "T.2", "status": "done"}, ["new-action"]),
        (None, {**NEW, "covers": "T.2", "evidence": "ESDH 1"}, ["new-action"]),
        (None, {**NEW, "covers": "T.2", "reason": "derfor"}, ["new-action"]),
    ],
)
def test_the_command_line_and_a_sheet_refuse_the_same(
    followed: Municipality, id: str | None, cells: dict[str, Any], broken: list[str]
) -> None:
    covers = tuple(filter(None, [cells.get("covers")]))
    change = Change(id, **{**cells, "covers": covers})
    head = followed.register.head()
    assert codes(followed, change) == broken
    with pytest.raises(Refused):
        followed.act(change)
    assert in_a_sheet(followed, id, **cells) == broken
    assert followed.register.head() == head


@pytest.mark.parametrize(
    ("id", "cells"),
    [
        ("H1", {"status": "done", "evidence": "ESDH 2026-7"}),
        ("H1", {"status": "dropped", "reason": "For dyrt"}),
        ("H1", {"status": "started"}),
        ("H2", {"status": "started", "reason": "Ikke godt nok"}),
        ("H1", {"due": ANSWERED, "reason": "Ferie"}),
        ("H1", {"hours": 0, "cost": 0}),
        (None, {**NEW, "covers": "T.2", "due": ANSWERED, "status": "planned"}),
    ],
)
def test_the_command_line_and_a_sheet_take_the_same(
    followed: Municipality, id: str | None, cells: dict[str, Any]
) -> None:
    covers = tuple(filter(None, [cells.get("covers")]))
    change = Change(id, **{**cells, "covers": covers})
    assert codes(followed, change) == []
    typed = followed.copy(followed.folder.with_name("kommandolinje"))
    [acted] = typed.act(change)
    assert in_a_sheet(followed, id, **cells) == []
    assert acted in followed.campaign().actions


def test_a_date_or_a_number_that_was_taken_out_is_told_in_a_sheet(
    followed: Municipality,
) -> None:
    cells = {"due": None, "hours": None, "status": None, "what": None}
    assert in_a_sheet(followed, "H1", **cells) == ["emptied"] * 4


def test_what_was_changed_since_is_told_before_anything_else(
    followed: Municipality,
) -> None:
    stale = Change("H1", status="done", hours=-1, seen=1)
    assert codes(followed, stale) == ["changed-since"]
