"""Actions and decisions: both live longer than a campaign."""

from dataclasses import dataclass
from datetime import date

from secaudit.language import _, later

Key = tuple[str, str]
"""Subject key and control id: what a gap is known by, within its organisation."""

ACTION_STATES = {
    "planned": later("not started"),
    "started": later("under way"),
    "overdue": later("overdue"),
    "done": later("done"),
    "dropped": later("dropped"),
}
"""The words for where an action stands. `overdue` is derived: nobody can say it."""
ACTION_STATUSES = ("planned", "started", "done", "dropped")
APPROVABLE = {
    "report": later("the report"),
    "soa": later("the statement of applicability"),
    "actions": later("the actions"),
    "measures": later("the measures (NIS 2 Act § 7)"),
}
"""What a decision may approve, and the words for it."""


@dataclass(frozen=True)
class Move:
    """That an action was given another due date, and why."""

    on: date
    was: date
    due: date
    reason: str


@dataclass(frozen=True)
class Action:
    """What will be done about gaps, by whom, until when."""

    id: str
    """H1, H2 and so on, within the organisation."""
    campaign: str
    """The campaign that was open when it was added."""
    added_on: date
    original_due: date
    due: date
    covers: tuple[Key, ...] = ()
    """The gaps that it is to close."""
    what: str = ""
    responsible: str = ""
    hours: int | None = None
    cost: int | None = None
    """Kroner."""
    status: str = "planned"
    ended_on: date | None = None
    """When it was done or dropped."""
    evidence: str = ""
    reason: str = ""
    """Why it was dropped."""
    moves: tuple[Move, ...] = ()
    sequence: int = 0
    """The latest event that touched it."""

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in ("planned", "started")

    def overdue(self, on: date) -> bool:
        """Whether it should have been done before the day."""
        return self.open and self.due < on

    def state(self, on: date) -> str:
        """Where it stands on the day, one of ACTION_STATES."""
        return "overdue" if self.overdue(on) else self.status

    def said(self, on: date) -> str:
        """The same in the active language."""
        return _(ACTION_STATES[self.state(on)])


@dataclass(frozen=True)
class AcceptedGap:
    """A gap that a decision lets stand until a day; a duty by law is only known of."""

    subject: str
    control: str
    until: date
    legal: bool = False

    @property
    def key(self) -> Key:
        """What the gap is known by."""
        return self.subject, self.control


@dataclass(frozen=True)
class Decision:
    """What the Direktion, or a role that may, decided."""

    id: str
    """B1, B2 and so on, within the organisation."""
    campaign: str
    on: date
    by: str
    """The body or the role."""
    text: str
    case: str = ""
    approves: tuple[str, ...] = ()
    accepts: tuple[AcceptedGap, ...] = ()
    sequence: int = 0
    taken_back_on: date | None = None
    """When it was taken back; then it accepts and approves nothing any more."""
