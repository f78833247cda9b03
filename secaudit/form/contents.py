"""What the page of one person holds: what it shows, and what its script reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from secaudit.campaign import Campaign, Issue, conditional
from secaudit.form.cover import Cover, cover
from secaudit.form.earlier import earlier, standing, stands
from secaudit.form.facts import fact_fields, single
from secaudit.form.questions import Shown, known, shown, words
from secaudit.form.rules import rules
from secaudit.form.texts import TEXTS, count, said
from secaudit.language import Language, _, long_date, using
from secaudit.questionnaire import STATUSES, as_shown, minutes_of
from secaudit.validation import plain
from secaudit.workspace import Officer

_LOCALES = {"da": "da-DK", "en": "en-GB"}
"""By language, how a browser is to write dates."""


@dataclass(frozen=True)
class Contents:
    """The page of one person."""

    language: Language
    organisation: str
    title: str
    cover: Cover
    questions: Mapping[str, Shown]
    """By kind and control."""
    facts: tuple[dict[str, Any], ...]
    departments: tuple[tuple[str, str], ...]
    """Those whose employees are counted: id and name."""
    statuses: tuple[tuple[str, str], ...]
    about: Mapping[str, str]
    """By form, how many questions, how long, and until when."""
    standing: Mapping[str, tuple[str, ...]]
    """By form, the earlier answers that it need not ask for."""
    data: Mapping[str, Any]
    """What the script reads, as JSON holds it."""


def contents(
    campaign: Campaign, issues: Iterable[Issue], officer: Officer | None
) -> Contents:
    """The page of the one person that all `issues` were issued to, in the campaign's language."""
    forms = tuple(issues)
    opened = {issue.id: tuple(conditional(campaign, issue)) for issue in forms}
    asked = dict.fromkeys(
        (issue.subject.kind, id)
        for issue in forms
        for id in (*issue.form.questions, *opened[issue.id])
    )
    minutes = {one.id: minutes_of(one.form, campaign.language) for one in forms}
    with using(campaign.language):
        facts = fact_fields(campaign.departments)
        called = words(campaign.language)
        return Contents(
            language=campaign.language,
            organisation=campaign.organisation.name,
            title=_("Self-assessment {campaign}").format(campaign=campaign.id),
            cover=cover(campaign, forms, sum(minutes.values()), officer),
            questions={f"{k}:{id}": shown(campaign, k, id) for k, id in asked},
            facts=tuple(facts),
            departments=tuple(
                (u.id, u.name) for u in campaign.departments if not u.parent
            ),
            statuses=tuple((key, called[key]) for key in STATUSES),
            about={one.id: _about(campaign, one, minutes[one.id]) for one in forms},
            standing={one.id: tuple(standing(campaign, one)) for one in forms},
            data={
                "locale": _LOCALES[campaign.language],
                "campaign": campaign.id,
                "latest": max(issue.issued_on for issue in forms).isoformat(),
                "person": {
                    "id": forms[-1].form.person,
                    "name": as_shown(forms[-1].name),
                    "email": forms[-1].email,
                },
                "officer": plain(officer) if officer else None,
                "rules": rules(campaign),
                "words": called,
                "facts": list(single(facts)),
                "questions": {f"{k}:{id}": known(campaign, k, id) for k, id in asked},
                "forms": [
                    _form(campaign, issue, forms, opened[issue.id]) for issue in forms
                ],
                "texts": {name: _(text) for name, text in TEXTS.items()},
            },
        )


def _label(issue: Issue) -> str:
    """What a form is called."""
    form, kind = issue.form, issue.subject.kind
    name = as_shown(issue.subject.name) if kind == "system" else said(f"kind_{kind}")
    more = [said("operations")] if form.part == "operations" else []
    more += [said(f"occasion_{form.occasion}")] if form.occasion else []
    return f"{name} ({', '.join(more)})" if more else str(name)


def _about(campaign: Campaign, issue: Issue, minutes: int) -> str:
    due = said("due", date=long_date(campaign.deadline(issue)))
    return " · ".join(
        (count("questions", len(issue.form.questions)), count("minutes", minutes), due)
    )


def _form(
    campaign: Campaign,
    issue: Issue,
    beside: Iterable[Issue],
    opened: tuple[str, ...],
) -> dict[str, Any]:
    """One form: what the register knows of it, but for what a small form `beside` it asks anew;
    and what a correction may open."""
    form = issue.form
    given = {id for id in form.questions if stands(campaign, issue, id)}
    told = {id: earlier(campaign, issue, id) for id in form.questions}
    small = (i.form for i in beside if i.form.occasion and not form.occasion)
    elsewhere = {id for f in small if f.subject == form.subject for id in f.questions}
    return {
        "issue": issue.id,
        "kind": form.subject.kind,
        "id": form.subject.id,
        "name": as_shown(form.subject.name),
        "label": _label(issue),
        "part": form.part,
        "occasion": form.occasion,
        "issued_on": issue.issued_on.isoformat(),
        "facts": as_shown(form.facts),
        "questions": sorted(form.questions, key=given.__contains__),
        "answered": [id for id in form.questions if id in given | elsewhere],
        "conditional": opened,
        "provides": list(issue.provides),
        "earlier": {id: said for id, said in told.items() if said},
    }
