"""What a system sheet shows: one system, for the data protection officer and the authority.

Texts are ready to print, in the language of the sheet. An empty text or tuple is something
that there is nothing to say of.
"""

from dataclasses import dataclass
from datetime import date

from secaudit.report.said.action_rows import PartActionRow


@dataclass(frozen=True)
class FactsRow:
    """Two facts, as they were told, side by side."""

    name: str
    value: str
    other: str
    """The name of the second fact; empty where there is none."""
    other_value: str


@dataclass(frozen=True)
class SheetGapRow:
    """A gap of the system, its own or inherited."""

    control: str
    status: str
    priority: str
    factors: str
    """How the priority was found: shortfall x weight x criticality x data."""
    gap_class: str
    """Class A, B or C."""
    law: str
    """The provisions, where it is a duty by law; else a dash."""
    since: str
    doing: str
    """The actions that cover it, or that there is none."""
    decision: str
    """What lets it stand, and until when."""


@dataclass(frozen=True)
class SheetDecisionRow:
    """A decision that lets a gap of the system stand."""

    id: str
    control: str
    decided: str
    """When, by whom, in which case."""
    text: str
    """What was decided, in the words of the decision."""
    until: str


@dataclass(frozen=True)
class AnswerRow:
    """One question, and all that was said of it."""

    control: str
    """Its id."""
    question: str
    status: str
    """The word of who answered, never what a reviewer made of it."""
    said: str
    """When, by whom and in which campaign; which service answers; or who is to."""
    counts: str
    """What the answer counts as, where that is not what it says."""
    comment: str
    evidence: str
    """What was pointed at, with its dates: stated, unless somebody reviewed the answer."""
    reviewed_on: str
    """When the matter was looked through last."""
    proposal: str
    """What the respondent proposes to do."""
    wish: str
    """That the respondent wishes the gap accepted."""
    review: str
    """The reviewer's word, with the day and the name."""


@dataclass(frozen=True)
class Sheet:
    """Everything that the template of a system sheet can show."""

    title: str
    organisation: str
    campaign: str
    day: date
    """The day that the sheet is as of."""
    date: str
    version: str
    """Of secaudit."""
    system: str
    """Its name."""
    id: str
    notices: tuple[str, ...]
    """What to know first: that it was withdrawn, is a service, or that nobody answered."""
    withdrawn: bool
    """Whether it was taken out of the campaign; then there are no figures and no gaps."""
    facts: tuple[FactsRow, ...]
    answered: str
    met_of_answered: str
    met_of_all: str
    counted: str
    """How many questions there are, and how many answers of each status."""
    reviewed: str
    """How many of its answers were reviewed, in a sentence."""
    gaps: tuple[SheetGapRow, ...]
    """Most urgent first, accepted ones among them."""
    actions: tuple[PartActionRow, ...]
    decisions: tuple[SheetDecisionRow, ...]
    answers: tuple[AnswerRow, ...]
    """Every question, in the order of the catalogue."""
    after: tuple[AnswerRow, ...]
    """What was said after the campaign was closed: no figure counts it."""
    class_a: int
    """The lowest priority of class A."""
    class_b: int
    events: int
    head: str
    """The hash of the last event in the register."""
