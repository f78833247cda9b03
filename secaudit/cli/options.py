"""The options that many commands share."""

import getpass
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from secaudit.language import LANGUAGES, Language, _, choose
from secaudit.workspace import FILE, Workspace, load_workspace, nearest

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


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


class InOrder(click.Group):
    """Lists its commands in the order in which they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def now() -> datetime:
    """The time, which no other module asks for."""
    return datetime.now(UTC)


def actor() -> str:
    """Who says it: the name in SECAUDIT_USER, else the one they are logged in by."""
    try:
        return os.environ.get("SECAUDIT_USER", "").strip() or getpass.getuser()
    except (OSError, KeyError):  # nobody is logged in, as in a container
        return ""


def workspace_option() -> Decorator:
    """`--workspace DIR`."""
    return click.option(
        "--workspace",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help=_("The workspace; the nearest folder upward that holds {file}.").format(
            file=FILE
        ),
    )


def campaign_option() -> Decorator:
    """`--campaign ID`."""
    return click.option(
        "--campaign", metavar="ID", help=_("The campaign; the one opened last.")
    )


def date_option() -> Decorator:
    """`--date DATE`: the day that dates are judged by."""
    return click.option(
        "--date",
        "on",
        type=Day(),
        default=date.today,
        help=_("The day that dates are judged by; today."),
    )


def language_option(text: str) -> Decorator:
    """`--language da|en`."""
    return click.option("--language", type=click.Choice(LANGUAGES), help=text)


def speak(code: str | None) -> None:
    """Speak the language called `code` from now on, if one is named."""
    if code:
        choose(chosen_language(code))


def format_option(*formats: str) -> Decorator:
    """`--format`."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=_("How it is shown."),
    )


def chosen_language(code: str) -> Language:
    """The language called `code`; Danish for any that is not English."""
    return "en" if code == "en" else "da"


def open_workspace(folder: Path | None, near: Path | None = None) -> Workspace:
    """The workspace that was named, or the nearest; its language is spoken from now on."""
    found = folder or nearest(Path()) or (nearest(near) if near else None)
    if found is None:
        message = _(
            "no folder from here upward holds {file}; use --workspace, or 'init'"
        )
        raise click.UsageError(message.format(file=FILE))
    workspace = load_workspace(found)
    choose(workspace.language)
    return workspace
