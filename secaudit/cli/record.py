"""`secaudit record`: files that came back are validated, and those without errors recorded."""

from pathlib import Path

import click

from secaudit.cli.asking import Asked, now, of_campaign, open_workspace, options
from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted
from secaudit.problems import errors, most
from secaudit.steps.returned.receipt import Receipt
from secaudit.steps.returned.record import Recorded, record


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
def command(paths: tuple[Path, ...], asked: Asked, **how: bool) -> int:
    workspace, watch = open_workspace(asked.folder, paths[0]), show.progress
    recorded = record(
        workspace, asked.campaign, paths, asked.on, now(), watch=watch, **how
    )
    show.skipped(recorded.skipped)
    show.most_of(most(recorded.problems))
    for receipt in recorded.receipts:
        _tell(receipt)
    say(_summary(recorded), err=True)
    return 1 if errors(recorded.problems) else 0


def _summary(recorded: Recorded) -> str:
    receipts = recorded.receipts
    new = sum(len(receipt.events) for receipt in receipts)
    return _("{told}, {already} recorded before, {refused} refused, {wrong}").format(
        told=counted("{n} document recorded", "{n} documents recorded", new),
        wrong=counted("{n} error", "{n} errors", len(errors(recorded.problems))),
        already=sum(len(receipt.already) for receipt in receipts),
        refused=sum(receipt.refused for receipt in receipts),
    )


def _tell(receipt: Receipt) -> None:
    say(f"{receipt.file}  SHA-256 {receipt.sha256}")
    for number, subject in receipt.events:
        message = _("recorded as event {number}: {subject}")
        say("  " + message.format(number=number, subject=subject))
        if replaced := receipt.replaced.get(number):
            say(f"    {replaced.said}")
    for number, subject in receipt.already:
        message = _("already recorded (event {number}): {subject}")
        say("  " + message.format(number=number, subject=subject))
        if number in receipt.later:
            say("    " + _later(*receipt.later[number]))
    if receipt.refused:
        say("  " + _("refused documents: {n}").format(n=receipt.refused))


def _later(number: int, file: str) -> str:
    message = _(
        "event {number} ({file}) is newer and counts; if this file is to count again, "
        "record it by itself"
    )
    return message.format(number=number, file=file or "–")
