"""What a person is asked about a subject, and the form that asks it."""

from secaudit.questionnaire.composing import Standing, compose
from secaudit.questionnaire.model import (
    STATUSES,
    UNANSWERED,
    Questionnaire,
    Subject,
    answer_field,
    status_of,
    word,
)
from secaudit.questionnaire.written import CHOICES, Cover, as_yaml

__all__ = [
    "CHOICES",
    "STATUSES",
    "UNANSWERED",
    "Cover",
    "Questionnaire",
    "Standing",
    "Subject",
    "answer_field",
    "as_yaml",
    "compose",
    "status_of",
    "word",
]
