"""Every answer about a system: what was said, by whom, on what evidence, and who reviewed it."""

from collections.abc import Iterable, Iterator

from secaudit.assessment import Answer, ProposedAction
from secaudit.campaign import Review, Word
from secaudit.catalogue import control_order
from secaudit.gaps import Item
from secaudit.language import _, active, short_date
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.doing import doing_effort
from secaudit.report.said.wording import name_of, state
from secaudit.report.source import Source
from secaudit.report.system.model import AnswerRow


def answers(items: Iterable[Item], source: Source) -> tuple[AnswerRow, ...]:
    """A row for each question, in the order of the catalogue."""
    ordered = sorted(items, key=lambda item: control_order(item.control.id))
    return tuple(_row(item, source) for item in ordered)


def said_after(items: Iterable[Item], source: Source) -> tuple[AnswerRow, ...]:
    """What was said after the campaign was closed, in the same order."""
    ordered = sorted(items, key=lambda item: control_order(item.control.id))
    found = ((item, source.campaign.after.get(item.key)) for item in ordered)
    return tuple(_own(item, word, "", source) for item, word in found if word)


def _row(item: Item, source: Source) -> AnswerRow:
    if item.control.id in item.issue.form.inherited:
        return _bare(item, _service(item))
    if item.word is None:
        return _bare(item, _operations(item))
    return _own(item, item.word, _counts(item, item.word), source)


def _bare(item: Item, said: str) -> AnswerRow:
    """A row of what the system was not asked, or did not answer."""
    question, status = item.question.text.said(active()), state(item.status)
    nothing = ("",) * 7
    return AnswerRow(item.control.id, question, status, said, *nothing)


def _service(item: Item) -> str:
    if item.provider is None:
        return _("a common service was to answer")
    service = _("answered by {service}").format(service=item.provider.name)
    if item.word is None:
        return service
    return f"{service}, {short_date(item.word.answered_on)}"


def _operations(item: Item) -> str:
    """The word for who runs the system, where the question is theirs."""
    return _("by operations") if item.issue.form.part == "operations" else ""


def _own(item: Item, word: Word, counts: str, source: Source) -> AnswerRow:
    answer, review = word.answer, _review_of(item, word, source)
    looked = _("Looked through {date}")
    return AnswerRow(
        item.control.id,
        item.question.text.said(active()),
        state(answer.status),
        _said(item, word, source),
        counts,
        answer.comment,
        _evidence(answer, review),
        looked.format(date=short_date(answer.reviewed_on))
        if answer.reviewed_on
        else "",
        _proposal(answer.action) if answer.action else "",
        _wish(answer),
        _reviewed(review, source) if review else "",
    )


def _said(item: Item, word: Word, source: Source) -> str:
    parts = [short_date(word.answered_on)]
    if word.person and word.person != item.issue.owner:
        runs = source.operators.get(item.subject.key) == word.person
        name = name_of(word.person, source.campaign)
        parts.append(_("by operations") if runs else name)
    if word.campaign != source.campaign.id:
        sentence = _("from {campaign}")
        parts.append(sentence.format(campaign=word.campaign))
    return ", ".join(parts)


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
    if not told:
        return ""
    if review and not review.returned:
        return _("Reviewed evidence: {evidence}").format(evidence=told)
    return _("Stated: {evidence}").format(evidence=told)


def _pointed_at(answer: Answer) -> Iterator[str]:
    seen = _("{reference} (seen {date})")
    for one in answer.evidence:
        reference = one.reference or _("no reference")
        if one.seen_on:
            yield seen.format(reference=reference, date=short_date(one.seen_on))
        else:
            yield reference


def _proposal(action: ProposedAction) -> str:
    details = ", ".join(_details(action))
    what = f"{action.what} ({details})".lstrip() if details else action.what
    return _("Proposal: {what}").format(what=what)


def _details(action: ProposedAction) -> Iterator[str]:
    if action.responsible:
        yield action.responsible
    if action.due:
        yield _("by {date}").format(date=short_date(action.due))
    yield from doing_effort(action.hours, action.cost)


def _wish(answer: Answer) -> str:
    wish = answer.acceptance
    if wish is None or not (wish.why or wish.until):
        return ""
    if wish.until is None:
        return _("Wishes it accepted: {why}").format(why=wish.why)
    sentence = _("Wishes it accepted until {date}: {why}")
    return sentence.format(date=short_date(wish.until), why=wish.why or "–")


def _review_of(item: Item, word: Word, source: Source) -> Review | None:
    """The review of the very answer; an earlier one is not about it."""
    review = source.campaign.reviews.get(item.key)
    return review if review and review.of == word.sequence else None


def _reviewed(review: Review, source: Source) -> str:
    said = f"{_opening(review, source)}: {_outcome(review)}"
    return f"{said}. {review.reason}" if review.reason else said


def _opening(review: Review, source: Source) -> str:
    day = source.days.get(review.sequence)
    if day and review.by:
        said = _("Reviewed {date} by {by}")
        return said.format(date=short_date(day), by=review.by)
    if day:
        return _("Reviewed {date}").format(date=short_date(day))
    return _("Reviewed")


def _outcome(review: Review) -> str:
    if review.returned:
        return _("sent back")
    if review.outcome == "assessed" and review.status:
        return _("assessed as '{status}'").format(status=state(review.status))
    return _("agreed")
