"""What a form shows beside a question of what was said of it before."""

from collections.abc import Iterator

from secaudit.campaign import Earlier, Issue, Review, Word, as_line, parts_of
from secaudit.language import Language, _, long_date
from secaudit.questionnaire import word


def notes(issue: Issue, language: Language) -> dict[str, tuple[str, ...]]:
    """By control, a line for each thing that was said, in the active language."""
    return {
        id: tuple(_note(earlier, issue.form.occasion, language))
        for id, earlier in issue.earlier.items()
    }


def answered(said: Word, language: Language) -> dict[str, str]:
    """What was answered, and when, in the campaign's language."""
    status, level = word(said.answer.status, language), said.answer.maturity
    if level is not None:
        leveled = _("maturity {level}").format(level=level)
        status = f"{status}, {leveled}"
    return {"status": status, "date": long_date(said.answered_on)}


def _note(earlier: Earlier, occasion: str, language: Language) -> Iterator[str]:
    told = answered(earlier.word, language)
    reason = as_line(earlier.review.reason) if earlier.review else ""
    if earlier.sent_back and earlier.now:
        note = _("SENT BACK: {reason} (The answer was '{status}', {date}.)")
        yield note.format(reason=reason, **told)
    elif earlier.now and occasion != "due":
        note = _(
            "The answer was '{status}', {date}. It stands, unless you answer again."
        )
        yield note.format(**told)
    else:
        if earlier.sent_back:
            yield _("SENT BACK in the campaign before: {reason}").format(reason=reason)
        yield _("Last answered {date}: {status}.").format(**told)
    parts = parts_of(earlier.word.answer)
    yield from (f"{name}: {text}" for name, text in parts)
    if earlier.review and not earlier.sent_back:
        yield _reviewed(earlier.review, reason, language)


def _reviewed(review: Review, reason: str, language: Language) -> str:
    if review.status is None:
        return _("Review: The answer was agreed. {reason}").format(reason=reason)
    said = _("Review: The answer counts as '{status}'. {reason}")
    return said.format(status=word(review.status, language), reason=reason)
