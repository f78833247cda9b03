"""The appendices that hold figures: A to C."""

from dataclasses import dataclass

from secaudit.report.yearly.appendices.applicability import ControlRow, controls
from secaudit.report.yearly.appendices.departments import DepartmentRow, departments
from secaudit.report.yearly.appendices.inputs import InputRow, inputs
from secaudit.report.yearly.appendices.listed import SystemGapsRow, system_gaps
from secaudit.report.yearly.material import Material


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
    """In C: every input to the management review."""


def appendices(material: Material) -> Appendices:
    """The appendices."""
    return Appendices(
        controls=controls(material),
        systems=system_gaps(material),
        departments=departments(material),
        inputs=inputs(material),
    )
