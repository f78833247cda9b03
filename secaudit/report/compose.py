"""What stands in a report: a campaign and what is told beside it, in the active language. Pure."""

from collections.abc import Sequence
from typing import TypeVar

from secaudit.language import _, counted, long_date
from secaudit.report.material import Material
from secaudit.report.model import Report
from secaudit.report.rows import Chart
from secaudit.report.sections import basis, gap_rows, subjects, summary, themes
from secaudit.report.sections.applicability import controls
from secaudit.report.sections.verdict import verdict
from secaudit.report.sections.worst import worst, worst_rest

T = TypeVar("T")


def compose(material: Material) -> Report:
    """The report on a campaign."""
    picture, before = material.picture, material.before
    campaign = picture.campaign
    gaps, gaps_rest = _most(gap_rows.gaps(picture), gap_rows.MOST_GAPS)
    legal, legal_rest = _most(gap_rows.legal(picture), gap_rows.MOST_LEGAL)
    accepted, accepted_rest = _most(gap_rows.accepted(picture), gap_rows.MOST_ACCEPTED)
    silent, silent_rest = _most(basis.silent(picture), basis.MOST_SILENT)
    systems, systems_rest = _most(subjects.systems(picture), subjects.MOST_SYSTEMS)
    owners, owners_rest = _most(subjects.owners(picture), subjects.MOST_OWNERS)
    title = _("Information security {campaign}: self-assessment and gaps")
    nothing = Chart("", (), ())
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
        reviewed=summary.reviewed(picture),
        worst=worst(picture),
        worst_rest=worst_rest(picture, every=not gaps_rest),
        recommended=(),
        followed_up="",
        earlier_decisions=(),
        earlier_actions=(),
        earlier_rest="",
        changes=(),
        facts=basis.facts(picture),
        silent=silent,
        silent_rest=silent_rest,
        ownerless=tuple(subject.name for subject in subjects.ownerless(picture)),
        system_themes=themes.themes(picture, "system"),
        owner_themes=themes.themes(picture, "owner"),
        organisation_themes=themes.themes(picture, "organisation"),
        employee_themes=themes.themes(picture, "employees"),
        awaiting=themes.awaiting(picture),
        status_chart=themes.chart(picture),
        heat_themes=(),
        heat=(),
        heat_rest="",
        trend=themes.trend(picture, before),
        years=(),
        development=(),
        stated=(),
        stated_years=(),
        trend_chart=nothing,
        ages=(),
        closed="",
        system_facts=(),
        class_chart=nothing,
        systems=systems,
        systems_rest=systems_rest,
        owners_said=subjects.owners_said(picture),
        owners=owners,
        owners_rest=owners_rest,
        employees_said="",
        topics=(),
        supplier_facts=(),
        suppliers=(),
        suppliers_rest="",
        protection=(),
        remarks=(),
        incidents=(),
        audits=(),
        checks=(),
        objectives=(),
        feedback=(),
        measures_said="",
        measures=(),
        gaps=gaps,
        gaps_rest=gaps_rest,
        legal=legal,
        legal_rest=legal_rest,
        actions_said="",
        action_chart=nothing,
        actions=(),
        actions_rest="",
        accepted=accepted,
        accepted_rest=accepted_rest,
        effort=(),
        effort_said="",
        controls=controls(picture),
        system_gaps=(),
        departments=(),
        inputs=(),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
        events=material.head.sequence,
        head=material.head.hash,
        notes_digest=material.notes.digest,
    )


def _most(rows: Sequence[T], most: int) -> tuple[tuple[T, ...], str]:
    """The first rows, and that a table leaves the others out; empty if it does not."""
    more = len(rows) - most
    if more < 1:
        return tuple(rows), ""
    rest = counted("And {n} more, less urgent.", "And {n} more, less urgent.", more)
    return tuple(rows[:most]), rest
