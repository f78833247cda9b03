"""`secaudit remind`: who misses something gets a mail that says what."""

import click

from secaudit.cli.asking import Asked, mails, of_campaign, options
from secaudit.cli.showing.mails import tell_mails
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted
from secaudit.steps.mailing.directors import directors, undirected
from secaudit.steps.mailing.office import Office, office
from secaudit.steps.mailing.owners import reminders
from secaudit.steps.mailing.ready import Way


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
    found = reminders(here, resend)
    done = tell_mails(found.letters, here, way)
    if found.resting:
        told = counted(
            "{n} person was mailed less than three days ago",
            "{n} people were mailed less than three days ago",
            found.resting,
        )
        say(
            _("{people}; --resend mails them all the same").format(people=told),
            err=True,
        )
    if found.away:
        message = _("away, and nobody stands in, so not reminded: {names}")
        say(message.format(names=", ".join(found.away)), err=True)
    if escalate:
        done = _escalate(office(*asked.where, asked.on), resend, way) and done
    return 0 if done else 1


def _escalate(here: Office, resend: tuple[str, ...], way: Way) -> bool:
    """Mail the directors, who are told of whom was mailed by then."""
    if names := ", ".join(undirected(here)):
        say(_("no director is named for: {names}").format(names=names), err=True)
    letters = directors(here, resend)
    if not letters:
        say(_("no director is to be mailed now"), err=True)
    return not letters or tell_mails(letters, here, way)
