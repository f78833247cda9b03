"""The Word report, written whole or not at all, and the list of every gap beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from secaudit import __version__
from secaudit.gaps import picture
from secaudit.language import _
from secaudit.notes import History, Notes, doubts, load_history, load_notes
from secaudit.report.beside.everything import everything
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.report import compose
from secaudit.steps.documents.order import Order, WrittenDocument
from secaudit.steps.documents.source import Read, read
from secaudit.steps.documents.writing import write_document
from secaudit.workspace import Workspace


def report(
    workspace: Workspace, campaign_id: str | None, on: date | None, order: Order
) -> WrittenDocument:
    """Write the report of the campaign as it stands on the day."""
    register = read(workspace, campaign_id, on, order.as_of)
    told = load_history(workspace.folder)
    material = _material(workspace, register, before_first(told, register.rounds[0].id))
    written = write_document(
        order,
        "report",
        workspace.reports / register.file_name(),
        lambda: compose(material),
        lambda: everything(material.picture),
    )
    return replace(
        written,
        notes=(*written.notes, *_left_out(told, material.history)),
        warnings=doubts(workspace.folder, register.campaign.id, register.on),
    )


def before_first(history: History, first: str) -> History:
    """The figures of the years before the first campaign: the others are in the register."""
    return History(tuple(year for year in history.years if year.year < first))


def _left_out(told: History, used: History) -> Iterator[str]:
    for year in told.years:
        if year not in used.years:
            sentence = _(
                "history.yaml: {year} is not before the first campaign; left out"
            )
            yield sentence.format(year=year.year)


def _material(workspace: Workspace, register: Read, history: History) -> Material:
    before, folder = register.before(), workspace.folder
    return Material(
        picture=picture(register.rounds, register.on, before),
        before=before,
        head=register.head,
        version=__version__,
        notes=load_notes(folder, register.campaign.id),
        notes_before=load_notes(folder, before.campaign.id) if before else Notes(),
        history=history,
    )
