"""`secaudit remind`: who misses something gets a mail that says what."""

import click

from secaudit.cli.asking import Asked, mails, of_campaign, options
from secaudit.cli.showing.mails import tell_mails
from secaudit.cli.speaking.say import say
from secaudit.language import _
from secaudit.steps.mailing.directors import directors, undirected
from secaudit.steps.mailing.office import office
from secaudit.steps.mailing.owners import reminders, resting


@click.command("remind", help=_("Mail those who miss something what they miss."))
@options.flag("--escalate", _("Mail the directors, too: who in their department."))
@mails.resend()
@mails.drafts()
@options.flag("--dry-run", _("Show who would be mailed; nothing is written."))
@of_campaign
def command(
    escalate: bool, resend: tuple[str, ...], drafts: bool, dry_run: bool, asked: Asked
) -> int:
    here = office(*asked.where, asked.on)
    way = mails.way(asked, drafts=drafts, rehearsal=dry_run)
    letters = reminders(here, resend)
    if escalate:
        letters += directors(here)
        _tell(_("no director is named for: {names}"), undirected(here))
    done = tell_mails(letters, here, way)
    _tell(_("mailed less than three days ago: {names}"), resting(here, resend))
    return 0 if done else 1


def _tell(message: str, names: tuple[str, ...]) -> None:
    if names:
        say(message.format(names=", ".join(names)), err=True)
