"""`secaudit status`: who has answered, who has not, and how late."""

from pathlib import Path

import click

from secaudit.cli.asking import Asked, of_campaign, options
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
@options.output(_("The file to write the HTML to."))
@of_campaign
@options.shape("table", "json", "csv", "html")
def command(
    by: str, anonymous: bool, output: Path | None, asked: Asked, shape: str
) -> None:
    if output and shape != "html":
        raise click.UsageError(_("-o is for --format html"))
    if anonymous and by == "person":
        raise click.UsageError(_("--by person names people; leave out --anonymous"))
    progress = status(*asked.where, asked.on)
    shown = without_names(progress) if anonymous else progress
    if shape == "html":
        _html(shown, output)
    else:
        listed(shown, by).show(shape)


def _html(status: Status, output: Path | None) -> None:
    if output:
        save(status, output)
        say(output.as_posix())
    else:
        hand_over(status_page(status).encode())  # UTF-8, as the page says
