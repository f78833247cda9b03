"""The rules for one answer."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from secaudit.assessment.given import Given
from secaudit.assessment.repeating import field_of_word
from secaudit.assessment.returned import Returned
from secaudit.assessment.table import (
    CPR,
    FREE,
    NOT_AFTER,
    NOT_BEFORE,
    PLANNED,
    STALE_AFTER,
)
from secaudit.language import _, active
from secaudit.problems import Problem
from secaudit.questionnaire import (
    STATUSES,
    UNCHANGED,
    is_short_for_status,
    is_unchanged,
    status_of,
    word,
)
from secaudit.validation import did_you_mean, shortened
from secaudit.yamlfile import Document, Keys

_CPR = re.compile(CPR)


def status_problems(document: Document, control: str, answer: Any) -> Iterator[Problem]:
    """What is wrong with the word for a status, whoever was asked."""
    written, keys = answer.get("status"), ("answers", control, "status")
    if not written or is_unchanged(written):
        return
    if status := status_of(written):
        if is_short_for_status(written):
            message = _("'{written}' is read as '{status}'")
            told = {"written": written, "status": word(status, active())}
            yield document.problem("status-read", message, keys, warning=True, **told)
        return
    words = [word(status, active()) for status in STATUSES]
    message = _("'{written}' is not a valid status").format(written=shortened(written))
    known = [*words, word(UNCHANGED, active())]
    near = did_you_mean(written.strip().casefold(), known, surely=True)
    listed = _("; it is one of: {words}").format(words=", ".join(words))
    yield document.problem("unknown-status", message + (near or listed), keys)


def answer_problems(told: Returned) -> Iterator[Problem]:
    """Everything wrong with the answers, or worth a warning."""
    for id, (answer, question) in told.answers.items():
        given = Given(told.document, ("answers", id), told, answer, question)
        for rule in _RULES:
            yield from rule(given)


def _right_field(given: Given) -> Iterator[Problem]:
    wanted = given.field
    for field in ("status", "maturity", "counts"):
        if field != wanted and given.answer.get(field) not in (None, ""):
            message = _("this question is answered with '{wanted}', not '{found}'")
            yield given.problem(
                "wrong-answer", message, field, at_key=True, wanted=wanted, found=field
            )


def _unchanged(given: Given) -> Iterator[Problem]:
    """A word that repeats nothing."""
    field = field_of_word(given.written, given.field)
    if field is None or given.repeats:
        return
    shown = given.told.expected.earlier.get(str(given.keys[-1]))
    message = _(
        "'{word}' cannot be used here: the form shows no earlier answer; write an answer"
    )
    code = "unchanged-nothing"
    if given.field == "counts":
        message = _(
            "'{word}' cannot be used here: employees are counted anew; write the numbers"
        )
        code = "unchanged-counts"
    elif shown and shown.sent_back:
        message = _(
            "'{word}' cannot be used here: the answer was sent back; answer anew"
        )
        code = "unchanged-sent-back"
    yield given.problem(code, message, field, word=word(UNCHANGED, active()))


def _comment(given: Given) -> Iterator[Problem]:
    if given.status is None or not given.needs("comment"):
        return
    message = _("'{status}' needs a comment that says why")
    level = given.answer.get("maturity")
    if level is not None:
        message = _("level {level} is below the target, {target}: say why in a comment")
    yield given.problem(
        "comment-missing",
        message,
        "comment",
        at_key=True,
        status=given.said,
        level=level,
        target=given.told.expected.target,
    )


def _missing(given: Given) -> Iterator[Problem]:
    """What an answer to this question needs beside a status, and does not have."""
    if given.needs("reviewed_on"):
        message = _(
            "this question needs the date of the latest review in 'reviewed_on'"
        )
        if given.repeats:
            message = _(
                "this question needs the date of the latest review in 'reviewed_on', "
                "also when the answer is unchanged"
            )
        yield given.problem("review-date-missing", message, "reviewed_on", at_key=True)
    if given.needs("evidence"):
        message = _("this question needs evidence: say where it can be found")
        yield given.problem("evidence-missing", message, "evidence", at_key=True)


def _not_applicable(given: Given) -> Iterator[Problem]:
    if given.status != "not-applicable":
        return
    status = given.said
    if given.question.not_applicable == "never":
        message = _("'{status}' cannot be answered here: this concerns everyone")
        yield given.problem("never-not-applicable", message, "status", status=status)
    elif given.keys[-1] in given.told.expected.provides:
        message = _(
            "'{status}' cannot be answered here: other systems rely on this answer"
        )
        yield given.problem("provider-not-applicable", message, "status", status=status)


def _gap_without_action(given: Given) -> Iterator[Problem]:
    planned = given.text("action", "what") or given.text("acceptance", "why")
    lost = given.lost("action") or given.lost("acceptance")
    if given.status in PLANNED and not planned and not lost:
        message = _("it does not say what will be done about this gap")
        yield given.problem("gap-without-action", message, "action", at_key=True)


def _departments(given: Given) -> Iterator[Problem]:
    known = given.told.expected.departments
    for department in given.answer.get("counts") or ():
        if department not in known:
            message = _("there is no department '{id}'").format(id=department)
            message += did_you_mean(department, known)
            yield given.problem(
                "unknown-id", message, "counts", department, at_key=True
            )


def _dates(given: Given) -> Iterator[Problem]:
    """Reviews and evidence lie before the answer, and evidence not long before; what is
    planned or wished for lies after it."""
    if not given.told.dated_right:
        return
    on = given.told.answered_on
    for keys, day in _days(given, NOT_AFTER):
        if day > on:
            message = _("{date} is after the answer was given, {answered_on}")
            code = "date-after-answer"
            yield given.problem(code, message, *keys, date=day, answered_on=on)
        elif keys[0] == "evidence" and day < on - STALE_AFTER:
            message = _("the evidence was last looked at {date}, more than a year ago")
            yield given.problem("stale-evidence", message, *keys, date=day)
    for keys, day in _days(given, NOT_BEFORE):
        if day < on and keys == ("action", "due") and given.repeats_due:
            message = _(
                "the due date of the action, {date}, has passed: give a new one in 'due'"
            )
            code = "unchanged-overdue"
            yield given.problem(code, message, *keys, date=day)
        elif day < on:
            message = _("{date} is before the answer was given, {answered_on}")
            code = "date-before-answer"
            yield given.problem(code, message, *keys, date=day, answered_on=on)


def _days(given: Given, fields: tuple[Keys, ...]) -> Iterator[tuple[Keys, date]]:
    """The dates that are written in the fields."""
    for keys in (place for field in fields for place in given.places(field)):
        if text := given.text(*keys):
            yield keys, date.fromisoformat(text)


def _cpr(given: Given) -> Iterator[Problem]:
    """Ten digits that begin with a day of a month look like a CPR number."""
    for keys in (place for field in FREE for place in given.places(field)):
        if _CPR.search(given.text(*keys)):
            message = _("this looks like a CPR number; take it out if it is")
            yield given.problem("cpr-number", message, *keys)


_RULES = (
    _right_field,
    _unchanged,
    _comment,
    _missing,
    _not_applicable,
    _gap_without_action,
    _departments,
    _dates,
    _cpr,
)
