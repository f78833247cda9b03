"""The rules for a returned document as a whole."""

from collections.abc import Iterator, Mapping

from secaudit.assessment.answers import answer_problems
from secaudit.assessment.model import same_name
from secaudit.assessment.returned import Returned
from secaudit.language import _, counted
from secaudit.problems import Problem
from secaudit.questionnaire import answer_field, as_shown
from secaudit.validation import did_you_mean, shortened


def problems_of(told: Returned, *, partial: bool) -> Iterator[Problem]:
    """Everything wrong with a document beyond its schema; `partial` lets questions stand."""
    yield from _subject(told)
    yield from _dates(told)
    yield from _nobody(told)
    yield from _sender(told)
    yield from _mailed(told)
    yield from _not_asked(told)
    if not partial:
        yield from _missing(told)
    yield from answer_problems(told)


def _subject(told: Returned) -> Iterator[Problem]:
    for name in ("kind", "id", "name"):
        words = {"issued": as_shown(getattr(told.form.subject, name))}
        words["found"] = as_shown(told.value["subject"].get(name, words["issued"]))
        if words["found"] != words["issued"]:
            message = _("the form was issued about '{issued}', not '{found}'")
            keys = ("subject", name)
            yield told.document.problem("edited-subject", message, keys, **words)


def _dates(told: Returned) -> Iterator[Problem]:
    if not told.dated:
        return
    keys = ("respondent", "answered_on")
    on, latest = told.answered_on, told.expected.answered_on
    problem = told.document.problem
    if told.respondent.answered_on is None and told.answers:
        message = _("no date is given; the answer counts from the day it is recorded")
        if told.sent_on:
            message = _("no date is given; the answer counts from the mail, {date}")
        message = message.format(date=told.sent_on)
        yield problem("no-answer-date", message, keys, at_key=True, warning=True)
    if on > told.today:
        message = _("answered_on {date} is in the future")
        yield problem("date-in-future", message, keys, date=on)
    if latest and on < latest:
        message = _("answered_on {date} is before an answer recorded already, {latest}")
        code = "date-before-latest"
        yield problem(code, message, keys, warning=True, date=on, latest=latest)
    if on < told.expected.issued_on:
        message = _("answered_on {date} is before the form was issued, {issued}")
        issued = told.expected.issued_on
        yield problem("date-before-issue", message, keys, date=on, issued=issued)


def _nobody(told: Returned) -> Iterator[Problem]:
    named = told.respondent.name.strip() or told.respondent.email.strip()
    if not named and told.could_read("respondent"):
        message = _("it does not say who answers: write the name in 'name'")
        keys, code = ("respondent", "name"), "no-respondent"
        yield told.document.problem(code, message, keys, warning=True)


def _sender(told: Returned) -> Iterator[Problem]:
    """Whether somebody else than expected answers: by the name first, then the address."""
    for field in ("name", "email"):
        words = {"said": getattr(told.respondent, field)}
        words["expected"] = getattr(told.expected, field)
        if all(w.strip() for w in words.values()) and not same_name(*words.values()):
            message = _("answered by {said}, but the form was issued to {expected}")
            keys, code = ("respondent", field), "other-respondent"
            yield told.document.problem(code, message, keys, warning=True, **words)
            return


def _mailed(told: Returned) -> Iterator[Problem]:
    """Whether the mail is from somebody who is not to answer, by the addresses that are known."""
    expected, said = told.expected, told.respondent.email
    known = {said, expected.email, *expected.deputies} - {""}
    if expected.sender and known and not _is_among(expected.sender, known):
        message = _(
            "the mail is from {sender}, who is neither the one who answers, nor the one "
            "the form was issued to, nor a deputy; ask the one who answers whether they are right"
        )
        keys, sender = ("respondent", "email"), expected.sender
        problem = told.document.problem
        yield problem("other-sender", message, keys, warning=True, sender=sender)


def _is_among(address: str, known: set[str]) -> bool:
    return address.casefold() in {each.strip().casefold() for each in known}


def _not_asked(told: Returned) -> Iterator[Problem]:
    for id in told.value["answers"]:
        if id not in told.asked:
            message = _("{id} is not a question in this form").format(id=shortened(id))
            alike = (each for each in told.form.questions if _bare(each) == _bare(id))
            message += did_you_mean(id, alike)
            keys = ("answers", id)
            yield told.document.problem("not-asked", message, keys, at_key=True)


def _bare(id: str) -> str:
    """A control's id without signs and case: A5.12 is A.5.12."""
    return "".join(filter(str.isalnum, id)).casefold()


def _missing(told: Returned) -> Iterator[Problem]:
    """Every question without an answer; all of them at once where nobody answered any."""
    fields = {
        id: answer_field(told.form.subject.kind, question)
        for id, question in told.form.questions.items()
        if id not in told.closed
    }
    tried = told.answers or told.expected.answered or not told.could_read("answers")
    if len(fields) > 1 and not tried:
        yield _untouched(told, fields)
        return
    for id, field in fields.items():
        unread = not told.could_read("answers", id, field)
        if id not in told.answers and id not in told.expected.answered and not unread:
            yield told.document.problem(
                "unanswered",
                _("{id} is not answered: fill in {field}"),
                ("answers", id, field),
                at_key=True,
                id=id,
                field=field,
            )


def _untouched(told: Returned, fields: Mapping[str, str]) -> Problem:
    return told.document.problem(
        "unanswered",
        _("{told}: fill in {field} at each"),
        ("answers",),
        at_key=True,
        told=counted(
            "{n} of {n} question is not answered",
            "{n} of {n} questions are not answered",
            len(fields),
        ),
        field=_(" or ").join(dict.fromkeys(fields.values())),
    )
