"""The reviews that fall due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import Campaign, Key, Word
from secaudit.gaps.items import Item, items_of, months_later

_REVIEWED = ("met", "partial")


@dataclass(frozen=True)
class Due:
    """A review that must be repeated by a day, or should have been."""

    on: date
    """The last day on which the latest review is still good."""
    item: Item
    word: Word
    """The latest word on the question, also one that was given after the campaign's end."""


def falling_due(campaigns: Sequence[Campaign], until: date) -> tuple[Due, ...]:
    """The reviews of the last campaign's questions that fall due by a day, earliest first."""
    wanted = (due for due in _due(campaigns) if due.on <= until)
    return tuple(sorted(wanted, key=lambda due: (due.on, due.item.key)))


def _due(campaigns: Sequence[Campaign]) -> Iterator[Due]:
    for item in items_of(campaigns[-1], campaigns[-1].last_day):
        months = item.question.review_every_months
        word = _latest(campaigns, item.key) if item.provider is None else None
        if not months or word is None or word.answer.status not in _REVIEWED:
            continue
        if word.answer.reviewed_on:
            yield Due(months_later(word.answer.reviewed_on, months), item, word)


def _latest(campaigns: Sequence[Campaign], key: Key) -> Word | None:
    """The word given last; it may be on the small form of an earlier campaign."""
    words = filter(None, (campaign.latest(key) for campaign in campaigns))
    return max(words, key=lambda word: word.sequence, default=None)
