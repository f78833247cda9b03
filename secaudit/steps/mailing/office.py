"""From where mails are written: the campaign, its people, the texts, the sender."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from functools import cached_property

from secaudit.campaign import Campaign, Issue, fold
from secaudit.gaps import grouped
from secaudit.inventory import Inventory, Person
from secaudit.language import Language, _
from secaudit.mail.addresses import WrongAddress, address
from secaudit.mail.password import refuse_password
from secaudit.mail.texts import Text, texts
from secaudit.problems import Problem, Refused
from secaudit.steps.issuing.places import places
from secaudit.steps.mailing.awaited import Awaited, awaited
from secaudit.steps.state import chosen, register_of
from secaudit.validation import load
from secaudit.workspace import FILE, Officer, Workspace, load_contents


@dataclass(frozen=True)
class Office:
    """Who writes to whom, about which campaign, on which day."""

    workspace: Workspace
    officer: Officer
    sender: Address
    texts: dict[str, Text]
    inventory: Inventory
    campaign: Campaign
    on: date
    known: int = 0
    """The last event that the campaign knows."""

    @cached_property
    def awaited(self) -> tuple[Awaited, ...]:
        """What is still to be answered."""
        return awaited(self.campaign, self.on)

    @cached_property
    def by_person(self) -> dict[str, tuple[Awaited, ...]]:
        """Who has something to answer, and what."""
        return grouped(self.awaited, lambda one: one.person)

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """Every form of the campaign, by its id."""
        return {issue.id: issue for issue in self.campaign.issues}

    @cached_property
    def forms_of(self) -> dict[str, tuple[Issue, ...]]:
        """By person, the forms that lie in their folder."""
        folder = self.workspace.issued(self.campaign.id)
        lying = (issue for _path, issue in places(folder, self.campaign))
        return grouped(lying, lambda issue: issue.form.person or "")

    @property
    def language(self) -> Language:
        """The language of its mails."""
        return self.campaign.language

    def person(self, id: str) -> Person:
        """Somebody as people.yaml has them; else as the forms were issued to them."""
        return someone(id, self.inventory, self.campaign)


def someone(id: str, inventory: Inventory, campaign: Campaign) -> Person:
    """Somebody as people.yaml has them; else as the forms were issued to them."""
    issued = (issue for issue in campaign.issues if issue.form.person == id)
    email = next((issue.email for issue in issued if issue.email), None)
    return inventory.person(id) or Person(id, campaign.name_of(id), email)


def office(workspace: Workspace, campaign_id: str | None, on: date) -> Office:
    """The office of a campaign. Raises Refused where something is wrong that mails need."""
    officer, sender = _officer(workspace)
    contents = load_contents(workspace)
    events = register_of(workspace).events()
    campaign = chosen(fold(events), campaign_id)
    return Office(
        workspace=workspace,
        officer=officer,
        sender=sender,
        texts=texts(workspace.mail_texts, "mail", campaign.language),
        inventory=contents.inventory,
        campaign=campaign,
        on=on,
        known=len(events),
    )


def refuse_unready(workspace: Workspace, password: str | None) -> None:
    """Raise Refused where no officer is named, their address is wrong, or a text is; or where
    the mail server will not do with the password, None where no server is asked."""
    _officer(workspace)
    texts(workspace.mail_texts, "mail", workspace.language)
    if workspace.mail.server and password is not None:
        refuse_password(workspace.mail, password)


def _officer(workspace: Workspace) -> tuple[Officer, Address]:
    """From whom mails come, and the address."""
    officer = workspace.officer
    if officer is None:
        sentence = _(
            "{file} does not say from whom mails come: write officer, with name and address"
        )
        raise Refused(sentence.format(file=FILE))
    try:
        return officer, address(officer.name, officer.email)
    except WrongAddress as wrong:
        path = workspace.folder / FILE
        document = load(path, str(path), "workspace").document
        place = ("officer", "email")
        told = document and document.problem("wrong-address", str(wrong), place)
        raise Refused(str(wrong), [told] if told else []) from None


def wrong_addresses(people: Iterable[Person], office: Office) -> tuple[Problem, ...]:
    """A problem at its place in people.yaml for each of those who cannot be written to."""
    complaints = {person.id: complaint(person) for person in people}
    wrong = {id: told for id, told in complaints.items() if told}
    path = office.workspace.folder / "inventory" / "people.yaml"
    document = load(path, path.as_posix(), "people").document if wrong else None
    places = {person.id: n for n, person in enumerate(office.inventory.people)}
    return tuple(
        document.problem(
            "no-address",
            told,
            ("people", places[id], "email") if id in places else ("people",),
        )
        for id, told in wrong.items()
        if document
    )


def complaint(person: Person) -> str:
    """Why somebody cannot be written to; nothing if they can."""
    if not person.email:
        sentence = _("{name} has no e-mail address: nothing is sent to them")
        return sentence.format(name=person.name or person.id)
    try:
        address(person.name, person.email)
    except WrongAddress as wrong:
        return str(wrong)
    return ""
