"""`secaudit transfer`."""

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


@click.command(
    "transfer",
    help=_("Hand what FROM answers for to TO, in the inventory and in the campaign."),
)
@click.argument("was", metavar="FROM")
@click.argument("to", metavar="TO")
@click.option(
    "--systems",
    metavar="ID",
    multiple=True,
    help=_("Only this system; can be used several times."),
)
@workspace_option()
@campaign_option()
@date_option()
def command(
    was: str,
    to: str,
    systems: tuple[str, ...],
    folder: Path | None,
    campaign: str | None,
    on: date,
) -> None:
    """Hand systems over."""
    from secaudit.steps.issuing.transfer import Handover, transfer

    workspace = open_workspace(folder)
    done = transfer(workspace, campaign, Handover(was, to, systems), on, now(), actor())
    for path in done.forms:
        click.echo(path.as_posix())
    message = _("{was} → {now}: {subjects}")
    subjects = ", ".join(done.subjects)
    told = message.format(was=done.was, now=done.now, subjects=subjects)
    click.echo(told, err=True)
    if done.actions:
        message = _(
            "{was} is still responsible for {actions}: 'action update' changes it"
        )
        ids = ", ".join(done.actions)
        click.echo(message.format(was=done.was, actions=ids), err=True)
    if done.withdrawn:
        message = _("{was} owns no system any more: their own duties are taken out")
        click.echo(message.format(was=done.was), err=True)
