"""Letters become mails: drafts in a folder, or handed to the mail server, each of them once."""

from collections.abc import Iterable, Iterator

from secaudit.steps.mailing.drafts import drafted
from secaudit.steps.mailing.letter import Letter, mail_of
from secaudit.steps.mailing.office import Office, complaint
from secaudit.steps.mailing.ready import Posted, Ready, Way
from secaudit.steps.mailing.sending import sent


def post(letters: Iterable[Letter], office: Office, way: Way) -> Iterator[Posted]:
    """Each letter that somebody can get, once it is on its way.

    Every mail is made before the first one goes, so that a wrong text stops none half-way.
    Raises Refused; what was yielded by then is on its way, and recorded.
    """
    reachable = (letter for letter in letters if not complaint(letter.to))
    ready = [Ready(letter, mail_of(letter, office)) for letter in reachable]
    if way.rehearsal:
        yield from map(Posted.of, ready)
    elif ready and office.workspace.mail.server and not way.drafts:
        yield from sent(ready, office, way)
    elif ready:
        yield from drafted(ready, office, way)
