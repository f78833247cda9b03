"""`secaudit withdraw`: a subject is taken out of the campaign."""

import click

from secaudit.cli.asking import Asked, of_campaign
from secaudit.cli.speaking.say import say
from secaudit.language import _
from secaudit.steps.issuing.withdraw import withdraw


@click.command("withdraw", help=_("Take SUBJECT out of the campaign."))
@click.argument("subject", metavar="SUBJECT")
@click.option("--reason", required=True, help=_("Why, for the register and the owner."))
@of_campaign
def command(subject: str, reason: str, asked: Asked) -> None:
    taken = withdraw(*asked.where, subject, reason, asked.signed)
    message = _("{name} is taken out; 'issue --again {id}' would take it in again")
    say(message.format(name=taken.name, id=taken.key))
