"""`secaudit report`: the Word report for the Direktion, or parts of it."""

from typing import Any

import click
from click.core import ParameterSource

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import show
from secaudit.language import _
from secaudit.problems import WrongUsage


@click.command("report", help=_("Write the Word report for the Direktion."))
@of_campaign
@options.language(_("The language of the report; the workspace's."))
@options.several(
    "--for",
    "KIND:ID",
    _(
        "A part of it: system:ID, person:ID or department:ID; can be used several times."
    ),
    "parts",
)
@click.option(
    "--as-of",
    metavar="HEAD",
    help=_("The register as it was when this hash was its head."),
)
@options.output(_("The file to write."))
@options.TEMPLATE
@click.pass_context
def command(
    context: click.Context, /, asked: Asked, parts: tuple[str, ...], **told: Any
) -> None:
    from secaudit.steps.documents.order import Order
    from secaudit.steps.documents.part import report_part
    from secaudit.steps.documents.report import report

    workspace = asked.workspace
    if told["output"] and len(parts) > 1:
        raise WrongUsage(_("-o names one file, and --for is given several times"))
    told["language"] = told["language"] or workspace.language
    named = context.get_parameter_source("on") is not ParameterSource.DEFAULT
    day = asked.on if named or told["as_of"] is None else None
    order = Order(**told)
    for part in parts:
        show.written(report_part(workspace, part, asked.campaign, day, order))
    if not parts:
        show.written(report(workspace, asked.campaign, day, order))
