"""Who has answered, who has not, and how late."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from secaudit.campaign import NOWHERE, Campaign, Forvaltning, Issue, Withdrawn
from secaudit.gaps import Response, Responses, Standing, responses, standing
from secaudit.questionnaire import Subject
from secaudit.steps.progress.contact import Contact
from secaudit.steps.progress.grouping import (
    Group,
    by_criticality,
    by_department,
    by_kind,
    by_person,
)
from secaudit.steps.progress.tally import Asked, Tally, asked, summed, tally
from secaudit.steps.state import campaigns_of, chosen
from secaudit.validation import plain
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Row:
    """A subject, and how far its answers have come."""

    subject: Subject
    tally: Tally
    owner: str
    """The name of who is accountable; empty where nobody is known."""
    waiting_for: tuple[str, ...]
    """The names of those with something left to answer; "" where nobody is known."""
    recorded_on: date | None
    """The latest day on which an answer was given in this campaign."""
    deadline: date
    """The latest of its forms."""
    department: str
    """The name of the forvaltning; empty where it is not known, or where it is all of them."""
    criticality: str
    """Of a system; empty where it is not known."""


@dataclass(frozen=True)
class Status:
    """A campaign's progress on a day: the day it was closed, if that was before."""

    campaign: str
    organisation: str
    on: date
    due: date
    closed_on: date | None
    total: Tally
    rows: tuple[Row, ...]
    kinds: tuple[Group, ...]
    departments: tuple[Group, ...]
    criticalities: tuple[Group, ...]
    people: tuple[Group, ...]
    withdrawn: tuple[Withdrawn, ...]
    responses: Responses
    """How many employees answered."""
    anonymous: bool = False
    """Whether whatever names a person was left out."""
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    """By id, how each of the people is reached; empty where nobody asked for it."""

    @property
    def answered(self) -> int:
        """Subjects with every question answered."""
        return self.total.complete


def status(workspace: Workspace, campaign_id: str | None, on: date) -> Status:
    """The progress of the campaign, subjects in the order they were issued."""
    return of(standing(chosen(campaigns_of(workspace), campaign_id), on))


def of(shown: Standing) -> Status:
    """The progress of a campaign that stands so."""
    campaign = shown.campaign
    issues = {subject: items[0].issue for subject, items in shown.subjects.items()}
    places, critical = _places(issues, campaign), _criticalities(issues)
    questions, deadlines = asked(shown), _deadlines(campaign)
    tallies = {subject: tally(every) for subject, every in questions.items()}
    return Status(
        campaign=campaign.id,
        organisation=campaign.organisation.name,
        on=shown.on,
        due=campaign.due,
        closed_on=campaign.closed_on,
        total=summed(tallies.values()),
        rows=tuple(
            Row(
                subject=subject,
                tally=tallies[subject],
                owner=_owner(issue, campaign),
                waiting_for=_waiting_for(questions[subject], campaign),
                recorded_on=_latest(questions[subject]),
                deadline=deadlines[subject],
                department=places.get(subject, NOWHERE)[1],
                criticality=critical.get(subject, ""),
            )
            for subject, issue in issues.items()
        ),
        kinds=by_kind(tallies),
        departments=by_department(tallies, places, campaign),
        criticalities=by_criticality(tallies, critical),
        people=by_person(questions, campaign),
        withdrawn=tuple(campaign.withdrawn.values()),
        responses=responses(campaign),
    )


def without_names(found: Status) -> Status:
    """The same figures, and nothing that names a person: owners are a kind, not rows."""
    return replace(
        found,
        rows=tuple(
            replace(row, owner="", waiting_for=())
            for row in found.rows
            if row.subject.kind != "owner"
        ),
        people=(),
        withdrawn=tuple(map(_unnamed, found.withdrawn)),
        anonymous=True,
        contacts={},
    )


