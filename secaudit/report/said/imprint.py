"""What every document says of where it is from."""

from datetime import date
from typing import TypedDict

from secaudit.campaign import Campaign
from secaudit.language import long_date
from secaudit.register import Head


class Imprint(TypedDict):
    """The tags of these names."""

    organisation: str
    campaign: str
    day: date
    date: str
    version: str
    events: int
    head: str


def imprint(campaign: Campaign, on: date, head: Head, version: str) -> Imprint:
    """Of a document on a campaign as of a day, by a version of secaudit."""
    return {
        "organisation": campaign.organisation.name,
        "campaign": campaign.id,
        "day": on,
        "date": long_date(on),
        "version": version,
        "events": head.sequence,
        "head": head.hash,
    }
