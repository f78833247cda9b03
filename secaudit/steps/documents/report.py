"""The Word report, written whole or not at all, and the list of every gap beside it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from secaudit import __version__
from secaudit.gaps import picture
from secaudit.language import Language, _, using
from secaudit.notes import History, Notes, doubts, load_history, load_notes
from secaudit.report.beside.everything import everything
from secaudit.report.word import render
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.report import compose
from secaudit.steps.documents.source import Read, read
from secaudit.steps.documents.template import chosen
from secaudit.steps.documents.written import Written, chosen_path
from secaudit.steps.files import DOCUMENT, WORKBOOK, Output, write_all
from secaudit.workspace import Workspace


def report(
    workspace: Workspace,
    campaign_id: str | None,
    on: date | None,
    language: Language,
    template: Path | None = None,
    output: Path | None = None,
    as_of: str | None = None,
) -> Written:
    """Write the report of the campaign as it stands on the day.

    With `as_of`, as it stood when the register's head was that hash.
    """
    used, notes = chosen(template, "report", language)
    found = read(workspace, campaign_id, on, as_of)
    told = load_history(workspace.folder)
    history = before_first(told, found.rounds[0].id)
    material = _material(workspace, found, history)
    with using(language):
        data = render(compose(material), used)
        listed = everything(material.picture)
    path = chosen_path(
        output, workspace.reports / f"{_name(found, as_of)}.docx", template
    )
    workbook = path.with_suffix(".xlsx")
    aside = write_all(Output(path, data, DOCUMENT), Output(workbook, listed, WORKBOOK))
    said = doubts(workspace.folder, found.campaign.id, found.on)
    notes = (*notes, *_left_out(told, history))
    return Written(path, workbook, aside, notes, said)


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


def _material(workspace: Workspace, found: Read, history: History) -> Material:
    before = found.before()
    now = picture(found.rounds, found.on, before)
    folder = workspace.folder
    return Material(
        now,
        before,
        found.head,
        __version__,
        load_notes(folder, found.campaign.id),
        load_notes(folder, before.campaign.id) if before else Notes(),
        history,
    )


def _name(found: Read, as_of: str | None) -> str:
    """An earlier state does not take the place of the report that is there."""
    return f"{found.campaign.id}-{found.head.hash[:12]}" if as_of else found.campaign.id
