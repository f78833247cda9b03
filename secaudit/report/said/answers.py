"""Which answers somebody still waits for, and how many were reviewed."""

from collections.abc import Collection, Sequence

from secaudit.gaps import Item, Picture, grouped
from secaudit.language import _, number
from secaudit.questionnaire import UNANSWERED


def is_awaited(item: Item) -> bool:
    """Whether a question waits for the answer of who was asked it."""
    asked = item.control.id not in item.issue.form.inherited
    return asked and item.status == UNANSWERED and item.word is None


def unanswered_forms(picture: Picture) -> Collection[tuple[Item, ...]]:
    """The questions without an answer, form by form."""
    awaited = filter(is_awaited, picture.own)
    return grouped(awaited, lambda item: item.issue.sequence).values()


def answers_reviewed(picture: Picture, items: Sequence[Item]) -> tuple[int, int]:
    """How many answers somebody reviewed, and how many there are."""
    answers = [item for item in items if item.word]
    return sum(bool(picture.campaign.review(i.key)) for i in answers), len(answers)


def reviewed(picture: Picture, nothing: str = "") -> str:
    """How much of the self-assessment was reviewed; `nothing` is said where none of it was."""
    part, whole = answers_reviewed(picture, picture.own)
    if not whole:
        return _("Nobody has answered yet.")
    if not part:
        return nothing or _(
            "No answer has been reviewed yet; all of it is the respondents' own word."
        )
    sentence = _(
        "{part} of {whole} answers ({percent}) were reviewed; the rest is only stated."
    )
    share = f"{100 * part // whole} %" if 100 * part >= whole else _("under 1 %")
    return sentence.format(part=number(part), whole=number(whole), percent=share)
