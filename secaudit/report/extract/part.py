"""What of a campaign is a person's, or a department's with all below it."""

from dataclasses import dataclass
from functools import cached_property

from secaudit.campaign import Action, Campaign
from secaudit.gaps import Gap, Item, Picture
from secaudit.questionnaire import Subject
from secaudit.report.said.gaps import every_gap
from secaudit.report.said.wording import called
from secaudit.report.source import Source, within


@dataclass(frozen=True)
class Part:
    """The part of a person, or of a department."""

    source: Source
    id: str
    name: str
    units: frozenset[str] = frozenset()
    """The department and all below it; empty for a person."""

    @property
    def campaign(self) -> Campaign:
        """The campaign that it is of."""
        return self.source.campaign

    @cached_property
    def shown(self) -> Picture:
        """The campaign, with the questions only that are theirs."""
        return within(self.source.picture, self.holds)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Open gaps, most urgent first: an inherited one only where its service is not shown."""
        own = {gap.item.subject for gap in self.shown.gaps}
        every = every_gap(self.shown)
        return tuple(g for g in every if g.open and g.item.provider not in own)

    def holds(self, item: Item) -> bool:
        """Whether a question is theirs: as owner, or as the one to answer.

        A department's are those of its systems, and of the owners who work in it.
        """
        kind, issue = item.subject.kind, item.issue
        if not self.units:
            owned = kind == "system" and issue.owner == self.id
            return owned or issue.form.person == self.id
        return issue.belongs_to in self.units

    def owns(self, item: Item) -> bool:
        """Whether a question is about one of their systems."""
        theirs = self.units or item.issue.owner == self.id
        return bool(theirs and item.subject.kind == "system")

    def called(self, subject: Subject) -> str:
        """What a subject is called; empty for a person's own duties: they know whose they are."""
        return "" if subject.kind == "owner" and not self.units else called(subject)

    def is_named(self, action: Action) -> bool:
        """Whether an action names the person as responsible."""
        named = self.name.casefold() in action.responsible.casefold()
        return named and not self.units


def part_of_department(source: Source, id: str) -> Part:
    """That of a department and all below it."""
    name = source.campaign.units[id].name
    return Part(source, id, name, frozenset(_below(id, source.campaign)))


def _below(id: str, campaign: Campaign) -> set[str]:
    """A department and all below it, as the campaign froze them."""
    found = {id}
    for _step in campaign.departments:
        found |= {d.id for d in campaign.departments if d.parent in found}
    return found
