"""What a part of the report is made of, and the part of a picture that it is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypedDict

from secaudit.campaign import Campaign
from secaudit.gaps import Item, Picture
from secaudit.language import long_date
from secaudit.register import Head


class Imprint(TypedDict):
    """What a document says of where it is from: the tags of that name."""

    organisation: str
    campaign: str
    day: date
    date: str
    version: str
    class_a: int
    class_b: int
    events: int
    head: str


@dataclass(frozen=True)
class Source:
    """A campaign as it stands on a day, and what only its events tell."""

    picture: Picture
    rounds: Sequence[Campaign]
    """The campaigns up to the one that the picture shows, in order."""
    on: date
    head: Head
    version: str
    """Of secaudit."""
    days: Mapping[int, date] = field(default_factory=dict)
    """By the sequence of an event, the day that it tells of."""

    @property
    def campaign(self) -> Campaign:
        """The campaign that it is about."""
        return self.picture.campaign

    @cached_property
    def operators(self) -> dict[str, str | None]:
        """By the key of a system, who answers operations' part of it."""
        return {
            issue.subject.key: issue.form.person
            for issue in self.campaign.issues
            if issue.form.part == "operations" and issue.replaced_by is None
        }

    def imprint(self) -> Imprint:
        """Where a document made of it is from."""
        campaign, classes = self.campaign, self.campaign.profile.classes
        return {
            "organisation": campaign.organisation.name,
            "campaign": campaign.id,
            "day": self.on,
            "date": long_date(self.on),
            "version": self.version,
            "class_a": classes.a,
            "class_b": classes.b,
            "events": self.head.sequence,
            "head": self.head.hash,
        }


def within(picture: Picture, wanted: Callable[[Item], bool]) -> Picture:
    """The same picture, of the questions only that are `wanted`."""
    return replace(
        picture,
        items=tuple(item for item in picture.items if wanted(item)),
        gaps=tuple(gap for gap in picture.gaps if wanted(gap.item)),
        inherited=tuple(gap for gap in picture.inherited if wanted(gap.item)),
    )
