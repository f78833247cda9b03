"""The questions that were asked in a campaign, and how far their answers have come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from secaudit.campaign import Issue, Word
from secaudit.gaps import Item, Standing
from secaudit.questionnaire import UNANSWERED, Subject


@dataclass(frozen=True)
class Tally:
    """How far the answers to some questions have come."""

    subjects: int = 0
    complete: int = 0
    """Subjects with every question answered."""
    questions: int = 0
    answered: int = 0
    missing: int = 0
    returned: int = 0
    """Answers that the reviewer sent back, and that were not given anew."""
    late: int = 0
    """Questions with an answer from after the deadline of its form."""
    after_close: int = 0
    """Questions with an answer from after the campaign was closed: no other count knows it."""
    days_over: int = 0
    """The most days that a missing answer is over its deadline."""


@dataclass(frozen=True)
class Asked:
    """A question that was asked, and what came of it."""

    item: Item
    words: tuple[Word, ...]
    """What was said in this campaign, also after it was closed."""
    late: bool
    after_close: bool
    days_over: int
    """How long a missing answer is over its deadline; else 0."""

    @property
    def missing(self) -> bool:
        """Whether there is no answer that counts."""
        return self.item.status == UNANSWERED

    @property
    def returned(self) -> bool:
        """Whether the reviewer sent the answer back, and none was given since."""
        return self.item.reason == "returned"

    @property
    def waits(self) -> bool:
        """Whether somebody still has it to answer."""
        return (self.missing or self.returned) and not self.after_close


def asked(shown: Standing) -> dict[Subject, list[Asked]]:
    """By subject, what it was asked itself: not what a common service answers instead."""
    forms = {issue.id: issue for issue in shown.campaign.issues}
    found: dict[Subject, list[Asked]] = {item.subject: [] for item in shown.items}
    for item in shown.items:
        if item.control.id not in item.issue.form.inherited:
            found[item.subject].append(_asked(item, shown, forms))
    return found


def tally(questions: Iterable[Asked]) -> Tally:
    """What questions about one subject come to."""
    every = tuple(questions)
    missing = sum(one.missing for one in every)
    return Tally(
        subjects=1,
        complete=int(not missing),
        questions=len(every),
        answered=len(every) - missing,
        missing=missing,
        returned=sum(one.returned for one in every),
        late=sum(one.late for one in every),
        after_close=sum(one.after_close for one in every),
        days_over=max((one.days_over for one in every), default=0),
    )


def summed(tallies: Iterable[Tally]) -> Tally:
    """What several subjects come to."""
    every = tuple(tallies)
    counts = {f.name: sum(getattr(t, f.name) for t in every) for f in fields(Tally)}
    over = max((each.days_over for each in every), default=0)
    return Tally(**{**counts, "days_over": over})


def _asked(item: Item, shown: Standing, forms: Mapping[str, Issue]) -> Asked:
    campaign = shown.campaign
    after = campaign.after.get(item.key)
    said = (item.word, after)
    words = tuple(word for word in said if word and word.campaign == campaign.id)
    late = any(
        word.answered_on > campaign.deadline(forms.get(word.issue, item.issue))
        for word in words
    )
    missing = item.status == UNANSWERED
    over = (shown.on - campaign.deadline(item.issue)).days if missing else 0
    return Asked(item, words, late, after is not None, max(0, over))
