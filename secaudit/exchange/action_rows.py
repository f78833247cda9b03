"""What was changed in a sheet of actions that came back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secaudit.campaign import Action
from secaudit.exchange import action_rules as rules
from secaudit.exchange.actions import COLUMNS
from secaudit.exchange.reading import read
from secaudit.exchange.row import Row, twice
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.validation import did_you_mean
from secaudit.workbook import Cell

Histories = Mapping[str, Sequence[Action]]
"""By id, an action as each event left it; the last is as it stands. A version may be there
several times, where only the name of a system changed."""


@dataclass(frozen=True)
class Told:
    """What a row says of an action; what is None is not said."""

    id: str | None
    """The action that is changed; None is a new one."""
    what: str | None
    covers: tuple[str, ...]
    """Of a new one."""
    responsible: str | None
    due: date | None
    hours: int | None
    cost: int | None
    status: str | None
    evidence: str | None
    reason: str
    seen: int | None
    """The version that the row was made from."""


def read_actions(
    path: Path, histories: Histories, on: date, covering: rules.Covering
) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """What the rows say that is new on a day, and everything that is wrong with them.

    A row is held against the version it was made from: what has happened to the action since
    is not undone. Raises Refused for what is no such workbook.
    """
    rows, found = read(path, COLUMNS)
    new = [row for row in rows if row.empty("id")]
    problems = [*found, *twice(rows, "id"), *twice(new, "what", "due", "covers")]
    known = {id.casefold(): history for id, history in histories.items()}
    told = []
    for row in rows:
        one, wrong = _judged(row, known, on, covering)
        problems += wrong
        told.append(one)
    return tuple(filter(None, told)), tuple(sorted(problems))


def _judged(
    row: Row, known: Histories, on: date, covering: rules.Covering
) -> tuple[Told | None, list[Problem]]:
    """What a row says, if anything, and what is wrong with it; ids are in small letters."""
    if not {"id", "version"} <= row.cells.keys():
        return None, []  # what is wrong with them is told already
    if row.empty("id"):
        return _added(row, known, on, covering)
    history = known.get(row.text("id").casefold())
    if history is None:
        sentence = _("there is no action '{id}'").format(id=row.text("id"))
        ids = [history[-1].id for history in known.values()]
        message = sentence + did_you_mean(row.text("id"), ids)
        return None, [row.problem("id", "unknown-action", message)]
    versions = [a for a in history if a.sequence == row.count("version")]
    if not versions:
        message = _("is no version of {id}; make a new list").format(id=history[-1].id)
        return None, [row.problem("version", "unknown-version", message)]
    return _changed(row, versions, history[-1], on)


def _changed(
    row: Row, versions: Sequence[Action], now: Action, on: date
) -> tuple[Told | None, list[Problem]]:
    said, was = rules.said(row), versions[-1]
    new = {key: cell for key, cell in said.items() if cell != rules.value(was, key)}
    problems = [*rules.wrong_status(row), *rules.untouchable(row, versions)]
    if not new:
        return None, [*problems, *rules.reason_alone(row, now)]
    if now != was and all(cell == rules.value(now, key) for key, cell in new.items()):
        return None, problems  # recorded already
    if now.sequence != was.sequence:
        message = _("{id} has been changed since the list was made; make a new one")
        text = message.format(id=now.id)
        return None, [*problems, row.problem("version", "changed-since", text)]
    problems += rules.breaches(rules.Edit(row, new, was), on)
    if new.get("status") == "done":
        new["evidence"] = said.get("evidence")  # what was seen before is seen again
    return _told(row, new, was), problems


def _added(
    row: Row, known: Histories, on: date, covering: rules.Covering
) -> tuple[Told | None, list[Problem]]:
    if not row.empty("version"):
        message = _("the id of the action is missing; make a new list")
        return None, [row.problem("id", "missing-id", message)]
    latest = (history[-1] for history in known.values())
    same = next((action for action in latest if _same(row, action)), None)
    if same:
        message = _("this is {id} already, and is not added again").format(id=same.id)
        return None, [row.problem("id", "added-already", message, warning=True)]
    new = rules.said(row)
    new.pop("status", None)
    problems = [*rules.wrong_status(row), *rules.incomplete(row, on, covering)]
    return _told(row, new, None), problems


def _same(row: Row, action: Action) -> bool:
    """Whether a new row says what an action does: the sheet was read before."""
    named = rules.gaps(row)
    ways = [
        {f"{subject}/{control}", f"{subject.partition(':')[2]}/{control}", control}
        for subject, control in action.covers
    ]
    return (
        row.text("what") == rules.value(action, "what")
        and row.day("due") in (action.due, action.original_due)
        and all(way & set(named) for way in ways)
        and all(name in set().union(*ways) for name in named)
    )


def _told(row: Row, new: Mapping[str, Cell], was: Action | None) -> Told:
    def text(key: str) -> str | None:
        return row.text(key) if new.get(key) else None

    status = new.get("status")
    return Told(
        id=was.id if was else None,
        what=text("what"),
        covers=() if was else rules.gaps(row),
        responsible=text("responsible"),
        due=row.day("due") if "due" in new else None,
        hours=row.count("hours") if "hours" in new else None,
        cost=row.count("cost") if "cost" in new else None,
        status=status if isinstance(status, str) else None,
        evidence=text("evidence"),
        reason=row.text("reason"),
        seen=was.sequence if was else None,
    )
