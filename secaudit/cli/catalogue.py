"""`secaudit catalogue`."""

from pathlib import Path

import click

from secaudit.cli import show
from secaudit.cli.options import (
    format_option,
    language_option,
    open_workspace,
    speak,
    workspace_option,
)
from secaudit.language import _, active
from secaudit.workspace import Workspace, nearest


@click.group("catalogue", help=_("Check, list and show the controls."))
def command() -> None:
    """Group the commands for catalogues."""


@command.command("check", help=_("Say what is wrong with the catalogues."))
@workspace_option()
@click.pass_context
def check(context: click.Context, folder: Path | None) -> None:
    """Check the catalogues and the tailoring; silent where all is well."""
    from secaudit.steps.controls import catalogue

    found = catalogue.check(_workspace(folder))
    show.problems(found)
    context.exit(1 if found else 0)


@command.command("list", help=_("List the controls."))
@workspace_option()
@language_option(_("The language of the titles."))
@format_option("table", "json")
def list_command(folder: Path | None, language: str | None, shape: str) -> None:
    """List the controls."""
    from secaudit.catalogue import KIND_WORDS
    from secaudit.steps.controls.catalogue import as_json, catalogues

    found = catalogues(_workspace(folder))
    speak(language)
    if shape == "json":
        show.as_json(as_json(found))
        return
    others = _("(answered by others)")
    rows = [
        (
            c.id,
            str(c.weight),
            ", ".join(_(KIND_WORDS[kind]) for kind in c.questions) or others,
            c.title.said(active()),
        )
        for catalogue in found
        for c in catalogue.controls
    ]
    show.table((_("control"), _("weight"), _("asked of"), _("title")), rows)


@command.command("show", help=_("Show a control as it applies here."))
@click.argument("id", metavar="ID")
@workspace_option()
@language_option(_("The language of the texts."))
@format_option("text", "json")
def show_command(
    id: str, folder: Path | None, language: str | None, shape: str
) -> None:
    """Show one control, and where each part of it is written."""
    from secaudit.cli import resolved as told
    from secaudit.steps.controls.resolved import as_json, resolved

    found = resolved(_workspace(folder), id)
    speak(language)
    if shape == "json":
        show.as_json(as_json(found))
    else:
        told.show(found)


def _workspace(folder: Path | None) -> Workspace | None:
    return open_workspace(folder) if folder or nearest(Path()) else None
