"""`secaudit report`."""

from datetime import date
from pathlib import Path

import click

from secaudit.cli.options import (
    campaign_option,
    chosen_language,
    date_option,
    language_option,
    open_workspace,
    workspace_option,
)
from secaudit.language import _


@click.command("report", help=_("Write the Word report for the Direktion."))
@workspace_option()
@campaign_option()
@date_option()
@language_option(_("The language of the report; the workspace's."))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help=_("The file to write.")
)
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    help=_("A Word template of your own."),
)
def command(
    folder: Path | None,
    campaign: str | None,
    on: date,
    language: str | None,
    output: Path | None,
    template: Path | None,
) -> None:
    """Write the report."""
    from secaudit.steps.report import report

    workspace = open_workspace(folder)
    wanted = chosen_language(language or workspace.language)
    path = report(workspace, campaign, on, wanted, template, output)
    click.echo(path.as_posix())
