"""What a person is asked about a subject, and the form that asks it."""

from secaudit.questionnaire.composing import Standing, compose
from secaudit.questionnaire.model import (
    STATUSES,
    UNANSWERED,
    Questionnaire,
    Subject,
    status_of,
    word,
)
from secaudit.questionnaire.written import Cover, as_yaml

__all__ = [
    "STATUSES",
    "UNANSWERED",
    "Cover",
    "Questionnaire",
    "Standing",
    "Subject",
    "as_yaml",
    "compose",
    "status_of",
    "word",
]
