"""What is said to the employees before the questions and after them."""

import re
from dataclasses import dataclass

from secaudit.assessment.counts import FEWEST
from secaudit.campaign import Campaign
from secaudit.language import _, counted
from secaudit.survey.questions import Asked, minutes

_LINK = re.compile(r"(https://[^\s<>\"]*[^\s<>\".,:;!?)])")


@dataclass(frozen=True)
class Cover:
    """The sentences around the questions, in the active language."""

    title: str
    welcome: str
    intro: str
    length: str
    anonymous: str
    unsaved: str
    how: str
    paste: tuple[str, ...]
    """Where the text goes; every second part is a link."""


def cover(campaign: Campaign, questions: tuple[Asked, ...], to: str) -> Cover:
    """The sentences; `to` says where the text is to be pasted, or is empty."""
    intro = _(
        "Once a year {organisation} asks all employees how they look after information in "
        "their daily work. The answers show where help is needed, and become part of a "
        "report to the management."
    )
    anonymous = _(
        "You are anonymous. Nobody asks who you are. The answers are only counted, and nobody's "
        "own answers are kept afterwards. The numbers of a department are shown only where {n} "
        "or more have answered."
    )
    return Cover(
        title=_("Questions about IT security {campaign}").format(campaign=campaign.id),
        welcome=_("How do you look after information in your work?"),
        intro=intro.format(organisation=campaign.organisation.name),
        length=_length(questions),
        anonymous=anonymous.format(n=FEWEST),
        unsaved=_(
            "The page saves nothing and sends nothing, so your answers are gone when you close "
            "it. At the end it makes a line of text that you hand in yourself."
        ),
        how=_(
            "Answer as it is, not as it should be. 'I do not know' is an honest answer, and you "
            "may skip a question."
        ),
        paste=tuple(_LINK.split(to or _usual())),
    )


def _length(questions: tuple[Asked, ...]) -> str:
    return _("{questions}, about {minutes}.").format(
        questions=counted("{n} question", "{n} questions", len(questions)),
        minutes=counted("{n} minute", "{n} minutes", minutes(questions)),
    )


def _usual() -> str:
    return _(
        "Beside the link to this page it says where to paste the text. Do not send it by mail: "
        "then it can be seen that it is yours."
    )
