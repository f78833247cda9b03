"""The sheet of actions."""

from collections.abc import Iterable
from datetime import date

from secaudit.campaign import ACTION_WORDS, Action
from secaudit.exchange.sheet import Cell, Column, Sheet
from secaudit.language import _, later

COLUMNS = (
    Column("id", later("Action"), use="names", width=9),
    Column("what", later("What"), use="asks", width=40),
    Column("responsible", later("Responsible"), use="asks", width=20),
    Column("due", later("Due date"), "date", use="asks", width=11),
    Column("overdue", later("Overdue"), width=12),
    Column("status", later("Status"), use="asks", width=10),
    Column("hours", later("Hours"), "integer", use="asks", width=7),
    Column("cost", later("Cost (kr.)"), "integer", use="asks", width=9),
    Column("covers", later("Covers"), use="names", width=28),
    Column("evidence", later("Evidence"), use="asks", width=24),
    Column("reason", later("Reason for the change"), use="asks", width=24),
    Column("original_due", later("First due date"), "date", width=11, printed=False),
    Column("moved", later("Times moved"), "integer", width=11, printed=False),
    Column("latest", later("Latest reason"), width=24, printed=False),
    Column("version", later("Version"), "integer", "names", width=9, printed=False),
)
_ROOM = 200


def actions_sheet(actions: Iterable[Action], on: date) -> Sheet:
    """The actions as they stand on a day, with room for new ones below."""
    choices = {"status": tuple(_(word) for word in ACTION_WORDS.values())}
    rows = tuple(action_cells(action, on) for action in actions)
    return Sheet(_("Actions"), COLUMNS, rows, choices, _ROOM)


def action_cells(action: Action, on: date) -> dict[str, Cell]:
    """The row of an action on a day, by column key."""
    return {
        "id": action.id,
        "what": action.what or None,
        "responsible": action.responsible or None,
        "due": action.due,
        "status": _(ACTION_WORDS[action.status]),
        "hours": action.hours,
        "cost": action.cost,
        "evidence": action.evidence or None,
        "reason": None,
        "covers": "; ".join(
            f"{subject}/{control}" for subject, control in action.covers
        ),
        "overdue": _("overdue") if action.overdue(on) else None,
        "original_due": action.original_due,
        "moved": len(action.moves),
        "latest": action.reason or None,
        "version": action.sequence,
    }
