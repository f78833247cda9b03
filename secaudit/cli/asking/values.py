"""What can be typed as a value: a day, a whole number, a file."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from secaudit.language import _

PATH = click.Path(path_type=Path)


class Day(click.ParamType[date]):
    """A date such as 2026-12-31."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            message = _("'{value}' is not a date; write it as 2026-12-31")
            self.fail(message.format(value=value), param, ctx)


class Number(click.ParamType[int]):
    """A whole number, `least` or more."""

    name = "number"

    def __init__(self, least: int = 0) -> None:
        self.least = least

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        text = str(value)
        if text.isascii() and text.isdecimal() and int(text) >= self.least:
            return int(text)
        message = _("'{value}' is not a whole number of {least} or more")
        self.fail(message.format(value=value, least=self.least), param, ctx)
