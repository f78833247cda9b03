"""What was changed in a sheet of actions that came back."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from secaudit.campaign import Action
from secaudit.exchange.actions import COLUMNS, STATUSES, action_cells
from secaudit.exchange.reading import read
from secaudit.exchange.row import (
    Row,
    in_each_language,
    keyed,
    on_one_line,
    overwritten,
    twice,
    until_many_are_wrong,
)
from secaudit.language import _, later
from secaudit.officer.changes import NUMBERS, TEXTS, Change, breaches
from secaudit.problems import Problem, Refused
from secaudit.validation import did_you_mean, shortened
from secaudit.workbook import Cell

Histories = Mapping[str, Sequence[Action]]
"""By id, an action as each event left it; the last is as it stands. A version may be there
several times, where only the name of a system changed."""

Covering = Callable[[tuple[str, ...]], object]
"""Finds the gaps that an action is to cover. Raises Refused where one of them is none."""

_CHANGEABLE = (*TEXTS, *NUMBERS, "due", "status")
_FIXED = ("covers", "overdue", "original_due", "moved", "latest")
_OF_A_NEW_ONE = {
    "missing-value": later("a row without an id is a new action, and needs '{title}'"),
    "new-action": later("'{title}' is said of an action once it is recorded"),
}
"""What is told with the title of the column."""


def read_actions(
    path: Path, histories: Histories, on: date, covering: Covering
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """What the rows say that is new on a day, and everything that is wrong with them.

    A row is held against the version it was made from: what has happened to the action since
    is not undone. Raises Refused for what is no such workbook.
    """
    rows, faults = read(path, COLUMNS, "secaudit action export FILE")
    new = [row for row in rows if row.empty("id")]
    problems = [*faults, *twice(rows, "id"), *twice(new, "what", "due", "covers")]
    known = {id.casefold(): history for id, history in histories.items()}
    judged = [*until_many_are_wrong(_judged(row, known, on, covering) for row in rows)]
    problems += [problem for _told, wrong in judged for problem in wrong]
    return tuple(told for told, _wrong in judged if told), tuple(sorted(problems))


def _judged(
    row: Row, known: Histories, on: date, covering: Covering
) -> tuple[Change | None, list[Problem]]:
    """What a row says, if anything, and what is wrong with it; ids are in small letters."""
    if not {"id", "version"} <= row.cells.keys():
        return None, []  # what is wrong with them is told already
    if row.empty("id"):
        return _added(row, known, on, covering)
    history = known.get(row.text("id").casefold())
    if history is None:
        written = shortened(row.text("id"))
        sentence = _("there is no action '{id}'").format(id=written)
        ids = [history[-1].id for history in known.values()]
        message = sentence + did_you_mean(written, ids)
        return None, [row.problem("id", "unknown-action", message)]
    versions = [a for a in history if a.sequence == row.count("version")]
    if not versions:
        message = _("is no version of {id}; make a new list").format(id=history[-1].id)
        return None, [row.problem("version", "unknown-version", message)]
    return _changed(row, versions, history[-1], on)


def _changed(
    row: Row, versions: Sequence[Action], now: Action, on: date
) -> tuple[Change | None, list[Problem]]:
    cells, was = _said(row), versions[-1]
    new = {key: cell for key, cell in cells.items() if cell != _cell(was, key)}
    problems = [*_wrong_status(row), *_untouchable(row, versions)]
    recorded = all(cell == _cell(now, key) for key, cell in new.items())
    if recorded and (new or row.text("reason") in ("", now.reason)):
        return None, problems  # nothing new is said, though it may have been once
    if not new and len(cells) < len(_CHANGEABLE):
        return None, problems  # what is new stands in a cell that cannot be read
    if new.get("status") == "done" and cells.get("evidence"):
        new["evidence"] = cells["evidence"]  # what was seen before is seen again
    change = _change(row, new, was)
    return change, [*problems, *_breaches(row, change, now, on)]


def _added(
    row: Row, known: Histories, on: date, covering: Covering
) -> tuple[Change | None, list[Problem]]:
    if not row.empty("version"):
        message = _("the id of the action is missing; make a new list")
        return None, [row.problem("id", "missing-id", message)]
    latest = (history[-1] for history in known.values())
    same = next((action for action in latest if _same(row, action)), None)
    if same:
        message = _("this is {id} already, and is not added again").format(id=same.id)
        return None, [row.problem("id", "added-already", message, warning=True)]
    planned = ("status", "planned")  # as every new one is, said or not
    said = {k: v for k, v in _said(row).items() if v is not None and (k, v) != planned}
    change = _change(row, said, None)
    problems = [*_wrong_status(row), *_breaches(row, change, None, on)]
    try:
        covering(change.covers)
    except Refused as refused:
        problems.append(row.problem("covers", "unknown-gap", refused.sentence))
    return change, problems


def _same(row: Row, action: Action) -> bool:
    """Whether a new row says what an action does: the sheet was read before."""
    named = _gaps(row)
    ways = [
        {f"{subject}/{control}", f"{subject.partition(':')[2]}/{control}", control}
        for subject, control in action.covers
    ]
    return (
        row.text("what") == _cell(action, "what")
        and row.cells.get("due") in (action.due, action.original_due)
        and all(way & set(named) for way in ways)
        and all(name in set().union(*ways) for name in named)
    )


def _change(row: Row, new: Mapping[str, Cell], was: Action | None) -> Change:
    told: dict[str, Any] = {k: cell for k, cell in new.items() if cell is not None}
    return Change(
        id=was.id if was else None,
        covers=() if was else _gaps(row),
        reason=row.text("reason"),
        seen=was.sequence if was else None,
        emptied=tuple(key for key, cell in new.items() if cell is None),
        **told,
    )


def _said(row: Row) -> dict[str, Cell]:
    """What stands in the cells that may be changed and could be read, by column key."""
    cells = {key: _plain(row.cells[key]) for key in _CHANGEABLE if key in row.cells}
    if cells.get("status"):
        cells["status"] = keyed(STATUSES, row.text("status"))
        if cells["status"] is None:
            del cells["status"]
    return cells


def _cell(action: Action, key: str) -> Cell:
    """What the cell of an action that may be changed holds."""
    return _plain(getattr(action, key))


def _plain(cell: Cell) -> Cell:
    return on_one_line(cell) if isinstance(cell, str) else cell


def _gaps(row: Row) -> tuple[str, ...]:
    """The gaps that a new action is to cover."""
    return tuple(filter(None, re.split(r"[;,\s]+", row.text("covers"))))


def _breaches(
    row: Row, change: Change, now: Action | None, on: date
) -> Iterator[Problem]:
    """What the rules refuse, each at its cell."""
    titles = {column.key: _(column.title) for column in COLUMNS}
    for breach in breaches(change, now, on):
        own = not breach.here and _OF_A_NEW_ONE.get(breach.code)
        here = _(own).format(title=titles[breach.field]) if own else breach.here
        yield from row.breaches([replace(breach, here=here)], {"seen": "version"})


def _wrong_status(row: Row) -> Iterator[Problem]:
    if row.text("status") and keyed(STATUSES, row.text("status")) is None:
        message = _("'{written}' is not a valid status; write {known}")
        yield row.unknown("status", "unknown-status", message, STATUSES)


def _untouchable(row: Row, versions: Iterable[Action]) -> Iterator[Problem]:
    """Warnings of cells that were written in, but are not changed from here: be the row made
    in either language, on a day before the due date or on one after it."""
    days = (date.min, date.max)
    exported = in_each_language(
        lambda: [action_cells(was, day) for was in versions for day in days]
    )
    return overwritten(row, _FIXED, tuple(chain(*exported)))
