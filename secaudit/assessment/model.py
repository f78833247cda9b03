"""An assessment as a value."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from secaudit.questionnaire import Questionnaire


@dataclass(frozen=True)
class Evidence:
    """What was pointed at, and when it was looked at."""

    reference: str = ""
    seen_on: date | None = None


@dataclass(frozen=True)
class ProposedAction:
    """What the respondent proposes to do about a gap."""

    what: str = ""
    responsible: str = ""
    due: date | None = None
    hours: int | None = None
    cost: int | None = None
    """Kroner."""


@dataclass(frozen=True)
class Acceptance:
    """A wish that the gap be accepted; only a decision accepts one."""

    why: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Answer:
    """The word on one control."""

    status: str
    reviewed_on: date | None = None
    comment: str = ""
    evidence: tuple[Evidence, ...] = ()
    action: ProposedAction | None = None
    acceptance: Acceptance | None = None
    maturity: int | None = None
    counts: dict[str, dict[str, int]] | None = None
    """By department: employees by status. Small departments stand together under ""."""
    repeats: int | None = field(default=None, compare=False)
    """The event of the earlier answer that it says is unchanged."""


@dataclass(frozen=True)
class Respondent:
    """Who sent it, by their own word."""

    name: str = ""
    email: str = ""
    answered_on: date | None = None


def same_name(one: str, other: str) -> bool:
    """Whether two names, or two addresses, are one, however they are spaced and capitalised."""
    return one.split() != [] and one.casefold().split() == other.casefold().split()


@dataclass(frozen=True)
class Assessment:
    """A returned questionnaire that passed every check."""

    issue: str
    """The form's id."""
    form: Questionnaire
    respondent: Respondent
    answered_on: date
    answers: dict[str, Answer]
    corrections: dict[str, Any]
    """Facts that the respondent says are otherwise; None is a fact they took away."""
    fingerprint: str
    """SHA-256 of the document's content: the same document again is known by it."""
