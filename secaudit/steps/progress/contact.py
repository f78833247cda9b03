"""How somebody is reached, and when they were mailed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Sent:
    """When somebody was mailed last, and how often."""

    on: date
    draft: bool = False
    """Whether it was written as a draft: nobody knows whether that was sent."""
    doubtful: bool = False
    """Whether nobody knows that the mail server took it."""
    times: int = 1
    """The days on which they were mailed."""


@dataclass(frozen=True)
class Contact:
    """Somebody who is to answer: how they are reached, and when they were mailed."""

    id: str = ""
    """Empty where nobody is named to answer."""
    name: str = ""
    email: str = ""
    folder: str = ""
    """Where their page lies: a link, if there is one; else a path below the workspace."""
    department: str = ""
    deadline: date | None = None
    """The first one of their forms."""
    forms: int = 0
    """Those that they were issued."""
    minutes: int = 0
    """That these take."""
    sent: Sent | None = None
    reminded: Sent | None = None
