"""What a report is made of, and what several of its sections look up in it."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from secaudit.campaign import Action, Campaign, Key
from secaudit.gaps import Development, Gap, Item, Picture, development
from secaudit.notes import History, Notes
from secaudit.questionnaire import Subject
from secaudit.register import Head
from secaudit.report.said.systems import systems_of


@dataclass(frozen=True)
class Material:
    """A campaign as it stands on a day, and all that is told beside it."""

    picture: Picture
    before: Picture | None
    """The campaign before it, on its last day."""
    head: Head
    version: str
    """Of secaudit."""
    notes: Notes = field(default_factory=Notes)
    notes_before: Notes = field(default_factory=Notes)
    history: History = field(default_factory=History)

    @property
    def campaign(self) -> Campaign:
        """The campaign that it is about."""
        return self.picture.campaign

    @property
    def on(self) -> date:
        """The day that it is as of."""
        return self.picture.on

    @cached_property
    def systems(self) -> dict[Subject, tuple[Item, ...]]:
        """Each system, with its questions, inherited ones among them."""
        return systems_of(self.picture)

    @cached_property
    def criticalities(self) -> dict[Subject, object]:
        """How critical each system is; None where it is not known."""
        return {s: items[0].issue.criticality for s, items in self.systems.items()}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The open gaps, most urgent first."""
        return self.picture.open_gaps()

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """By its key, every subject of the campaign."""
        return {issue.subject.key: issue.subject for issue in self.campaign.issues}

    @cached_property
    def asked(self) -> dict[Key, bool]:
        """For every question that is asked, whether it is a gap."""
        return {item.key: item.reason is not None for item in self.picture.items}

    @cached_property
    def development(self) -> Development:
        """How each theme went, campaign by campaign."""
        return development(self.picture)

    @cached_property
    def adopted(self) -> tuple[Action, ...]:
        """The actions added by the day, or later in the campaign; not in later ones."""
        return tuple(
            action
            for action in self.campaign.actions
            if action.campaign == self.campaign.id or action.added_on <= self.on
        )

    @cached_property
    def planned(self) -> tuple[Action, ...]:
        """The actions of the plan: those still to be done, the earliest due first."""
        still = [action for action in self.adopted if action.open]
        return tuple(sorted(still, key=lambda action: action.due))

    @cached_property
    def bare(self) -> tuple[Gap, ...]:
        """The open gaps that no action of the plan covers."""
        ids = {action.id for action in self.planned}
        return tuple(
            gap for gap in self.gaps if ids.isdisjoint(a.id for a in gap.actions)
        )
