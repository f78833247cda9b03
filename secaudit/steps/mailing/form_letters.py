"""What a mail tells of somebody's forms, with the way to their page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from secaudit.campaign import Issue, MailKind, Stage
from secaudit.language import _, counted, long_date, using
from secaudit.report.said.wording import called
from secaudit.steps.issuing.places import places
from secaudit.steps.mailing.awaited import Awaited
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.recipients import Recipients
from secaudit.steps.mailing.ways import deadlines, link_to, page_name


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
    text: str,
    stage: Stage,
    recipients: Recipients,
    person: str,
    office: Office,
) -> Letter:
    """A letter about somebody's forms, made of a text."""
    forms = recipients.forms
    link = link_to(person, office)
    page = () if link else tuple(_page_of(recipients, person, office))
    with using(office.language):
        values = _values(recipients, person, office)
        values["link"] = link.shown if link else ""
        values["file"] = page_name(person, office) if page else ""
    return Letter(
        what=what,
        person=person,
        to=recipients.to,
        text=text,
        about=_about(forms),
        values=values,
        stage=stage,
        forms=tuple(one.issue.id for one in forms),
        link=link,
        page=page,
    )


def with_deadlines(letter: Letter, office: Office) -> Letter:
    """A letter about forms, with their deadlines as a calendar."""
    issued = {issue.id: issue for issue in office.campaign.issues}
    lines = zip(letter.forms, letter.values["forms"], strict=True)
    named = [(issued[id], line.name) for id, line in lines]
    calendar = deadlines(letter.person, named, office)
    return replace(letter, attachments=(*letter.attachments, calendar))


def _page_of(recipients: Recipients, person: str, office: Office) -> Iterator[Issue]:
    """What the page holds: what lies in the person's folder; of who stands in, only theirs."""
    if recipients.absent:
        yield from (one.issue for one in recipients.forms)
        return
    folder = office.workspace.issued(office.campaign.id)
    for _path, issue in places(folder, office.campaign):
        if issue.form.person == person:
            yield issue


def _about(forms: Iterable[Awaited]) -> str:
    every = tuple(forms)
    return ", ".join(
        (
            counted("{n} form", "{n} forms", len(every)),
            _questions(sum(one.questions for one in every)),
        )
    )


def _questions(number: int) -> str:
    return counted("{n} question", "{n} questions", number)


def _minutes(number: int) -> str:
    return counted("{n} minute", "{n} minutes", number)


def _values(recipients: Recipients, person: str, office: Office) -> dict[str, Any]:
    """What the text may say of the forms, in the language that is spoken."""
    forms = recipients.forms
    first = min(one.deadline for one in forms)
    several = len({one.deadline for one in forms}) > 1
    mails = office.campaign.mails.values()
    told = any(mail.person == person and mail.what == "issued" for mail in mails)
    return {
        "forms": [form_line(one, several=several) for one in forms],
        "questions": _questions(sum(one.questions for one in forms)),
        "minutes": _minutes(sum(one.minutes for one in forms)),
        "due": long_date(first),
        "days": counted("{n} day", "{n} days", abs((office.on - first).days)),
        "absent": recipients.absent,
        "again": told,
        "returned": [line for one in forms for line in _returned(one, office)],
    }


def form_line(one: Awaited, *, several: bool) -> FormLine:
    """What a mail tells of a form; with its deadline, where there are several."""
    told = {
        "name": _called(one),
        "questions": _questions(one.questions),
        "minutes": _minutes(one.minutes),
        "due": long_date(one.deadline) if several else "",
    }
    sentence = _("{name}: {questions}, about {minutes}")
    if several:
        sentence = _("{name}: {questions}, about {minutes}, by {due}")
    return FormLine(**told, said=sentence.format(**told))


def _called(one: Awaited) -> str:
    """What a form is about, as whoever is to answer it is told."""
    subject = one.issue.subject
    return _("Your own duties") if subject.kind == "owner" else called(subject)


def _returned(one: Awaited, office: Office) -> Iterator[ReturnedLine]:
    kind = one.issue.subject.kind
    for id, review in one.returned:
        question = office.campaign.controls[id].questions[kind]
        told = {
            "name": _called(one),
            "question": question.text.said(office.language),
            "reason": " ".join(review.reason.split()),
        }
        sentence = _("{name}: {question} Sent back: {reason}")
        yield ReturnedLine(**told, said=sentence.format(**told))
