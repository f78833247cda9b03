"""Which answers somebody still waits for."""

from collections.abc import Collection

from secaudit.gaps import Item, Picture, grouped
from secaudit.questionnaire import UNANSWERED


def is_awaited(item: Item) -> bool:
    """Whether a question waits for the answer of who was asked it."""
    asked = item.control.id not in item.issue.form.inherited
    return asked and item.status == UNANSWERED and item.word is None


def unanswered_forms(picture: Picture) -> Collection[tuple[Item, ...]]:
    """The questions without an answer, form by form."""
    awaited = filter(is_awaited, picture.own)
    return grouped(awaited, lambda item: item.issue.sequence).values()
