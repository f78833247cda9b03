"""What the page of one person holds, as its script reads it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from secaudit.campaign import Campaign, Issue, conditional
from secaudit.catalogue import Kind, Question
from secaudit.form.cover import Cover, cover
from secaudit.form.earlier import earlier, standing, stands
from secaudit.form.facts import fact_fields
from secaudit.form.rules import rules
from secaudit.form.texts import TEXTS
from secaudit.language import Language, _, using
from secaudit.questionnaire import (
    STATUSES,
    UNCHANGED,
    answer_field,
    as_shown,
    grades,
    minutes_of,
    word,
)
from secaudit.validation import plain
from secaudit.workspace import Officer


@dataclass(frozen=True)
class Contents:
    """The page of one person."""

    language: Language
    organisation: str
    title: str
    cover: Cover
    data: Mapping[str, Any]
    """What the script reads, as JSON holds it."""


def contents(
    campaign: Campaign, issues: Iterable[Issue], officer: Officer | None
) -> Contents:
    """The page of the one person that all `issues` were issued to, in the campaign's language."""
    forms = tuple(issues)
    person = forms[-1]
    with using(campaign.language):
        data = {
            "language": campaign.language,
            "campaign": campaign.id,
            "organisation": campaign.organisation.name,
            "person": {
                "id": person.form.person,
                "name": as_shown(person.name),
                "email": person.email,
            },
            "officer": plain(officer) if officer else None,
            "rules": rules(campaign),
            "statuses": {
                key: word(key, campaign.language) for key in (*STATUSES, UNCHANGED)
            },
            "facts": fact_fields(campaign.departments),
            "departments": [
                [u.id, u.name] for u in campaign.departments if not u.parent
            ],
            "questions": dict(_questions(campaign, forms)),
            "forms": [_form(campaign, issue) for issue in forms],
            "texts": {name: _(text) for name, text in TEXTS.items()},
        }
        title = _("Self-assessment {campaign}").format(campaign=campaign.id)
        said = cover(campaign, forms, officer)
    return Contents(campaign.language, campaign.organisation.name, title, said, data)


def _form(campaign: Campaign, issue: Issue) -> dict[str, Any]:
    """One form: what the register knows of it."""
    form = issue.form
    ids = sorted(form.questions, key=lambda id: bool(stands(campaign, issue, id)))
    told = {id: earlier(campaign, issue, id) for id in form.questions}
    return {
        "issue": issue.id,
        "kind": form.subject.kind,
        "id": form.subject.id,
        "name": as_shown(form.subject.name),
        "part": form.part,
        "occasion": form.occasion,
        "issued_on": issue.issued_on.isoformat(),
        "due": campaign.deadline(issue).isoformat(),
        "minutes": minutes_of(form, campaign.language),
        "facts": as_shown(form.facts),
        "questions": ids,
        "answered": [id for id in ids if stands(campaign, issue, id)],
        "conditional": list(conditional(campaign, issue)),
        "provides": list(issue.provides),
        "earlier": {id: said for id, said in told.items() if said},
        "standing": standing(campaign, issue),
    }


def _questions(
    campaign: Campaign, issues: Iterable[Issue]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """By kind and control, each question that a form asks, or a correction may open."""
    for issue in issues:
        kind = issue.subject.kind
        for id in {**issue.form.questions, **conditional(campaign, issue)}:
            yield f"{kind}:{id}", _question(campaign, kind, id)


def _question(campaign: Campaign, kind: Kind, id: str) -> dict[str, Any]:
    control, language = campaign.controls[id], campaign.language
    question: Question = control.questions[kind]
    return {
        "id": id,
        "title": control.title.said(language),
        "text": question.text.said(language),
        "guidance": grades(question, language),
        "evidence": list(question.evidence.said(language)),
        "levels": list(question.levels.said(language)) if question.levels else [],
        "field": answer_field(kind, question),
        "legal": question.legal,
        "months": question.review_every_months or 0,
        "dated_by": question.dated_by or "",
        "proven": question.evidence_required,
        "never": question.not_applicable == "never",
        "when": plain(question.when),
    }
