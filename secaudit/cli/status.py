"""`secaudit status`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli import show
from secaudit.cli.options import (
    campaign_option,
    date_option,
    format_option,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted

if TYPE_CHECKING:
    from secaudit.steps.status import Row, Status


@click.command("status", help=_("Show who has answered, and who has not."))
@workspace_option()
@campaign_option()
@date_option()
@format_option("table", "json")
def command(folder: Path | None, campaign: str | None, on: date, shape: str) -> None:
    """Show progress."""
    from secaudit.steps.status import as_json, status

    found = status(open_workspace(folder), campaign, on)
    if shape == "json":
        show.as_json(as_json(found))
        return
    head = (_("subject"), _("owner"), _("answered"), _("last answer"), _("waiting for"))
    show.table(head, [_cells(row) for row in found.rows])
    click.echo(_headline(found), err=True)


def _cells(row: "Row") -> tuple[str, ...]:
    nobody = _("owner missing")
    return (
        row.subject.name,
        row.owner or nobody,
        _("{part} of {whole}").format(part=row.answered, whole=row.questions),
        row.recorded_on.isoformat() if row.recorded_on else "–",
        ", ".join(name or nobody for name in row.waiting_for) or "–",
    )


def _headline(found: "Status") -> str:
    message = _("{campaign}: {part} of {whole} subjects answered; due {due}")
    told = message.format(
        campaign=found.campaign,
        part=found.answered,
        whole=len(found.rows),
        due=found.due,
    )
    if found.days_left < 0 and found.answered < len(found.rows):
        late = counted("{n} day late", "{n} days late", -found.days_left)
        return f"{told} ({late})"
    return told
