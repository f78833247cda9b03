"""The open gaps of every system, in short: the whole list is a workbook beside the report."""

from collections.abc import Sequence

from secaudit.campaign import Issue
from secaudit.catalogue import control_order
from secaudit.gaps import Gap, Picture
from secaudit.questionnaire import Subject
from secaudit.report.said.systems import by_burden, open_of, systems_of
from secaudit.report.said.wording import name_of, shortened
from secaudit.report.yearly.rows import SystemGapsRow
from secaudit.report.yearly.status.departments import name_of_place


def system_gaps(picture: Picture) -> tuple[SystemGapsRow, ...]:
    """A row for each system that has an open gap, those with the most urgent first."""
    systems = systems_of(picture)
    return tuple(
        _row(subject, systems[subject][0].issue, picture)
        for subject in by_burden(systems, picture)
        if open_of(subject, picture)
    )


def _row(subject: Subject, issue: Issue, picture: Picture) -> SystemGapsRow:
    gaps = open_of(subject, picture)
    return SystemGapsRow(
        subject.name,
        shortened(name_of(issue.owner, picture.campaign)),
        name_of_place(picture.campaign.forvaltning(issue)),
        *(_ids([gap for gap in gaps if gap.gap_class == letter]) for letter in "ABC"),
    )


def _ids(gaps: Sequence[Gap]) -> str:
    ids = {gap.item.control.id for gap in gaps}
    return ", ".join(sorted(ids, key=control_order))
