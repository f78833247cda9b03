"""What was said of a question before, as the page shows it."""

from collections.abc import Iterator
from typing import Any

from secaudit.assessment import Answer
from secaudit.campaign import Campaign, Issue, Review, Word, as_line, parts_of
from secaudit.form.texts import said
from secaudit.language import _, active, long_date
from secaudit.questionnaire import word
from secaudit.validation import plain


def stands(campaign: Campaign, issue: Issue, id: str) -> bool:
    """Whether a question is answered in this campaign, and need not be answered again."""
    key = (issue.subject.key, id)
    told = campaign.latest(key) and not campaign.returned(key)
    return bool(told) and not issue.form.occasion


def earlier(campaign: Campaign, issue: Issue, id: str) -> dict[str, Any] | None:
    """The answer that the form was issued with, or one that was given since."""
    key, before = (issue.subject.key, id), issue.earlier.get(id)
    latest, review = campaign.latest(key), campaign.review(key)
    if before is None or (latest and latest.sequence > before.word.sequence):
        said_now = latest and _said(latest, review, now=True, again=False)
        return _holds(said_now, stands(campaign, issue, id)) if said_now else None
    if latest is None or latest.sequence != before.word.sequence:
        review = before.review
    again = issue.repeatable(id) and not stands(campaign, issue, id)
    told = _said(before.word, review, now=before.now, again=again)
    return _holds(told, stands(campaign, issue, id))


def _holds(told: dict[str, Any], holds: bool) -> dict[str, Any]:
    """With the sentence that it need not be said again, where that is so."""
    return {**told, "lines": [*told["lines"], (said("stands"), "")]} if holds else told


def _said(
    told: Word, review: Review | None, *, now: bool, again: bool
) -> dict[str, Any]:
    """The answer, what is shown of it, and the reviewer's word; `again` allows to repeat it."""
    back = review is not None and review.returned
    answer = plain(told.answer)
    for name in ("counts", "acceptance", "repeats"):
        answer.pop(name, None)
    status, again = _word(told.answer), again and not back
    lines = [
        (said("answered_now" if now else "answered_before", date=_day(told)), status)
    ]
    if reviewed := told.answer.reviewed_on:
        lines.append((f"{said('reviewed')}:", long_date(reviewed)))
    lines += ((f"{name}:", text) for name, text in parts_of(told.answer))
    if review:
        lines.append((f"{said('review')}:", as_line(_reviewed(review))))
    return {
        **answer,
        "again": again,
        "back": back,
        "label": said("unchanged", status=status),
        "lines": [(label.strip(), text) for label, text in lines],
    }


def _word(answer: Answer) -> str:
    if answer.maturity is not None:
        return said("level", n=answer.maturity)
    return word(answer.status, active())


def _day(told: Word) -> str:
    return long_date(told.answered_on)


def _reviewed(review: Review) -> str:
    if review.outcome == "assessed":
        status = word(review.status or "unknown", active())
        sentence = _("{outcome}, {status}: {reason}")
        return sentence.format(outcome=review.said, status=status, reason=review.reason)
    return f"{review.said}: {review.reason}" if review.reason else review.said


def standing(campaign: Campaign, issue: Issue) -> Iterator[str]:
    """The answers of earlier years that need not be given again."""
    for id in issue.form.carried if issue.form.part == "main" else ():
        if told := campaign.words.get((issue.subject.key, id)):
            title = campaign.controls[id].title.said(campaign.language)
            status = word(told.answer.status, campaign.language)
            yield f"{id} {title}: {status}, {_day(told)}"
