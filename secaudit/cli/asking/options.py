"""What many commands take: options, arguments and their values, each declared once."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from secaudit.language import LANGUAGES, _
from secaudit.workspace import FILE

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]
PATH = click.Path(path_type=Path)


def day(value: str | datetime.date) -> datetime.date:
    """A date such as 2026-12-31."""
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        message = _("'{value}' is not a date; write it as 2026-12-31")
        raise click.BadParameter(message.format(value=value)) from None


def ahead(on: datetime.date, by: datetime.timedelta) -> datetime.date:
    """A day so far ahead, or the last one that there is."""
    last = datetime.date.max
    return last if on > last - by else on + by


def number(least: int = 0) -> Callable[[str], int]:
    """Reads a whole number, `least` or more."""

    def read(text: str) -> int:
        if text.isascii() and text.isdecimal() and int(text) >= least:
            return int(text)
        message = _("'{value}' is not a whole number of {least} or more")
        raise click.BadParameter(message.format(value=text, least=least))

    return read


class InOrder(click.Group):
    """Lists its commands in the order in which they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def date(name: str, text: str, *parameter: str, **more: Any) -> Decorator:
    """An option that takes a day."""
    return click.option(name, *parameter, metavar="DATE", type=day, help=text, **more)


def language(text: str) -> Decorator:
    """`--language da|en`."""
    return click.option("--language", type=click.Choice(LANGUAGES), help=text)


def shape(*shapes: str) -> Decorator:
    """`--format`, which is the first of `shapes` where nothing is said."""
    return choice("--format", shapes, _("How it is shown."), "shape")


def choice(
    name: str, choices: tuple[str, ...], text: str, *parameter: str
) -> Decorator:
    """An option that takes one of `choices`, and the first where nothing is said."""
    return click.option(
        name,
        *parameter,
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help=text,
    )


def output(text: str) -> Decorator:
    """`-o FILE`."""
    return file("-o", text, "--output")


def file(name: str, text: str, *parameter: str) -> Decorator:
    """An option that names a file."""
    return click.option(name, *parameter, metavar="FILE", type=PATH, help=text)


def flag(name: str, text: str, *parameter: str) -> Decorator:
    """An option that takes no value."""
    return click.option(name, *parameter, is_flag=True, help=text)


def several(name: str, metavar: str, text: str, *parameter: str) -> Decorator:
    """An option that can be said several times."""
    return click.option(name, *parameter, metavar=metavar, multiple=True, help=text)


def file_argument(name: str = "file", metavar: str = "FILE") -> Decorator:
    """An argument that names a file or a folder."""
    return click.argument(name, metavar=metavar, type=PATH)


WORKSPACE = click.option(
    "--workspace",
    "folder",
    metavar="DIR",
    type=PATH,
    help=_("The workspace; the nearest folder upward that holds {file}.").format(
        file=FILE
    ),
)
CAMPAIGN = click.option(
    "--campaign", metavar="ID", help=_("The campaign; the one opened last.")
)
DAY = date(
    "--date",
    _("The day that dates are judged by; today."),
    "on",
    default=datetime.date.today,
)
TEMPLATE = file("--template", _("A Word template of your own."))
PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
"""Files that came back, and folders of them."""
