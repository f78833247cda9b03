"""A mail that is to be written: to whom, about what, from which text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from secaudit.campaign import Alike, Issue, MailKind, Stage
from secaudit.inventory import Person
from secaudit.language import long_date, using
from secaudit.mail.addresses import address
from secaudit.mail.model import Attachment, Link, Mail
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.ways import packed_page


@dataclass(frozen=True)
class Letter:
    """A mail that is to be written."""

    what: MailKind
    person: str
    """The id of whose forms it is about, or of the director."""
    to: Person
    text: str
    """The name of the text that it is made of."""
    about: str
    """What it is about, as the officer is told in a line."""
    values: Mapping[str, Any]
    """What the text may name, beside what every text may."""
    stage: Stage = ""
    forms: tuple[str, ...] = ()
    files: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    link: Link | None = None
    page: tuple[Issue, ...] = ()
    """The forms whose page goes along, packed; none where a link leads to it."""
    attachments: tuple[Attachment, ...] = ()

    @property
    def alike(self) -> Alike:
        """Kind, person and recipient: what it has in common with one that says it again."""
        return self.what, self.person, self.to.id


def mail_of(letter: Letter, office: Office) -> Mail:
    """The mail, in the campaign's language. Raises Refused where its text cannot be filled in,
    WrongAddress where its recipient has none that is right."""
    officer = office.officer
    with using(office.language):
        every = {
            "name": letter.to.name or letter.to.id,
            "organisation": office.campaign.organisation.name,
            "campaign": office.campaign.id,
            "today": long_date(office.on),
            "officer": officer.name,
            "email": officer.email,
            "phone": officer.phone,
        }
        subject, text = office.texts[letter.text].filled({**every, **letter.values})
    page = (packed_page(letter.person, letter.page, office),) if letter.page else ()
    return Mail(
        sender=office.sender,
        to=address(letter.to.name, letter.to.email or ""),
        subject=subject,
        text=text,
        links=(*([letter.link] if letter.link else []), _to(officer.email)),
        attachments=(*page, *letter.attachments),
    )


def _to(email: str) -> Link:
    """A link that begins a mail (RFC 6068)."""
    return Link(email, f"mailto:{quote(email, safe='@')}")
