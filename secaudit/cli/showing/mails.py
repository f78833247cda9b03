"""The lines about mails: who got what, where it lies, who could not be written to."""

from collections.abc import Iterable

from secaudit.campaign import Mailed
from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted
from secaudit.problems import Refused
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office, wrong_addresses
from secaudit.steps.mailing.owners import doubtful
from secaudit.steps.mailing.posting import post
from secaudit.steps.mailing.ready import Posted, Way

_COMMANDS = {
    "issued": "issue --mail",
    "reminder": "remind",
    "director": "remind --escalate",
    "receipt": "record --receipt",
}
"""By kind of mail, the command that writes it."""


def tell_mails(letters: Iterable[Letter], office: Office, way: Way) -> bool:
    """Post letters, and print a line for each; whether all of them are on their way."""
    every = tuple(letters)
    wrong = wrong_addresses((letter.to for letter in every), office)
    show.problems(wrong, err=True)
    done: list[Posted] = []
    try:
        for posted in post(every, office, way):
            say(_line(posted, way))
            done.append(posted)
    except Refused:
        if done:
            message = _(
                "{done} of {all} mails are on their way; run it again for the rest"
            )
            say(message.format(done=_number(done), all=len(every)), err=True)
        raise
    _summary(done, office, way)
    now = {letter.alike for letter in every}
    _tell_doubtful((mail for mail in doubtful(office) if mail.alike not in now), office)
    return not wrong and not any(posted.outcome.failed for posted in done)


def _number(done: Iterable[Posted]) -> int:
    return sum(not one.outcome.failed for one in done)


def _line(posted: Posted, way: Way) -> str:
    return f"{posted.to}: {posted.letter.about}: {_became(posted, way)}"


def _became(posted: Posted, way: Way) -> str:
    outcome = posted.outcome
    if way.rehearsal:
        return _("would be mailed")
    if posted.draft:
        return posted.draft.as_posix()
    if outcome.doubtful:
        message = _("nobody knows whether it came: {reason}")
        return message.format(reason=outcome.failed)
    if outcome.failed:
        return _("NOT sent: {reason}").format(reason=outcome.failed)
    return _("sent")


def _summary(done: list[Posted], office: Office, way: Way) -> None:
    number = _number(done)
    if not done:
        say(_("nobody is to be mailed now"), err=True)
    elif way.rehearsal:
        told = counted("{n} mail", "{n} mails", number)
        say(_("{mails}; nothing was written").format(mails=told), err=True)
    elif any(one.draft for one in done):
        told = counted("{n} draft written", "{n} drafts written", number)
        folder = office.workspace.drafts(office.campaign.id).as_posix()
        message = _("{drafts} in {folder}; open it, look at it, and send it")
        if number > 1:
            message = _("{drafts} in {folder}; open each, look at it, and send it")
        say(message.format(drafts=told, folder=folder), err=True)
    else:
        say(counted("{n} mail sent", "{n} mails sent", number), err=True)
        _tell_failed([one for one in done if one.outcome.failed])


def _tell_failed(failed: list[Posted]) -> None:
    if failed:
        told = counted("{n} is NOT sent", "{n} are NOT sent", len(failed))
        names = ", ".join(one.letter.to.name for one in failed)
        message = _("{number}: {names}; see above, then run it again")
        say(message.format(number=told, names=names), err=True)


def _tell_doubtful(mails: Iterable[Mailed], office: Office) -> None:
    for mail in mails:
        message = _(
            "nobody knows whether the mail to {name} of {date} came: ask, or mail it once more "
            "with '{command} --resend {id}'"
        )
        told = message.format(
            name=office.person(mail.to).name,
            date=mail.on,
            command=_COMMANDS[mail.what],
            id=mail.person,
        )
        say(told, err=True)
