"""What returned documents are judged by."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from secaudit.campaign import Campaign, Issue
from secaudit.handwriting import Help, help_in
from secaudit.inventory import Inventory
from secaudit.language import using
from secaudit.register import Register
from secaudit.steps.issuing.forms import form_text
from secaudit.steps.issuing.places import places
from secaudit.steps.returned.again import Lying
from secaudit.steps.state import inventory_of
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Basis:
    """What documents are judged by."""

    campaigns: Mapping[str, Campaign]
    campaign: Campaign
    """The one that they are to belong to."""
    register: Register
    on: date
    workspace: Workspace
    lying: Lying
    partial: bool = False
    """Whether questions may be left out."""
    late: bool = False
    """Whether answers are taken though the campaign is closed."""

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """Every form that was issued, by its id."""
        return {i.id: i for c in self.campaigns.values() for i in c.issues}

    @cached_property
    def files(self) -> dict[str, Path]:
        """By the id of a form, where its file was written."""
        folder = self.workspace.issued(self.campaign.id)
        return {issue.id: path for path, issue in places(folder, self.campaign)}

    def help_of(self, issue: Issue) -> Iterator[Help]:
        """The help of a form: as it was written, and with what would be written today."""
        known = help_in("")
        with suppress(OSError, UnicodeDecodeError):
            if path := self.files.get(issue.id):
                known = help_in(path.read_text(encoding="utf-8"))
                yield known
        with using(self.campaign.language):
            text = form_text(self.campaign, issue, self.workspace.officer)
        now = help_in(text)
        yield Help(known.lines | now.lines, known.whole + now.whole)

    @cached_property
    def inventory(self) -> Inventory:
        """Systems and people as they are now; none where their files are not right."""
        return inventory_of(self.workspace)
