"""What is yet to be issued: by the frozen catalogue, the cycle, and what was asked already."""

from dataclasses import replace

from secaudit.campaign import Campaign, Review, Word, names_in, told_of
from secaudit.inventory import System
from secaudit.questionnaire import Questionnaire, compose
from secaudit.workspace import Contents

_SHARED = ("organisation", "employees")


def plan(contents: Contents, campaigns: list[Campaign]) -> tuple[Questionnaire, ...]:
    """What the last of `campaigns` has yet to issue, by its frozen catalogue and profile."""
    campaign = campaigns[-1]
    frozen = replace(contents, applied=campaign.applied, profile=campaign.profile)
    forms = compose(frozen, campaign.id, standing(contents, campaigns))
    asked = (_without_asked(form, campaign) for form in forms)
    return tuple(form for form in asked if _is_new(form, campaign))


def standing(
    contents: Contents, campaigns: list[Campaign]
) -> dict[tuple[str, str], str]:
    """The answers of earlier campaigns that still stand, by the cycle of their system."""
    *earlier, campaign = campaigns
    told = told_of(earlier)
    said = {before.id: _words_given(before) for before in earlier}
    reviews = {(r.of, r.control): r for c in campaigns for r in c.reviews.values()}
    found: dict[tuple[str, str], str] = {}
    for system in contents.inventory.active():
        years = campaign.profile.years(system.facts.criticality)
        names = names_in(system.id, system.formerly, told)
        for before in earlier:
            old = campaign.opened_on.year - before.opened_on.year >= years
            for control, word in (
                said[before.id].get(names.get(before.id, ""), {}).items()
            ):
                review = reviews.get((word.sequence, control))
                key = (f"system:{system.id}", control)
                if not old and _may_stand(system, control, word, review):
                    found[key] = before.id
                else:  # a later word takes an earlier one back
                    found.pop(key, None)
    return found


def _words_given(before: Campaign) -> dict[str, dict[str, Word]]:
    """What was said in a campaign, by system and control."""
    found: dict[str, dict[str, Word]] = {}
    for (subject, control), word in before.words.items():
        kind, _colon, id = subject.partition(":")
        if kind == "system" and word.campaign == before.id:
            found.setdefault(id, {})[control] = word
    return found


def _may_stand(system: System, control: str, word: Word, review: Review | None) -> bool:
    """Whether an answer may be carried; a provider may not say not-applicable."""
    if word.answer.status == "not-applicable" and control in system.provides:
        return False
    returned = review is not None and review.outcome == "returned"
    return word.answer.status != "unknown" and not returned


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
    same = [
        issue
        for issue in campaign.current()
        if issue.subject == form.subject and issue.form.part == form.part
    ]
    if any(issue.form == form for issue in same):
        return False
    if form.subject.kind in _SHARED:
        return bool(form.questions)
    if form.part == "operations" and not form.questions:
        return False
    return not any(issue.form.person for issue in same)
