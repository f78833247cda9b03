"""The same questions as texts to be copied into a survey tool."""

from collections.abc import Iterator

from secaudit.campaign import Campaign
from secaudit.language import _
from secaudit.survey.cover import cover
from secaudit.survey.questions import (
    Asked,
    asked,
    departments,
)
from secaudit.survey.words import DEPARTMENT, UNDISCLOSED


def tool_text(campaign: Campaign) -> str:
    """The texts, in the active language: what to do, the introduction, then each question with
    its help and its answers, an answer a line."""
    return "\n\n\n".join("\n".join(part) for part in _parts(campaign)) + "\n"


def _parts(campaign: Campaign) -> Iterator[list[str]]:
    questions = asked(campaign)
    said = cover(campaign, questions, "")
    yield [
        _("For a survey tool, such as Microsoft Forms. Copy the texts below into it."),
        _(
            "Keep the headings (the first line of each question) and the answers as they are: "
            "'secaudit counts import' knows them by it. What is called otherwise in the tool is "
            "mapped in survey.yaml."
        ),
        _(
            "Each question takes one answer, and none is compulsory. Let the tool record no names "
            "and no e-mail addresses. Delete the answers in it when they are counted."
        ),
    ]
    yield [f"{said.title}, {campaign.organisation.name}", "", said.intro]
    yield [said.length, said.anonymous, said.how]
    if units := departments(campaign):
        names = (name for _id, name in units)
        yield [_(DEPARTMENT), "", *names, _(UNDISCLOSED)]
    yield from map(_question, questions)


def _question(question: Asked) -> list[str]:
    choices = question.choices
    helped = [f"{c.word}: {c.meaning}" for c in choices if c.meaning]
    hints = [question.hint] if question.hint else []
    return [question.heading, *hints, *helped, "", *(choice.word for choice in choices)]
