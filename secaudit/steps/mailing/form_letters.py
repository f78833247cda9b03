"""What a mail tells of somebody's forms, with the way to their page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from secaudit.campaign import Issue, MailKind, Stage
from secaudit.language import _, counted, long_date, using
from secaudit.report.said.wording import joined
from secaudit.steps.mailing.awaited import Awaited
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.recipients import Recipient
from secaudit.steps.mailing.ways import deadlines, link_to, page_name

_HOUR, _STEP = 60, 5


@dataclass(frozen=True)
class FormLine:
    """A form, as a mail tells of it."""

    name: str
    questions: str
    minutes: str
    due: str
    """Its deadline, where another form of the mail has another one; else empty."""
    said: str
    """All of it in a line."""


@dataclass(frozen=True)
class ReturnedLine:
    """An answer that was sent back, as a mail tells of it."""

    name: str
    """What it is about."""
    question: str
    reason: str
    """The officer's word."""
    said: str
    """All of it in a line."""


def letter_about(
    what: MailKind,
    stage: Stage,
    who: Recipient,
    person: str,
    office: Office,
) -> Letter:
    """A letter about somebody's forms."""
    link = None if who.absent else link_to(person, office)
    page = () if link else tuple(_page_of(who, person, office))
    with using(office.language):
        values = _values(who, person, office)
        values["link"] = link.shown if link else ""
        values["file"] = page_name(person, office) if page else ""
    return Letter(
        what=what,
        person=person,
        to=who.to,
        text=f"{what}-{stage}" if what == "reminder" else what,
        about=_about(who.forms),
        values=values,
        stage=stage,
        forms=tuple(one.issue.id for one in who.forms),
        link=link,
        page=page,
    )


def with_deadlines(letter: Letter, office: Office) -> Letter:
    """A letter about forms, with their deadlines as a calendar."""
    lines = zip(letter.forms, letter.values["forms"], strict=True)
    named = [(office.issues[id], line.name) for id, line in lines]
    calendar = deadlines(letter.person, named, office)
    return replace(letter, attachments=(*letter.attachments, calendar))


def _page_of(who: Recipient, person: str, office: Office) -> Iterator[Issue]:
    """What the page holds: what lies in the person's folder; of who stands in, only theirs, and
    their own name."""
    if who.absent:
        name, email = who.to.name, who.to.email or ""
        yield from (replace(one.issue, name=name, email=email) for one in who.forms)
        return
    yield from office.forms_of.get(person, ())


def _about(forms: Sequence[Awaited]) -> str:
    number = counted("{n} form", "{n} forms", len(forms))
    return f"{number}, {_questions(sum(one.questions for one in forms))}"


def _questions(number: int) -> str:
    return counted("{n} question", "{n} questions", number)


def _duration(minutes: int) -> str:
    """How long something takes: to the minute below an hour, above it to five minutes."""
    if minutes < _HOUR:
        return counted("{n} minute", "{n} minutes", minutes)
    hours, rest = divmod(ceil(minutes / _STEP) * _STEP, _HOUR)
    said = counted("{n} hour", "{n} hours", hours)
    return joined([said, _duration(rest)]) if rest else said


def _values(who: Recipient, person: str, office: Office) -> dict[str, Any]:
    """What the text may say of the forms, in the language that is spoken."""
    forms = who.forms
    first = min(one.deadline for one in forms)
    several = len({one.deadline for one in forms}) > 1
    told = mailed_forms(office, person, who.to.id)
    return {
        "forms": [
            form_line(one, several=several, others=who.others.get(one.issue.id, ()))
            for one in forms
        ],
        "questions": _questions(sum(one.questions for one in forms)),
        "minutes": _duration(sum(one.minutes for one in forms)),
        "due": long_date(first),
        "when": _when((first - office.on).days),
        "absent": who.absent,
        "others": any(who.others.values()),
        "mailed": bool(told),
        "new": any(one.issue.id not in told for one in forms),
        "missing": any(one.missing for one in forms),
        "returned": [line for one in forms for line in _returned(one, office)],
    }


def mailed_forms(office: Office, person: str, to: str) -> set[str]:
    """The ids of somebody's forms that a recipient was mailed about, also by a reminder."""
    return {
        id
        for mail in office.campaign.mails.values()
        if mail.what in ("issued", "reminder") and mail.alike[1:] == (person, to)
        for id in mail.forms
    }


def _when(days: int) -> str:
    """How far ahead a day is, or how long ago."""
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if days > 0:
        return counted("in {n} day", "in {n} days", days)
    return counted("{n} day ago", "{n} days ago", -days)


def form_line(
    one: Awaited, *, several: bool = False, others: Sequence[str] = ()
) -> FormLine:
    """What a mail tells of a form; with its deadline, where there are several, and with the
    `others` who got it, too."""
    told = {
        "name": form_name(one.issue),
        "questions": _questions(one.questions),
        "minutes": _duration(one.minutes),
        "due": long_date(one.deadline) if several else "",
    }
    sentence = _("{name}: {questions}, about {minutes}")
    if several:
        sentence = _("{name}: {questions}, about {minutes}, by {due}")
    said = sentence.format(**told)
    if others:
        also = _("{form} (sent to {names}, too)")
        said = also.format(form=said, names=joined(others))
    return FormLine(**told, said=said)


def form_name(issue: Issue) -> str:
    """What a form is about, as whoever is to answer it is told."""
    subject = issue.subject
    words = {
        "owner": _("Your own duties as a system owner"),
        "organisation": _("{name} as a whole").format(name=subject.name),
        "employees": _("The employees' answers"),
    }
    return words.get(subject.kind, subject.name)


def _returned(one: Awaited, office: Office) -> Iterator[ReturnedLine]:
    kind = one.issue.subject.kind
    for id, review in one.returned:
        question = office.campaign.controls[id].questions[kind]
        told = {
            "name": form_name(one.issue),
            "question": question.text.said(office.language),
            "reason": " ".join(review.reason.split()),
        }
        sentence = _("{name}: {question} Our remark: {reason}")
        yield ReturnedLine(**told, said=sentence.format(**told))
