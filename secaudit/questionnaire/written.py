"""The form in YAML that a person fills in."""

import textwrap
from collections.abc import Iterator, Mapping

from secaudit.catalogue import Control, Question
from secaudit.language import Language, _
from secaudit.questionnaire.cover import Cover, introduction
from secaudit.questionnaire.help import (
    CHOICES,
    OTHERS,
    fact_help,
    facts_help,
    question_help,
    unchanged_help,
)
from secaudit.questionnaire.model import (
    STATUSES,
    Questionnaire,
    answer_field,
    as_shown,
    known_date,
)
from secaudit.yamlfile import flow, quoted

_WIDTH = 96


def as_yaml(form: Questionnaire, cover: Cover, controls: Mapping[str, Control]) -> str:
    """The form as a YAML file to fill in; the schema lies beside it."""
    lines = [
        "# yaml-language-server: $schema=./questionnaire.schema.json",
        *_introduced(form, cover),
        "form: secaudit/1",
        f"campaign: {quoted(form.campaign)}",
        f"subject: {{kind: {form.subject.kind}, id: {flow(form.subject.id)}, "
        f"name: {quoted(as_shown(form.subject.name))}}}",
        f"issue: {quoted(cover.issue)}",
        "",
        *_comment(_("Who answers, and when (year-month-day, such as 2026-12-31):")),
        f"respondent: {{name: {quoted(as_shown(cover.respondent))}, "
        f"email: {quoted(cover.email)}, answered_on: }}",
        *_facts(form, cover.language),
        "",
        "answers:",
    ]
    # in a form that was issued anew, the questions that are new stand first
    again = bool(form.edition) and not form.occasion
    for id in sorted(form.questions, key=lambda id: again and id in cover.answered):
        lines += ["", *_question(id, form, controls[id], cover)]
    if cover.standing:
        said = _("These answers from earlier years still stand, and are not asked for:")
        lines += ["", *_comment(said)]
        lines += [line for told in cover.standing for line in _comment(f"- {told}")]
    return "\n".join(lines) + "\n"


def _introduced(form: Questionnaire, cover: Cover) -> Iterator[str]:
    for said in introduction(form, cover):
        hanging = "  " if said.startswith("- ") else ""
        yield from _comment(said, hanging=hanging) if said else ["#"]
    yield ""


def _facts(form: Questionnaire, language: Language) -> Iterator[str]:
    if form.subject.kind != "system":
        return
    yield ""
    for said in facts_help(language):
        yield from _comment(said)
    yield "facts:"
    for name in CHOICES:
        yield from _comment(fact_help(name), 2)
        known = f" {flow(as_shown(form.facts[name]))}" if name in form.facts else ""
        yield f"  {name}:{known}"
    for name, value in form.facts.items():
        if name in OTHERS:
            yield from _comment(fact_help(name), 2)
        if name not in CHOICES:
            yield f"  {name}: {flow(as_shown(value))}"


def _question(
    id: str, form: Questionnaire, control: Control, cover: Cover
) -> list[str]:
    question, language = form.questions[id], cover.language
    known = known_date(question, form.facts)
    told = [
        *question_help(question, known, language),
        f"({id} {control.title.said(language)})",
        *cover.notes.get(id, ()),
    ]
    field = answer_field(form.subject.kind, question)
    if id in cover.repeatable:
        told.append(unchanged_help(language, field))
    lines = [f"  {id}:", *(line for text in told for line in _comment(text, 4))]
    for level, said in enumerate(
        question.levels.said(language) if question.levels else ()
    ):
        lines += _comment(f"{level}: {said}", 6)
    return [*lines, *(f"    {line}" for line in _fields(field, question, known, cover))]


def _fields(field: str, question: Question, known: str, cover: Cover) -> Iterator[str]:
    """The answer itself, with employees counted in each department; then what is said of it."""
    yield f"{field}:"
    if field == "counts":
        for id, name in cover.departments:
            yield from _comment(name, 2)
            yield f"  {flow(id)}: {{{', '.join(f'{s}: ' for s in STATUSES)}}}"
    if question.review_every_months:
        yield f"reviewed_on: {known}".rstrip()
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
