"""`secaudit template`."""

from pathlib import Path

import click

from secaudit.language import _


@click.group("template", help=_("Check a Word template."))
def command() -> None:
    """Group the commands for templates."""


@command.command("check", help=_("Say what is wrong with the Word template FILE."))
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check a template."""
    from secaudit.report.word import check_template

    check_template(file)
    click.echo(_("{file} can be used").format(file=file))
