"""The one way to the screen: what is said is one line, in which every character is seen."""

from collections.abc import Iterable

import click

from secaudit.visible import one_line


def say(line: object = "", *, err: bool = False) -> None:
    """Print a line; what came from outside cannot make it two."""
    click.echo(one_line(str(line)), err=err)


def say_all(lines: Iterable[str]) -> None:
    """Print lines, at once: each echo is written out by itself."""
    click.echo("\n".join(map(one_line, lines)))


def hand_over(data: str | bytes) -> None:
    """Print CSV, JSON or HTML as it is: its own form keeps apart what it holds."""
    click.echo(data, nl=False)


def complain(error: click.ClickException) -> int:
    """Print what Click says of a wrong usage, its sentence on one line; the exit code."""
    if not isinstance(error, click.exceptions.NoArgsIsHelpError):  # all of it is help
        context = error.ctx if isinstance(error, click.UsageError) else None
        error = click.UsageError(one_line(error.format_message()), context)
    error.show()
    return error.exit_code
