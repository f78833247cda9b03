"""What a report shows: every name that a Word template may use.

Texts are ready to print, in the language of the report. An empty text or tuple is something
that there is nothing to say of: the template leaves it out, or says so.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KindRow:
    """What the answers of one kind of subject come to."""

    kind: str
    subjects: int
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
    letter: str
    """Class A, B or C."""
    who: str


@dataclass(frozen=True)
class FactRow:
    """One thing that the report builds on."""

    name: str
    value: str


@dataclass(frozen=True)
class SilentRow:
    """Somebody who has not answered everything."""

    person: str
    subjects: str
    answered: str
    """Questions answered, of those put to them."""


@dataclass(frozen=True)
class ThemeRow:
    """How the questions on one theme stand; the last row of a table is all of them."""

    theme: str
    met: int
    partial: int
    not_met: int
    unknown: int
    unanswered: int
    not_applicable: int
    met_of_all: str


@dataclass(frozen=True)
class TrendRow:
    """Met of all in the campaign before and now, on the same questions."""

    about: str
    questions: int
    then: str
    now: str
    change: str
    """In percentage points, with its sign."""


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
    letter: str
    legal: str
    since: str
    """The campaign in which it was first found; a dash where the row is several gaps."""
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
    letter: str


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
class Series:
    """One status in the chart, with its count in every theme."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Chart:
    """The data of a chart in the template."""

    alt: str
    """What it shows, for who cannot see it."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Report:
    """Everything that the template can show."""

    title: str
    organisation: str
    campaign: str
    day: date
    """The day that the report is as of."""
    date: str
    version: str
    """Of secaudit."""
    before: str
    """The campaign before; empty in the first one."""
    target: str
    """The share met of all that the organisation aims at; empty if it aims at none."""

    headline: str
    headline_note: str
    """How many of the systems that the headline counts have questions without an answer."""
    verdict: tuple[str, ...]
    kinds: tuple[KindRow, ...]
    reviewed: str
    """How much of the self-assessment was reviewed, in a sentence."""
    worst: tuple[LineRow, ...]
    worst_rest: str
    """Where the others are; empty if that is all."""

    facts: tuple[FactRow, ...]
    silent: tuple[SilentRow, ...]
    silent_rest: str
    ownerless: tuple[str, ...]

    system_themes: tuple[ThemeRow, ...]
    owner_themes: tuple[ThemeRow, ...]
    organisation_themes: tuple[ThemeRow, ...]
    employee_themes: tuple[ThemeRow, ...]
    awaiting: str
    """How many answers "not applicable" count as not met until they are reviewed."""
    chart: Chart
    """Drawn in the template under the name `status-per-theme`."""
    trend: tuple[TrendRow, ...]

    systems: tuple[SystemRow, ...]
    systems_rest: str
    owners_said: str
    owners: tuple[OwnerRow, ...]
    owners_rest: str

    gaps: tuple[GapRow, ...]
    gaps_rest: str
    legal: tuple[LegalRow, ...]
    legal_rest: str
    accepted: tuple[AcceptedRow, ...]
    accepted_rest: str

    controls: tuple[ControlRow, ...]
    class_a: int
    """The lowest priority of class A."""
    class_b: int
    events: int
    head: str
    """The hash of the last event in the register."""
