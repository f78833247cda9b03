"""What every step begins with: the register of a workspace, and its campaigns."""

from contextlib import closing, suppress
from datetime import date

from secaudit.campaign import Campaign, fold
from secaudit.gaps import Picture, picture
from secaudit.inventory import Inventory, load_files, read_inventory
from secaudit.language import _
from secaudit.problems import Refused, WrongUsage
from secaudit.register import Register
from secaudit.validation import did_you_mean
from secaudit.workspace import Workspace


def register_of(workspace: Workspace) -> Register:
    """The register of the workspace's organisation."""
    return Register(workspace.register_path, workspace.organisation.id)


def campaigns_of(workspace: Workspace) -> dict[str, Campaign]:
    """Every campaign of the organisation, in the order they were opened."""
    with closing(register_of(workspace).each()) as events:
        return fold(events)


def inventory_of(workspace: Workspace) -> Inventory:
    """Systems and people as they are now; none where their files are not right."""
    folder = workspace.folder / "inventory"
    with suppress(Refused):
        return read_inventory(*load_files(folder, folder.as_posix()))[0]
    return Inventory()


def chosen(campaigns: dict[str, Campaign], id: str | None) -> Campaign:
    """The campaign called `id`, or the one opened last. Raises WrongUsage, Refused."""
    if not campaigns:
        raise Refused(_("no campaign is open; 'secaudit campaign open' opens one"))
    if id is None:
        return list(campaigns.values())[-1]
    if id not in campaigns:
        sentence = _("there is no campaign '{id}'").format(id=id)
        raise WrongUsage(sentence + did_you_mean(id, campaigns))
    return campaigns[id]


def refuse_closed(campaign: Campaign) -> Campaign:
    """The campaign. Raises Refused if it is closed."""
    if campaign.closed_on:
        sentence = _("the campaign {id} was closed {date}, and is not changed any more")
        raise Refused(sentence.format(id=campaign.id, date=campaign.closed_on))
    return campaign


def picture_of(campaigns: dict[str, Campaign], id: str | None, on: date) -> Picture:
    """The chosen campaign as it stands `on` a day, beside those before it."""
    return picture(rounds_of(campaigns, id), on)


def rounds_of(campaigns: dict[str, Campaign], id: str | None) -> list[Campaign]:
    """The chosen campaign, after those opened before it. Raises WrongUsage, Refused."""
    every = list(campaigns.values())
    return every[: every.index(chosen(campaigns, id)) + 1]
