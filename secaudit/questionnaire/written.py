"""The form in YAML that a person fills in."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from secaudit.catalogue import Control, Kind, Question
from secaudit.language import Language, _
from secaudit.questionnaire.model import STATUSES, Questionnaire, answer_field, word
from secaudit.yamlfile import quoted

_LEVEL = re.compile(
    " (?=(?:Opfyldt|Delvist opfyldt|Ikke opfyldt|Met|Partially met|Not met): )"
)


_PLAIN = re.compile("(?!null|true|false)[a-z][a-z-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")


_WIDTH = 96


@dataclass(frozen=True)
class Cover:
    """What the form says above its questions."""

    organisation: str
    respondent: str
    email: str
    due: date
    language: Language


def as_yaml(form: Questionnaire, cover: Cover, controls: Mapping[str, Control]) -> str:
    """The form as a YAML file to fill in; the schema lies beside it."""
    lines = [
        "# yaml-language-server: $schema=./questionnaire.schema.json",
        *_introduction(form, cover),
        "form: secaudit/1",
        f"campaign: {quoted(form.campaign)}",
        f"subject: {{kind: {form.subject.kind}, id: {_flow(form.subject.id)}, "
        f"name: {quoted(form.subject.name)}}}",
        f"issue: {quoted(form.issue)}",
        "",
        *_comment(_("Who answers, and when (year-month-day, such as 2026-12-31):")),
        f"respondent: {{name: {quoted(cover.respondent)}, "
        f"email: {quoted(cover.email)}, answered_on: }}",
        *_facts(form.facts),
        "",
        "answers:",
    ]
    for id, question in form.questions.items():
        asked = _question(id, form.subject.kind, question, controls[id], cover.language)
        lines += ["", *asked]
    return "\n".join(lines) + "\n"


def _introduction(form: Questionnaire, cover: Cover) -> list[str]:
    words = ", ".join(word(status, cover.language) for status in STATUSES)
    return [
        *_comment(f"{cover.organisation} · {form.campaign} · {form.subject.name}"),
        *_comment(_("Answer by {due}.").format(due=cover.due.isoformat())),
        *_comment(
            _("Write one of these words after 'status:': {words}.").format(words=words)
        ),
        *_comment(
            _(
                "Write a comment whenever the answer is partly met, not met or not "
                "applicable. Keep the quotes around text. Save the file, and send it back."
            )
        ),
        "",
    ]


def _facts(facts: Mapping[str, Any]) -> list[str]:
    if not facts:
        return []
    heading = _(
        "Is this right? Correct what is wrong; nothing changes before it is read."
    )
    lines = ["", *_comment(heading), "facts:"]
    return [*lines, *(f"  {name}: {_flow(value)}" for name, value in facts.items())]


def _flow(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, dict):
        inside = ", ".join(f"{key}: {_flow(item)}" for key, item in value.items())
        return "{" + inside + "}"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else quoted(text)


def _question(
    id: str, kind: Kind, question: Question, control: Control, language: Language
) -> list[str]:
    guidance = question.guidance.said(language)
    evidence = "; ".join(question.evidence.said(language))
    lines = [
        f"  {id}:",
        *_comment(f"{id} {control.title.said(language)}", 4),
        *_comment(question.text.said(language), 4),
        *(line for part in _LEVEL.split(guidance) for line in _comment(part, 4)),
        *_comment(_("For example: {evidence}").format(evidence=evidence), 4),
    ]
    if question.levels:
        levels = enumerate(question.levels.said(language))
        lines += [line for n, said in levels for line in _comment(f"{n}: {said}", 6)]
    field = answer_field(kind, question)
    if field == "counts":
        counts = "{sundhed: {met: 12, partial: 3, not-met: 1}}"
        lines += _comment(_("For example: {evidence}").format(evidence=counts), 4)
    return [*lines, *(f"    {line}" for line in _fields(field, question))]


def _fields(field: str, question: Question) -> Iterator[str]:
    yield f"{field}:"
    if question.review_every_months:
        yield "reviewed_on:"
    yield 'comment: ""'
    yield 'evidence: [{reference: "", seen_on: }]'
    yield 'action: {what: "", responsible: "", due: , hours: , cost: }'
    yield 'acceptance: {why: "", until: }'


def _comment(text: str, indent: int = 0) -> list[str]:
    start = " " * indent + "# "
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=start,
        break_long_words=False,
        break_on_hyphens=False,
    )
