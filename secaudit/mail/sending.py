"""A mail server that is handed mails (SMTP, RFC 5321), never without encryption."""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from secaudit.language import _
from secaudit.mail.password import PASSWORD, refuse_password
from secaudit.problems import Refused
from secaudit.visible import one_line
from secaudit.workspace import Post

_PORTS = {"starttls": 587, "tls": 465}
"""Submission (RFC 6409), and submission over TLS (RFC 8314)."""
_PATIENCE = 60.0
"""Seconds that a server has to answer."""
_DOT = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What a server made of one mail."""

    failed: str = ""
    """Why nobody got it; empty where somebody did."""
    doubtful: bool = False
    """The connection broke just as it was handed over: nobody knows."""


class MailServer:
    """A connection to a mail server, once it is encrypted and logged in."""

    def __init__(self, smtp: smtplib.SMTP) -> None:
        self._smtp = smtp

    def hand_over(
        self, mail: bytes, sender: str, to: str, about_to: Callable[[], None]
    ) -> Outcome:
        """Hand a mail over; `about_to` is called when only its last line is missing.

        A server takes a mail when it has its last line (RFC 5321, section 4.1.1.4): what
        breaks off before did not happen, and what `about_to` writes down holds from then on.
        Raises Refused where the server cannot be used any more; nobody got this mail then.
        """
        with _told(self._smtp):
            refused = self._refused(self._smtp.mail(sender, self._size(mail)), 2)
            refused = refused or self._refused(self._smtp.rcpt(to), 2)
            refused = refused or self._refused(self._smtp.docmd("DATA"), 3)
            if refused:
                self._smtp.rset()
                return Outcome(refused)
            self._smtp.send(_DOT.sub(b"..", mail))
        with ExitStack() as broken:  # without its last line, nothing is delivered
            broken.callback(self._smtp.close)
            about_to()
            broken.pop_all()
        return self._last_line()

    def _last_line(self) -> Outcome:
        try:
            self._smtp.send(b".\r\n")
            code, said = self._smtp.getreply()
        except OSError:  # as all of smtplib's are
            self._smtp.close()
            return Outcome(_("the connection was lost"), doubtful=True)
        if code < 0:  # no reply that anybody can read
            return Outcome(_said(code, said), doubtful=True)
        return Outcome("" if code // 100 == 2 else _said(code, said))

    def _refused(self, reply: tuple[int, bytes], wanted: int) -> str:
        """What the server answered, unless its first digit is the one that is wanted (RFC 5321,
        section 4.2.1); 421 is its last word."""
        code, said = reply
        if code in (-1, 421):
            raise smtplib.SMTPResponseException(code, said)
        return "" if code // 100 == wanted else _said(code, said)

    def _size(self, mail: bytes) -> Sequence[str]:
        """How large it will be, where the server asks (RFC 1870)."""
        return (f"size={len(mail)}",) if self._smtp.has_extn("size") else ()


@contextmanager
def connected(post: Post, password: str) -> Iterator[MailServer]:
    """The server that a workspace names. Raises Refused, with a sentence, where it cannot be."""
    smtp = _connect(post, password)
    try:
        yield MailServer(smtp)
    finally:
        try:
            smtp.quit()
        except OSError:
            smtp.close()


def _connect(post: Post, password: str) -> smtplib.SMTP:
    host, port = post.server or "", post.port or _PORTS[post.security]
    refuse_password(post, password)
    context = ssl.create_default_context()
    try:
        with ExitStack() as broken:
            if post.security == "tls":
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                    host, port, timeout=_PATIENCE, context=context
                )
                broken.callback(smtp.close)
            else:
                smtp = smtplib.SMTP(host, port, timeout=_PATIENCE)
                broken.callback(smtp.close)
                smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
            if post.user:
                smtp.login(post.user, password)
            broken.pop_all()
    except (OSError, UnicodeError) as error:
        raise Refused(_why(error, post, f"{host}:{port}")) from None
    return smtp


def _why(error: OSError | UnicodeError, post: Post, server: str) -> str:
    """Why a server cannot be used, and what to do."""
    sentence = _("the mail server {server} does not answer: {reason}")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        sentence = _(
            "the mail server {server} offers no encryption or no log-in; nothing was sent: "
            "set mail in secaudit.yaml, or leave out the server to get drafts"
        )
    elif isinstance(error, smtplib.SMTPAuthenticationError):
        sentence = _(
            "the mail server {server} does not know {user} with this password: see mail in "
            "secaudit.yaml, and the variable {variable}"
        )
    elif isinstance(error, ssl.SSLCertVerificationError):
        sentence = _(
            "the certificate of the mail server {server} is not valid: {reason}"
        )
    elif isinstance(error, ssl.SSLError):
        sentence = _(
            "the mail server {server} does not encrypt in this way: set security and port "
            "of mail in secaudit.yaml"
        )
    return sentence.format(
        server=server, user=post.user, variable=PASSWORD, reason=_reason(error)
    )


@contextmanager
def _told(smtp: smtplib.SMTP) -> Iterator[None]:
    """A server that breaks off, or refuses the sender, is told in a sentence."""
    try:
        yield
    except OSError as error:
        smtp.close()
        sentence = _("the mail server broke off: {reason}")
        raise Refused(sentence.format(reason=_reason(error))) from None


def _reason(error: OSError | UnicodeError) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _said(error.smtp_code, error.smtp_error)
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return _("the connection was lost")
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return one_line(getattr(error, "strerror", None) or str(error))


def _said(code: int, said: bytes | str) -> str:
    """What a server answered, on one line."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(one_line(text).split())}"[:200]
