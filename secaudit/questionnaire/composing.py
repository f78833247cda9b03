"""Which questions go to whom: conditions, common services, answers that still stand."""

from collections.abc import Iterator, Mapping

from secaudit.catalogue import Kind, Question, holds
from secaudit.inventory import Inventory, System, plain_facts
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
    contents: Contents, campaign: str, standing: StandingAnswers
) -> Iterator[Questionnaire]:
    questions = _questions(contents, "system")
    for system in contents.inventory.active():
        subject = Subject("system", system.id, system.name)
        facts = plain_facts(system.facts)
        told = {"common_service": bool(system.provides)}
        inherited = _inherited(system, questions, contents.inventory)
        applicable = {
            id: question
            for id, question in questions.items()
            if id in system.provides or holds(question.when, {**facts, **told})
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
        area = workspace.area(id, kind)
        parts.setdefault(area.person if area else None, {})[id] = question
    for person, part in parts.items():
        yield Questionnaire(
            workspace.organisation.id, campaign, subject, person, questions=part
        )
