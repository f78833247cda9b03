"""`secaudit validate`."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from secaudit.cli import show
from secaudit.cli.options import (
    campaign_option,
    date_option,
    format_option,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted
from secaudit.problems import errors
from secaudit.workspace import Workspace, nearest


@click.command(
    "validate", help=_("Say what is wrong with returned files; nothing is recorded.")
)
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@workspace_option()
@campaign_option()
@date_option()
@format_option("text", "json")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    folder: Path | None,
    campaign: str | None,
    on: date,
    shape: str,
) -> int:
    """Validate files."""
    from secaudit.steps.returned.validate import validate

    found = validate(paths, _workspace(folder, paths[0]), campaign, on, show.progress)
    show.skipped(found.skipped)
    if found.alone:
        click.echo(
            _("no workspace here: only the form of the files was checked"), err=True
        )
    if shape == "json":
        listed = [asdict(problem) for problem in found.problems]
        show.as_json({"documents": found.documents, "problems": listed})
    else:
        show.problems(found.problems)
        wrong = len(errors(found.problems))
        documents = counted("{n} document", "{n} documents", found.documents)
        told = counted("{n} error", "{n} errors", wrong)
        click.echo(f"{documents}, {told}", err=True)
    return 1 if errors(found.problems) else 0


def _workspace(folder: Path | None, near: Path) -> Workspace | None:
    if folder is None and nearest(Path()) is None and nearest(near) is None:
        return None
    return open_workspace(folder, near)
