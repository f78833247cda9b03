"""How somebody gets to their page: a link, or the page, packed; when it is due, as a calendar."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from secaudit.campaign import Issue
from secaudit.digest import sha256
from secaudit.gaps import grouped
from secaudit.language import _, using
from secaudit.mail.model import Attachment, Link
from secaudit.steps.issuing.pages import PAGE
from secaudit.steps.mailing.office import Office
from secaudit.visible import one_line
from secaudit.workspace import Workspace

if TYPE_CHECKING:
    from secaudit.exchange.calendar import Entry

CALENDAR = "svarfrist.ics"
Named = tuple[Issue, str]
"""A form, and what it is called."""
_PACKED_AT = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip knows: the same page gives the same bytes."""


def link_to(person: str, office: Office) -> Link | None:
    """Where the folder of a person lies for those who read mails, if secaudit.yaml says."""
    return shared(person, office.workspace, office.campaign.id)


def shared(person: str, workspace: Workspace, campaign: str) -> Link | None:
    """The same, of a campaign."""
    share = (workspace.mail.share or "").rstrip("/\\")
    if not share:
        return None
    parts = ("campaigns", campaign, "issued", person)
    if "://" in share:
        address = "/".join((share, *parts, PAGE))
        return Link(address, address)
    separator = "\\" if "\\" in share else "/"
    shown = separator.join((share, *parts))
    return Link(shown, _target(shown))


def _target(path: str) -> str:
    """A path as a URL: of \\\\fil01\\itsik it is file://fil01/itsik."""
    if "\\" in path:
        return PureWindowsPath(path).as_uri()
    return "file://" + quote(path)


def packed_page(person: str, issues: Sequence[Issue], office: Office) -> Attachment:
    """The page for some forms, in a zip: mail filters stop .html."""
    from secaudit.form import contents, render

    campaign, workspace = office.campaign, office.workspace
    page = render(contents(campaign, issues, office.officer), workspace.accent)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        place = zipfile.ZipInfo(PAGE, _PACKED_AT)
        package.writestr(place, page, zipfile.ZIP_DEFLATED)
    name = page_name(person, office)
    return Attachment(name, "application/zip", packed.getvalue())


def page_name(person: str, office: Office) -> str:
    """What the zip is called."""
    return f"svar-{office.campaign.id}-{person}.zip"


def deadlines(person: str, forms: Iterable[Named], office: Office) -> Attachment:
    """A whole day for each deadline of some forms, as a calendar."""
    from secaudit.exchange.calendar import days

    with using(office.language):
        data = days(_entries(person, forms, office), office.on)
    return Attachment(CALENDAR, "text/calendar", data)


def _entries(person: str, forms: Iterable[Named], office: Office) -> Iterator["Entry"]:
    """A day is known again by the campaign, the person and its forms, wherever it moves."""
    from secaudit.exchange.calendar import Entry

    campaign, link = office.campaign, link_to(person, office)
    for day, named in grouped(forms, lambda one: campaign.deadline(one[0])).items():
        known = sha256(
            [campaign.id, person, sorted(issue.id for issue, _name in named)]
        )
        lines = [*(name for _issue, name in named), *([link.shown] if link else [])]
        yield Entry(
            uid=f"{known[:32]}@{office.workspace.organisation.id}.secaudit",
            day=day,
            summary=_("Deadline: self-assessment of information security"),
            description="\n".join(map(one_line, lines)),
        )
