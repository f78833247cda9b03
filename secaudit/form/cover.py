"""What the page says before its questions, and after: from whom, how long, until when, why the
data is kept (GDPR article 13), and to whom the file goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import Campaign, Issue
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import as_shown
from secaudit.workspace import Officer


@dataclass(frozen=True)
class Cover:
    """The sentences around the questions."""

    welcome: str
    intro: str
    terms: tuple[str, ...]
    """How much, until when, to whom."""
    privacy: tuple[str, ...]
    sending: tuple[str, ...]
    """What to do with the saved file, step by step."""


def cover(
    campaign: Campaign,
    issues: Sequence[Issue],
    minutes: int,
    officer: Officer | None,
) -> Cover:
    """The sentences, in the active language; all forms together take so many `minutes`."""
    organisation = campaign.organisation.name
    intro = _(
        "{organisation} goes through its information security once a year. Here you answer "
        "the questions that are yours. The answers become a report to the management."
    )
    return Cover(
        welcome=_("Hello, {name}").format(name=as_shown(issues[-1].name)),
        intro=intro.format(organisation=organisation),
        terms=(
            _length(issues, minutes),
            _("Answer by {due}.").format(due=long_date(_due(campaign, issues))),
            _goes_to(officer),
        ),
        privacy=_privacy(organisation, officer),
        sending=_sending(officer),
    )


def _length(issues: Sequence[Issue], minutes: int) -> str:
    questions = sum(len(issue.form.questions) for issue in issues)
    return _("{forms} with {questions}, about {minutes}.").format(
        forms=counted("{n} form", "{n} forms", len(issues)),
        questions=counted("{n} question", "{n} questions", questions),
        minutes=counted("{n} minute", "{n} minutes", minutes),
    )


def _due(campaign: Campaign, issues: Sequence[Issue]) -> date:
    return min(campaign.deadline(issue) for issue in issues)


def _goes_to(officer: Officer | None) -> str:
    if officer is None:
        return _("Your answers go to the person who sent you this page.")
    return _("Your answers go to {name}.").format(name=officer.name)


def _privacy(organisation: str, officer: Officer | None) -> tuple[str, ...]:
    """What a person is to be told when data is collected from them: GDPR article 13."""
    contact = officer.address if officer else organisation
    return (
        _(
            "{organisation} is the controller. We keep your name, your e-mail address and "
            "what you write, to document how information security is handled and what must "
            "be improved. The basis is article 6(1)(c) and (e) of the General Data "
            "Protection Regulation: we are obliged to it by articles 5(2), 24 and 32 and by "
            "the NIS 2 Act."
        ).format(organisation=organisation),
        _(
            "Those who work with information security, the auditors and the supervisory "
            "authorities may see it. The management sees the answers in a report. Nothing "
            "leaves your computer before you send the file yourself."
        ),
        _(
            "Names and texts are deleted when they are not needed any more to document the "
            "campaigns. Write nothing about citizens, and no civil registration numbers."
        ),
        _(
            "You may ask for access, correction, deletion and restriction, and object: "
            "{contact}. The municipality's data protection officer can advise you. You can "
            "complain to the Danish Data Protection Agency (datatilsynet.dk)."
        ).format(contact=contact),
    )


def _sending(officer: Officer | None) -> tuple[str, ...]:
    to = _("Attach the file to a mail to the person who sent you this page.")
    if officer:
        message = _("Attach the file to a mail to {officer}.")
        to = message.format(officer=officer.address)
    return (
        _("Find the file among your downloads."),
        to,
        _("If you correct something later, save again, and send the new file."),
    )
