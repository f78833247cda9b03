"""The form in YAML that a person fills in."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from secaudit.catalogue import Control, Kind, Question
from secaudit.language import Language, _, later, long_date
from secaudit.questionnaire.model import STATUSES, Questionnaire, answer_field, word
from secaudit.yamlfile import quoted

_LEVEL = re.compile(
    " (?=(?:Opfyldt|Delvist opfyldt|Ikke opfyldt|Met|Partially met|Not met): )"
)


_PLAIN = re.compile("(?!null|true|false)[a-z][a-z-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")


_WIDTH = 96
CHOICES = {
    "criticality": later("criticality: society-critical, business-critical or other"),
    "personal_data": later(
        "personal_data, in []: none, ordinary, confidential, cpr, sensitive, "
        "criminal-offences"
    ),
    "hosting": later("hosting: on-premises, supplier, public-cloud or hybrid"),
    "has_test_environment": later("has_test_environment: true or false"),
}
"""The facts that decide what is asked and how urgent a gap is, and what they may be."""


@dataclass(frozen=True)
class Cover:
    """What the form says above its questions."""

    organisation: str
    issue: str
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
        f"issue: {quoted(cover.issue)}",
        "",
        *_comment(_("Who answers, and when (year-month-day, such as 2026-12-31):")),
        f"respondent: {{name: {quoted(cover.respondent)}, "
        f"email: {quoted(cover.email)}, answered_on: }}",
        *_facts(form),
        "",
        "answers:",
    ]
    for id, question in form.questions.items():
        asked = _question(id, form.subject.kind, question, controls[id], cover.language)
        lines += ["", *asked]
    return "\n".join(lines) + "\n"


def _introduction(form: Questionnaire, cover: Cover) -> Iterator[str]:
    words = ", ".join(word(status, cover.language) for status in STATUSES)
    yield from _comment(f"{cover.organisation} · {form.campaign} · {form.subject.name}")
    yield from _comment(_("Answer by {due}.").format(due=long_date(cover.due)))
    yield "#"
    yield from _comment(
        _("Lines that begin with # are help. Fill in what stands after the colons:")
    )
    for said in (
        _("status: one of {words}").format(words=words),
        _("comment: why; needed if it is partly met, not met or not applicable"),
        _("reviewed_on: when it was last reviewed (year-month-day)"),
        _("evidence: where it can be found (reference), when you saw it (seen_on)"),
        _(
            "action: what will be done, by whom (responsible), by when (due), and in "
            "whole numbers the hours and the cost in kroner"
        ),
        _("acceptance: only if you wish the gap to be accepted: why, until when"),
    ):
        yield from _comment(said, hanging="  ")
    yield from _comment(
        _("Keep the quotes around text. Save the file, and send it back.")
    )
    yield ""


def _facts(form: Questionnaire) -> Iterator[str]:
    if form.subject.kind != "system":
        return
    yield ""
    yield from _comment(
        _(
            "Is this right? Correct what is wrong and add what is missing; nothing "
            "changes before it is read."
        )
    )
    yield "facts:"
    for name, said in CHOICES.items():
        yield from _comment(_(said), 2)
        yield (
            f"  {name}: {_flow(form.facts[name])}"
            if name in form.facts
            else f"  {name}:"
        )
    for name, value in form.facts.items():
        if name not in CHOICES:
            yield f"  {name}: {_flow(value)}"


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
    told = [
        question.text.said(language),
        *_LEVEL.split(guidance),
        _("For example: {evidence}").format(evidence=evidence),
        *_demands(question, language),
        f"({id} {control.title.said(language)})",
    ]
    lines = [f"  {id}:", *(line for text in told for line in _comment(text, 4))]
    if question.levels:
        levels = enumerate(question.levels.said(language))
        lines += [line for n, said in levels for line in _comment(f"{n}: {said}", 6)]
    field = answer_field(kind, question)
    if field == "counts":
        counts = "{sundhed: {met: 12, partial: 3, not-met: 1}}"
        lines += _comment(_("For example: {evidence}").format(evidence=counts), 4)
    return [*lines, *(f"    {line}" for line in _fields(field, question))]


def _demands(question: Question, language: Language) -> Iterator[str]:
    """What this question needs beside a status, and what cannot be answered to it."""
    if question.review_every_months:
        yield _("Needs reviewed_on.")
    if question.evidence_required:
        yield _("Needs evidence.")
    if question.not_applicable == "never":
        status = word("not-applicable", language)
        yield _("'{status}' cannot be used here.").format(status=status)


def _fields(field: str, question: Question) -> Iterator[str]:
    yield f"{field}:"
    if question.review_every_months:
        yield "reviewed_on:"
    yield 'comment: ""'
    yield 'evidence: [{reference: "", seen_on: }]'
    yield 'action: {what: "", responsible: "", due: , hours: , cost: }'
    yield 'acceptance: {why: "", until: }'


def _comment(text: str, indent: int = 0, hanging: str = "") -> list[str]:
    start = " " * indent + "# "
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=start + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
