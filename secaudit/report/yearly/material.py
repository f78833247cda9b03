"""What a report is made of."""

from dataclasses import dataclass, field

from secaudit.gaps import Picture
from secaudit.notes import History, Notes
from secaudit.register import Head


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
