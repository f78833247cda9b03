"""`secaudit record`: files that came back are validated, and those without errors recorded."""

from pathlib import Path

import click

from secaudit.cli.asking import Asked, mails, now, of_campaign, open_workspace, options
from secaudit.cli.showing import show
from secaudit.cli.showing.receipts import tell_receipt
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted
from secaudit.problems import errors, most
from secaudit.steps.returned.record import Recorded, record
from secaudit.workspace import Workspace


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
@options.flag("--receipt", _("Mail each sender a receipt, once."))
@mails.resend()
@mails.drafts()
def command(
    paths: tuple[Path, ...],
    asked: Asked,
    receipt: bool,
    resend: tuple[str, ...],
    drafts: bool,
    **how: bool,
) -> int:
    workspace, watch = open_workspace(asked.folder, paths[0]), show.progress
    if (drafts or resend) and not receipt:
        raise click.UsageError(_("--resend and --drafts are for --receipt"))
    if receipt:
        mails.refuse_unready(workspace, drafts=drafts)
    recorded = record(
        workspace, asked.campaign, paths, asked.on, now(), watch=watch, **how
    )
    show.skipped(recorded.skipped)
    show.most_of(most(recorded.problems))
    for told in recorded.receipts:
        tell_receipt(told)
    say(_summary(recorded), err=True)
    done = not receipt or _mail(workspace, asked, recorded, resend, drafts=drafts)
    return 0 if done and not errors(recorded.problems) else 1


def _mail(
    workspace: Workspace,
    asked: Asked,
    recorded: Recorded,
    resend: tuple[str, ...],
    *,
    drafts: bool,
) -> bool:
    """Mail the receipts; whether all of them are on their way."""
    from secaudit.cli.showing.mails import tell_mails
    from secaudit.steps.mailing.office import office
    from secaudit.steps.mailing.receipts import receipts

    here = office(workspace, asked.campaign, asked.on)
    made = receipts(recorded, here, resend)
    done = tell_mails(made.letters, here, mails.way(asked, drafts=drafts))
    if names := ", ".join(made.unknown):
        message = _("no receipt, since nobody knows who sent it: {names}")
        say(message.format(names=names), err=True)
    return done


def _summary(recorded: Recorded) -> str:
    receipts = recorded.receipts
    new = sum(len(receipt.events) for receipt in receipts)
    return _("{told}, {already} recorded before, {refused} refused, {wrong}").format(
        told=counted("{n} document recorded", "{n} documents recorded", new),
        wrong=counted("{n} error", "{n} errors", len(errors(recorded.problems))),
        already=sum(len(receipt.already) for receipt in receipts),
        refused=sum(receipt.refused for receipt in receipts),
    )
