"""What is to be issued: by the frozen catalogue, the cycle, and what was asked already."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from secaudit.campaign import Campaign, Issue
from secaudit.gaps import grouped
from secaudit.language import _
from secaudit.officer.text import matching
from secaudit.problems import Refused, WrongUsage
from secaudit.questionnaire import Questionnaire, compose, kind_and_id
from secaudit.steps.issuing.standing import standing
from secaudit.steps.state import refuse_closed
from secaudit.validation import did_you_mean
from secaudit.workspace import Contents

_SHARED = ("organisation", "employees")


@dataclass(frozen=True)
class Planned:
    """A form that is to be issued."""

    form: Questionnaire
    instead_of: tuple[str, ...] = ()
    """The ids of the forms whose place it takes."""


Planner = Callable[[Contents, list[Campaign]], tuple[Planned, ...]]
"""What the last of some campaigns is to issue, by the workspace's files."""


def new(contents: Contents, campaigns: list[Campaign]) -> tuple[Planned, ...]:
    """What the last of `campaigns` has yet to issue."""
    campaign = refuse_closed(campaigns[-1])
    asked = (_without_asked(form, campaign) for form in _composed(contents, campaigns))
    return tuple(Planned(form) for form in asked if _is_new(form, campaign))


def reissue(*subjects: str) -> Planner:
    """A planner of what is asked about `subjects` by the facts as they are now.

    Raises WrongUsage for a subject that is none, Refused where nothing has changed.
    """

    def plan(contents: Contents, campaigns: list[Campaign]) -> tuple[Planned, ...]:
        campaign = refuse_closed(campaigns[-1])
        forms = _composed(contents, campaigns)
        wanted = {_named(subject, forms) for subject in subjects}
        found = tuple(_changed(forms, campaign, wanted))
        if not found:
            raise Refused(_("nothing has changed since the forms were issued"))
        return found

    return plan


def outdated(contents: Contents, campaigns: list[Campaign]) -> tuple[str, ...]:
    """The keys of the subjects that would be told or asked something else today."""
    campaign = campaigns[-1]
    forms = _composed(contents, campaigns)
    issued = {i.subject.key for i in campaign.current() if i.subject.kind == "system"}
    changed = _changed(forms, campaign, issued)
    return tuple(dict.fromkeys(planned.form.subject.key for planned in changed))


def edition(form: Questionnaire, campaign: Campaign) -> int:
    """How many forms like it, to the same person, the campaign has issued."""
    alike = (form.subject, form.part, form.person, form.occasion)
    return sum(
        (i.subject, i.form.part, i.form.person, i.form.occasion) == alike
        for i in campaign.issues
    )


def _composed(
    contents: Contents, campaigns: list[Campaign]
) -> tuple[Questionnaire, ...]:
    campaign = campaigns[-1]
    frozen = replace(contents, applied=campaign.applied, profile=campaign.profile)
    return compose(frozen, campaign.id, standing(contents, campaigns))


def _named(subject: str, forms: Iterable[Questionnaire]) -> str:
    """The key of a system or owner that is named by key or id."""
    keys = {f.subject.key for f in forms if f.subject.kind not in _SHARED}
    found = matching(subject, keys)
    if len(found) != 1:
        sentence = _("there is no system or owner '{subject}' to ask")
        if found:
            sentence = _("'{subject}' is several: say system:{subject}")
        text = sentence.format(subject=subject)
        ids = {kind_and_id(key)[1] for key in keys}
        raise WrongUsage(text if found else text + did_you_mean(subject, ids))
    return found[0]


def _changed(
    forms: Iterable[Questionnaire], campaign: Campaign, keys: set[str]
) -> Iterator[Planned]:
    """The forms about subjects that are not as they were issued."""
    standing: dict[str, dict[str, Issue]] = {}
    for issue in campaign.current():
        standing.setdefault(issue.subject.key, {})[issue.form.part] = issue
    wanted = (form for form in forms if form.subject.key in keys)
    for key, composed in grouped(wanted, lambda form: form.subject.key).items():
        yield from _instead(composed, standing.get(key, {}), campaign)


def _instead(
    forms: Iterable[Questionnaire], old: dict[str, Issue], campaign: Campaign
) -> Iterator[Planned]:
    """The forms about one subject that take the place of its `old` ones."""
    parts = {form.part for form in forms}
    gone = [issue.id for part, issue in old.items() if part not in parts]
    for form in forms:
        was = old.get(form.part)
        same = was is not None and replace(was.form, edition=0) == form
        if same and not (gone and form.part == "main"):
            continue
        before = ([was.id] if was else []) + (gone if form.part == "main" else [])
        yield Planned(replace(form, edition=edition(form, campaign)), tuple(before))


def _without_asked(form: Questionnaire, campaign: Campaign) -> Questionnaire:
    """The form without what somebody has been asked in another form about the subject."""
    shared = form.subject.kind in _SHARED
    asked = {
        id
        for issue in campaign.current()
        if issue.subject == form.subject and issue.form.person
        if shared or issue.form.part != form.part
        for id in issue.form.questions
    }
    left = {id: q for id, q in form.questions.items() if id not in asked}
    return replace(form, questions=left)


def _is_new(form: Questionnaire, campaign: Campaign) -> bool:
    if form.subject.key in campaign.withdrawn:
        return False
    part = (form.subject, form.part)
    same = [i for i in campaign.current() if (i.subject, i.form.part) == part]
    if any(issue.form == form for issue in same):
        return False
    if form.subject.kind in _SHARED:
        return bool(form.questions)
    if form.part == "operations" and not form.questions:
        return False
    return not any(issue.form.person for issue in same)
