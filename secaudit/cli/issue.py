"""`secaudit issue`."""

from datetime import date
from pathlib import Path

import click

from secaudit.cli.options import (
    campaign_option,
    date_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted


@click.command(
    "issue", help=_("Issue the questionnaires that have not been issued yet.")
)
@workspace_option()
@campaign_option()
@date_option()
def command(folder: Path | None, campaign: str | None, on: date) -> None:
    """Issue questionnaires."""
    from secaudit.steps.issue import issue

    issued = issue(open_workspace(folder), campaign, on, now())
    for path in issued.forms:
        click.echo(path.as_posix())
    made = counted("{n} form made", "{n} forms made", len(issued.forms))
    asked = counted("{n} question", "{n} questions", issued.questions)
    send = _("send each person their folder") if issued.forms else ""
    told = "; ".join(filter(None, (f"{issued.campaign}: {made}, {asked}", send)))
    click.echo(told, err=True)
    if issued.unaddressed:
        message = _("nobody is known to answer for: {names}")
        click.echo(message.format(names=", ".join(issued.unaddressed)), err=True)
