"""The questionnaires of a campaign: which questions go to whom."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from secaudit.catalogue import Kind, Question, holds
from secaudit.inventory import System, plain_facts
from secaudit.questionnaire.model import Questionnaire, Subject
from secaudit.workspace import Contents

StandingAnswers = Mapping[tuple[str, str], str]
"""By (subject key, control id): the campaign whose answer still stands."""


def compose(
    contents: Contents, campaign: str, standing: StandingAnswers
) -> tuple[Questionnaire, ...]:
    """Every questionnaire of a campaign, in the order of the inventory.

    `standing` names the answers that are carried, not asked again.
    """
    form = partial(Questionnaire, contents.workspace.organisation.id, campaign)
    return (
        *_of_systems(contents, form, standing),
        *_of_owners(contents, form),
        *_of_areas(contents, form, "organisation"),
        *_of_areas(contents, form, "employees"),
    )


def _questions(contents: Contents, kind: Kind) -> dict[str, Question]:
    return {
        applied.control.id: applied.control.questions[kind]
        for applied in contents.applied
        if applied.applies and kind in applied.control.questions
    }


def _of_systems(
    contents: Contents, form: partial[Questionnaire], standing: StandingAnswers
) -> Iterator[Questionnaire]:
    questions, systems = _questions(contents, "system"), contents.inventory.active()
    for system in systems:
        subject = Subject("system", system.id, system.name)
        facts = plain_facts(system.facts)
        applicable = _applicable(system, facts, questions)
        inherited = _inherited(system, applicable, systems)
        own = {id: q for id, q in applicable.items() if id not in inherited}
        carried = {
            id: standing[subject.key, id]
            for id, question in own.items()
            if not question.core and (subject.key, id) in standing
        }
        asked = {id: q for id, q in own.items() if id not in carried}
        technical = _technical(system, asked)
        main = {id: q for id, q in asked.items() if id not in technical}
        about = partial(form, subject=subject, facts=facts)
        yield about(
            person=system.owner, questions=main, inherited=inherited, carried=carried
        )
        if technical:
            yield about(
                person=system.operations, part="operations", questions=technical
            )


def _applicable(
    system: System, facts: Mapping[str, Any], questions: Mapping[str, Question]
) -> dict[str, Question]:
    told = {**facts, "common_service": bool(system.provides)}
    return {
        id: question
        for id, question in questions.items()
        if id in system.provides or holds(question.when, told)
    }


def _inherited(
    system: System, questions: Mapping[str, Question], systems: Iterable[System]
) -> dict[str, tuple[str, ...]]:
    """By control, the services that answer instead; a service itself inherits nothing."""
    services = [s for s in systems if s.id in system.uses and not system.provides]
    answering = {
        id: tuple(s.id for s in services if id in s.provides)
        for id, question in questions.items()
        if question.inheritable
    }
    return {id: those for id, those in answering.items() if those}


def _technical(system: System, asked: Mapping[str, Question]) -> dict[str, Question]:
    """Operations' part of the questions, where somebody else than the owner does that."""
    if not system.operations or system.operations == system.owner:
        return {}
    return {id: q for id, q in asked.items() if q.answered_by == "operations"}


def _of_owners(
    contents: Contents, form: partial[Questionnaire]
) -> Iterator[Questionnaire]:
    questions = _questions(contents, "owner")
    for person in contents.inventory.owners() if questions else ():
        subject = Subject("owner", person.id, person.name)
        yield form(subject=subject, person=person.id, questions=questions)


def _of_areas(
    contents: Contents, form: partial[Questionnaire], kind: Kind
) -> Iterator[Questionnaire]:
    workspace = contents.workspace
    subject = Subject(kind, workspace.organisation.id, workspace.organisation.name)
    parts: dict[str | None, dict[str, Question]] = {}
    for id, question in _questions(contents, kind).items():
        area = workspace.area(id, kind)
        parts.setdefault(area.person if area else None, {})[id] = question
    for person, part in parts.items():
        yield form(subject=subject, person=person, questions=part)
