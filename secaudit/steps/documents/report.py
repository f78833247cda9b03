"""The Word report, written whole or not at all, and the list of every gap beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from secaudit import __version__
from secaudit.gaps import picture
from secaudit.language import _
from secaudit.notes import History, Notes, StatedYear, doubts, load_history, load_notes
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
    first, told = register.rounds[0].id, load_history(workspace.folder).years
    earlier = tuple(year for year in told if year.year < first)
    material = _material(workspace, register, History(earlier))
    path = workspace.reports / register.file_name()
    composed, listed = partial(compose, material), partial(everything, material.picture)
    written = write_document(order, "report", path, composed, listed)
    return replace(
        written,
        notes=(*written.notes, *_left_out(y for y in told if y not in earlier)),
        warnings=doubts(workspace.folder, register.campaign.id, register.on),
    )


def _left_out(years: Iterable[StatedYear]) -> Iterator[str]:
    """The figures of these years are in the register."""
    sentence = _("history.yaml: {year} is not before the first campaign; left out")
    return (sentence.format(year=year.year) for year in years)


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
