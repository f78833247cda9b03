"""`secaudit validate`: what is wrong with files that came back; nothing is recorded."""

from dataclasses import asdict
from pathlib import Path

import click

from secaudit.cli.asking import Asked, of_campaign, options, workspace_if_any
from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted
from secaudit.problems import errors, most
from secaudit.steps.returned.validate import validate


@click.command(
    "validate", help=_("Say what is wrong with returned files; nothing is recorded.")
)
@options.PATHS
@of_campaign
@options.shape("text", "json")
def command(paths: tuple[Path, ...], asked: Asked, shape: str) -> int:
    workspace = workspace_if_any(asked.folder, paths[0])
    checked = validate(paths, workspace, asked.campaign, asked.on, show.progress)
    show.skipped(checked.skipped)
    if checked.alone:
        message = _("no workspace here: only the form of the files was checked")
        say(message, err=True)
    told = most(checked.problems)
    if shape == "json":
        listed = [asdict(problem) for problem in told]
        show.as_json({"documents": checked.documents, "problems": listed})
    else:
        show.problems(told)
        documents = counted("{n} document", "{n} documents", checked.documents)
        wrong = counted("{n} error", "{n} errors", len(errors(checked.problems)))
        say(f"{documents}, {wrong}", err=True)
    return 1 if errors(checked.problems) else 0
