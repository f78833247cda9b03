"""The help that stands in a form: how it is filled in, beside its facts, at its questions."""

import re
from collections.abc import Callable, Iterator

from secaudit.catalogue import GRADES, Question
from secaudit.inventory import FACT_WORDS, offered
from secaudit.language import Language, _, later
from secaudit.questionnaire.model import (
    STATUSES,
    UNCHANGED,
    Questionnaire,
    answer_field,
    word,
)

CHOICES = {
    "criticality": later("criticality: {choices}"),
    "personal_data": later("personal_data, in []: {choices}"),
    "hosting": later("hosting: {choices}"),
    "has_test_environment": later("has_test_environment: yes or no"),
    "source_owned": later("source_owned (the municipality's own code): yes or no"),
    "citizen_facing": later("citizen_facing (citizens use it themselves): yes or no"),
    "dpia": later("dpia, in {}: is one needed (needed: yes or no), and when (on)"),
    "processor_agreement": later(
        "processor_agreement, in {{}}: status {choices}; and when (on)"
    ),
}
"""The facts that decide what is asked and how urgent a gap is, and what they may be."""
OTHERS = {
    "lifecycle": later("lifecycle: {choices}"),
    "risk_assessment": later("risk_assessment: when (on), and what it showed (result)"),
    "supervised_on": later("supervised_on: when the supplier was last supervised"),
}
"""Other facts, shown where they are known."""
FIELDS = {
    "comment": later(
        "comment: why; needed if it is partly met, not met or not applicable"
    ),
    "reviewed_on": later("reviewed_on: when it was last reviewed (year-month-day)"),
    "evidence": later(
        "evidence: where it can be found (reference), when you saw it (seen_on)"
    ),
    "action": later(
        "action: what will be done, by whom (responsible), by when (due), and in whole "
        "numbers the hours and the cost in kroner"
    ),
    "acceptance": later(
        "acceptance: only if you wish the gap to be accepted: why, until when"
    ),
}
"""What stands beside an answer, and what it is for."""
_DATES = {
    "risk_assessment": later("reviewed_on is the date of the risk assessment itself."),
    "supervised_on": later("reviewed_on is the date of the latest supervision."),
    "dpia": later("reviewed_on is the date of the impact assessment itself."),
    "processor_agreement": later("reviewed_on is the date of the agreement itself."),
}
"""What reviewed_on means where the inventory has the date."""
_GRADE = re.compile(
    rf" (?=(?:{'|'.join(word for words in GRADES.values() for word in words)}): )"
)


def fact_help(fact: str, listed: Callable[[str], str] = offered) -> str:
    """What a fact may be, in the same words as every document says it in."""
    said = _({**CHOICES, **OTHERS}[fact])
    return said.format(choices=listed(fact)) if fact in FACT_WORDS else said


def how_to(form: Questionnaire, target: int, language: Language) -> Iterator[str]:
    """How a form is filled in, a line at a time; an empty one is an empty line."""
    yield _("Lines that begin with # are help. Fill in what stands after the colons:")
    yield from (f"- {said}" for said in _fields(form, target, language))
    yield _("Keep the quotes around text. Save the file, and send it back.")
    if form.subject.kind in ("system", "owner"):
        yield ""
        yield _(
            "ESDH is the records system, KITOS a list of systems. An assurance report "
            "(ISAE 3402 or 3000) is an auditor's report on a supplier."
        )


def _fields(form: Questionnaire, target: int, language: Language) -> Iterator[str]:
    """What each field of the answers is for."""
    kinds = {answer_field(form.subject.kind, q) for q in form.questions.values()}
    if "status" in kinds:
        yield status_help(language)
        yield unknown_help(language)
    if "maturity" in kinds:
        yield maturity_help(target)
    if "counts" in kinds:
        yield _("The questions are put to the employees, who answer without name.")
        yield counts_help()
    reviewed = any(q.review_every_months for q in form.questions.values())
    yield from (_(FIELDS[f]) for f in FIELDS if f != "reviewed_on" or reviewed)


def status_help(language: Language) -> str:
    """What the field status is for."""
    words = ", ".join(word(status, language) for status in STATUSES)
    return _("status: one of {words}").format(words=words)


def unknown_help(language: Language) -> str:
    """What is said of the status unknown."""
    said = _("'{status}' is an honest answer; say in comment who may know")
    return said.format(status=word("unknown", language))


def unchanged_help(language: Language, field: str = "") -> str:
    """What is said of the word `unchanged`: above all questions, or of one's `field`."""
    said = _(
        "Where an answer was given before, it stands at the question. Does it still hold? "
        "Then write '{word}' instead of an answer; comment, evidence and action need not "
        "be repeated."
    )
    if field:
        said = _("Does it still hold? Then write '{word}' in {field}.")
    return said.format(word=word(UNCHANGED, language), field=field)


def maturity_help(target: int) -> str:
    """What the field maturity is for."""
    said = _(
        "maturity: 0 to 5, the highest level that fits completely; the target is "
        "{target}, and below it a comment says why; empty if you do not know"
    )
    return said.format(target=target)


def counts_help() -> str:
    """What the field counts is for."""
    return _(
        "counts: how many of each department answered met, partial (partly met), not-met, "
        "not-applicable and unknown"
    )


def facts_help(language: Language) -> Iterator[str]:
    """What stands above the facts of a system."""
    yield _(
        "Is this right? Correct what is wrong and add what is missing; leave what you are "
        "in doubt about. Nothing changes before it is read."
    )
    yield _(
        "If a question does not fit the system as you have corrected it, the answer "
        "is '{status}', and the comment says why."
    ).format(status=word("not-applicable", language))


def question_help(question: Question, known: str, language: Language) -> Iterator[str]:
    """The question, its guidance, examples of evidence and demands, a line at a time.

    `known` is the date that the form shows already.
    """
    yield question.text.said(language)
    yield from grades(question, language)
    evidence = "; ".join(question.evidence.said(language))
    yield _("For example: {evidence}").format(evidence=evidence)
    yield from demands(question, known, language)


def grades(question: Question, language: Language) -> list[str]:
    """The guidance of a question, each grade by itself."""
    return _GRADE.split(question.guidance.said(language))


def demands(question: Question, known: str, language: Language) -> Iterator[str]:
    """What this question needs beside a status, and what cannot be answered to it."""
    if question.dated_by:
        yield _(_DATES[question.dated_by])
    if known:
        yield _("The date is from the municipality's list. Correct it if it is wrong.")
    needed = {
        "reviewed_on": question.review_every_months and not known,
        "evidence": question.evidence_required,
    }
    for field in (name for name, wanted in needed.items() if wanted):
        yield _("If it is met or partly met, {field} is needed.").format(field=field)
    if question.not_applicable == "never":
        status = word("not-applicable", language)
        yield _("'{status}' cannot be used here.").format(status=status)
