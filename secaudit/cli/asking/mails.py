"""What a user asks of mails: as drafts or sent, to whom once more, or only to be shown."""

import os
from typing import TYPE_CHECKING

from secaudit.cli.asking import Asked, now, options
from secaudit.cli.asking.options import Decorator
from secaudit.language import _
from secaudit.mail.password import PASSWORD
from secaudit.workspace import Workspace

if TYPE_CHECKING:
    from secaudit.steps.mailing.ready import Way


def drafts() -> Decorator:
    """`--drafts`."""
    return options.flag(
        "--drafts",
        _("Write the mails as drafts, though secaudit.yaml names a mail server."),
    )


def resend() -> Decorator:
    """`--resend PERSON`, which can be said several times."""
    return options.several(
        "--resend",
        "PERSON",
        _("Mail only PERSON, whatever was sent before; 'all' is everybody."),
    )


def refuse_unready(workspace: Workspace, *, drafts: bool) -> None:
    """Tell what is wrong for mails before anything else is done."""
    from secaudit.steps.mailing.office import refuse_unready

    refuse_unready(workspace, None if drafts else os.environ.get(PASSWORD, ""))


def way(asked: Asked, *, drafts: bool, rehearsal: bool = False) -> "Way":
    """How mails go out; the password of the mail server comes from the environment alone."""
    from secaudit.steps.mailing.ready import Way

    return Way(
        acting=asked.signed,
        at=now().astimezone(),
        password=os.environ.get(PASSWORD, ""),
        drafts=drafts,
        rehearsal=rehearsal,
    )
