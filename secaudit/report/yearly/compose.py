"""What stands in a report: a campaign and what is told beside it, in the active language. Pure."""

from collections.abc import Sequence
from typing import TypeVar

from secaudit.gaps import development
from secaudit.language import _, counted, long_date
from secaudit.report.said.reviewed import reviewed
from secaudit.report.said.systems import ownerless
from secaudit.report.said.themes import themes as themes_of
from secaudit.report.yearly.appendices.applicability import controls
from secaudit.report.yearly.appendices.inputs import inputs
from secaudit.report.yearly.gaps import plan, ranked
from secaudit.report.yearly.gaps.listed import system_gaps
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.model import Report
from secaudit.report.yearly.page_one import summary
from secaudit.report.yearly.page_one.recommended import recommended
from secaudit.report.yearly.page_one.verdict import verdict
from secaudit.report.yearly.page_one.worst import worst, worst_rest
from secaudit.report.yearly.since_last import followup, happened, years
from secaudit.report.yearly.since_last.changes import changes
from secaudit.report.yearly.since_last.stated import sources, stated
from secaudit.report.yearly.status import (
    basis,
    departments,
    employees,
    overview,
    subjects,
    suppliers,
    themes,
)
from secaudit.report.yearly.status.measures import measures, measures_said
from secaudit.report.yearly.status.protection import protection, protection_said

T = TypeVar("T")


def compose(material: Material) -> Report:
    """The report on a campaign."""
    picture, before, notes = material.picture, material.before, material.notes
    campaign, course = picture.campaign, development(picture)
    gaps, more_gaps = ranked.gaps(picture)
    legal, legal_rest = _most(ranked.legal(picture), ranked.MOST_LEGAL)
    accepted, accepted_rest = _most(ranked.accepted(picture), ranked.MOST_ACCEPTED)
    silent, silent_rest = _most(basis.silent(picture), basis.MOST_SILENT)
    systems, systems_rest = _most(subjects.systems(picture), subjects.MOST_SYSTEMS)
    owners, owners_rest = _most(subjects.owners(picture), subjects.MOST_OWNERS)
    places, heat_rest = _most(
        departments.heat(picture, before), departments.MOST_PLACES
    )
    bought, suppliers_rest = _most(
        suppliers.suppliers(picture), suppliers.MOST_SUPPLIERS
    )
    actions, actions_rest = _most(plan.actions(picture), plan.MOST_ACTIONS)
    earlier, earlier_rest = _most(followup.rows(picture, before), followup.MOST_EARLIER)
    decided, decisions_rest = _most(
        followup.decisions(picture, before), followup.MOST_DECISIONS
    )
    stated_years, stated_rows = stated(material.history, campaign.themes)
    title = _("Information security {campaign}: self-assessment and gaps")
    return Report(
        title=title.format(campaign=campaign.id),
        organisation=campaign.organisation.name,
        campaign=campaign.id,
        day=picture.on,
        date=long_date(picture.on),
        version=material.version,
        before=before.campaign.id if before else "",
        target=summary.target(picture),
        headline=summary.headline(picture),
        headline_note=summary.headline_note(picture),
        verdict=verdict(picture, before),
        kinds=summary.kinds(picture),
        reviewed=reviewed(picture),
        worst=worst(picture),
        worst_rest=worst_rest(picture, every=not more_gaps),
        recommended=recommended(material),
        followed_up=followup.followed_up(picture, before),
        earlier_decisions=decided,
        decisions_rest=decisions_rest,
        earlier_actions=earlier,
        earlier_rest=earlier_rest,
        changes=changes(material),
        facts=basis.facts(picture),
        silent=silent,
        silent_rest=silent_rest,
        ownerless=tuple(subject.name for subject in ownerless(picture)),
        system_themes=themes_of(picture, "system"),
        owner_themes=themes_of(picture, "owner"),
        organisation_themes=themes_of(picture, "organisation"),
        employee_themes=themes_of(picture, "employees"),
        theme_shares=themes.theme_shares(picture),
        awaiting=themes.awaiting(picture),
        status_chart=themes.chart(picture),
        heat_themes=departments.heat_themes(picture),
        heat=places,
        heat_rest=heat_rest,
        trend=themes.trend(picture, before),
        years=course.campaigns,
        development=years.development(course, picture),
        stated=stated_rows,
        stated_years=stated_years,
        stated_sources=sources(material.history),
        trend_chart=years.chart(course, picture),
        ages=years.ages(picture, before),
        closed=years.closed(picture, before),
        system_facts=overview.system_facts(picture),
        class_chart=overview.chart(picture),
        systems=systems,
        systems_rest=systems_rest,
        owners_said=subjects.owners_said(picture),
        owners=owners,
        owners_rest=owners_rest,
        employees_said=employees.employees_said(picture),
        topics=employees.topics(picture)[: employees.MOST_TOPICS],
        supplier_facts=suppliers.supplier_facts(picture),
        suppliers=bought,
        suppliers_rest=suppliers_rest,
        protection_said=protection_said(picture),
        protection=protection(picture),
        remarks=happened.remarks(material),
        incidents=happened.incidents(material),
        audits=happened.audits(material),
        checks=happened.checks(material),
        objectives=happened.objectives(material),
        feedback=happened.feedback(material),
        measures_said=measures_said(picture),
        measures=measures(picture),
        gaps=gaps,
        gaps_rest=_rest(more_gaps),
        legal=legal,
        legal_rest=legal_rest,
        actions_said=plan.actions_said(picture),
        action_chart=plan.chart(picture, before),
        actions=actions,
        actions_rest=actions_rest,
        accepted=accepted,
        accepted_rest=accepted_rest,
        effort=plan.effort(picture),
        effort_said=" ".join(
            filter(None, (*plan.effort_said(picture), notes.resources))
        ),
        controls=controls(picture),
        system_gaps=system_gaps(picture),
        departments=departments.departments(picture),
        inputs=inputs(material),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
        events=material.head.sequence,
        head=material.head.hash,
        notes_digest=notes.digest,
    )


def _most(rows: Sequence[T], most: int) -> tuple[tuple[T, ...], str]:
    """The first rows, and that a table leaves the others out; empty if it does not."""
    return tuple(rows[:most]), _rest(len(rows) - most)


def _rest(more: int) -> str:
    if more < 1:
        return ""
    return counted("{n} more is not shown here.", "{n} more are not shown here.", more)
