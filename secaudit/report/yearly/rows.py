"""The rows of a report's tables, and the data of its charts.

Texts are ready to print, in the language of the report.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindRow:
    """What the answers of one kind of subject come to."""

    kind: str
    subjects: str
    """How many there are; a dash for the organisation and its employees."""
    answered: str
    met_of_answered: str
    met_of_all: str
    reviewed: str
    """How many of the answers somebody reviewed, of how many."""


@dataclass(frozen=True)
class LineRow:
    """Gaps told in one line: of one control, or of one who did not answer."""

    what: str
    """Id and title of the control, or who did not answer."""
    said: str
    """Where it is missing, or what was asked."""
    priority: str
    gap_class: str
    """Class A, B or C."""
    who: str


@dataclass(frozen=True)
class SilentRow:
    """Somebody who has not answered everything."""

    person: str
    subjects: str
    answered: str
    """Questions answered, of those put to them."""


@dataclass(frozen=True)
class ThemeShareRow:
    """Met of all in one theme, for each kind of subject; a dash where it is not asked."""

    theme: str
    systems: str
    owners: str
    organisation: str
    employees: str


@dataclass(frozen=True)
class SystemRow:
    """One system."""

    name: str
    criticality: str
    owner: str
    service: str
    """How many systems are behind it; empty unless it is a common service."""
    answered: str
    met_of_all: str
    worst: str
    """The class of its most urgent open gap."""
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class OwnerRow:
    """One system owner, and how their own duties stand."""

    name: str
    systems: int
    overdue: int
    """Reviews that are out of date, in the owner's systems and own duties."""
    answered: str
    met_of_all: str
    worst: str
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class GapRow:
    """One gap, or all those of somebody who did not answer."""

    number: int
    control: str
    """Id and title of the control, or who did not answer."""
    subject: str
    who: str
    """The person accountable, and the one to answer where that is another; empty where the
    row names them already."""
    status: str
    priority: str
    factors: str
    """How the priority was found: shortfall x weight x criticality x data."""
    among: str
    """Where the highest factors of several systems were taken: how many."""
    gap_class: str
    legal: str
    """That the law demands it; empty if not, or where the row is several."""
    since: str
    """The campaign in which it was first found; empty where the row is several."""
    comment: str
    action: str
    """What the respondent proposes to do."""
    review: str
    """What the reviewer said."""


@dataclass(frozen=True)
class LegalRow:
    """A control that the law demands and that is not met everywhere, or somebody who has not
    answered what it demands."""

    control: str
    """Id and title of the control, or who did not answer."""
    law: str
    said: str
    priority: str
    gap_class: str


@dataclass(frozen=True)
class AcceptedRow:
    """A gap that a decision lets stand until a date."""

    control: str
    subject: str
    status: str
    decision: str
    until: str


@dataclass(frozen=True)
class ControlRow:
    """One control in the statement of applicability (ISO 27001 6.1.3 d)."""

    id: str
    title: str
    applies: str
    reason: str
    status: str


@dataclass(frozen=True)
class DecisionRow:
    """A decision of earlier, and what came of it."""

    id: str
    on: str
    by: str
    text: str
    case: str
    outcome: str
    """What it approved or let stand, and how that is now."""


@dataclass(frozen=True)
class ActionRow:
    """What will be done about gaps, or was."""

    id: str
    what: str
    covers: str
    """The gaps that it is to close: controls, and where."""
    responsible: str
    due: str
    status: str
    """Planned, started, overdue, done or dropped; done with its date."""
    moved: str
    """How often it was moved, and from which date; empty if it never was."""
    effort: str
    """Hours and kroner."""
    remaining: str
    """How many of the gaps that it covers are closed, of how many."""
    evidence: str


@dataclass(frozen=True)
class EffortRow:
    """What actions take, all of one status."""

    status: str
    actions: int
    hours: str
    cost: str


@dataclass(frozen=True)
class ChangeRow:
    """Something that is not as it was."""

    about: str
    """Threats, the law, the organisation, interested parties, systems and so on."""
    said: str


@dataclass(frozen=True)
class AgeRow:
    """Open gaps that have been found as many times."""

    age: str
    """New, or how many campaigns in a row."""
    a: int
    b: int
    c: int
    every: int


@dataclass(frozen=True)
class DevelopmentRow:
    """Met of all in one theme, year by year."""

    theme: str
    questions: int
    """How many questions were put about the same in every one of the campaigns."""
    values: tuple[str, ...]
    """One for each of `Report.years`."""


@dataclass(frozen=True)
class HeatCell:
    """How a department stands in a theme."""

    said: str
    """The share met of all, and its word."""
    level: str
    """high, middle, low or none: what a template shades it by."""


@dataclass(frozen=True)
class HeatRow:
    """How a department's systems stand, theme by theme."""

    department: str
    answered: str
    change: str
    """In percentage points since the campaign before, on the same questions."""
    cells: tuple[HeatCell, ...]
    """One for each of `Report.heat_themes`."""


@dataclass(frozen=True)
class TopicRow:
    """What the employees' answers to one question come to."""

    control: str
    asked: str
    """How many employees answered, in how many departments."""
    share: str
    """Of those who answered, how many said yes."""
    target: str
    weakest: str
    """The department with the lowest share, and that share; empty where there is one only."""


@dataclass(frozen=True)
class SupplierRow:
    """One supplier, and the systems bought from it."""

    supplier: str
    systems: str
    agreement: str
    """How many of the systems with personal data have a processor agreement."""
    supervised: str
    """When it was supervised last; where that differs, the longest ago."""
    a: int
    b: int
    c: int
    """Open gaps of its systems."""


@dataclass(frozen=True)
class RemarkRow:
    """What somebody says in their own words."""

    who: str
    on: str
    said: str


@dataclass(frozen=True)
class MeasureRow:
    """One number of NIS 2-loven § 6, stk. 1, or section 7."""

    place: str
    about: str
    status: str
    gaps: int
    """The open gaps in what tells of it."""
    a: int
    """Those in class A."""


@dataclass(frozen=True)
class SystemGapsRow:
    """The open gaps of one system, by class, as the ids of their controls; empty where none."""

    system: str
    owner: str
    department: str
    a: str
    b: str
    c: str


@dataclass(frozen=True)
class DepartmentRow:
    """What the answers from one department come to."""

    department: str
    systems: int
    answered: str
    met_of_answered: str
    met_of_all: str
    a: int
    b: int
    c: int
    silent: str
    """Who answered nothing."""


@dataclass(frozen=True)
class InputRow:
    """One input to the management review (ISO 27001 9.3.2)."""

    input: str
    treated: str
    """Treated, or not stated."""
    where: str
    """The sections in which it is treated."""
