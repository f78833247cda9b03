"""What a system sheet shows: one system, for the data protection officer and the authority.

Texts are ready to print, in the language of the sheet. An empty text or tuple is something
that there is nothing to say of.
"""

from dataclasses import dataclass

from secaudit.report.said.action_rows import PartActionRow
from secaudit.report.said.imprint import Imprint
from secaudit.report.system.answers import AnswerRow
from secaudit.report.system.facts import FactsRow
from secaudit.report.system.gaps import SheetDecisionRow, SheetGapRow


@dataclass(frozen=True, kw_only=True)
class Sheet(Imprint):
    """Everything that the template of a system sheet can show."""

    title: str
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
