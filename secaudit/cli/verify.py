"""`secaudit verify`: the register is recomputed, to see whether anything was changed."""

from pathlib import Path

import click

from secaudit.cli.asking import open_workspace, options
from secaudit.cli.speaking.say import say
from secaudit.language import _
from secaudit.steps.verify import verify


@click.command("verify", help=_("Recompute the register: was anything changed?"))
@options.WORKSPACE
@click.option(
    "--head", metavar="HASH", help=_("The register's checksum in an earlier report.")
)
def command(folder: Path | None, head: str | None) -> int:
    verified = verify(open_workspace(folder), head)
    for breach in verified.breaches:
        say(str(breach))
    if any(breach.kind != "head" for breach in verified.breaches):
        message = _("fetch the backup; write nothing in the register meanwhile")
        say(message, err=True)
    if verified.breaches:
        return 1
    if not verified.heads:
        say(_("the register is empty"))
    message = _("{organisation}: {n} events, unbroken; head {hash}")
    for end in verified.heads:
        told = message.format(
            organisation=end.organisation, n=end.sequence, hash=end.hash
        )
        say(told)
    return 0
