"""A mail server on this machine, with TLS: real SMTP, and what it took is kept."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "signe", "hemmelig kode"


@dataclass
class Taken:
    """What a server took, and what it is to do about some of it."""

    envelopes: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    """Addresses that it does not know."""
    replies: dict[int, str] = field(default_factory=dict)
    """By the number of a mail, 1-based, what it answers instead of taking it; it hangs up
    where that is nothing."""
    largest: int | None = None
    """How many bytes it takes at most; it is told how many there are before they come."""
    after: Callable[[int], None] = lambda _number: None
    """Called when so many mails are taken, before it says so."""

    @property
    def recipients(self) -> list[str]:
        """Every address that got a mail, as often as it did."""
        return [address for to, _mail in self.envelopes for address in to]

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails, in order."""
        return [mail for _to, mail in self.envelopes]

    async def handle_MAIL(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        sizes = [int(o.partition("=")[2]) for o in options if o.startswith("SIZE=")]
        if self.largest and any(size > self.largest for size in sizes):
            return "552 5.3.4 mailen er for stor"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        if address in self.refuses:
            return "550 5.1.1 ingen med den adresse"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        number = len(self.envelopes) + 1
        if number in self.replies:
            reply = self.replies.pop(number)
            if not reply and isinstance(server.transport, asyncio.Transport):
                server.transport.abort()
            return reply
        content = envelope.content
        assert isinstance(content, bytes)
        mail = message_from_bytes(content, policy=default)
        self.envelopes.append((list(envelope.rcpt_tos), mail))
        self.after(number)
        return "250 OK"


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    port: int
    authority: Path
    """The certificate of who vouches for it."""
    taken: Taken

    def settings(self, **more: Any) -> str:
        """How secaudit.yaml names it."""
        told = {"server": "localhost", "port": self.port, **more}
        return "mail: {" + ", ".join(f"{k}: {v}" for k, v in told.items()) + "}\n"

    @property
    def environment(self) -> dict[str, str]:
        """What a command must know to trust it and log in."""
        trusted = {"SSL_CERT_FILE": str(self.authority)}
        return trusted | {"SECAUDIT_SMTP_PASSWORD": PASSWORD}


@contextmanager
def running(
    folder: Path, *, tls: str = "starttls", name: str = "localhost"
) -> Iterator[Server]:
    """A server that offers STARTTLS, speaks TLS from the start (`tls`), or neither (`none`)."""
    authority = trustme.CA()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    taken = Taken()
    opened: list[SMTP] = []

    def accept() -> SMTP:
        opened.append(
            SMTP(
                taken,
                loop=loop,
                tls_context=context if tls == "starttls" else None,
                auth_require_tls=tls == "starttls",
                authenticator=_authenticate,
            )
        )
        return opened[-1]

    with _loop() as loop:
        secure = context if tls == "tls" else None
        opening = loop.create_server(accept, "127.0.0.1", 0, ssl=secure)
        server = asyncio.run_coroutine_threadsafe(opening, loop).result(10)
        yield Server(server.sockets[0].getsockname()[1], path, taken)
        closing = _close(server, opened)
        asyncio.run_coroutine_threadsafe(closing, loop).result(10)


async def _close(server: asyncio.Server, opened: list[SMTP]) -> None:
    server.close()
    for connection in opened:
        if connection.transport:
            connection.transport.close()
    ended = asyncio.all_tasks() - {asyncio.current_task()}
    for task in ended:
        task.cancel()
    await asyncio.gather(*ended, return_exceptions=True)
    await asyncio.sleep(0.01)  # until what was aborted is closed


@contextmanager
def _loop() -> Iterator[asyncio.AbstractEventLoop]:
    """A loop that runs beside the test."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=right, handled=False)
