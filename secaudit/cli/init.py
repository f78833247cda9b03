"""`secaudit init`: a workspace is made, with files to fill in and a register."""

from pathlib import Path

import click

from secaudit.cli.asking import options
from secaudit.cli.speaking.say import say
from secaudit.language import Language, _, active, choose


@click.command(
    "init", help=_("Make a workspace in DIR: files to fill in, and a register.")
)
@options.file_argument("folder", "DIR")
@click.option("--name", default="Kommune", help=_("The name of the organisation."))
@options.language(_("The language of forms, messages and reports."))
def command(folder: Path, name: str, language: Language | None) -> None:
    from secaudit.steps.init import init

    choose(language or "da")
    workspace = init(folder, name, active())
    message = _("made {folder}; next: fill in inventory/systems.yaml and people.yaml")
    say(message.format(folder=workspace.folder))
