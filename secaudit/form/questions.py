"""The questions of a page: what its script knows of each, and how each is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secaudit.assessment import table
from secaudit.campaign import Campaign
from secaudit.catalogue import Kind, Question
from secaudit.form.texts import said
from secaudit.language import Language
from secaudit.questionnaire import STATUSES, UNCHANGED, answer_field, grades, word
from secaudit.validation import plain


@dataclass(frozen=True)
class Shown:
    """A question as a reader sees it."""

    id: str
    title: str
    text: str
    legal: bool
    guidance: tuple[str, ...]
    examples: tuple[str, ...]
    """Of evidence."""
    demands: tuple[str, ...]
    field: str
    choices: tuple[tuple[str, str], ...]
    """The answers, and what each is called."""


def shown(campaign: Campaign, kind: Kind, id: str) -> Shown:
    """A question, in the active language."""
    control, language = campaign.controls[id], campaign.language
    question: Question = control.questions[kind]
    return Shown(
        id=id,
        title=control.title.said(language),
        text=question.text.said(language),
        legal=question.legal,
        guidance=tuple(grades(question, language)),
        examples=tuple(question.evidence.said(language)),
        demands=tuple(_demands(question, language)),
        field=answer_field(kind, question),
        choices=tuple(_choices(question, language)),
    )


def known(campaign: Campaign, kind: Kind, id: str) -> dict[str, Any]:
    """What the script knows of a question."""
    question: Question = campaign.controls[id].questions[kind]
    needed = {
        field: statuses if table.asks_for(question, field) else ()
        for field, statuses in table.NEEDED.items()
    }
    return {
        "text": question.text.said(campaign.language),
        "field": answer_field(kind, question),
        "needed": needed,
        "months": question.review_every_months or 0,
        "dated_by": question.dated_by or "",
        "never": question.not_applicable == "never",
        "when": plain(question.when),
    }


def words(language: Language) -> dict[str, str]:
    """What every answer is called: a status, a level, and that nothing has changed."""
    levels = {str(level): said("level", n=level) for level in range(6)}
    return levels | {key: word(key, language) for key in (*STATUSES, UNCHANGED)}


def _choices(question: Question, language: Language) -> Iterator[tuple[str, str]]:
    if question.levels:
        for level, text in enumerate(question.levels.said(language)):
            yield str(level), f"{level}: {text}"
        return
    for status in STATUSES:
        if status != "not-applicable" or question.not_applicable != "never":
            yield status, word(status, language)


def _demands(question: Question, language: Language) -> Iterator[str]:
    """What an answer needs, and what it cannot be."""
    if question.review_every_months:
        yield said("needs_date")
    if question.dated_by:
        yield said(f"dated_{question.dated_by}")
    if question.evidence_required:
        yield said("needs_evidence")
    if question.not_applicable == "never":
        yield said("never", status=word("not-applicable", language))
