"""`secaudit status`: who has answered, who has not, and how late."""

from pathlib import Path

import click

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing.sheets import as_sheet
from secaudit.cli.showing.status_lines import listed
from secaudit.cli.speaking.say import hand_over, say
from secaudit.language import _
from secaudit.steps.progress.page import save, status_page
from secaudit.steps.progress.status import Status, status, without_names


@click.command("status", help=_("Show who has answered, who has not, and how late."))
@options.choice(
    "--by",
    ("subject", "person", "department", "criticality"),
    _("What a line of the table or the CSV is about."),
)
@options.flag("--anonymous", _("Name nobody."))
@options.output(_("The file to write: HTML, or a workbook."))
@of_campaign
@options.shape("table", "json", "csv", "html", "xlsx")
def command(
    by: str, anonymous: bool, output: Path | None, asked: Asked, shape: str
) -> None:
    if output and shape not in ("html", "xlsx"):
        raise click.UsageError(_("-o is for --format html and --format xlsx"))
    if shape == "xlsx" and not output:
        raise click.UsageError(_("'--format xlsx' needs '-o FILE'"))
    if anonymous and by == "person":
        raise click.UsageError(_("--by person names people; leave out --anonymous"))
    progress = _read(asked, contacts=_tells_people(by, shape, anonymous))
    shown = without_names(progress) if anonymous else progress
    if shape == "html":
        _html(shown, output)
    elif output:
        from secaudit.steps.progress import book

        book.save(as_sheet(listed(shown, by), _("Status")), output, asked.on)
        say(output.as_posix())
    else:
        listed(shown, by).show(shape)


def _tells_people(by: str, shape: str, anonymous: bool) -> bool:
    of_people = by == "person" and shape != "html"
    return not anonymous and (of_people or shape == "json")


def _read(asked: Asked, *, contacts: bool) -> Status:
    """The status; with how people are reached where that is to be shown."""
    if not contacts:
        return status(*asked.where, asked.on)
    from secaudit.steps.progress.contacts import status_with_contacts

    return status_with_contacts(*asked.where, asked.on)


def _html(status: Status, output: Path | None) -> None:
    if output:
        save(status, output)
        say(output.as_posix())
    else:
        hand_over(status_page(status).encode())  # UTF-8, as the page says
