"""`secaudit transfer`: what somebody answers for is handed to another."""

import click

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.speaking.say import say
from secaudit.language import _
from secaudit.steps.issuing.transfer import Handover, Transferred, transfer


@click.command(
    "transfer",
    help=_("Hand what FROM answers for to TO, in the inventory and in the campaign."),
)
@click.argument("was", metavar="FROM")
@click.argument("to", metavar="TO")
@options.several("--systems", "ID", _("Only this system; can be used several times."))
@of_campaign
def command(was: str, to: str, systems: tuple[str, ...], asked: Asked) -> None:
    _tell(transfer(*asked.where, Handover(was, to, systems), asked.signed))


def _tell(done: Transferred) -> None:
    for path in done.forms:
        say(path.as_posix())
    message = _("{was} → {now}: {subjects}")
    subjects = ", ".join(done.subjects)
    told = message.format(was=done.was, now=done.now, subjects=subjects)
    say(told, err=True)
    still = _("{was} is still responsible for {actions}: 'action update' changes it")
    ended = _("{was} owns no system any more: their own duties are taken out")
    for holds, message in ((done.actions, still), (done.withdrawn, ended)):
        if holds:
            told = message.format(was=done.was, actions=", ".join(done.actions))
            say(told, err=True)
