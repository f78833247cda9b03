"""`secaudit record`: files that came back are validated, and those without errors recorded."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli.asking import options
from secaudit.cli.asking.asked import Asked, now, of_campaign, open_workspace
from secaudit.cli.showing import show
from secaudit.language import _, counted
from secaudit.problems import errors

if TYPE_CHECKING:
    from secaudit.steps.returned.record import Receipt, Recorded


@click.command(
    "record", help=_("Validate returned files, and record those without errors.")
)
@options.PATHS
@of_campaign
@options.flag("--partial", _("Record also where questions are not answered."))
@options.flag(
    "--late",
    _("Record also what comes after the campaign was closed; it counts apart."),
)
def command(paths: tuple[Path, ...], asked: Asked, partial: bool, late: bool) -> int:
    """Record files."""
    from secaudit.steps.returned.record import record

    recorded = record(
        open_workspace(asked.folder, paths[0]),
        asked.campaign,
        paths,
        asked.on,
        now(),
        partial=partial,
        late=late,
        watch=show.progress,
    )
    show.skipped(recorded.skipped)
    show.most_of(recorded.problems)
    for receipt in recorded.receipts:
        _tell(receipt)
    click.echo(_summary(recorded), err=True)
    return 1 if errors(recorded.problems) else 0


def _summary(recorded: "Recorded") -> str:
    receipts = recorded.receipts
    new, already = (
        sum(len(r.events) for r in receipts),
        sum(len(r.already) for r in receipts),
    )
    refused = sum(receipt.refused for receipt in receipts)
    told = counted("{n} document recorded", "{n} documents recorded", new)
    message = _("{told}, {already} recorded before, {refused} refused")
    return message.format(told=told, already=already, refused=refused)


def _tell(receipt: "Receipt") -> None:
    click.echo(f"{receipt.file}  SHA-256 {receipt.sha256}")
    for number, subject in receipt.events:
        message = _("recorded as event {number}: {subject}")
        click.echo("  " + message.format(number=number, subject=subject))
    for number, subject in receipt.already:
        message = _("already recorded (event {number}): {subject}")
        click.echo("  " + message.format(number=number, subject=subject))
    if receipt.refused:
        click.echo("  " + _("refused documents: {n}").format(n=receipt.refused))
