"""Whose part of the report it is: a person's, or a department's with all below it."""

from dataclasses import dataclass

from secaudit.campaign import Action, Campaign
from secaudit.gaps import Item
from secaudit.report.said.wording import name_of


@dataclass(frozen=True)
class Scope:
    """A person, or a department."""

    id: str
    name: str
    units: frozenset[str] = frozenset()
    """The department and all below it; empty for a person."""

    def holds(self, item: Item) -> bool:
        """Whether a question is theirs: as owner, or as the one to answer.

        A department's are those of its systems, and of the owners who work in it.
        """
        kind, issue = item.subject.kind, item.issue
        if not self.units:
            owned = kind == "system" and issue.owner == self.id
            return owned or issue.form.person == self.id
        if kind == "system":
            return issue.facts.get("department") in self.units
        return kind == "owner" and issue.department in self.units

    def owns(self, item: Item) -> bool:
        """Whether a question is about one of their systems."""
        if item.subject.kind != "system":
            return False
        return bool(self.units) or item.issue.owner == self.id

    def is_named(self, action: Action) -> bool:
        """Whether an action names the person as responsible."""
        if self.units:
            return False
        return self.name.casefold() in action.responsible.casefold()


def person_scope(id: str, campaign: Campaign) -> Scope:
    """A person's."""
    return Scope(id, name_of(id, campaign))


def department_scope(id: str, campaign: Campaign) -> Scope:
    """A department's."""
    names = {department.id: department.name for department in campaign.departments}
    return Scope(id, names[id], frozenset(_below(id, campaign)))


def _below(id: str, campaign: Campaign) -> set[str]:
    """A department and all below it, as the campaign froze them."""
    found = {id}
    for _step in campaign.departments:
        more = {d.id for d in campaign.departments if d.parent in found}
        if more <= found:
            break
        found |= more
    return found
