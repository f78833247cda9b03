"""What a row of actions may say: the rules of the step `act`, told at the very cell."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import ACTION_STATES, ACTION_STATUSES, Action
from secaudit.exchange.actions import COLUMNS, action_cells
from secaudit.exchange.row import (
    Row,
    either,
    keyed,
    on_one_line,
    overwritten,
)
from secaudit.language import LANGUAGES, Language, _, using
from secaudit.problems import Problem
from secaudit.validation import did_you_mean, shortened
from secaudit.workbook import Cell

Covering = Callable[[tuple[str, ...]], str]
"""What is wrong with the gaps that an action is to cover; empty if nothing is."""

WORDS = {status: ACTION_STATES[status] for status in ACTION_STATUSES}
_CHANGEABLE = ("what", "responsible", "due", "status", "hours", "cost", "evidence")
_FIXED = ("covers", "overdue", "original_due", "moved", "latest")
_NEEDED = ("what", "due", "covers")
_LATER = ("evidence", "reason")
"""What nobody can say of an action that is new."""


@dataclass(frozen=True)
class Edit:
    """A row that changes an action."""

    row: Row
    new: Mapping[str, Cell]
    """By column key, what it says otherwise."""
    was: Action


def said(row: Row) -> dict[str, Cell]:
    """What stands in the cells that may be changed and could be read, by column key."""
    found = {key: row.cells[key] for key in _CHANGEABLE if key in row.cells}
    for key, cell in found.items():
        if isinstance(cell, str):
            found[key] = on_one_line(cell)
    if found.get("status"):
        found["status"] = keyed(WORDS, row.text("status"))
        if found["status"] is None:
            del found["status"]
    return found


def value(action: Action, key: str) -> Cell:
    """What the cell of an action that may be changed holds."""
    found: Cell = getattr(action, key)
    return on_one_line(found) if isinstance(found, str) else found


def gaps(row: Row) -> tuple[str, ...]:
    """The gaps that a new action is to cover."""
    return tuple(filter(None, re.split(r"[;,\s]+", row.text("covers"))))


def wrong_status(row: Row) -> Iterator[Problem]:
    written = row.text("status")
    if written and keyed(WORDS, written) is None:
        message = _("'{status}' is not a valid status").format(
            status=shortened(written)
        )
        words = [said for word in WORDS.values() for said in either(word)]
        near = did_you_mean(written.casefold(), words)
        yield row.problem("status", "unknown-status", message + near)


def untouchable(row: Row, versions: Iterable[Action]) -> Iterator[Problem]:
    """Warnings of cells that were written in, but are not changed from here."""
    exported = [
        cells
        for was in versions
        for language in LANGUAGES
        for cells in _exported(was, language)
    ]
    return overwritten(row, _FIXED, exported)


def _exported(was: Action, language: Language) -> list[dict[str, Cell]]:
    """The row as it was made on a day before the due date, and on one after it."""
    with using(language):
        return [action_cells(was, day) for day in (date.min, date.max)]


def reason_alone(row: Row, now: Action) -> Iterator[Problem]:
    if row.text("reason") not in ("", now.reason):
        message = _("says why, but nothing else about {id} was changed")
        yield row.problem("reason", "reason-alone", message.format(id=now.id))


def breaches(edit: Edit, on: date) -> Iterator[Problem]:
    """What the step would refuse about a change."""
    yield from _emptied(edit)
    yield from _negative(edit.row)
    if edit.new.get("due"):
        yield from _passed(edit.row, on)
        yield from _moved(edit)
    if edit.new.get("status"):
        yield from _ended(edit)


def incomplete(row: Row, on: date, covering: Covering) -> Iterator[Problem]:
    """What the step would refuse about a new action, or not record."""
    titles = {column.key: column.title for column in COLUMNS}
    for key in _NEEDED:
        if row.empty(key):
            message = _("a row without an id is a new action, and needs '{title}'")
            text = message.format(title=_(titles[key]))
            yield row.problem(key, "missing-value", text)
    for key in _LATER:
        if row.text(key):
            message = _("'{title}' is said of an action once it is recorded")
            text = message.format(title=_(titles[key]))
            yield row.problem(key, "new-action", text)
    if said(row).get("status") not in (None, "planned"):
        message = _("a new action is '{status}'").format(status=_(WORDS["planned"]))
        yield row.problem("status", "new-action", message)
    complaint = covering(gaps(row)) if gaps(row) else ""
    if complaint:
        yield row.problem("covers", "unknown-gap", complaint)
    yield from _negative(row)
    yield from _passed(row, on)


def _emptied(edit: Edit) -> Iterator[Problem]:
    for key, cell in edit.new.items():
        if cell is None:
            message = _("is empty, or merged with another; {id} has '{value}' here")
            there = shortened(str(value(edit.was, key)))
            text = message.format(id=edit.was.id, value=there)
            yield edit.row.problem(key, "emptied", text)


def _negative(row: Row) -> Iterator[Problem]:
    for key in ("hours", "cost"):
        number = row.count(key) or 0
        if number < 0:
            message = _("{found} is less than {what}").format(found=number, what=0)
            yield row.problem(key, "out-of-bounds", message)


def _passed(row: Row, on: date) -> Iterator[Problem]:
    due = row.day("due")
    if due and due < on:
        message = _("{what} {day} has passed")
        text = message.format(what=_("the due date"), day=due)
        yield row.problem("due", "passed", text)


def _moved(edit: Edit) -> Iterator[Problem]:
    if not edit.was.open:
        message = _("{id} is not open, and is not moved").format(id=edit.was.id)
        yield edit.row.problem("due", "not-open", message)
    elif edit.row.empty("reason"):
        message = _("say here why {id} is moved").format(id=edit.was.id)
        yield edit.row.problem("reason", "missing-reason", message)


def _ended(edit: Edit) -> Iterator[Problem]:
    """Whether it is said where it can be seen that it is done, or why it is not to be done."""
    row, was, status = edit.row, edit.was, edit.new["status"]
    if status == "done" and row.empty("evidence"):
        message = _("say here where it can be seen that {id} was done")
        yield row.problem("evidence", "missing-evidence", message.format(id=was.id))
    undone = not was.open and status in ("planned", "started")
    if (status == "dropped" or undone) and row.empty("reason"):
        message = _("say here why {id} is '{status}' now")
        text = message.format(id=was.id, status=row.text("status"))
        yield row.problem("reason", "missing-reason", text)
