"""What an extract shows: the part of the report that is one person's, or one department's.

Texts are ready to print, in the language of the extract. An empty text or tuple is something
that there is nothing to say of.
"""

from dataclasses import dataclass

from secaudit.report.extract.deadlines import DeadlineRow
from secaudit.report.extract.employees import EmployeesRow
from secaudit.report.extract.gaps import PartGapRow
from secaudit.report.extract.holdings import OwnedRow, PartSystemRow, UnansweredRow
from secaudit.report.said.action_rows import PartActionRow
from secaudit.report.said.imprint import Imprint
from secaudit.report.said.themes import ThemeRow


@dataclass(frozen=True, kw_only=True)
class Extract(Imprint):
    """Everything that the template of an extract can show."""

    title: str
    name: str
    """Of the person or the department."""
    of_department: bool
    """Whether it is a department's; a person's has no owners, themes or employees."""
    lead: tuple[str, ...]
    """How it stands, in sentences."""
    deadlines: tuple[DeadlineRow, ...]
    """What is to be done within a year, the earliest first; what is overdue stands first."""
    deadlines_rest: str
    owners: tuple[OwnedRow, ...]
    owners_rest: str
    systems: tuple[PartSystemRow, ...]
    systems_rest: str
    themes: tuple[ThemeRow, ...]
    duties: tuple[PartGapRow, ...]
    """Gaps in an owner's own duties."""
    duties_rest: str
    gaps: tuple[PartGapRow, ...]
    """Gaps in the systems, most urgent first."""
    gaps_rest: str
    others: tuple[PartGapRow, ...]
    """Gaps of the organisation that the person answers for."""
    others_rest: str
    actions: tuple[PartActionRow, ...]
    actions_rest: str
    unanswered: tuple[UnansweredRow, ...]
    unanswered_rest: str
    employees_said: str
    employees: tuple[EmployeesRow, ...]
    reviewed: str
    """How many of the answers were reviewed, in a sentence."""
    class_a: int
    """The lowest priority of class A."""
    class_b: int
