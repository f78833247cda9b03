"""Issue the questionnaires: an event in the register and a file for each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from secaudit.campaign import Campaign
from secaudit.catalogue import kind_name
from secaudit.gaps import grouped
from secaudit.language import Language, _
from secaudit.problems import WrongUsage
from secaudit.questionnaire import Questionnaire, Subject, minutes_of
from secaudit.register import Draft
from secaudit.steps.issuing.forms import make_folder, write_forms
from secaudit.steps.issuing.places import places
from secaudit.steps.issuing.plan import Planned, Planner, new
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.state import campaigns_of, rounds_of
from secaudit.validation import plain
from secaudit.workspace import Contents, Workspace, load_contents

TIME_TO_ANSWER = timedelta(days=14)
"""What a form is given that is issued so late that the campaign is due before."""


@dataclass(frozen=True)
class Issued:
    """What was issued now."""

    campaign: str
    forms: tuple[Path, ...]
    """The files written, in order."""
    questions: int
    unaddressed: tuple[str, ...]
    """Subjects that nobody is named to answer about."""
    untouched: int
    """Forms that were issued before, and left as they were."""
    unsent: tuple[Path, ...] = ()
    """Forms issued anew where every question is answered already."""


@dataclass(frozen=True)
class Load:
    """What one person would be asked."""

    person: str
    name: str
    forms: int
    questions: int
    minutes: int
    over: bool
    """Whether it is more than the profile's limit."""


def issue(
    workspace: Workspace,
    campaign_id: str | None,
    on: date,
    now: datetime,
    planner: Planner = new,
    answer_by: date | None = None,
) -> Issued:
    """Issue what `planner` plans; else nothing that was issued before is changed."""
    contents = load_contents(workspace)
    if answer_by and answer_by < on:
        sentence = _("the forms cannot be due {due}: that has passed")
        raise WrongUsage(sentence.format(due=answer_by))
    with recording(workspace, campaign_id, Acting(on, now)) as record:
        planned = planner(contents, record.rounds)
        issue_all(planned, contents, record, answer_by)
        after = record.after()
        written = write_forms(workspace, record.campaign, after, record.undo)
        make_folder(workspace.returned(after.id))
    asking = [one.form for one in planned if one.form.questions]
    return Issued(
        campaign=after.id,
        forms=written,
        questions=sum(len(form.questions) for form in asking),
        unaddressed=tuple(_unaddressed(asking)),
        untouched=len(record.campaign.current()),
        unsent=tuple(_answered_already(workspace, planned, after)),
    )


def _unaddressed(forms: Sequence[Questionnaire]) -> dict[str, None]:
    """What the forms that nobody is named to answer are about: a system, or a whole kind."""
    subjects = [form.subject for form in forms if form.person is None]
    return dict.fromkeys(
        s.name if s.kind in ("system", "owner") else kind_name(s.kind) for s in subjects
    )


def issue_all(
    planned: Iterable[Planned],
    contents: Contents,
    record: Recording,
    answer_by: date | None = None,
) -> None:
    """Record that the planned forms are issued, and when they are due."""
    for one in planned:
        deadline = answer_by or _kept(one, record.campaign, record.acting.on)
        due = {"answer_by": deadline.isoformat()} if deadline else {}
        issued = due | {"issued_on": record.acting.on.isoformat()}
        record.append(_draft(one, contents, issued))


def rehearse(
    workspace: Workspace, campaign_id: str | None, planner: Planner = new
) -> tuple[Load, ...]:
    """What each person would be asked if `planner` was followed; nothing is issued."""
    contents = load_contents(workspace)
    rounds = rounds_of(campaigns_of(workspace), campaign_id)
    forms = [one.form for one in planner(contents, rounds) if one.form.questions]
    people = grouped(forms, lambda form: form.person or "")
    return tuple(
        _load(person, asked, rounds[-1].language, contents)
        for person, asked in people.items()
    )


def _load(
    person: str, asked: Sequence[Questionnaire], language: Language, contents: Contents
) -> Load:
    known, limits = contents.inventory.person(person), contents.profile.limits
    questions = sum(len(form.questions) for form in asked)
    minutes = sum(minutes_of(form, language) for form in asked)
    return Load(
        person=person,
        name=known.name if known else "",
        forms=len(asked),
        questions=questions,
        minutes=minutes,
        over=questions > (limits.questions or questions)
        or minutes > (limits.minutes or minutes),
    )


def _answered_already(
    workspace: Workspace, planned: tuple[Planned, ...], after: Campaign
) -> Iterator[Path]:
    """The new forms of the campaign's own that ask only what stands answered."""
    ids = {p.form.issue for p in planned if p.form.questions and not p.form.occasion}
    for path, issue in places(workspace.issued(after.id), after):
        asked = ((issue.subject.key, id) for id in issue.form.questions)
        if issue.id in ids and all(
            key in after.words and not after.returned(key) for key in asked
        ):
            yield path


def _draft(planned: Planned, contents: Contents, issued: dict[str, str]) -> Draft:
    """The event that issues a form: what it asks, and what is known of whom it is about."""
    form = planned.form
    person = contents.inventory.person(form.person)
    payload = plain(form) | issued | _of_system(form.subject, contents)
    del payload["organisation"], payload["campaign"]
    payload |= {"issue": form.issue, "questions": list(form.questions)}
    payload["subject"] = plain(form.subject)
    if planned.instead_of:
        payload["instead_of"] = list(planned.instead_of)
    personal = {"name": person.name, "email": person.email or ""} if person else {}
    if form.subject.kind == "owner":
        personal["subject"] = payload["subject"].pop("name")
        payload["department"] = person.department if person else None
    return Draft("issued", form.campaign, form.subject.key, payload, personal)


def _of_system(subject: Subject, contents: Contents) -> dict[str, Any]:
    system = contents.inventory.system(subject.id)
    if system is None or subject.kind != "system":
        return {}
    return {
        "owner": system.owner,
        "provides": list(system.provides),
        "formerly": system.formerly,
    }


def _kept(planned: Planned, campaign: Campaign, on: date) -> date | None:
    """The deadline of the form whose place it takes; a fortnight where the campaign's passed."""
    old = (issue for issue in campaign.issues if issue.id in planned.instead_of)
    ahead = [i.answer_by for i in old if i.answer_by and i.answer_by >= on]
    late = on + TIME_TO_ANSWER if campaign.due < on else None
    return max(ahead, default=late)
