"""The extract for one person or one department: what they have to do, and by when. Pure."""

from secaudit.language import _, counted
from secaudit.report.extract.deadlines import deadlines
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
from secaudit.report.said.first import first
from secaudit.report.said.imprint import imprint
from secaudit.report.said.reviewed import reviewed
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
    source, systems = part.source, systems_in(part)
    adopted = own_actions(part)
    falling = deadlines(part, adopted)
    acts = [*adopted.values(), *of_services(part, adopted)]
    of_organisation = gap_rows(part, "organisation", "employees")
    due, due_rest = first(
        [one.row(source.on) for one in falling], MOST_DEADLINES, _later
    )
    owners, owners_rest = first(owned_rows(systems, part), MOST_OWNERS, _more)
    held, held_rest = first(system_rows(systems, part), MOST_SYSTEMS, _more)
    duties, duties_rest = first(gap_rows(part, "owner"), MOST_DUTIES, _less_urgent)
    gaps, gaps_rest = first(gap_rows(part, "system"), MOST_GAPS, _on_sheets)
    others, others_rest = first(of_organisation, MOST_OTHERS, _less_urgent)
    actions, actions_rest = first(acts, MOST_ACTIONS, _later)
    silent, silent_rest = first(unanswered_rows(part), MOST_UNANSWERED, _less_urgent)
    shares, shares_said = employees(source.picture, part.units)
    classes = part.campaign.profile.classes
    return Extract(
        **imprint(part.campaign, source.on, source.head, source.version),
        title=_("Information security {campaign}: {name}").format(
            campaign=part.campaign.id, name=part.name
        ),
        name=part.name,
        of_department=bool(part.units),
        lead=tuple(lead(part, falling)),
        deadlines=due,
        deadlines_rest=due_rest,
        owners=owners,
        owners_rest=owners_rest,
        systems=held,
        systems_rest=held_rest,
        themes=themes(part.shown, "system") if part.units else (),
        duties=duties,
        duties_rest=duties_rest,
        gaps=gaps,
        gaps_rest=gaps_rest,
        others=others,
        others_rest=others_rest,
        actions=actions,
        actions_rest=actions_rest,
        unanswered=silent,
        unanswered_rest=silent_rest,
        employees_said=shares_said,
        employees=shares,
        reviewed=reviewed(
            part.shown,
            _(
                "No answer here has been reviewed; all of it is the respondents' own word."
            ),
        ),
        class_a=classes.a,
        class_b=classes.b,
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
