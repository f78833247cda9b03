"""`secaudit demo`: a fictional municipality, with two campaigns and its Word report."""

from pathlib import Path

import click

from secaudit.cli.asking import options
from secaudit.cli.speaking.say import say
from secaudit.language import _


@click.command(
    "demo",
    help=_(
        "Make a fictional municipality in DIR, with two campaigns and its Word report."
    ),
)
@options.file_argument("folder", "DIR")
def command(folder: Path) -> None:
    from secaudit.demo import demo

    path = demo(folder, lambda told: say(told, err=True))
    say(path.as_posix())
