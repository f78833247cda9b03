"""What can be typed as a value: a day, a whole number, a file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from secaudit.language import _

PATH = click.Path(path_type=Path)


def day(value: str | date) -> date:
    """A date such as 2026-12-31."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        message = _("'{value}' is not a date; write it as 2026-12-31")
        raise click.BadParameter(message.format(value=value)) from None


def number(least: int = 0) -> Callable[[str], int]:
    """Reads a whole number, `least` or more."""

    def read(text: str) -> int:
        if text.isascii() and text.isdecimal() and int(text) >= least:
            return int(text)
        message = _("'{value}' is not a whole number of {least} or more")
        raise click.BadParameter(message.format(value=text, least=least))

    return read
