"""Issue the questionnaires: an event in the register and a file for each."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from secaudit.campaign import Campaign, Key, fold
from secaudit.catalogue import kind_name
from secaudit.language import _
from secaudit.problems import WrongUsage
from secaudit.questionnaire import Questionnaire, minutes_of
from secaudit.register import Draft
from secaudit.steps.issuing.forms import make_folder, places, write_forms
from secaudit.steps.issuing.plan import Planned, Planner, new
from secaudit.steps.state import campaigns_of, chosen, register_of, up_to
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
    """Issue what `planner` plans; else nothing that was issued before is changed.

    The files and the events stand together: whatever cannot be written, nothing is issued.
    """
    contents = load_contents(workspace)
    if answer_by and answer_by < on:
        sentence = _("the forms cannot be due {due}: that has passed")
        raise WrongUsage(sentence.format(due=answer_by))
    with ExitStack() as undo:
        with register_of(workspace).writing() as writer:
            events = writer.events()
            campaigns = fold(events)
            campaign = chosen(campaigns, campaign_id)
            planned = planner(contents, list(up_to(campaigns.values(), campaign)))
            drafts = [draft(one, contents, campaign, on, answer_by) for one in planned]
            done = [writer.append(one, now) for one in drafts]
            after = fold([*events, *done])[campaign.id]
            written = write_forms(workspace, campaign, after, undo)
            make_folder(workspace.returned(campaign.id))
        undo.pop_all()  # committed: the files stay
    forms = [one.form for one in planned]
    return Issued(
        campaign.id,
        written,
        sum(len(form.questions) for form in forms),
        tuple(_unaddressed(forms)),
        len(campaign.current()),
        tuple(_answered_already(workspace, planned, after)),
    )


def _unaddressed(forms: Sequence[Questionnaire]) -> dict[str, None]:
    """What the forms that nobody is named to answer are about: a system, or a whole kind."""
    subjects = [
        form.subject for form in forms if form.person is None and form.questions
    ]
    return dict.fromkeys(
        s.name if s.kind in ("system", "owner") else kind_name(s.kind) for s in subjects
    )


def rehearse(
    workspace: Workspace, campaign_id: str | None, planner: Planner = new
) -> tuple[Load, ...]:
    """What each person would be asked if `planner` was followed; nothing is issued."""
    contents = load_contents(workspace)
    campaigns = campaigns_of(workspace)
    campaign = chosen(campaigns, campaign_id)
    planned = planner(contents, list(up_to(campaigns.values(), campaign)))
    people: dict[str, list[Planned]] = {}
    for one in planned:
        if one.form.questions:
            people.setdefault(one.form.person or "", []).append(one)
    return tuple(
        _load(person, asked, campaign, contents) for person, asked in people.items()
    )


def _load(
    person: str, asked: list[Planned], campaign: Campaign, contents: Contents
) -> Load:
    known, limits = contents.inventory.person(person), contents.profile.limits
    questions = sum(len(one.form.questions) for one in asked)
    minutes = sum(minutes_of(one.form, campaign.language) for one in asked)
    over = questions > (limits.questions or questions)
    over = over or minutes > (limits.minutes or minutes)
    name = known.name if known else ""
    return Load(person, name, len(asked), questions, minutes, over)


def _answered_already(
    workspace: Workspace, planned: tuple[Planned, ...], after: Campaign
) -> Iterator[Path]:
    """The new forms that ask only what stands answered."""
    ids = {one.form.issue for one in planned if one.form.questions}
    for path, issue in places(workspace.issued(after.id), after):
        asked = ((issue.subject.key, id) for id in issue.form.questions)
        small = bool(issue.form.occasion)
        if issue.id in ids and not small and all(_stands(k, after) for k in asked):
            yield path


def _stands(key: Key, campaign: Campaign) -> bool:
    review = campaign.review(key)
    returned = review is not None and review.returned
    return key in campaign.words and not returned


def draft(
    planned: Planned,
    contents: Contents,
    campaign: Campaign,
    on: date,
    answer_by: date | None,
) -> Draft:
    """The event that issues a form."""
    form = planned.form
    system = contents.inventory.system(form.subject.id)
    of_system = system if form.subject.kind == "system" else None
    person = contents.inventory.person(form.person)
    payload = plain(form) | {
        "issue": form.issue,
        "issued_on": on.isoformat(),
        "questions": list(form.questions),
        "subject": {"kind": form.subject.kind, "id": form.subject.id},
    }
    del payload["organisation"], payload["campaign"]
    if planned.instead_of:
        payload["instead_of"] = list(planned.instead_of)
    deadline = answer_by or _kept(planned, campaign, on)
    if deadline:
        payload["answer_by"] = deadline.isoformat()
    personal: dict[str, Any] = {}
    if person:
        personal = {"name": person.name, "email": person.email or ""}
    if form.subject.kind == "owner":
        personal["subject"] = form.subject.name
        payload["department"] = person.department if person else None
    else:
        payload["subject"]["name"] = form.subject.name
    if of_system:
        payload |= {"owner": of_system.owner, "provides": list(of_system.provides)}
        payload |= {"formerly": of_system.formerly}
    return Draft("issued", form.campaign, form.subject.key, payload, personal)


def _kept(planned: Planned, campaign: Campaign, on: date) -> date | None:
    """The deadline of the form whose place it takes; a fortnight where the campaign's passed."""
    old = (issue for issue in campaign.issues if issue.id in planned.instead_of)
    ahead = [i.answer_by for i in old if i.answer_by and i.answer_by >= on]
    late = on + TIME_TO_ANSWER if campaign.due < on else None
    return max(ahead, default=late)
