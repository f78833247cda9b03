"""`secaudit verify`."""

from pathlib import Path

import click

from secaudit.cli.options import open_workspace, workspace_option
from secaudit.language import _


@click.command("verify", help=_("Recompute the register: was anything changed?"))
@workspace_option()
@click.option(
    "--head", metavar="HASH", help=_("The register's checksum in an earlier report.")
)
def command(folder: Path | None, head: str | None) -> int:
    """Verify the register."""
    from secaudit.steps.verify import verify

    found = verify(open_workspace(folder), head)
    for breach in found.breaches:
        click.echo(str(breach))
    if any(breach.kind != "head" for breach in found.breaches):
        message = _("fetch the backup; write nothing in the register meanwhile")
        click.echo(message, err=True)
    if found.breaches:
        return 1
    if not found.heads:
        click.echo(_("the register is empty"))
    for end in found.heads:
        message = _("{organisation}: {n} events, unbroken; head {hash}")
        told = message.format(
            organisation=end.organisation, n=end.sequence, hash=end.hash
        )
        click.echo(told)
    return 0
