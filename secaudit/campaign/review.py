"""The officer's word on an answer, and what was said of a question before it is asked again."""

from dataclasses import dataclass

from secaudit.campaign.word import Word
from secaudit.language import _, later

OUTCOMES = {
    "agreed": later("agreed"),
    "returned": later("sent back"),
    "assessed": later("assessed otherwise"),
}
"""The words for what a review comes to."""


@dataclass(frozen=True)
class Review:
    """The officer's word on an answer: agreed, returned, or assessed otherwise."""

    outcome: str
    status: str | None
    reason: str
    of: int
    """The event of the answer that was reviewed: a later answer stands unreviewed."""
    control: str
    by: str = ""
    sequence: int = 0

    @property
    def said(self) -> str:
        """What it comes to, in the active language."""
        return _(OUTCOMES[self.outcome])

    @property
    def returned(self) -> bool:
        """Whether the answer was sent back to be mended."""
        return self.outcome == "returned"


@dataclass(frozen=True)
class Earlier:
    """What had been said of a question when a form asked it again."""

    word: Word
    review: Review | None = None
    """The officer's word on it, at that time."""
    now: bool = False
    """Said in this campaign, or carried to it; else in the campaign before."""

    @property
    def sent_back(self) -> bool:
        """Whether it was sent back, so that it must be answered anew."""
        return self.review is not None and self.review.returned
