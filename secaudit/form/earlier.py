"""What was said of a question before, as the page shows it."""

from typing import Any

from secaudit.campaign import Campaign, Issue, Review, Word
from secaudit.language import _, active, long_date
from secaudit.questionnaire import word
from secaudit.validation import plain


def stands(campaign: Campaign, issue: Issue, id: str) -> bool:
    """Whether a question is answered in this campaign, and need not be answered again."""
    key = (issue.subject.key, id)
    said = campaign.latest(key) and not campaign.returned(key)
    return bool(said) and not issue.form.occasion


def earlier(campaign: Campaign, issue: Issue, id: str) -> dict[str, Any] | None:
    """The answer that the form was issued with, or one that was given since."""
    key, before = (issue.subject.key, id), issue.earlier.get(id)
    latest, review = campaign.latest(key), campaign.review(key)
    if before is None or (latest and latest.sequence > before.word.sequence):
        return _said(latest, review, now=True, again=False) if latest else None
    if latest is None or latest.sequence != before.word.sequence:
        review = before.review
    again = issue.repeatable(id) and not stands(campaign, issue, id)
    return _said(before.word, review, now=before.now, again=again)


def _said(
    said: Word, review: Review | None, *, now: bool, again: bool
) -> dict[str, Any]:
    """The answer with its day and the reviewer's word; `again` allows to say it unchanged."""
    answer = plain(said.answer)
    back = review is not None and review.returned
    for name in ("counts", "acceptance", "repeats"):
        answer.pop(name, None)
    return {
        **answer,
        "on": long_date(said.answered_on),
        "now": now,
        "again": again and not back,
        "back": back,
        "review": _reviewed(review) if review else "",
    }


def _reviewed(review: Review) -> str:
    if review.outcome == "assessed":
        status = word(review.status or "unknown", active())
        sentence = _("{outcome}, {status}: {reason}")
        return sentence.format(outcome=review.said, status=status, reason=review.reason)
    return f"{review.said}: {review.reason}" if review.reason else review.said


def standing(campaign: Campaign, issue: Issue) -> list[dict[str, str]]:
    """The answers of earlier years that need not be given again."""
    ids = issue.form.carried if issue.form.part == "main" else ()
    words = ((id, campaign.words.get((issue.subject.key, id))) for id in ids)
    return [
        {
            "control": f"{id} {campaign.controls[id].title.said(campaign.language)}",
            "status": word(said.answer.status, campaign.language),
            "on": long_date(said.answered_on),
        }
        for id, said in words
        if said
    ]
