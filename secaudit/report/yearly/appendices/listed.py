"""Appendix B: the open gaps of every system, in short; the whole list is a workbook beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.catalogue import control_order
from secaudit.gaps import Gap
from secaudit.language import _
from secaudit.questionnaire import Subject
from secaudit.report.said.systems import by_burden, open_of
from secaudit.report.said.wording import shortened
from secaudit.report.yearly.facts import name_of_place
from secaudit.report.yearly.material import Material


@dataclass(frozen=True)
class SystemGapsRow:
    """The open gaps of one system, by class, as the ids of their controls; empty where none."""

    system: str
    owner: str
    department: str
    a: str
    """The controls with a gap in class A."""
    b: str
    c: str


def system_gaps(material: Material) -> tuple[SystemGapsRow, ...]:
    """A row for each system that has an open gap, those with the most urgent first."""
    return tuple(
        _row(system, gaps, material)
        for system in by_burden(material.systems, material.picture)
        if (gaps := open_of(system, material.picture))
    )


def _row(system: Subject, gaps: Sequence[Gap], material: Material) -> SystemGapsRow:
    campaign, issue = material.campaign, material.systems[system][0].issue
    a, b, c = (_ids([g for g in gaps if g.gap_class == letter]) for letter in "ABC")
    return SystemGapsRow(
        system=system.name,
        owner=shortened(campaign.name_of(issue.owner)) or _("owner missing"),
        department=name_of_place(campaign.forvaltning(issue)),
        a=a,
        b=b,
        c=c,
    )


def _ids(gaps: Sequence[Gap]) -> str:
    ids = {gap.item.control.id for gap in gaps}
    return ", ".join(sorted(ids, key=control_order))
