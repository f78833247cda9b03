"""A report, section by section: every name that a Word template may use. Pure.

Texts are ready to print, in the language of the report. An empty text or tuple is something
that there is nothing to say of: the template leaves it out, or says so.
"""

from dataclasses import dataclass

from secaudit.language import _
from secaudit.report.said.imprint import Imprint, imprint
from secaudit.report.yearly.appendices.applicability import ControlRow, controls
from secaudit.report.yearly.appendices.departments import DepartmentRow, departments
from secaudit.report.yearly.appendices.inputs import InputRow, inputs
from secaudit.report.yearly.appendices.listed import SystemGapsRow, system_gaps
from secaudit.report.yearly.gaps.accepted import Accepted, accepted
from secaudit.report.yearly.gaps.gaps import Gaps, gaps
from secaudit.report.yearly.gaps.plan import Plan, plan
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.page_one.summary import Summary, summary
from secaudit.report.yearly.since_last.changes import Changes, changes
from secaudit.report.yearly.since_last.followup import Followup, followup
from secaudit.report.yearly.since_last.happened import Happened, happened
from secaudit.report.yearly.status.basis import Basis, basis
from secaudit.report.yearly.status.employees import Employees, employees
from secaudit.report.yearly.status.measures import Measures, measures
from secaudit.report.yearly.status.owners import Owners, owners
from secaudit.report.yearly.status.protection import Protection, protection
from secaudit.report.yearly.status.status import Status, status
from secaudit.report.yearly.status.suppliers import Suppliers, suppliers
from secaudit.report.yearly.status.systems import Systems, systems


@dataclass(frozen=True)
class Appendices:
    """What stands whole behind the sections."""

    controls: tuple[ControlRow, ...]
    """A: the statement of applicability."""
    systems: tuple[SystemGapsRow, ...]
    """B: the systems that have an open gap, those with the most urgent first."""
    departments: tuple[DepartmentRow, ...]
    """C: what each department answered, systems and owners apart."""
    inputs: tuple[InputRow, ...]
    """In D: every input to the management review."""


@dataclass(frozen=True, kw_only=True)
class Report(Imprint):
    """Everything that the template of the report can show."""

    title: str
    before: str
    """The campaign before; empty in the first one."""
    target: str
    """The share met of all that the organisation aims at; empty if it aims at none."""
    class_a: int
    """The lowest priority of class A."""
    class_b: int
    notes_digest: str
    """The SHA-256 of notes.yaml; empty where there is none."""

    summary: Summary
    followup: Followup
    changes: Changes
    basis: Basis
    status: Status
    systems: Systems
    owners: Owners
    employees: Employees
    suppliers: Suppliers
    protection: Protection
    happened: Happened
    measures: Measures
    gaps: Gaps
    plan: Plan
    accepted: Accepted
    appendices: Appendices


def compose(material: Material) -> Report:
    """The report on a campaign and on what is told beside it, in the active language."""
    campaign, before = material.campaign, material.before
    title = _("Information security {campaign}: self-assessment and gaps")
    target = campaign.profile.targets.met
    return Report(
        title=title.format(campaign=campaign.id),
        **imprint(campaign, material.on, material.head, material.version),
        before=before.campaign.id if before else "",
        target="" if target is None else f"{target} %",
        class_a=campaign.profile.classes.a,
        class_b=campaign.profile.classes.b,
        notes_digest=material.notes.digest,
        summary=summary(material),
        followup=followup(material),
        changes=changes(material),
        basis=basis(material),
        status=status(material),
        systems=systems(material),
        owners=owners(material),
        employees=employees(material),
        suppliers=suppliers(material),
        protection=protection(material),
        happened=happened(material),
        measures=measures(material),
        gaps=gaps(material),
        plan=plan(material),
        accepted=accepted(material),
        appendices=Appendices(
            controls=controls(material),
            systems=system_gaps(material),
            departments=departments(material),
            inputs=inputs(material),
        ),
    )
