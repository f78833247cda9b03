"""What a part of the report is made of, and the part of a picture that it is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from secaudit.campaign import Campaign
from secaudit.gaps import Item, Picture
from secaudit.register import Head


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


def within(picture: Picture, wanted: Callable[[Item], bool]) -> Picture:
    """The same picture, of the questions only that are `wanted`."""
    return replace(
        picture,
        items=tuple(item for item in picture.items if wanted(item)),
        gaps=tuple(gap for gap in picture.gaps if wanted(gap.item)),
        inherited=tuple(gap for gap in picture.inherited if wanted(gap.item)),
    )
