"""Mails handed to the mail server, one after another, each recorded as it goes."""

from collections.abc import Iterable, Iterator
from functools import partial

from secaudit.campaign import MailOutcome
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
        try:
            for one in ready:
                yield sending.send(one)
        finally:
            sending.end()


class _Sending:
    """Mails on their way."""

    def __init__(self, server: MailServer, office: Office, way: Way) -> None:
        self.server = server
        self.office = office
        self.way = way
        self.register = register_of(office.workspace)
        self.known = office.known
        self.written: int | None = None
        """The event of the mail that is on its way."""
        self.taken: int | None = None
        """The event of the last mail that the server took, as long as no event says so."""

    def send(self, one: Ready) -> Posted:
        """Hand one over.

        It is recorded when the server has all of it but the last line, which makes it count:
        killed before, nobody got it and no event says so; killed after, it stands in doubt,
        until an event says that the server took it.
        """
        mail, self.written = one.mail, None
        data = as_bytes(mail, self.way.at, self.office.language, draft=False)
        addresses = mail.sender.addr_spec, mail.to.addr_spec
        outcome = self.server.hand_over(data, *addresses, partial(self._record, one))
        if self.written and outcome.failed:
            self._settle(self.written, "doubtful" if outcome.doubtful else "refused")
        elif self.written:
            self.taken = self.written
        return Posted.of(one, outcome=outcome)

    def _record(self, one: Ready) -> None:
        with self.register.writing() as writer:
            if writer.sequence != self.known:  # others record meanwhile, too
                refuse_mailed(one.letter, self.office, writer.events())
            event = one.event(self.office, self.way, taken=self.taken)
            written = writer.append(event, self.way.acting.now).sequence
        self.known, self.written, self.taken = written, written, None

    def end(self) -> None:
        """Say of the last mail that the server took it, where it did."""
        if self.taken:
            self._settle(self.taken, "taken")

    def _settle(self, of: int, outcome: MailOutcome) -> None:
        told = {"on": self.office.on.isoformat(), "of": of, "outcome": outcome}
        event = Draft("mail-outcome", self.office.campaign.id, "", told)
        with self.register.writing() as writer:
            self.known = writer.append(event, self.way.acting.now).sequence
