"""Which answers somebody still waits for."""

from collections.abc import Iterable

from secaudit.gaps import Gap, Item
from secaudit.questionnaire import UNANSWERED


def is_unanswered(gap: Gap) -> bool:
    """Whether the subject itself has not answered: its form is told of in one row."""
    return is_awaited(gap.item)


def is_awaited(item: Item) -> bool:
    """Whether a question waits for the answer of who was asked it."""
    asked = item.control.id not in item.issue.form.inherited
    return asked and item.status == UNANSWERED and item.word is None


def unanswered_forms(items: Iterable[Item]) -> list[list[Item]]:
    """The questions without an answer, form by form."""
    forms: dict[int, list[Item]] = {}
    for item in items:
        if is_awaited(item):
            forms.setdefault(item.issue.sequence, []).append(item)
    return list(forms.values())
