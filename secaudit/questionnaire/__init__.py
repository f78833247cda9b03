"""The questionnaire: the questions to one person about one subject."""

from secaudit.questionnaire.composing import compose
from secaudit.questionnaire.cover import Cover
from secaudit.questionnaire.editor import editor_parts, editor_schema
from secaudit.questionnaire.effort import minutes_of
from secaudit.questionnaire.help import fact_help, grades
from secaudit.questionnaire.model import (
    STATUSES,
    UNANSWERED,
    UNCHANGED,
    Questionnaire,
    Subject,
    answer_field,
    as_shown,
    is_short_for_status,
    is_unchanged,
    kind_and_id,
    status_of,
    word,
)
from secaudit.questionnaire.written import as_yaml
