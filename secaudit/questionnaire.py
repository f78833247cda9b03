"""What a person is asked about a subject, and the form in YAML that asks it."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from secaudit.catalogue import Control, Kind, Question, holds
from secaudit.digest import sha256
from secaudit.inventory import Inventory, System, plain_facts
from secaudit.language import Language, _
from secaudit.validation import plain
from secaudit.workspace import Contents
from secaudit.yamlfile import quoted

STATUSES = ("met", "partial", "not-met", "not-applicable", "unknown")
UNANSWERED = "unanswered"
_WORDS = {
    "met": "opfyldt",
    "partial": "delvist opfyldt",
    "not-met": "ikke opfyldt",
    "not-applicable": "ikke relevant",
    "unknown": "ved ikke",
    "unanswered": "ubesvaret",
}
_LEVEL = re.compile(
    " (?=(?:Opfyldt|Delvist opfyldt|Ikke opfyldt|Met|Partially met|Not met): )"
)
_PLAIN = re.compile("(?!null|true|false)[a-z][a-z-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WIDTH = 96


@dataclass(frozen=True, order=True)
class Subject:
    """What is assessed."""

    kind: Kind
    id: str
    name: str = field(compare=False)

    @property
    def key(self) -> str:
        """Kind and id, such as `system:omsorgsjournal`."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class Questionnaire:
    """The questions issued to one person about one subject in one campaign."""

    organisation: str
    campaign: str
    subject: Subject
    person: str | None
    """None where nobody is known to answer: the questions stand unanswered."""
    part: Literal["main", "operations"] = "main"
    """Operations' part of a system holds the questions that its owner is not asked."""
    facts: dict[str, Any] = field(default_factory=dict)
    """The system's known facts, as JSON holds them."""
    questions: dict[str, Question] = field(default_factory=dict)
    """By control id."""
    inherited: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By control id: the common services that answer instead."""
    carried: dict[str, str] = field(default_factory=dict)
    """By control id: the campaign whose answer still stands."""

    @property
    def issue(self) -> str:
        """32 hex digits of SHA-256 over what is issued: names the form, is no secret."""
        issued = plain(self)
        issued["subject"] = plain(self.subject)
        return sha256(issued)[:32]


def word(status: str, language: Language) -> str:
    """The word for `status` in `language`."""
    return _WORDS[status] if language == "da" else status


def status_of(written: str) -> str | None:
    """The status that was written, in either language; None if it is none."""
    return _READ.get(" ".join(written.split()).casefold())


_READ = {key: key for key in STATUSES}
_READ |= {danish: key for key, danish in _WORDS.items() if key in STATUSES}
_READ |= {key.replace("-", " "): key for key in STATUSES}

Standing = Mapping[tuple[str, str], str]
"""By (subject key, control id): the campaign whose answer still stands."""


def compose(
    contents: Contents, campaign: str, standing: Standing
) -> tuple[Questionnaire, ...]:
    """Every questionnaire of a campaign, in the order of the inventory.

    `standing` names the answers that are carried, not asked again.
    """
    return (
        *_of_systems(contents, campaign, standing),
        *_of_owners(contents, campaign),
        *_of_areas(contents, campaign, "organisation"),
        *_of_areas(contents, campaign, "employees"),
    )


def _questions(contents: Contents, kind: Kind) -> dict[str, Question]:
    return {
        applied.control.id: applied.control.questions[kind]
        for applied in contents.applied
        if applied.applies and kind in applied.control.questions
    }


def _of_systems(
    contents: Contents, campaign: str, standing: Standing
) -> Iterator[Questionnaire]:
    questions = _questions(contents, "system")
    for system in contents.inventory.active():
        subject = Subject("system", system.id, system.name)
        facts = plain_facts(system.facts)
        inherited = _inherited(system, questions, contents.inventory)
        applicable = {
            id: question
            for id, question in questions.items()
            if id in system.provides or holds(question.when, facts)
        }
        inherited = {id: by for id, by in inherited.items() if id in applicable}
        own = {id: q for id, q in applicable.items() if id not in inherited}
        carried = {
            id: standing[subject.key, id]
            for id, question in own.items()
            if not question.core and (subject.key, id) in standing
        }
        asked = {id: q for id, q in own.items() if id not in carried}
        owners, technical = _parts(system, asked)
        organisation = contents.workspace.organisation.id
        yield Questionnaire(
            organisation,
            campaign,
            subject,
            system.owner,
            facts=facts,
            questions=owners,
            inherited=inherited,
            carried=carried,
        )
        if technical:
            yield Questionnaire(
                organisation,
                campaign,
                subject,
                system.operations,
                "operations",
                facts,
                technical,
            )


def _inherited(
    system: System, questions: Mapping[str, Question], inventory: Inventory
) -> dict[str, tuple[str, ...]]:
    if system.provides:  # no chains: a provider inherits nothing
        return {}
    services = [s for s in inventory.active() if s.id in system.uses]
    return {
        id: tuple(s.id for s in services if id in s.provides)
        for id, question in questions.items()
        if question.inheritable and any(id in s.provides for s in services)
    }


def _parts(
    system: System, asked: dict[str, Question]
) -> tuple[dict[str, Question], dict[str, Question]]:
    """The owner's part, and operations' part where somebody else does that."""
    elsewhere = system.operations and system.operations != system.owner
    technical = {
        id: question
        for id, question in asked.items()
        if elsewhere and question.answered_by == "operations"
    }
    return {id: q for id, q in asked.items() if id not in technical}, technical


def _of_owners(contents: Contents, campaign: str) -> Iterator[Questionnaire]:
    questions = _questions(contents, "owner")
    for person in contents.inventory.owners() if questions else ():
        subject = Subject("owner", person.id, person.name)
        organisation = contents.workspace.organisation.id
        yield Questionnaire(
            organisation, campaign, subject, person.id, questions=questions
        )


def _of_areas(contents: Contents, campaign: str, kind: Kind) -> Iterator[Questionnaire]:
    workspace = contents.workspace
    subject = Subject(kind, workspace.organisation.id, workspace.organisation.name)
    parts: dict[str | None, dict[str, Question]] = {}
    for id, question in _questions(contents, kind).items():
        area = workspace.area(id)
        parts.setdefault(area.person if area else None, {})[id] = question
    for person, part in parts.items():
        yield Questionnaire(
            workspace.organisation.id, campaign, subject, person, questions=part
        )


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
        f"subject: {{kind: {form.subject.kind}, id: {form.subject.id}, "
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
        lines += ["", *_question(id, question, controls[id], cover.language)]
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
    id: str, question: Question, control: Control, language: Language
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
    return [*lines, *(f"    {line}" for line in _fields(question))]


def _fields(question: Question) -> Iterator[str]:
    yield "maturity:" if question.levels else "status:"
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
