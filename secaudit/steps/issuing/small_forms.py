"""Small forms: each is issued beside the campaign's own, to one person about one subject, and
asks only what falls due for review, or only what the reviewer sent back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from secaudit.campaign import Campaign, Issue
from secaudit.gaps import falling_due
from secaudit.inventory import Inventory
from secaudit.steps.issuing.plan import Planned, Planner, edition
from secaudit.steps.state import refuse_closed
from secaudit.workspace import Contents

Occasion = Literal["due", "returned"]


@dataclass(frozen=True)
class _Asked:
    """A question of a form that is to be asked once more."""

    issue: Issue
    control: str
    since: int
    """The event since which it is to be asked: a form from before it does not ask it anew."""
    stands: bool = False
    """Whether it was answered in this campaign: then no form of the campaign's own, only a
    small one, can ask for it."""


def due(until: date) -> Planner:
    """A planner of forms that ask for the reviews that fall due by a day.

    The campaign may be closed: then the answers are counted apart.
    """

    def plan(contents: Contents, campaigns: list[Campaign]) -> tuple[Planned, ...]:
        campaign = campaigns[-1]
        reviews = ((one.item, one.word) for one in falling_due(campaigns, until))
        asked = [
            _Asked(i.issue, i.control.id, word.sequence, word.campaign == campaign.id)
            for i, word in reviews
        ]
        return tuple(_forms(asked, campaign, contents.inventory, "due"))

    return plan


def returned(contents: Contents, campaigns: list[Campaign]) -> tuple[Planned, ...]:
    """Forms that ask once more what the reviewer sent back."""
    campaign = refuse_closed(campaigns[-1])
    asked = [
        _Asked(issue, id, review.sequence)
        for issue in campaign.current()
        for id in (*issue.form.questions, *issue.form.carried)
        if (review := campaign.returned((issue.subject.key, id)))
    ]
    return tuple(_forms(asked, campaign, contents.inventory, "returned"))


def _forms(
    asked: Iterable[_Asked], campaign: Campaign, inventory: Inventory, why: Occasion
) -> Iterator[Planned]:
    groups: dict[str, tuple[Issue, str, list[str]]] = {}
    for one in asked:
        person = _person(one.issue, inventory)
        if person and not _awaited(one, person, campaign):
            group = groups.setdefault(one.issue.id, (one.issue, person, []))
            group[2].append(one.control)
    for issue, person, ids in groups.values():
        kind = issue.subject.kind
        questions = {id: campaign.controls[id].questions[kind] for id in ids}
        small = replace(issue.form, inherited={}, carried={}, occasion=why)
        form = replace(small, person=person, questions=questions)
        yield Planned(replace(form, edition=edition(form, campaign) + 1))


def _awaited(asked: _Asked, person: str, campaign: Campaign) -> bool:
    """Whether a form that the person has, and may still send, asks for it already."""
    since = max(asked.since, campaign.closed_in or 0)
    return any(
        issue.sequence > since and asked.control in issue.form.questions
        for issue in campaign.issues
        if issue.subject == asked.issue.subject and issue.form.person == person
        if issue.form.occasion or not asked.stands
    )


def _person(issue: Issue, inventory: Inventory) -> str | None:
    """Who answers today; nobody for what is not in use any more."""
    if issue.subject.kind == "system":
        system = inventory.system(issue.subject.id)
        if system is None or system.facts.lifecycle == "retired":
            return None
        technical = system.operations if issue.form.part == "operations" else None
        return technical or system.owner
    return issue.form.person if inventory.person(issue.form.person) else None