def as_json(found: Status) -> dict[str, Any]:
    """The status as `status --format json` shows it."""
    told = {
        "campaign": found.campaign,
        "on": found.on,
        "due": found.due,
        "closed_on": found.closed_on,
        "issued": found.total.subjects,
        "answered": found.answered,
        "subjects": list(map(_row_as_json, found.rows)),
        "kinds": [_group(g, kind=g.id) for g in found.kinds],
        "departments": [_group(g, id=g.id, name=g.name) for g in found.departments],
        "criticalities": [_group(g, criticality=g.id) for g in found.criticalities],
        "people": [_person(group, found) for group in found.people],
        "withdrawn": list(map(_withdrawn_as_json, found.withdrawn)),
        "responses": list(map(_response, found.responses.lines)),
        "response": _response(found.responses.whole),
    }
    shown: dict[str, Any] = plain(told)
    return shown


def _places(
    issues: Mapping[Subject, Issue], campaign: Campaign
) -> dict[Subject, Forvaltning]:
    return {
        subject: campaign.forvaltning(issue)
        for subject, issue in issues.items()
        if subject.kind in ("system", "owner")
    }


def _criticalities(issues: Mapping[Subject, Issue]) -> dict[Subject, str]:
    return {
        subject: issue.criticality or ""
        for subject, issue in issues.items()
        if subject.kind == "system"
    }


def _owner(issue: Issue, campaign: Campaign) -> str:
    system = issue.subject.kind == "system"
    return campaign.name_of(issue.owner if system else issue.form.person)


def _waiting_for(questions: list[Asked], campaign: Campaign) -> tuple[str, ...]:
    waiting = (one.item.issue.form.person for one in questions if one.waits)
    return tuple(campaign.name_of(person) for person in dict.fromkeys(waiting))


def _latest(questions: list[Asked]) -> date | None:
    days = (word.answered_on for one in questions for word in one.words)
    return max(days, default=None)


def _deadlines(campaign: Campaign) -> dict[Subject, date]:
    """The latest of each subject's forms; those for what falls due later stand beside."""
    found: dict[Subject, date] = {}
    for issue in campaign.issues:
        if not issue.superseded and issue.form.occasion != "due":
            deadline = campaign.deadline(issue)
            found[issue.subject] = max(deadline, found.get(issue.subject, deadline))
    return found


def _unnamed(withdrawn: Withdrawn) -> Withdrawn:
    subject = withdrawn.subject
    unnamed = Subject("owner", "", "") if subject.kind == "owner" else subject
    return replace(withdrawn, subject=unnamed, reason="")


def _row_as_json(row: Row) -> dict[str, Any]:
    counts = asdict(row.tally)
    del counts["subjects"], counts["complete"]
    return {
        **asdict(row.subject),
        "owner": row.owner or None,
        **counts,
        "recorded_on": row.recorded_on,
        "deadline": row.deadline,
        "department": row.department or None,
        "criticality": row.criticality or None,
        "waiting_for": [name or None for name in row.waiting_for],
    }


def _group(group: Group, **names: str) -> dict[str, Any]:
    return {key: name or None for key, name in names.items()} | asdict(group.tally)


def _person(group: Group, found: Status) -> dict[str, Any]:
    contact = found.contacts.get(group.id)
    told = _group(group, id=group.id, name=group.name)
    if contact is None:
        return told
    known = asdict(contact).items()
    return told | {key: None if value == "" else value for key, value in known}


def _response(response: Response) -> dict[str, Any]:
    return {
        "department": response.department or None,
        "name": response.name or None,
        "respondents": response.respondents,
        "employees": response.employees,
        "rate": response.rate.decimal if response.rate else None,
    }


def _withdrawn_as_json(withdrawn: Withdrawn) -> dict[str, Any]:
    told = asdict(withdrawn.subject) | {"on": withdrawn.on, "reason": withdrawn.reason}
    return {name: text or None for name, text in told.items()}
