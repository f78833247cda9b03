"""A profile as a value."""

from dataclasses import dataclass, field, replace
from typing import Any

from secaudit.catalogue import Control, Kind, Question, Text, Texts


@dataclass(frozen=True)
class Applicability:
    """Whether a control, or a whole theme, applies here, and why (ISO 27001 6.1.3 d)."""

    reason: str
    applies: bool = True


@dataclass(frozen=True)
class Targets:
    """What the organisation aims at."""

    met: int | None = None
    """Per cent met of all; None where no target is set."""
    maturity: int = 3
    """Of 0-5; an answer at or above it is met."""
    employees: int = 100
    """Per cent of the employees asked; where as many are met, the answer is met."""


@dataclass(frozen=True)
class Classes:
    """The lowest priority of class A and of class B; what is below is C."""

    a: int = 18
    b: int = 8


@dataclass(frozen=True)
class Limits:
    """The most that one person is to be asked in one go; None is no limit."""

    questions: int | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Wording:
    """What a question says here instead of what its catalogue says."""

    text: Text | None = None
    guidance: Text | None = None
    evidence: Texts | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The parts that it says, by name."""
        every = {name: getattr(self, name) for name in ("text", "guidance", "evidence")}
        return {name: part for name, part in every.items() if part is not None}

    def put(self, question: Question) -> Question:
        """The question, in these words."""
        return replace(question, **self.said)


CYCLE = {"society-critical": 1, "business-critical": 1, "other": 3}


@dataclass(frozen=True)
class Profile:
    """This organisation's tailoring of its catalogues."""

    applicability: dict[str, Applicability] = field(default_factory=dict)
    """By control id, or by theme id for all its controls."""
    targets: Targets = Targets()
    cycle: dict[str, int] = field(default_factory=dict)
    """Years between two full rounds, by criticality."""
    acceptance: dict[str, str] = field(default_factory=dict)
    """The role that may accept a gap, by criticality."""
    classes: Classes = Classes()
    limits: Limits = Limits()
    controls: tuple[Control, ...] = ()
    """Local controls."""
    questions: dict[str, dict[Kind, Wording]] = field(default_factory=dict)
    """By control id: questions in this organisation's own words."""

    def deciding(self, control: Control) -> str | None:
        """The id under which it is said whether `control` applies: its own, or its theme's."""
        ids = (control.id, control.theme)
        return next((id for id in ids if id in self.applicability), None)

    def years(self, criticality: str | None) -> int:
        """Years that an answer stands for a system of `criticality`; unknown asks each year."""
        return {**CYCLE, **self.cycle}.get(criticality or "", 1)
