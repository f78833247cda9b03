"""What is still to be answered, form by form, and by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from secaudit.campaign import Campaign, Issue, Review
from secaudit.gaps import grouped, standing
from secaudit.questionnaire import minutes_of
from secaudit.steps.progress.tally import Asked, asked


@dataclass(frozen=True)
class Awaited:
    """A form, and what of it somebody still has to answer."""

    issue: Issue
    missing: tuple[str, ...]
    """Its questions without an answer, by control id."""
    returned: tuple[tuple[str, Review], ...]
    """Those whose answer was sent back, with the officer's word."""
    deadline: date
    minutes: int

    @property
    def person(self) -> str:
        """The id of who has it to answer."""
        return self.issue.form.person or ""

    @property
    def questions(self) -> int:
        """How many there are to answer."""
        return len(self.missing) + len(self.returned)


def awaited(campaign: Campaign, on: date) -> tuple[Awaited, ...]:
    """The forms that somebody has something left to answer in, small ones last.

    Once the campaign is closed, only small ones that ask for what fell due.
    """
    small = tuple(_small(campaign))
    own = () if campaign.closed_on else _own(campaign, on, small)
    return (*own, *small)


def _own(campaign: Campaign, on: date, small: tuple[Awaited, ...]) -> Iterator[Awaited]:
    """The campaign's own forms, without what a small one asks again."""
    again = {(s.issue.subject.key, id) for s in small for id, _review in s.returned}
    every = (one for of in asked(standing(campaign, on)).values() for one in of)
    waits = (one for one in every if one.waits and one.item.issue.form.person)
    waiting = [one for one in waits if one.missing or one.item.key not in again]
    for each in grouped(waiting, lambda one: one.item.issue.id).values():
        missing = (one.item.control.id for one in each if one.missing)
        yield _awaited(campaign, each[0].item.issue, missing, _returned(each, campaign))


def _returned(
    waiting: tuple[Asked, ...], campaign: Campaign
) -> Iterator[tuple[str, Review]]:
    for one in waiting:
        review = campaign.returned(one.item.key)
        if review and not one.missing:
            yield one.item.control.id, review


def _small(campaign: Campaign) -> Iterator[Awaited]:
    """The small forms, of which whatever is answered since they were issued is not awaited."""
    for issue in campaign.issues:
        if not issue.form.occasion or issue.superseded or _moved(issue, campaign):
            continue
        if campaign.closed_on and issue.form.occasion == "returned":
            continue
        keys = [(issue.subject.key, id) for id in issue.form.questions]
        words = [(key, campaign.latest(key)) for key in keys]
        left = [key for key, w in words if not w or w.sequence < issue.sequence]
        back = {key[1]: review for key in left if (review := campaign.returned(key))}
        if left:
            missing = (id for _subject, id in left if id not in back)
            yield _awaited(campaign, issue, missing, back.items())


def _moved(small: Issue, campaign: Campaign) -> bool:
    """Whether somebody else has it to answer since."""
    return any(
        issue.sequence > small.sequence and issue.form.person != small.form.person
        for issue in campaign.current()
        if (issue.subject, issue.form.part) == (small.subject, small.form.part)
    )


def _awaited(
    campaign: Campaign,
    issue: Issue,
    missing: Iterable[str],
    returned: Iterable[tuple[str, Review]] = (),
) -> Awaited:
    left, back = tuple(missing), tuple(returned)
    ids = {*left, *(id for id, _review in back)}
    asking = {id: q for id, q in issue.form.questions.items() if id in ids}
    form = replace(issue.form, questions=asking)
    return Awaited(
        issue=issue,
        missing=left,
        returned=back,
        deadline=campaign.deadline(issue),
        minutes=minutes_of(form, campaign.language),
    )
