"""The status of a campaign, with how each person is reached and when they were mailed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from secaudit.campaign import Campaign, Issue, Mailed
from secaudit.gaps import standing
from secaudit.inventory import Inventory
from secaudit.questionnaire import minutes_of
from secaudit.steps.mailing.office import someone
from secaudit.steps.mailing.ways import shared
from secaudit.steps.progress.contact import Contact, Sent
from secaudit.steps.progress.status import Status, of
from secaudit.steps.state import campaigns_of, chosen, inventory_of
from secaudit.workspace import Workspace


def status_with_contacts(
    workspace: Workspace, campaign_id: str | None, on: date
) -> Status:
    """The progress of the campaign, and of each who is to answer also how they are reached."""
    campaign = chosen(campaigns_of(workspace), campaign_id)
    found, inventory = of(standing(campaign, on)), inventory_of(workspace)
    contacts = (_contact(g.id, campaign, inventory, workspace) for g in found.people)
    return replace(found, contacts={contact.id: contact for contact in contacts})


def _contact(
    id: str, campaign: Campaign, inventory: Inventory, workspace: Workspace
) -> Contact:
    issues = [i for i in campaign.current() if (i.form.person or "") == id]
    forms = [issue for issue in issues if issue.form.questions]
    minutes = sum(minutes_of(issue.form, campaign.language) for issue in forms)
    if not id:
        return Contact(forms=len(forms), minutes=minutes)
    person = someone(id, inventory, campaign)
    mails = [mail for mail in campaign.mails.values() if mail.person == id]
    return Contact(
        id=id,
        name=person.name,
        email=person.email or "",
        folder=_folder(id, campaign, workspace) if forms else "",
        department=_department(issues, campaign),
        deadline=min(map(campaign.deadline, forms), default=None),
        forms=len(forms),
        minutes=minutes,
        sent=_sent(mail for mail in mails if mail.what == "issued"),
        reminded=_sent(mail for mail in mails if mail.what == "reminder"),
    )


def _department(issues: Iterable[Issue], campaign: Campaign) -> str:
    """Where an owner belongs, as the campaign knows it."""
    known = (campaign.units.get(issue.department or "") for issue in issues)
    return next((unit.name for unit in known if unit), "")


def _folder(id: str, campaign: Campaign, workspace: Workspace) -> str:
    if link := shared(id, workspace, campaign.id):
        return link.shown
    folder = workspace.issued(campaign.id) / id
    return folder.relative_to(workspace.folder).as_posix()


def _sent(mails: Iterable[Mailed]) -> Sent | None:
    """What is known of the latest day: who stands in gets a mail, too, and one may be doubtful."""
    every = tuple(mails)
    if not every:
        return None
    days = {mail.on for mail in every}
    last = {mail.to: mail for mail in every if mail.on == max(days)}
    latest = last.values()
    return Sent(
        on=max(days),
        draft=any(mail.way == "draft" for mail in latest),
        doubtful=any(mail.doubtful for mail in latest),
        times=len(days),
    )
