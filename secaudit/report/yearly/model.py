"""What a report shows: every name that a Word template may use.

Texts are ready to print, in the language of the report. An empty text or tuple is something
that there is nothing to say of: the template leaves it out, or says so.
"""

from dataclasses import dataclass
from datetime import date

from secaudit.report.said.charts import Chart
from secaudit.report.said.rows import FactRow
from secaudit.report.said.themes import ThemeRow
from secaudit.report.said.trends import TrendRow
from secaudit.report.yearly import rows


@dataclass(frozen=True)
class Report:
    """Everything that the template of the report can show."""

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

    # 1 Summary and recommendation
    headline: str
    headline_note: str
    """How many of the systems that the headline counts have questions without an answer."""
    verdict: tuple[str, ...]
    kinds: tuple[rows.KindRow, ...]
    reviewed: str
    """How much of the self-assessment was reviewed, in a sentence."""
    worst: tuple[rows.LineRow, ...]
    worst_rest: str
    """Where the others are; empty if that is all."""
    recommended: tuple[str, ...]
    """What the Direktion is asked to decide, a point each."""

    # 2 Follow-up
    followed_up: str
    """What became of the actions of earlier campaigns, in a sentence."""
    earlier_decisions: tuple[rows.DecisionRow, ...]
    decisions_rest: str
    earlier_actions: tuple[rows.ActionRow, ...]
    earlier_rest: str

    # 3 Changes
    changes: tuple[rows.ChangeRow, ...]

    # 4 Basis
    facts: tuple[FactRow, ...]
    silent: tuple[rows.SilentRow, ...]
    silent_rest: str
    ownerless: tuple[str, ...]

    # 5 Status
    system_themes: tuple[ThemeRow, ...]
    owner_themes: tuple[ThemeRow, ...]
    organisation_themes: tuple[ThemeRow, ...]
    employee_themes: tuple[ThemeRow, ...]
    theme_shares: tuple[rows.ThemeShareRow, ...]
    awaiting: str
    """How many answers "not applicable" count as not met until they are reviewed."""
    status_chart: Chart
    """Drawn in the template under the name `status-per-theme`."""
    heat_themes: tuple[str, ...]
    heat: tuple[rows.HeatRow, ...]
    heat_rest: str
    trend: tuple[TrendRow, ...]
    years: tuple[str, ...]
    """The campaigns that the development covers, the oldest first."""
    development: tuple[rows.DevelopmentRow, ...]
    stated: tuple[rows.DevelopmentRow, ...]
    """Figures of earlier years that are stated, and not verified; see `stated_years`."""
    stated_years: tuple[str, ...]
    stated_sources: str
    """Where they come from."""
    trend_chart: Chart
    """Drawn under the name `trend`."""
    ages: tuple[rows.AgeRow, ...]
    closed: str
    """How many gaps were closed since the campaign before, in a sentence."""

    # 6 and 7 Systems and owners
    system_facts: tuple[FactRow, ...]
    class_chart: Chart
    """Drawn under the name `systems-per-class`."""
    systems: tuple[rows.SystemRow, ...]
    systems_rest: str
    owners_said: str
    owners: tuple[rows.OwnerRow, ...]
    owners_rest: str

    # 8 Employees
    employees_said: str
    topics: tuple[rows.TopicRow, ...]

    # 9 Suppliers and cloud
    supplier_facts: tuple[FactRow, ...]
    suppliers: tuple[rows.SupplierRow, ...]
    suppliers_rest: str

    # 10 Data protection
    protection_said: str
    protection: tuple[FactRow, ...]
    remarks: tuple[rows.RemarkRow, ...]
    """What the data protection officer says."""

    # 11 Incidents, audits, checks
    incidents: tuple[FactRow, ...]
    audits: tuple[rows.RemarkRow, ...]
    checks: tuple[str, ...]
    """What the reviews of the answers showed, a sentence each."""
    objectives: tuple[FactRow, ...]
    feedback: tuple[rows.RemarkRow, ...]

    # 12 NIS 2
    measures_said: str
    measures: tuple[rows.MeasureRow, ...]

    # 13 Gaps
    gaps: tuple[rows.GapRow, ...]
    gaps_rest: str
    legal: tuple[rows.LegalRow, ...]
    legal_rest: str

    # 14 Actions
    actions_said: str
    action_chart: Chart
    """Drawn under the name `actions-per-status`."""
    actions: tuple[rows.ActionRow, ...]
    actions_rest: str

    # 15 Accepted gaps and resources
    accepted: tuple[rows.AcceptedRow, ...]
    accepted_rest: str
    effort: tuple[rows.EffortRow, ...]
    effort_said: str

    # Appendices
    controls: tuple[rows.ControlRow, ...]
    system_gaps: tuple[rows.SystemGapsRow, ...]
    departments: tuple[rows.DepartmentRow, ...]
    inputs: tuple[rows.InputRow, ...]
    class_a: int
    """The lowest priority of class A."""
    class_b: int
    events: int
    head: str
    """The hash of the last event in the register."""
    notes_digest: str
    """The SHA-256 of notes.yaml; empty where there is none."""
