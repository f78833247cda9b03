"""What a user asks of a command: of which workspace and campaign, as of which day, and how."""

import getpass
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from secaudit.cli.asking import options
from secaudit.cli.asking.options import Function
from secaudit.language import _, choose
from secaudit.workspace import FILE, Workspace, load_workspace, nearest

if TYPE_CHECKING:
    from secaudit.steps.recording import Acting


@dataclass(frozen=True)
class Asked:
    """The workspace's folder and the campaign, if they were named, and the day."""

    folder: Path | None
    on: date
    campaign: str | None = None

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace, as `open_workspace` finds it when it is first asked for."""
        return open_workspace(self.folder)

    @property
    def where(self) -> tuple[Workspace, str | None]:
        """The workspace and the campaign."""
        return self.workspace, self.campaign

    @property
    def signed(self) -> "Acting":
        """The day, the time, and who says it, as the register keeps them."""
        from secaudit.steps.recording import Acting

        return Acting(self.on, now(), actor())


def of_campaign(function: Function) -> Function:
    """Gives the command `--workspace`, `--campaign` and `--date` as one value, `asked`."""
    return options.WORKSPACE(options.CAMPAIGN(options.DAY(_asked(function))))


def of_workspace(function: Function) -> Function:
    """The same where no campaign is asked about."""
    return options.WORKSPACE(options.DAY(_asked(function)))


def _asked(function: Function) -> Function:
    @wraps(function)
    def command(
        folder: Path | None, on: date, campaign: str | None = None, **told: Any
    ) -> Any:
        return function(asked=Asked(folder, on, campaign), **told)

    return command


def open_workspace(folder: Path | None, near: Path | None = None) -> Workspace:
    """The workspace that was named, or the nearest; its language is spoken from now on."""
    workspace = workspace_if_any(folder, near)
    if workspace is None:
        message = _(
            "no folder from here upward holds {file}; use --workspace, or 'init'"
        )
        raise click.UsageError(message.format(file=FILE))
    return workspace


def workspace_if_any(folder: Path | None, near: Path | None = None) -> Workspace | None:
    """The same, or None where nothing says which."""
    chosen = folder or nearest(Path()) or (nearest(near) if near else None)
    workspace = load_workspace(chosen) if chosen else None
    if workspace:
        choose(workspace.language)
    return workspace


def now() -> datetime:
    """The time, which no other module asks for."""
    return datetime.now(UTC)


def actor() -> str:
    """Who says it: the name in SECAUDIT_USER, else the one they are logged in by."""
    try:
        return os.environ.get("SECAUDIT_USER", "").strip() or getpass.getuser()
    except (OSError, KeyError):  # nobody is logged in, as in a container
        return ""
