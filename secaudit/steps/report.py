"""The Word report, written whole or not at all, and the list of every gap beside it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secaudit import __version__
from secaudit.gaps import development, picture
from secaudit.language import Language, using
from secaudit.notes import Notes, doubts, load_history, load_notes
from secaudit.problems import Problem
from secaudit.report.compose import compose
from secaudit.report.material import Material
from secaudit.report.sheets.everything import everything
from secaudit.report.word import check_template, render
from secaudit.report.word.kinds import shipped
from secaudit.steps.files import DOCUMENT, WORKBOOK, put_aside, write
from secaudit.steps.reading import Read, read
from secaudit.workspace import Workspace


@dataclass(frozen=True)
class Written:
    """What was written, and what there is to say of it."""

    path: Path
    workbook: Path | None = None
    """Every gap and action."""
    aside: Path | None = None
    """Where the old report was put, which somebody had changed in Word."""
    notes: tuple[str, ...] = ()
    """What the template lacks."""
    warnings: tuple[Problem, ...] = ()
    """What is doubtful in notes.yaml."""


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
    chosen_template = template or shipped("report", language)
    notes = check_template(chosen_template)
    found = read(workspace, campaign_id, on, as_of)
    material = _material(workspace, found)
    with using(language):
        data = render(compose(material), chosen_template)
        listed = everything(material.picture)
    path = output or workspace.reports / f"{_name(found, as_of)}.docx"
    workbook = path.with_suffix(".xlsx")
    aside = put_aside(path)
    write(path, data, DOCUMENT)
    write(workbook, listed, WORKBOOK)
    said = doubts(workspace.folder, found.campaign.id, found.on)
    return Written(path, workbook, aside, notes, said)


def _material(workspace: Workspace, found: Read) -> Material:
    now, before = picture(found.rounds, found.on), found.before()
    folder = workspace.folder
    return Material(
        now,
        before,
        found.head,
        __version__,
        development(found.rounds, now.items),
        load_notes(folder, found.campaign.id),
        load_notes(folder, before.campaign.id) if before else Notes(),
        load_history(folder),
    )


def _name(found: Read, as_of: str | None) -> str:
    """An earlier state does not take the place of the report that is there."""
    return f"{found.campaign.id}-{found.head.hash[:12]}" if as_of else found.campaign.id
