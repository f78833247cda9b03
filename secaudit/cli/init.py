"""`secaudit init`."""

from pathlib import Path

import click

from secaudit.cli.options import chosen_language, language_option
from secaudit.language import _, active, choose


@click.command(
    "init", help=_("Make a workspace in DIR: files to fill in, and a register.")
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="Kommune", help=_("The name of the organisation."))
@language_option(_("The language of forms, messages and reports."))
def command(folder: Path, name: str, language: str | None) -> None:
    """Make a workspace."""
    from secaudit.steps.init import init

    choose(chosen_language(language or "da"))
    workspace = init(folder, name, active())
    message = _("made {folder}; next: fill in inventory/systems.yaml and people.yaml")
    click.echo(message.format(folder=workspace.folder))
