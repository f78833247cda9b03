"""`secaudit catalogue`: the controls are checked, listed, and shown one at a time."""

from pathlib import Path

import click

from secaudit.catalogue import KIND_WORDS, Control
from secaudit.cli.asking import options, workspace_if_any
from secaudit.cli.showing import Column, Listing, control, show
from secaudit.language import Language, _, active, choose, later
from secaudit.steps.controls import catalogue
from secaudit.steps.controls.resolved import as_json, resolved

command = options.InOrder("catalogue", help=_("Check, list and show the controls."))


@command.command("check", help=_("Say what is wrong with the catalogues."))
@options.WORKSPACE
def check(folder: Path | None) -> int:
    problems = catalogue.check(workspace_if_any(folder))
    show.problems(problems)
    return 1 if problems else 0


@command.command("list", help=_("List the controls."))
@options.WORKSPACE
@options.language(_("The language of the titles."))
@options.shape("table", "json")
def list_command(folder: Path | None, language: Language | None, shape: str) -> None:
    used = catalogue.catalogues(workspace_if_any(folder))
    choose(language or active())
    controls = [control for one in used for control in one.controls]
    Listing(COLUMNS, controls, lambda: catalogue.as_json(used)).show(shape)


def _asked_of(control: Control) -> str:
    kinds = ", ".join(_(KIND_WORDS[kind]) for kind in control.questions)
    return kinds or _("(answered by others)")


COLUMNS = (
    Column[Control](later("control"), lambda control: control.id),
    Column[Control](later("weight"), lambda control: control.weight),
    Column[Control](later("asked of"), _asked_of),
    Column[Control](later("title"), lambda control: control.title.said(active())),
)


@command.command("show", help=_("Show a control as it applies here."))
@click.argument("id", metavar="ID")
@options.WORKSPACE
@options.language(_("The language of the texts."))
@options.shape("text", "json")
def show_command(
    id: str, folder: Path | None, language: Language | None, shape: str
) -> None:
    here = resolved(workspace_if_any(folder), id)
    choose(language or active())
    if shape == "json":
        show.as_json(as_json(here))
    else:
        control.show(here)
