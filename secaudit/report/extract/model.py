"""What an extract shows: the part of the report that is one person's, or one department's.

Texts are ready to print, in the language of the extract. An empty text or tuple is something
that there is nothing to say of.
"""

from dataclasses import dataclass
from datetime import date

from secaudit.report.said.action_rows import PartActionRow
from secaudit.report.said.themes import ThemeRow


@dataclass(frozen=True)
class DeadlineRow:
    """Something to be done by a day."""

    due: str
    overdue: str
    """The word for it, where the day has passed; else empty."""
    what: str
    about: str
    """The system, or what else it is about."""
    who: str


@dataclass(frozen=True)
class PartSystemRow:
    """One system."""

    name: str
    criticality: str
    owner: str
    answered: str
    met_of_answered: str
    met_of_all: str
    worst: str
    """The class of its most urgent open gap."""
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class OwnedRow:
    """What the systems of one owner come to."""

    owner: str
    systems: int
    answered: str
    met_of_answered: str
    met_of_all: str
    worst: str
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class PartGapRow:
    """One gap that was answered about."""

    control: str
    subject: str
    """Empty where it is the person's own duty."""
    who: str
    """The person accountable."""
    status: str
    priority: str
    gap_class: str
    legal: str
    doing: str
    """The actions that cover it, what the respondent proposes, or that there is nothing."""


@dataclass(frozen=True)
class UnansweredRow:
    """Questions that nobody has answered, of one form."""

    subject: str
    who: str
    """Who is to answer."""
    unanswered: str
    """How many, of how many in the form."""
    deadline: str
    overdue: str
    gap_class: str
    """The highest class among them."""


@dataclass(frozen=True)
class EmployeesRow:
    """What the department's employees answered to one question."""

    control: str
    employees: int
    share: str
    """Met, of those whom it applies to."""
    whole: str
    """The same share of all employees who were counted."""
    target: str


@dataclass(frozen=True)
class Extract:
    """Everything that the template of an extract can show."""

    title: str
    organisation: str
    campaign: str
    day: date
    """The day that the extract is as of."""
    date: str
    version: str
    """Of secaudit."""
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
    events: int
    head: str
    """The hash of the last event in the register."""
