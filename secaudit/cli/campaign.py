"""`secaudit campaign`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli import show
from secaudit.cli.options import Day, date_option, now, open_workspace, workspace_option
from secaudit.language import _, counted

if TYPE_CHECKING:
    from secaudit.steps.open import Opened


@click.group("campaign", help=_("Open a campaign: one round of questionnaires."))
def command() -> None:
    """Group the commands of a campaign."""


@command.command(
    "open", help=_("Open the campaign ID, with catalogue and profile as of now.")
)
@click.argument("id", metavar="ID")
@click.option("--due", required=True, type=Day(), help=_("The day answers are due."))
@workspace_option()
@date_option()
def open_command(id: str, due: date, folder: Path | None, on: date) -> None:
    """Open a campaign."""
    from secaudit.steps.open import open_campaign

    opened = open_campaign(open_workspace(folder), id, due, on, now())
    message = _(
        "opened {id}, due {due}: {controls} controls, {questions} different questions"
    )
    click.echo(
        message.format(
            id=opened.id,
            due=opened.due,
            controls=opened.controls,
            questions=opened.questions,
        )
    )
    _tell_changes(opened)
    show.problems(opened.warnings, err=True)


def _tell_changes(opened: "Opened") -> None:
    if opened.since is None:
        return
    changes = opened.changes
    if not (changes.added or changes.removed or changes.changed):
        click.echo(_("no control differs from {since}").format(since=opened.since))
    for ids, text in (
        (
            changes.added,
            counted("{n} new control", "{n} new controls", len(changes.added)),
        ),
        (
            changes.removed,
            counted("{n} control gone", "{n} controls gone", len(changes.removed)),
        ),
        (
            changes.changed,
            counted(
                "{n} control changed", "{n} controls changed", len(changes.changed)
            ),
        ),
    ):
        if ids:
            click.echo(f"{text}: {', '.join(ids)}")
