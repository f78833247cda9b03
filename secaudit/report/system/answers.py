"""Every answer about a system: what was said, by whom, on what evidence, and who reviewed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from secaudit.assessment import Acceptance, Answer, ProposedAction
from secaudit.campaign import Review, Word
from secaudit.gaps import Item
from secaudit.language import _, active, short_date
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.doing import doing_effort, proposed
from secaudit.report.said.wording import NOTHING, state
from secaudit.report.source import Source


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
    counts: str = ""
    """What the answer counts as, where that is not what it says."""
    comment: str = ""
    evidence: str = ""
    """What was pointed at, with its dates: stated, unless somebody reviewed the answer."""
    reviewed_on: str = ""
    """When the matter was looked through last."""
    proposal: str = ""
    """What the respondent proposes to do."""
    wish: str = ""
    """That the respondent wishes the gap accepted."""
    review: str = ""
    """The reviewer's word, with the day and the name."""


def answers(items: Iterable[Item], source: Source) -> tuple[AnswerRow, ...]:
    """A row for each question, in their order."""
    return tuple(_row(item, source) for item in items)


def said_after(items: Iterable[Item], source: Source) -> tuple[AnswerRow, ...]:
    """What was said after the campaign was closed, in the same order."""
    words = ((item, source.campaign.after.get(item.key)) for item in items)
    return tuple(_own(item, word, "", source) for item, word in words if word)


def _row(item: Item, source: Source) -> AnswerRow:
    if item.control.id in item.issue.form.inherited:
        said = _service(item)
    elif item.word:
        return _own(item, item.word, _counts(item, item.word), source)
    else:
        said = _("by operations") if item.issue.form.part == "operations" else ""
    question = item.question.text.said(active())
    return AnswerRow(item.control.id, question, state(item.status), said)


def _service(item: Item) -> str:
    if item.provider is None:
        return _("a common service was to answer")
    service = _("answered by {service}").format(service=item.provider.name)
    if item.word is None:
        return service
    return f"{service}, {short_date(item.word.answered_on)} ({item.word.by.said})"


def _own(item: Item, word: Word, counts: str, source: Source) -> AnswerRow:
    answer, review = word.answer, source.campaign.reviews.get(item.key)
    if review and review.of != word.sequence:
        review = None  # it is about an earlier answer
    return AnswerRow(
        control=item.control.id,
        question=item.question.text.said(active()),
        status=state(answer.status),
        said=", ".join(_said(word, source.campaign.id)),
        counts=counts,
        comment=answer.comment,
        evidence=_evidence(answer, review),
        reviewed_on=_on(_("Looked through {date}"), answer.reviewed_on),
        proposal=_proposal(answer.action) if answer.action else "",
        wish=_wish(answer.acceptance) if answer.acceptance else "",
        review=_reviewed(review, source) if review else "",
    )


def _on(sentence: str, day: date | None) -> str:
    return sentence.format(date=short_date(day)) if day else ""


def _said(word: Word, campaign: str) -> Iterator[str]:
    yield short_date(word.answered_on)
    if word.campaign != campaign:
        yield _("from {campaign}").format(campaign=word.campaign)
    if word.repeated:
        yield word.repeated
    yield word.by.sentence


def _counts(item: Item, word: Word) -> str:
    """What an answer counts as, where it is not what was said nor what a reviewer said."""
    if item.status == UNANSWERED and word.answer.status == "not-applicable":
        return _("Counts as unanswered: a common service cannot be left out.")
    if item.status == "not-applicable" and not item.left:
        return _("Counts as not met until it is reviewed.")
    if item.reason == "overdue":
        return _("Counts as a gap: it was looked through too long ago.")
    return ""


def _evidence(answer: Answer, review: Review | None) -> str:
    """What nobody reviewed is only stated."""
    told = "; ".join(_pointed_at(answer))
    sentence = _("Stated: {evidence}")
    if review and not review.returned:
        sentence = _("Reviewed evidence: {evidence}")
    return sentence.format(evidence=told) if told else ""


def _pointed_at(answer: Answer) -> Iterator[str]:
    seen = _("{reference} (seen {date})")
    for one in answer.evidence:
        reference = one.reference or _("no reference")
        if one.seen_on:
            yield seen.format(reference=reference, date=short_date(one.seen_on))
        else:
            yield reference


def _proposal(action: ProposedAction) -> str:
    by = _on(_("by {date}"), action.due)
    effort = doing_effort(action.hours, action.cost)
    return proposed(action.what, filter(None, (action.responsible, by, *effort)))


def _wish(wish: Acceptance) -> str:
    if wish.until:
        sentence = _("Wishes it accepted until {date}: {why}")
        return sentence.format(date=short_date(wish.until), why=wish.why or NOTHING)
    return _("Wishes it accepted: {why}").format(why=wish.why) if wish.why else ""


def _reviewed(review: Review, source: Source) -> str:
    """When it was reviewed and by whom, what it came to, and why."""
    opening, day = _("Reviewed"), source.days.get(review.sequence)
    if day:
        sentence = _("Reviewed {date} by {by}") if review.by else _("Reviewed {date}")
        opening = sentence.format(date=short_date(day), by=review.by)
    outcome = review.said
    if review.outcome == "assessed" and review.status:
        outcome = _("assessed as '{status}'").format(status=state(review.status))
    ending = f". {review.reason}" if review.reason else ""
    return f"{opening}: {outcome}{ending}"
