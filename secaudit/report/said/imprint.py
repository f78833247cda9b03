"""What every document says of where it is from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from secaudit.campaign import Campaign
from secaudit.language import long_date
from secaudit.register import Head


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """The tags of these names, in every document."""

    organisation: str
    campaign: str
    day: date
    """The day that the document is as of."""
    date: str
    version: str
    """Of secaudit."""
    events: int
    head: str
    """The hash of the last event in the register."""


def imprint(campaign: Campaign, on: date, head: Head, version: str) -> dict[str, Any]:
    """Their values, in a document on a campaign as of a day, by a version of secaudit."""
    return {
        "organisation": campaign.organisation.name,
        "campaign": campaign.id,
        "day": on,
        "date": long_date(on),
        "version": version,
        "events": head.sequence,
        "head": head.hash,
    }
