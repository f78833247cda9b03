"""Actions as a workbook or a calendar, and a workbook of them read back."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path

from secaudit.campaign import Action, Acts, fold
from secaudit.exchange.action_rows import read_actions
from secaudit.exchange.actions import actions_sheet
from secaudit.exchange.calendar import calendar
from secaudit.language import _
from secaudit.problems import Problem, Refused, WrongUsage, refuse_errors
from secaudit.register import Event
from secaudit.steps.files import CALENDAR, WORKBOOK, write
from secaudit.steps.follow_up.act import act, actions
from secaudit.steps.follow_up.named_gaps import gaps_named
from secaudit.steps.recording import Acting
from secaudit.steps.state import picture_of, register_of
from secaudit.workbook.writing import workbook
from secaudit.workspace import Workspace


def export_actions(workspace: Workspace, path: Path, on: date) -> Path:
    """The path, once every action stands in a workbook (.xlsx) or each open one in a calendar
    (.ics) there. Raises WrongUsage for another suffix, Refused where it cannot be written."""
    every, suffix = actions(workspace), path.suffix.lower()
    if suffix == ".xlsx":
        write(path, workbook(actions_sheet(every, on)), WORKBOOK)
    elif suffix == ".ics":
        open_ones = [action for action in every if action.open]
        if not open_ones:
            sentence = _("no action is open: there is nothing to put in a calendar")
            raise Refused(sentence)
        write(path, calendar(open_ones, workspace.organisation.id, on), CALENDAR)
    else:
        sentence = _("{path} is neither .xlsx nor .ics: what is it to be?")
        raise WrongUsage(sentence.format(path=path))
    return path


def import_actions(
    workspace: Workspace,
    path: Path,
    acting: Acting,
    warn: Callable[[Problem], None] = lambda _problem: None,
) -> tuple[Action, ...]:
    """Record what was changed in an exported workbook, all or nothing; the actions that were.

    `warn` is told what is odd and does not refuse. Raises Refused with every problem.
    """
    events = register_of(workspace).events()
    current = picture_of(fold(events), None, acting.on)
    covering = partial(gaps_named, picture=current)
    told, problems = read_actions(path, _histories(events), acting.on, covering)
    refuse_errors(problems)
    for problem in problems:
        warn(problem)
    return act(workspace, told, acting)


def _histories(events: Iterable[Event]) -> dict[str, list[Action]]:
    """By id, an action as each event that touched it, or renamed a system of it, left it."""
    acts, histories = Acts(), dict[str, list[Action]]()
    for event in events:
        before = dict(acts.actions)
        acts.take(event)
        for id, action in acts.actions.items():
            if action != before.get(id):
                histories.setdefault(id, []).append(action)
    return histories
