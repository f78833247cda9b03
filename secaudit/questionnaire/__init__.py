"""What a person is asked about a subject, and the form that asks it."""

from secaudit.questionnaire.composing import Standing, compose
from secaudit.questionnaire.effort import minutes, minutes_of
from secaudit.questionnaire.help import Cover, fact_help
from secaudit.questionnaire.model import (
    STATUSES,
    UNANSWERED,
    Questionnaire,
    Subject,
    answer_field,
    status_of,
    word,
)
from secaudit.questionnaire.written import as_yaml

__all__ = [
    "STATUSES",
    "UNANSWERED",
    "Cover",
    "Questionnaire",
    "Standing",
    "Subject",
    "answer_field",
    "as_yaml",
    "compose",
    "fact_help",
    "minutes",
    "minutes_of",
    "status_of",
    "word",
]
