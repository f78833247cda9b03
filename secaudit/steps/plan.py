"""What is yet to be issued: by the frozen catalogue, the cycle, and what was asked already."""

from collections.abc import Iterator
from dataclasses import replace

from secaudit.campaign import Campaign, former_names, names_of
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
    found: dict[tuple[str, str], str] = {}
    for system in contents.inventory.active():
        years = campaign.profile.years(system.facts.criticality)
        for before in earlier:
            old = campaign.opened_on.year - before.opened_on.year >= years
            for control, stands in _words_given(system, campaigns, before):
                key = (f"system:{system.id}", control)
                if stands and not old:
                    found[key] = before.id
                else:  # a later word takes an earlier one back
                    found.pop(key, None)
    return found


def _words_given(
    system: System, campaigns: list[Campaign], before: Campaign
) -> Iterator[tuple[str, bool]]:
    """The controls on which `system` gave a word in `before`, and whether it may stand."""
    names = names_of(system.id, system.formerly, former_names(campaigns))
    for control in (applied.control.id for applied in campaigns[-1].applied):
        for key in ((f"system:{name}", control) for name in reversed(names)):
            word, review = before.words.get(key), before.review(key)
            if word and word.campaign == before.id:
                refused = {"unknown"}
                if control in system.provides:  # a provider may not say not-applicable
                    refused.add("not-applicable")
                returned = review is not None and review.outcome == "returned"
                yield control, word.answer.status not in refused and not returned


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
