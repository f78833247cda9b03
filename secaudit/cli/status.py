"""`secaudit status`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from secaudit.cli import show
from secaudit.cli.options import (
    campaign_option,
    date_option,
    format_option,
    open_workspace,
    workspace_option,
)
from secaudit.language import _

if TYPE_CHECKING:
    from secaudit.steps.progress.status import Status
    from secaudit.steps.progress.words import By


@click.command("status", help=_("Show who has answered, who has not, and how late."))
@click.option(
    "--by",
    type=click.Choice(("subject", "person", "department", "criticality")),
    default="subject",
    show_default=True,
    help=_("What a line of the table or the CSV is about."),
)
@click.option("--anonymous", is_flag=True, help=_("Name nobody."))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=_("The file to write the HTML to."),
)
@workspace_option()
@campaign_option()
@date_option()
@format_option("table", "json", "csv", "html")
def command(
    by: str,
    anonymous: bool,
    output: Path | None,
    folder: Path | None,
    campaign: str | None,
    on: date,
    shape: str,
) -> None:
    """Show progress."""
    from secaudit.steps.progress.status import as_json, status, without_names

    if output and shape != "html":
        raise click.UsageError(_("-o is for --format html"))
    if anonymous and by == "person":
        raise click.UsageError(_("--by person names people; leave out --anonymous"))
    found = status(open_workspace(folder), campaign, on)
    shown = without_names(found) if anonymous else found
    if shape == "html":
        _html(shown, output)
    elif shape == "json":
        show.as_json(as_json(shown))
    else:
        _lines(shown, cast("By | None", None if by == "subject" else by), shape)


def _html(found: "Status", output: Path | None) -> None:
    from secaudit.steps.progress.page import save, status_page

    if output:
        save(found, output)
        click.echo(output.as_posix())
    else:
        click.echo(status_page(found).encode(), nl=False)  # UTF-8, as the page says


def _lines(found: "Status", by: "By | None", shape: str) -> None:
    from secaudit.cli.statuslines import every, few
    from secaudit.steps.progress.words import headline

    if shape == "csv":
        show.as_csv(*every(found, by))
        return
    show.table(*few(found, by))
    click.echo(headline(found), err=True)
