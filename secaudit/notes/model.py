"""The notes as values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Remark:
    """What somebody says, and when."""

    by: str
    on: date
    text: str


@dataclass(frozen=True)
class Incidents:
    """The security incidents since the last report; what is None is not stated."""

    count: int | None = None
    personal_data_breaches: int | None = None
    reported_to_datatilsynet: int | None = None
    """Of the breaches (GDPR article 33)."""
    reported_under_nis2: int | None = None
    """Significant incidents that were notified (NIS 2 Directive article 23)."""
    text: str = ""


@dataclass(frozen=True)
class Audit:
    """An audit, a test or a supervision, and what came of it."""

    what: str
    on: date
    result: str
    by: str = ""


@dataclass(frozen=True)
class Objective:
    """An objective, and whether it was reached (ISO 27001 6.2)."""

    what: str
    reached: Literal["yes", "partly", "no"]
    result: str = ""


@dataclass(frozen=True)
class Feedback:
    """What an interested party said."""

    by: str
    text: str


@dataclass(frozen=True)
class Notes:
    """campaigns/ID/notes.yaml; everything in it may be left out."""

    threats: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    interested_parties: tuple[str, ...] = ()
    """Changes in what they need and expect."""
    incidents: Incidents | None = None
    audits: tuple[Audit, ...] = ()
    objectives: tuple[Objective, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    dpo: Remark | None = None
    """The data protection officer's remark."""
    recommendations: tuple[str, ...] = ()
    """What the Direktion is asked to decide, besides what follows from the figures."""
    resources: str = ""
    """What is said of staff and money."""
    digest: str = ""
    """SHA-256 of the file; empty where there is none."""


@dataclass(frozen=True)
class StatedYear:
    """Figures of a year before secaudit: stated, and not verified."""

    year: str
    source: str
    themes: dict[str, int]
    """By theme, the whole per cent that was met of all."""


@dataclass(frozen=True)
class History:
    """history.yaml: the years before secaudit."""

    years: tuple[StatedYear, ...] = ()
