"""`secaudit receipt`: what became of a file that came back, said again."""

from pathlib import Path

import click

from secaudit.cli.asking import Asked, of_campaign, open_workspace, options
from secaudit.cli.showing import show
from secaudit.cli.showing.receipts import tell_receipt
from secaudit.cli.speaking.say import say
from secaudit.language import _
from secaudit.problems import errors, most
from secaudit.steps.mailing.awaited import awaited
from secaudit.steps.mailing.form_letters import form_line
from secaudit.steps.returned.proof import Proof, proof


@click.command("receipt", help=_("Say again what became of a returned file."))
@options.file_argument()
@of_campaign
def command(file: Path, asked: Asked) -> int:
    workspace = open_workspace(asked.folder, file)
    found = proof(workspace, asked.campaign, file, asked.on)
    for receipt in found.receipts:
        tell_receipt(receipt)
    show.problems(most(found.problems))
    if not found.receipts and not found.problems:
        say(_("the file was never recorded; nothing is wrong with it"), err=True)
    _tell_missing(found, asked)
    return 0 if found.receipts and not errors(found.problems) else 1


def _tell_missing(found: Proof, asked: Asked) -> None:
    """What those whose forms these are have still to answer."""
    asking = (issue for issue in found.campaign.issues if issue.id in found.forms)
    people = {issue.form.person for issue in asking}
    for one in awaited(found.campaign, asked.on):
        if one.person in people:
            name = found.campaign.name_of(one.person)
            missing = _("still missing of {name}: {form}")
            say(missing.format(name=name, form=form_line(one).said))
