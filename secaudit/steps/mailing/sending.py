"""Mails handed to the mail server, one after another, each recorded as it goes."""

from collections.abc import Iterable, Iterator
from functools import partial

from secaudit.mail.message import as_bytes
from secaudit.mail.sending import MailServer, connected
from secaudit.register import Draft
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.ready import Posted, Ready, Way, refuse_mailed
from secaudit.steps.state import register_of


def sent(ready: Iterable[Ready], office: Office, way: Way) -> Iterator[Posted]:
    """Each mail, once the server has it, or has refused it.

    Raises Refused where the server cannot be used, or breaks off: what is left then is sent
    by the next run.
    """
    with connected(office.workspace.mail, way.password) as server:
        sending = _Sending(server, office, way)
        for one in ready:
            yield sending.send(one)


class _Sending:
    """Mails on their way."""

    def __init__(self, server: MailServer, office: Office, way: Way) -> None:
        self.server = server
        self.office = office
        self.way = way
        self.register = register_of(office.workspace)
        self.known = office.known

    def send(self, one: Ready) -> Posted:
        """Hand one over.

        It is recorded when the server has all of it but the last line, which makes it count:
        killed before, nobody got it and no event says so; killed after, both hold.
        """
        before, mail = self.known, one.mail
        data = as_bytes(mail, self.way.at, self.office.language, draft=False)
        to = [address.addr_spec for address in mail.to]
        about_to = partial(self._record, one)
        outcome = self.server.hand_over(data, mail.sender.addr_spec, to, about_to)
        if outcome.failed and self.known != before:
            self._take_back(doubtful=outcome.doubtful)
        return Posted.of(one, outcome=outcome)

    def _record(self, one: Ready) -> None:
        with self.register.writing() as writer:
            if writer.sequence != self.known:  # others record meanwhile, too
                refuse_mailed(one.letter, self.office, writer.events())
            event = one.event(self.office, self.way, "sent")
            self.known = writer.append(event, self.way.acting.now).sequence

    def _take_back(self, *, doubtful: bool) -> None:
        on, of = self.office.on.isoformat(), self.known
        told = {"on": on, "of": of, "doubtful": doubtful}
        event = Draft("not-mailed", self.office.campaign.id, "", told)
        with self.register.writing() as writer:
            self.known = writer.append(event, self.way.acting.now).sequence
