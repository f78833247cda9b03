"""A mail that is to be written: to whom, about what, from which text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from secaudit.campaign import Alike, Issue, MailKind, Stage
from secaudit.inventory import Person
from secaudit.language import long_date, using
from secaudit.mail.model import Attachment, Link, Mail
from secaudit.report.said.wording import joined
from secaudit.steps.mailing.office import Office, reachable
from secaudit.steps.mailing.ways import packed_page


@dataclass(frozen=True)
class Letter:
    """A mail that is to be written."""

    what: MailKind
    person: str
    """The id of whose forms it is about, or of the director."""
    to: tuple[Person, ...]
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
        """Kind, person and recipients: what it has in common with one that says it again."""
        return self.what, self.person, tuple(person.id for person in self.to)


def mail_of(letter: Letter, office: Office) -> Mail:
    """The mail, in the campaign's language. Raises Refused where its text cannot be filled in."""
    officer = office.officer
    with using(office.language):
        every = {
            "name": joined([person.name or person.id for person in letter.to]),
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
        to=reachable(letter.to),
        subject=subject,
        text=text,
        link=letter.link,
        attachments=(*page, *letter.attachments),
    )
