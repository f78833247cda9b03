"""A part of the report as a Word document: one system, one person, or one department."""

from collections.abc import Callable
from datetime import date

from secaudit import __version__
from secaudit.campaign import Campaign
from secaudit.gaps import picture
from secaudit.language import _
from secaudit.officer.text import named
from secaudit.problems import WrongUsage
from secaudit.questionnaire import kind_and_id
from secaudit.report.extract.compose import compose_department, compose_person
from secaudit.report.source import Source
from secaudit.report.system.compose import compose_sheet
from secaudit.report.word import Shown
from secaudit.steps.documents.order import Order, WrittenDocument
from secaudit.steps.documents.source import Read, read
from secaudit.steps.documents.writing import write_document
from secaudit.workspace import Workspace

Composer = Callable[[Source, str], Shown]


def report_part(
    workspace: Workspace,
    about: str,
    campaign_id: str | None,
    on: date | None,
    order: Order,
) -> WrittenDocument:
    """Write the part about `about`: `system:ID`, `person:ID` or `department:ID`.

    Raises WrongUsage if the campaign knows no such thing.
    """
    template, compose = _kind(about)
    register = read(workspace, campaign_id, on, order.as_of)
    key = named(about, _known(register.campaign))
    kind, id = kind_and_id(key)
    return write_document(
        order,
        template,
        workspace.reports / register.file_name(kind, id),
        lambda: compose(source_of(register), key if kind == "system" else id),
    )


def _kind(about: str) -> tuple[str, Composer]:
    """The kind of template that shows it, and what composes it."""
    kind = _KINDS.get(kind_and_id(about)[0])
    if kind is None:
        sentence = _("'{about}' is neither system:ID, person:ID nor department:ID")
        raise WrongUsage(sentence.format(about=about))
    return kind


def source_of(register: Read) -> Source:
    """What a part is composed of."""
    return Source(
        picture=picture(register.rounds, register.on),
        rounds=register.rounds,
        on=register.on,
        head=register.head,
        version=__version__,
        days={e.sequence: e.on for e in register.events if e.kind == "reviewed"},
    )


def _known(campaign: Campaign) -> set[str]:
    """What there is a part about."""
    systems = {i.subject.key for i in campaign.current()} | {*campaign.withdrawn}
    people = {id for i in campaign.issues for id in (i.owner, i.form.person)}
    return (
        {key for key in systems if key.startswith("system:")}
        | {f"person:{person}" for person in people if person}
        | {f"department:{id}" for id in campaign.units}
    )


_KINDS: dict[str, tuple[str, Composer]] = {
    "system": ("system", compose_sheet),
    "person": ("extract", compose_person),
    "department": ("extract", compose_department),
}
