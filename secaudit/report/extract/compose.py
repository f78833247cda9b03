"""The extract for one person or one department: what they have to do, and by when. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from secaudit.campaign import Action
from secaudit.language import _, counted
from secaudit.report.extract.deadlines import DeadlineRow, deadlines
from secaudit.report.extract.employees import employees
from secaudit.report.extract.gaps import gap_rows, of_services, own_actions
from secaudit.report.extract.holdings import (
    owned_rows,
    system_rows,
    systems_in,
    unanswered_rows,
)
from secaudit.report.extract.lead import lead
from secaudit.report.extract.model import Extract
from secaudit.report.extract.part import Part, part_of_department
from secaudit.report.said.action_rows import PartActionRow
from secaudit.report.said.answers import reviewed
from secaudit.report.said.first import first, tables
from secaudit.report.said.imprint import imprint
from secaudit.report.said.themes import themes
from secaudit.report.source import Source

MOST_DEADLINES = 14
MOST_OWNERS = 12
MOST_SYSTEMS = 14
MOST_DUTIES = 8
MOST_GAPS = 16
MOST_OTHERS = 10
MOST_ACTIONS = 8
MOST_UNANSWERED = 10


def compose_person(source: Source, id: str) -> Extract:
    """The extract for a person, in the active language."""
    return _compose(Part(source, id, source.campaign.name_of(id)))


def compose_department(source: Source, id: str) -> Extract:
    """The extract for a department and all below it, in the active language."""
    return _compose(part_of_department(source, id))


def _compose(part: Part) -> Extract:
    source, campaign = part.source, part.campaign
    title = _("Information security {campaign}: {name}")
    nothing = _(
        "No answer here has been reviewed; all of it is the respondents' own word."
    )
    own = own_actions(part)
    falling = deadlines(part, own)
    shares, shares_said = employees(source.picture, part.units)
    return Extract(
        **imprint(campaign, source.on, source.head, source.version),
        title=title.format(campaign=campaign.id, name=part.name),
        name=part.name,
        of_department=bool(part.units),
        lead=tuple(lead(part, falling)),
        themes=themes(part.shown, "system") if part.units else (),
        employees=shares,
        employees_said=shares_said,
        reviewed=reviewed(part.shown, nothing),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
        **_cut(part, own, [one.row(source.on) for one in falling]),
    )


def _cut(
    part: Part, own: Mapping[Action, PartActionRow], due: Sequence[DeadlineRow]
) -> dict[str, Any]:
    """The tables that may be too long, none longer than it has room for."""
    held, acts = systems_in(part), [*own.values(), *of_services(part, own)]
    of_organisation = gap_rows(part, "organisation", "employees")
    return tables(
        deadlines=first(due, MOST_DEADLINES, _later),
        owners=first(owned_rows(held, part), MOST_OWNERS, _more),
        systems=first(system_rows(held, part), MOST_SYSTEMS, _more),
        duties=first(gap_rows(part, "owner"), MOST_DUTIES, _less_urgent),
        gaps=first(gap_rows(part, "system"), MOST_GAPS, _on_sheets),
        others=first(of_organisation, MOST_OTHERS, _less_urgent),
        actions=first(acts, MOST_ACTIONS, _later),
        unanswered=first(unanswered_rows(part), MOST_UNANSWERED, _less_urgent),
    )


def _more(n: int) -> str:
    return counted(
        "And {n} more; the information security officer has the full list.",
        "And {n} more; the information security officer has the full list.",
        n,
    )


def _later(n: int) -> str:
    return counted(
        "And {n} later one; the information security officer has the full list.",
        "And {n} later ones; the information security officer has the full list.",
        n,
    )


def _less_urgent(n: int) -> str:
    return counted(
        "And {n} less urgent; the information security officer has the full list.",
        "And {n} less urgent; the information security officer has the full list.",
        n,
    )


def _on_sheets(n: int) -> str:
    return counted(
        "And {n} less urgent gap; every gap stands on the sheet of its system.",
        "And {n} less urgent gaps; every gap stands on the sheet of its system.",
        n,
    )
