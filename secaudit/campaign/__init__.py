"""The state of every campaign: a pure fold over the events of the register."""

from secaudit.campaign.folding import fold
from secaudit.campaign.model import (
    Accepted,
    Campaign,
    CatalogueVersion,
    Issue,
    Key,
    Review,
    Word,
)
from secaudit.campaign.names import Told, names_in, told_of

__all__ = [
    "Accepted",
    "Campaign",
    "CatalogueVersion",
    "Issue",
    "Key",
    "Review",
    "Told",
    "Word",
    "fold",
    "names_in",
    "told_of",
]
