"""`secaudit inventory`."""

from pathlib import Path

import click

from secaudit.cli import show
from secaudit.cli.options import open_workspace, workspace_option
from secaudit.language import _, counted


@click.group("inventory", help=_("Check systems and people."))
def command() -> None:
    """Group the commands for the inventory."""


@command.command("check", help=_("Say what is wrong with the workspace's files."))
@workspace_option()
def check(folder: Path | None) -> None:
    """Check the workspace's files."""
    from secaudit.workspace import load_contents

    contents = load_contents(open_workspace(folder))
    show.problems(contents.warnings)
    inventory = contents.inventory
    systems = counted("{n} system", "{n} systems", len(inventory.systems))
    people = counted("{n} person", "{n} people", len(inventory.people))
    click.echo(f"{systems}, {people}", err=True)
