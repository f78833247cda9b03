"""The minutes that a form takes."""

from collections.abc import Iterator
from math import ceil

from secaudit.catalogue import Question
from secaudit.language import Language, using
from secaudit.questionnaire.help import (
    CHOICES,
    fact_help,
    facts_help,
    how_to,
    question_help,
)
from secaudit.questionnaire.model import Questionnaire, known_date

WORDS_A_MINUTE = 200
"""Read with care; silent reading of plain prose is 238 (M. Brysbaert, Journal of Memory
and Language 109, 2019)."""
ANSWER = 0.25
_LOOK_UP = 0.5
"""Minutes to choose an answer, and to find a date or a piece of evidence."""


def minutes_of(form: Questionnaire, language: Language) -> int:
    """The minutes that a form takes, rounded up to a whole one.

    Reading its help, once, and all that stands at each question; choosing; finding a date or
    evidence where one is needed and the form does not show it. Explaining is not counted.
    """
    if not form.questions:
        return 0
    with using(language):
        words = sum(len(text.split()) for text in _read(form, language))
    answering = sum(_answering(q, form) for q in form.questions.values())
    return ceil(words / WORDS_A_MINUTE + answering)


def _read(form: Questionnaire, language: Language) -> Iterator[str]:
    """What is to be read in a form."""
    yield from how_to(form, 0, language)
    if form.subject.kind == "system":
        yield from facts_help(language)
        yield from map(fact_help, CHOICES)
    for question in form.questions.values():
        known = known_date(question, form.facts)
        yield from question_help(question, known, language)
        yield from question.levels.said(language) if question.levels else ()


def _answering(question: Question, form: Questionnaire) -> float:
    known = known_date(question, form.facts)
    wanted = bool(question.review_every_months and not known)
    return ANSWER + _LOOK_UP * (wanted + question.evidence_required)
