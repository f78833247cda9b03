"""`secaudit history`: every event that touched a subject, or one of its controls."""

from pathlib import Path

import click

from secaudit.cli.asking import open_workspace, options
from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.language import _
from secaudit.steps.looking.history import KINDS, history


@click.command(
    "history", help=_("Show every event that touched SUBJECT, or its CONTROL.")
)
@click.argument("subject", metavar="SUBJECT")
@click.argument("control", metavar="[CONTROL]", required=False)
@options.WORKSPACE
def command(subject: str, control: str | None, folder: Path | None) -> None:
    for entry in history(open_workspace(folder), subject, control):
        who = f" · {entry.who}" if entry.who else ""
        kind = _(KINDS.get(entry.kind, entry.kind))
        head = f"{entry.sequence} · {entry.on} · {entry.campaign} · {kind}{who}"
        recorded = _("recorded {at}").format(at=entry.at)
        say(show.unbroken(f"{head} · {recorded}"))
        for line in entry.told:
            say(f"    {show.unbroken(line)}")
