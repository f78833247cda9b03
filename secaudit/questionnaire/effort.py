"""The minutes that a form takes."""

from collections.abc import Collection, Iterable
from math import ceil

from secaudit.catalogue import Question
from secaudit.language import Language
from secaudit.questionnaire.model import Questionnaire, known_date

WORDS_A_MINUTE = 200
"""Read with care; silent reading of plain prose is 238 (M. Brysbaert, Journal of Memory
and Language 109, 2019)."""
_ANSWER = 0.25
_LOOK_UP = 0.5
"""Minutes to choose an answer, and to find a date or a piece of evidence."""


def minutes(
    questions: Iterable[Question], language: Language, facts: Collection[str] = ()
) -> int:
    """The minutes that a form of these questions takes, rounded up to a whole one.

    Reading question, guidance and levels; choosing; finding a date or evidence where one is
    needed and the form does not show it from `facts`. The examples of evidence are not
    counted.
    """
    return ceil(sum(_minutes(question, language, facts) for question in questions))


def minutes_of(form: Questionnaire, language: Language) -> int:
    """The minutes that a form takes, with the dates that it shows already."""
    asked = form.questions.values()
    known = {q.dated_by for q in asked if q.dated_by and known_date(q, form.facts)}
    return minutes(asked, language, known)


def _minutes(question: Question, language: Language, facts: Collection[str]) -> float:
    texts = [question.text.said(language), question.guidance.said(language)]
    texts += question.levels.said(language) if question.levels else ()
    read = sum(len(text.split()) for text in texts) / WORDS_A_MINUTE
    dated = bool(question.review_every_months and question.dated_by not in facts)
    return read + _ANSWER + _LOOK_UP * (dated or question.evidence_required)
