"""Which answers to review: those that wait for it, and a spot check that can be drawn again."""

import math
from collections.abc import Iterable
from datetime import date

from secaudit.campaign import Campaign
from secaudit.digest import sha256
from secaudit.gaps import Item, Picture, criticality_factor
from secaudit.officer.verdicts import Work
from secaudit.steps.reviewing.review import answered
from secaudit.steps.state import campaigns_of, picture_of
from secaudit.workspace import Workspace

_IN_DOUBT = ("met", "partial", "not-applicable")
"""What a spot check is drawn from: nobody needs to doubt an admission."""


def waiting(
    workspace: Workspace, campaign_id: str | None, on: date
) -> tuple[Work, ...]:
    """The answers that wait for a review: not applicable until somebody agrees, and what was
    answered anew after it was sent back."""
    picture = picture_of(campaigns_of(workspace), campaign_id, on)
    found = [item for item in _own(picture) if _waits(item, picture.campaign)]
    return _work(found, picture.campaign)


def one(
    workspace: Workspace, campaign_id: str | None, subject: str, control: str, on: date
) -> Work:
    """The answer that is meant. Raises WrongUsage or Refused where there is none to review."""
    picture = picture_of(campaigns_of(workspace), campaign_id, on)
    item = answered(subject, control, picture.by_key)
    return _work([item], picture.campaign)[0]


def sample(
    workspace: Workspace, campaign_id: str | None, on: date, size: int, seed: str | None
) -> tuple[Work, ...]:
    """At most `size` answers drawn by `seed` (the campaign's id, if it is None).

    The same seed draws the same ones again.

    A critical system is drawn three times as easily as one that is not, and an answer that
    was only said to be unchanged twice as easily as one that was written. Each answer has a
    number of its own, so that one more answer changes at most one of the others.
    (Weighted sampling without replacement: Efraimidis and Spirakis, Information Processing
    Letters 97, 2006.)
    """
    picture = picture_of(campaigns_of(workspace), campaign_id, on)
    doubted = [item for item in _own(picture) if _doubted(item, picture.campaign)]
    repeat = seed if seed is not None else picture.campaign.id
    drawn = sorted(doubted, key=lambda item: _draw(item, repeat))[:size]
    return _work(drawn, picture.campaign)


def _own(picture: Picture) -> Iterable[Item]:
    return (item for item in picture.own if item.word)


def _waits(item: Item, campaign: Campaign) -> bool:
    if campaign.review(item.key):
        return False
    before = campaign.reviews.get(item.key)
    unsure = (
        item.question.not_applicable == "review" and item.status == "not-applicable"
    )
    return unsure or (before is not None and before.returned)


def _doubted(item: Item, campaign: Campaign) -> bool:
    given = item.word is not None and item.word.campaign == campaign.id
    return bool(given and item.word and item.word.answer.status in _IN_DOUBT)


def _draw(item: Item, seed: str) -> float:
    """Exponentially distributed with the rate of its weight; the smallest are drawn."""
    digest = sha256([seed, item.subject.key, item.control.id])
    share = (int(digest[:13], 16) + 1) / 16**13
    return -math.log(share) / (criticality_factor(item.issue) * _doubt(item))


def _doubt(item: Item) -> int:
    """How much easier an answer is drawn for having been confirmed with a word."""
    return 2 if item.word and item.word.answer.repeats else 1


def _work(items: Iterable[Item], campaign: Campaign) -> tuple[Work, ...]:
    return tuple(Work(item, campaign.review(item.key)) for item in items if item.word)
