"""An action as a row: of the plan, and of what was adopted before."""

from dataclasses import dataclass

from secaudit.campaign import Action
from secaudit.language import _, long_date
from secaudit.report.said.action_rows import moved, stands
from secaudit.report.said.doing import doing_effort
from secaudit.report.said.standing import closed_of, covered
from secaudit.report.said.wording import NOTHING, joined, shortened
from secaudit.report.yearly.material import Material

_MOST_TEXT = 140


@dataclass(frozen=True)
class ActionRow:
    """What will be done about gaps, or was."""

    id: str
    what: str
    covers: str
    """The gaps that it is to close: controls, and where."""
    responsible: str
    due: str
    status: str
    """Not started, under way, overdue, done or dropped; done with its date."""
    moved: str
    """How often it was moved, and from which date; empty if it never was."""
    effort: str
    """Hours and kroner."""
    remaining: str
    """How many of the gaps that it covers are closed, of how many."""
    evidence: str


def action_row(action: Action, material: Material) -> ActionRow:
    """An action, as a row."""
    return ActionRow(
        id=action.id,
        what=shortened(action.what, _MOST_TEXT) or _("(text deleted)"),
        covers=covered(action, material.standing.subjects),
        responsible=shortened(action.responsible) or NOTHING,
        due=long_date(action.due),
        status=stands(action, material.on),
        moved=moved(action),
        effort=joined(list(doing_effort(action.hours, action.cost))) or NOTHING,
        remaining=closed_of(action.covers, material.standing),
        evidence=shortened(action.evidence, _MOST_TEXT),
    )
