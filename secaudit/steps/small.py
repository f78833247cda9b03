"""Small forms: only what falls due, or only what the reviewer sent back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from secaudit.campaign import Campaign, Issue
from secaudit.gaps import falling_due
from secaudit.inventory import Inventory
from secaudit.steps.plan import Planned, Planner, edition, refuse_closed
from secaudit.workspace import Contents

Occasion = Literal["due", "returned"]
Asked = tuple[Issue, str, int]
"""A question of a form, and the event since which it is to be asked once more."""


def due(until: date) -> Planner:
    """A planner of forms that ask for the reviews that fall due by a day.

    The campaign may be closed: then the answers are counted apart.
    """

    def plan(contents: Contents, campaigns: list[Campaign]) -> tuple[Planned, ...]:
        asked = [
            (found.item.issue, found.item.control.id, found.word.sequence)
            for found in falling_due(campaigns, until)
        ]
        return tuple(_forms(asked, campaigns[-1], contents.inventory, "due"))

    return plan


def returned(contents: Contents, campaigns: list[Campaign]) -> tuple[Planned, ...]:
    """Forms that ask once more what the reviewer sent back."""
    campaign = refuse_closed(campaigns[-1])
    asked = [
        (issue, id, review.sequence)
        for issue in campaign.current()
        for id in (*issue.form.questions, *issue.form.carried)
        if (review := campaign.review((issue.subject.key, id)))
        and review.outcome == "returned"
    ]
    return tuple(_forms(asked, campaign, contents.inventory, "returned"))


def _forms(
    asked: Iterable[Asked], campaign: Campaign, inventory: Inventory, why: Occasion
) -> Iterator[Planned]:
    groups: dict[str, tuple[Issue, list[str]]] = {}
    for issue, control, since in asked:
        if not _asked_since(issue, control, since, campaign):
            groups.setdefault(issue.id, (issue, []))[1].append(control)
    controls = {applied.control.id: applied.control for applied in campaign.applied}
    for issue, ids in groups.values():
        person = _person(issue, inventory)
        if person is None:
            continue
        questions = {id: controls[id].questions[issue.subject.kind] for id in ids}
        form = replace(
            issue.form,
            person=person,
            questions=questions,
            inherited={},
            carried={},
            occasion=why,
        )
        yield Planned(replace(form, edition=edition(form, campaign)))


def _asked_since(issue: Issue, control: str, since: int, campaign: Campaign) -> bool:
    return any(
        other.sequence > since and control in other.form.questions
        for other in campaign.issues
        if other.subject == issue.subject
    )


def _person(issue: Issue, inventory: Inventory) -> str | None:
    """Who answers today; nobody for what is not in use any more."""
    if issue.subject.kind == "system":
        system = inventory.system(issue.subject.id)
        if system is None or system.facts.lifecycle == "retired":
            return None
        return system.operations if issue.form.part == "operations" else system.owner
    return issue.form.person if inventory.person(issue.form.person) else None
