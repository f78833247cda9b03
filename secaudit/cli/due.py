"""`secaudit due`."""

from datetime import date, timedelta
from pathlib import Path

import click

from secaudit.cli import show
from secaudit.cli.options import (
    Day,
    campaign_option,
    date_option,
    format_option,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted, later

AHEAD = timedelta(days=90)
"""How far ahead to look, where no day is named."""
_WHAT = {
    "review": later("periodic review"),
    "action": later("action"),
    "acceptance": later("accepted gap"),
    "duty": later("known duty by law"),
}


@click.command("due", help=_("Show what falls due, when, and for whom."))
@click.option("--until", type=Day(), help=_("How far ahead to look; 90 days."))
@workspace_option()
@campaign_option()
@date_option()
@format_option("table", "json", "csv")
def command(
    until: date | None,
    folder: Path | None,
    campaign: str | None,
    on: date,
    shape: str,
) -> None:
    """Show what falls due."""
    from secaudit.steps.looking.due import as_json, due

    found = due(open_workspace(folder), campaign, until or on + AHEAD, on)
    if shape == "json":
        show.as_json(as_json(found, on))
        return
    head = (_("due"), "", _("what"), _("about"), _("who"), _("text"))
    passed = _("overdue")
    rows = [
        (
            one.on.isoformat(),
            passed if one.overdue(on) else "",
            _(_WHAT[one.what]),
            one.about,
            one.who,
            one.text,
        )
        for one in found
    ]
    if shape == "csv":
        show.as_csv(head, rows)
        return
    show.table(head, [(*row[:-1], show.cut(row[-1])) for row in rows])
    if not found:
        click.echo(_("nothing falls due"), err=True)
        return
    late = sum(one.overdue(on) for one in found)
    said = counted("{n} thing falls due", "{n} things fall due", len(found))
    message = _("{said}, {late} of them overdue; 'issue --due' asks for the reviews")
    click.echo(message.format(said=said, late=late), err=True)
