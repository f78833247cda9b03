"""The sheet of actions."""

from collections.abc import Iterable
from datetime import date

from secaudit.campaign import ACTION_STATES, ACTION_STATUSES, Action
from secaudit.exchange.row import in_order
from secaudit.language import _, later
from secaudit.workbook import Cell, Column, Sheet

COLUMNS = (
    Column(later("Action"), width=9, use="names", key="id"),
    Column(later("What"), width=40, use="asks", key="what"),
    Column(later("Responsible"), width=20, use="asks", key="responsible"),
    Column(later("Due date"), "date", width=11, use="asks", key="due"),
    Column(later("Overdue"), width=12, key="overdue"),
    Column(later("Status"), width=10, use="asks", key="status"),
    Column(later("Hours"), "integer", width=7, use="asks", key="hours"),
    Column(later("Cost (kr.)"), "integer", width=9, use="asks", key="cost"),
    Column(later("Covers"), width=28, use="names", key="covers"),
    Column(later("Evidence"), width=24, use="asks", key="evidence"),
    Column(later("Reason for the change"), width=24, use="asks", key="reason"),
    Column(
        later("First due date"), "date", width=11, printed=False, key="original_due"
    ),
    Column(later("Times moved"), "integer", width=11, printed=False, key="moved"),
    Column(later("Latest reason"), width=24, printed=False, key="latest"),
    Column(
        later("Version"), "integer", width=9, printed=False, use="names", key="version"
    ),
)
STATUSES = {status: ACTION_STATES[status] for status in ACTION_STATUSES}
"""What the sheet offers as the status of an action: the words, in English."""
_ROOM = 200


def actions_sheet(actions: Iterable[Action], on: date) -> Sheet:
    """The actions as they stand on a day, with room for new ones below."""
    choices = {"status": tuple(map(_, STATUSES.values()))}
    rows = in_order((action_cells(action, on) for action in actions), COLUMNS)
    return Sheet(_("Actions"), COLUMNS, rows, choices, _ROOM)


def action_cells(action: Action, on: date) -> dict[str, Cell]:
    """The row of an action on a day, by column key."""
    return {
        "id": action.id,
        "what": action.what or None,
        "responsible": action.responsible or None,
        "due": action.due,
        "status": _(STATUSES[action.status]),
        "hours": action.hours,
        "cost": action.cost,
        "evidence": action.evidence or None,
        "reason": None,
        "covers": "; ".join(map("/".join, action.covers)),
        "overdue": _("overdue") if action.overdue(on) else None,
        "original_due": action.original_due,
        "moved": len(action.moves),
        "latest": action.reason or None,
        "version": action.sequence,
    }
