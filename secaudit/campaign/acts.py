"""What is done about gaps, and what was decided: both live longer than a campaign."""

from dataclasses import dataclass
from datetime import date

from secaudit.language import later

Key = tuple[str, str]
"""Subject key and control id: what a gap is known by, within its organisation."""

ACTION_WORDS = {
    "planned": later("planned"),
    "started": later("started"),
    "done": later("done"),
    "dropped": later("dropped"),
}
ACTION_STATUSES = tuple(ACTION_WORDS)
APPROVABLE = ("report", "soa", "actions", "measures")
"""What a decision may approve; measures are those of NIS 2-loven § 7, stk. 1."""


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
    covers: tuple[Key, ...]
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
