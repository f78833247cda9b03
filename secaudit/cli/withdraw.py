"""`secaudit withdraw`."""

from datetime import date
from pathlib import Path

import click

from secaudit.cli.options import (
    actor,
    campaign_option,
    date_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _


@click.command("withdraw", help=_("Take SUBJECT out of the campaign."))
@click.argument("subject", metavar="SUBJECT")
@click.option("--reason", required=True, help=_("Why, for the register and the owner."))
@workspace_option()
@campaign_option()
@date_option()
def command(
    subject: str, reason: str, folder: Path | None, campaign: str | None, on: date
) -> None:
    """Withdraw a subject."""
    from secaudit.steps.issuing.withdraw import withdraw
    from secaudit.steps.recording import Acting

    workspace = open_workspace(folder)
    taken = withdraw(workspace, campaign, subject, reason, Acting(on, now(), actor()))
    message = _("{name} is taken out; 'issue --again {id}' would take it in again")
    click.echo(message.format(name=taken.name, id=taken.key))
