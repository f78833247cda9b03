"""`secaudit template`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from secaudit.cli.options import InOrder, chosen_language, language_option
from secaudit.language import _, active


def kind_option() -> Callable[[Any], Any]:
    """`--for KIND`."""
    return click.option(
        "--for",
        "kind",
        metavar="KIND",
        default="report",
        help=_("The kind of document: report, system, extract or compare; report."),
    )


@click.group("template", cls=InOrder, help=_("Make and check a Word template."))
def command() -> None:
    """Group the commands for templates."""


@command.command(
    "new", help=_("Write a Word template to FILE, to be restyled in Word.")
)
@click.argument("file", type=click.Path(path_type=Path))
@kind_option()
@language_option(_("The language of the template; that of the messages."))
def new(file: Path, kind: str, language: str | None) -> None:
    """Write a template."""
    from secaudit.steps.documents import template

    template.new(file, kind, chosen_language(language or active()))
    click.echo(file.as_posix())
    told = _(
        "restyle it in Word, keep its tags, and check it: secaudit template check {file}"
    )
    more = "" if kind == "report" else f" --for {kind}"
    click.echo(told.format(file=file) + more, err=True)


@command.command("check", help=_("Say what is wrong with the Word template FILE."))
@click.argument("file", type=click.Path(path_type=Path))
@kind_option()
def check(file: Path, kind: str) -> None:
    """Check a template."""
    from secaudit.steps.documents import template

    for remark in template.check(file, kind):
        click.echo(remark, err=True)
    click.echo(_("{file} can be used").format(file=file))
