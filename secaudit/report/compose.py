"""What stands in a report: a picture of a campaign, said in the active language. Pure."""

from secaudit.gaps import Picture
from secaudit.language import _, counted, long_date
from secaudit.register import Head
from secaudit.report import basis, gap_rows, subjects, summary, themes
from secaudit.report.applicability import controls
from secaudit.report.model import Report
from secaudit.report.verdict import verdict
from secaudit.report.worst import worst, worst_rest


def compose(
    picture: Picture, before: Picture | None, head: Head, *, version: str
) -> Report:
    """The report on a campaign, beside the one `before` it."""
    campaign = picture.campaign
    gaps, systems = gap_rows.gaps(picture), subjects.systems(picture)
    owners, legal = subjects.owners(picture), gap_rows.legal(picture)
    silent, accepted = basis.silent(picture), gap_rows.accepted(picture)
    title = _("Information security {campaign}: self-assessment and gaps")
    return Report(
        title=title.format(campaign=campaign.id),
        organisation=campaign.organisation.name,
        campaign=campaign.id,
        day=picture.on,
        date=long_date(picture.on),
        version=version,
        before=before.campaign.id if before else "",
        target=summary.target(picture),
        headline=summary.headline(picture),
        headline_note=summary.headline_note(picture),
        verdict=verdict(picture, before),
        kinds=summary.kinds(picture),
        reviewed=summary.reviewed(picture),
        worst=worst(picture),
        worst_rest=worst_rest(picture, every=len(gaps) <= gap_rows.MOST_GAPS),
        facts=basis.facts(picture),
        silent=silent[: basis.MOST_SILENT],
        silent_rest=_rest(len(silent) - basis.MOST_SILENT),
        ownerless=tuple(subject.name for subject in subjects.ownerless(picture)),
        system_themes=themes.themes(picture, "system"),
        owner_themes=themes.themes(picture, "owner"),
        organisation_themes=themes.themes(picture, "organisation"),
        employee_themes=themes.themes(picture, "employees"),
        awaiting=themes.awaiting(picture),
        chart=themes.chart(picture),
        trend=themes.trend(picture, before),
        systems=systems[: subjects.MOST_SYSTEMS],
        systems_rest=_rest(len(systems) - subjects.MOST_SYSTEMS),
        owners_said=subjects.owners_said(picture),
        owners=owners[: subjects.MOST_OWNERS],
        owners_rest=_rest(len(owners) - subjects.MOST_OWNERS),
        gaps=gaps[: gap_rows.MOST_GAPS],
        gaps_rest=_rest(len(gaps) - gap_rows.MOST_GAPS),
        legal=legal[: gap_rows.MOST_LEGAL],
        legal_rest=_rest(len(legal) - gap_rows.MOST_LEGAL),
        accepted=accepted[: gap_rows.MOST_ACCEPTED],
        accepted_rest=_rest(len(accepted) - gap_rows.MOST_ACCEPTED),
        controls=controls(picture),
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
        events=head.sequence,
        head=head.hash,
    )


def _rest(more: int) -> str:
    """That a table leaves rows out, and how many; empty if it does not."""
    if more < 1:
        return ""
    return counted("And {n} more, less urgent.", "And {n} more, less urgent.", more)
