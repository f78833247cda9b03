"""The lines about mails: who got what, where it lies, who could not be written to."""

from collections.abc import Iterable

from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted
from secaudit.problems import Refused, errors
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office, wrong_addresses
from secaudit.steps.mailing.owners import doubtful
from secaudit.steps.mailing.posting import post
from secaudit.steps.mailing.ready import Posted, Way


def tell_mails(letters: Iterable[Letter], office: Office, way: Way) -> bool:
    """Post letters, and print a line for each; whether all of them are on their way."""
    every = tuple(letters)
    wrong = wrong_addresses((p for letter in every for p in letter.to), office)
    show.problems(wrong, err=True)
    for id in doubtful(office):
        message = _("nobody knows whether the last mail to {name} came: --resend {id}")
        say(message.format(name=office.person(id).name, id=id), err=True)
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
    return not errors(wrong) and not any(_told(one) for one in done)


def _number(done: Iterable[Posted]) -> int:
    return sum(not one.outcome.failed for one in done)


def _line(posted: Posted, way: Way) -> str:
    whom = ", ".join(posted.to)
    return f"{whom}: {posted.letter.about}: {_became(posted, way)}"


def _became(posted: Posted, way: Way) -> str:
    if way.rehearsal:
        return _("not written")
    if posted.draft:
        return posted.draft.as_posix()
    return _told(posted) or _("sent")


def _told(posted: Posted) -> str:
    """What a mail server would not do; nothing where it took the mail for everybody."""
    outcome = posted.outcome
    if outcome.doubtful:
        message = _(
            "nobody knows whether it came: {reason}; ask, or use --resend {person}"
        )
        return message.format(reason=outcome.failed, person=posted.letter.person)
    if outcome.failed:
        return _("NOT sent: {reason}").format(reason=outcome.failed)
    refused = "; ".join(f"{address}: {said}" for address, said in outcome.refused)
    return _("sent, but not to {refused}").format(refused=refused) if refused else ""


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
        message = _("{drafts}: open each in {folder}, look at it, and send it")
        say(message.format(drafts=told, folder=folder), err=True)
    else:
        say(counted("{n} mail sent", "{n} mails sent", number), err=True)
