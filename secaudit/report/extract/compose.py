"""The extract for one person or one department: what they have to do, and by when. Pure."""

from dataclasses import replace

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
    source, campaign = part.source, part.campaign
    title = _("Information security {campaign}: {name}")
    nothing = _(
        "No answer here has been reviewed; all of it is the respondents' own word."
    )
    shares, shares_said = employees(source.picture, part.units)
    extract = Extract(
        **imprint(campaign, source.on, source.head, source.version),
        title=title.format(campaign=campaign.id, name=part.name),
        name=part.name,
        of_department=bool(part.units),
        themes=themes(part.shown, "system") if part.units else (),
        employees=shares,
        employees_said=shares_said,
        reviewed=reviewed(part.shown, nothing),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
    )
    return _with_gaps(_with_systems(_with_tasks(extract, part), part), part)


def _with_tasks(extract: Extract, part: Part) -> Extract:
    """How it stands, and what is to be done by when."""
    own = own_actions(part)
    falling = deadlines(part, own)
    due, due_rest = first(falling, MOST_DEADLINES, _later)
    acts = [*own.values(), *of_services(part, own)]
    actions, actions_rest = first(acts, MOST_ACTIONS, _later)
    silent, silent_rest = first(unanswered_rows(part), MOST_UNANSWERED, _less_urgent)
    return replace(
        extract,
        lead=tuple(lead(part, falling)),
        deadlines=tuple(one.row(part.source.on) for one in due),
        deadlines_rest=due_rest,
        actions=actions,
        actions_rest=actions_rest,
        unanswered=silent,
        unanswered_rest=silent_rest,
    )


def _with_systems(extract: Extract, part: Part) -> Extract:
    """The systems, and in a department their owners."""
    held = systems_in(part)
    owners, owners_rest = first(owned_rows(held, part), MOST_OWNERS, _more)
    systems, systems_rest = first(system_rows(held, part), MOST_SYSTEMS, _more)
    return replace(
        extract,
        owners=owners,
        owners_rest=owners_rest,
        systems=systems,
        systems_rest=systems_rest,
    )


def _with_gaps(extract: Extract, part: Part) -> Extract:
    """The gaps that somebody answered about, by what they are gaps of."""
    of_organisation = gap_rows(part, "organisation", "employees")
    duties, duties_rest = first(gap_rows(part, "owner"), MOST_DUTIES, _less_urgent)
    gaps, gaps_rest = first(gap_rows(part, "system"), MOST_GAPS, _on_sheets)
    others, others_rest = first(of_organisation, MOST_OTHERS, _less_urgent)
    return replace(
        extract,
        duties=duties,
        duties_rest=duties_rest,
        gaps=gaps,
        gaps_rest=gaps_rest,
        others=others,
        others_rest=others_rest,
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
