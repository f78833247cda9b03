"""`secaudit report`."""

from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from secaudit.cli import show
from secaudit.cli.options import (
    campaign_option,
    chosen_language,
    date_option,
    language_option,
    open_workspace,
    workspace_option,
)
from secaudit.language import _
from secaudit.problems import WrongUsage


@click.command("report", help=_("Write the Word report for the Direktion."))
@workspace_option()
@campaign_option()
@date_option()
@language_option(_("The language of the report; the workspace's."))
@click.option(
    "--for",
    "parts",
    metavar="KIND:ID",
    multiple=True,
    help=_(
        "A part of it: system:ID, person:ID or department:ID; can be used several times."
    ),
)
@click.option(
    "--as-of",
    metavar="HEAD",
    help=_("The register as it was when this hash was its head."),
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help=_("The file to write.")
)
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    help=_("A Word template of your own."),
)
@click.pass_context
def command(
    context: click.Context,
    folder: Path | None,
    campaign: str | None,
    on: date,
    language: str | None,
    parts: tuple[str, ...],
    as_of: str | None,
    output: Path | None,
    template: Path | None,
) -> None:
    """Write the report."""
    from secaudit.steps.documents.part import report_part
    from secaudit.steps.documents.report import report

    workspace = open_workspace(folder)
    wanted = chosen_language(language or workspace.language)
    named = context.get_parameter_source("on") is not ParameterSource.DEFAULT
    day = on if named or as_of is None else None
    rest = (wanted, template, output, as_of)
    if output and len(parts) > 1:
        raise WrongUsage(_("-o names one file, and --for is given several times"))
    for part in parts:
        show.written(report_part(workspace, part, campaign, day, *rest))
    if not parts:
        show.written(report(workspace, campaign, day, *rest))
