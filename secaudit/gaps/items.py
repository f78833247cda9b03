"""The questions of a campaign as they stand on a day."""

import calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from secaudit.campaign import Campaign, Issue, Key, Review, Word
from secaudit.catalogue import Control, Question, control_order
from secaudit.questionnaire import UNANSWERED, Subject

T = TypeVar("T")
G = TypeVar("G")
SHORTFALL = {"met": 0, "partial": 1, "not-met": 2, "unknown": 2, "unanswered": 2}
"""In halves, by status; what is not applicable has none."""


@dataclass(frozen=True)
class Item:
    """One question put to one subject, as it stands."""

    subject: Subject
    control: Control
    question: Question
    status: str
    """The word that counts: a status, or `unanswered`."""
    issue: Issue
    word: Word | None = None
    reason: str | None = None
    """Why it is a gap: a status, `overdue` or `returned`; None if it is none."""
    left: bool = False
    """Not applicable, and out of the denominator."""
    provider: Subject | None = None
    """The common service that answers instead."""
    shared: tuple[Subject, ...] = ()
    """Every common service whose gap this is."""

    key: Key = field(init=False, compare=False, repr=False)
    """What a gap here is known by."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", (self.subject.key, self.control.id))

    @property
    def name(self) -> str:
        """Subject and control as one writes them, such as `system:backup/A.8.13`."""
        return "/".join(self.key)


def items_of(campaign: Campaign, on: date) -> Iterator[Item]:
    """Every question of a campaign, as it stands on a day; inherited ones last."""
    current = campaign.current()
    relied_on = _relied_on(current)
    own: dict[Key, Item] = {}
    for issue in current:
        for id in (*issue.form.questions, *issue.form.carried):
            item = _item(campaign, issue, id, on)
            own[item.key] = _given(item) if item.key in relied_on else item
    issued = {issue.subject.key: issue for issue in current}
    for subject, id in sorted(relied_on - own.keys()):
        # a service that was issued before it answered for this, and was never asked
        if subject in issued:
            own[subject, id] = _item(campaign, issued[subject], id, on)
    yield from own.values()
    for issue in current:
        for id, services in issue.form.inherited.items():
            if (issue.subject.key, id) not in own:
                answering = [
                    own[k] for s in services if (k := (f"system:{s}", id)) in own
                ]
                yield _inherited(issue, campaign.controls[id], answering)


def _relied_on(current: tuple[Issue, ...]) -> set[Key]:
    """What common services answer on behalf of others."""
    return {
        (f"system:{service}", id)
        for issue in current
        for id, services in issue.form.inherited.items()
        for service in services
    }


def _given(item: Item) -> Item:
    """A provider's answer: it may not say not-applicable."""
    if item.status != "not-applicable":
        return item
    return replace(item, status=UNANSWERED, reason=UNANSWERED, left=False)


def _inherited(issue: Issue, control: Control, answering: list[Item]) -> Item:
    """The answer of the worst of the services; unanswered where none may answer."""
    if not answering:
        question = control.questions[issue.subject.kind]
        asked = Item(issue.subject, control, question, UNANSWERED, issue)
        return replace(asked, reason=UNANSWERED)
    worst = max(
        answering,
        key=lambda item: (shortfall(item), item.status != "met", item.subject.id),
    )
    return replace(
        worst,
        subject=issue.subject,
        issue=issue,
        provider=worst.subject,
        shared=tuple(item.subject for item in answering if item.reason),
    )


def _item(campaign: Campaign, issue: Issue, id: str, on: date) -> Item:
    control, key = campaign.controls[id], (issue.subject.key, id)
    question = control.questions[issue.subject.kind]
    word, review = campaign.words.get(key), campaign.review(key)
    status = word.answer.status if word else UNANSWERED
    if review and review.outcome == "assessed" and review.status:
        status = review.status
    reason = status if SHORTFALL.get(status) else None
    if review and review.returned:
        reason = "returned"
    elif status == "met" and word and _is_overdue(word, question, on):
        reason = "overdue"
    left = status == "not-applicable" and reason is None
    return Item(
        subject=issue.subject,
        control=control,
        question=question,
        status=status,
        issue=issue,
        word=word,
        reason=reason,
        left=left and _may_leave(question, review),
    )


def _may_leave(question: Question, review: Review | None) -> bool:
    """Whether not-applicable leaves the denominator: at once, or once a reviewer agreed."""
    if question.not_applicable == "review":
        return review is not None and review.outcome in ("agreed", "assessed")
    return question.not_applicable == "free"


def _is_overdue(word: Word, question: Question, on: date) -> bool:
    months, reviewed = question.review_every_months, word.answer.reviewed_on
    return bool(months and reviewed and months_later(reviewed, months) < on)


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def shortfall(item: Item) -> int:
    return 0 if item.reason is None else SHORTFALL.get(item.status) or 1


def by_theme(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """Questions by the theme of their control, themes in order."""
    groups = grouped(items, lambda item: item.control.theme)
    return {theme: groups[theme] for theme in sorted(groups, key=control_order)}


def by_subject(items: Iterable[Item]) -> dict[Subject, tuple[Item, ...]]:
    """Questions by subject, subjects in the order they were issued."""
    return grouped(items, lambda item: item.subject)


def grouped(items: Iterable[T], by: Callable[[T], G]) -> dict[G, tuple[T, ...]]:
    """Things by what they have in common, in the order in which they come."""
    groups: dict[G, list[T]] = {}
    for item in items:
        groups.setdefault(by(item), []).append(item)
    return {name: tuple(group) for name, group in groups.items()}
