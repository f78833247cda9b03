"""`secaudit action`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from secaudit.cli import show
from secaudit.cli.options import (
    Day,
    Decorator,
    InOrder,
    Number,
    actor,
    date_option,
    format_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted

if TYPE_CHECKING:
    from secaudit.campaign import Action
    from secaudit.officer.changes import Change
    from secaudit.steps.follow_up.act import ProposedAction


@click.group(
    "action", cls=InOrder, help=_("Follow up on what will be done about gaps.")
)
def command() -> None:
    """Group the commands for actions."""


def _told(*names: str) -> Decorator:
    """The options that say something of an action."""
    every = {
        "covers": click.option(
            "--covers",
            metavar="GAP",
            multiple=True,
            help=_("A gap, as system:backup/A.8.13; A.8.13 is all of that control."),
        ),
        "responsible": click.option("--responsible", help=_("Who does it.")),
        "due": click.option("--due", type=Day(), help=_("When it is to be done.")),
        "hours": click.option("--hours", metavar="N", type=Number(), help=_("Hours.")),
        "cost": click.option("--cost", metavar="N", type=Number(), help=_("Kroner.")),
    }

    def decorate(function: Any) -> Any:
        for name in reversed(names):
            function = every[name](function)
        return function

    return decorate


@command.command("list", help=_("Show the actions, those to be done first."))
@click.option("--proposed", is_flag=True, help=_("Show what the answers propose."))
@format_option("table", "json", "csv")
@workspace_option()
@date_option()
def list_command(proposed: bool, shape: str, folder: Path | None, on: date) -> None:
    """List actions."""
    from secaudit.steps.follow_up.act import actions, proposals

    workspace = open_workspace(folder)
    if proposed:
        _show_proposals(proposals(workspace, None, on), shape)
    else:
        _show(actions(workspace), on, shape)


@command.command("add", help=_("Add an action: what is to be done, about which gaps."))
@click.argument("what", required=False)
@_told("covers", "responsible", "due", "hours", "cost")
@click.option(
    "--from",
    "adopted",
    metavar="GAP",
    help=_("Take over what the answer on GAP proposes."),
)
@workspace_option()
@date_option()
def add(
    what: str | None,
    adopted: str | None,
    folder: Path | None,
    on: date,
    **told: Any,
) -> None:
    """Add an action."""
    from secaudit.officer.changes import Change
    from secaudit.steps.follow_up.act import adopt

    workspace = open_workspace(folder)
    change = Change(what=what, **told)
    if adopted:
        change = adopt(workspace, adopted, change, on)
    _act(folder, change, on)


@command.command("update", help=_("Change what is said of the action ID."))
@click.argument("id", metavar="ID")
@click.option("--what", help=_("What is to be done."))
@_told("covers", "responsible", "hours", "cost")
@click.option(
    "--status",
    type=click.Choice(("planned", "started", "dropped")),
    help=_("How far it is; 'action done' says that it is done."),
)
@click.option("--reason", default="", help=_("Why, where it is dropped or taken up."))
@workspace_option()
@date_option()
def update(id: str, folder: Path | None, on: date, **told: Any) -> None:
    """Change an action."""
    from secaudit.officer.changes import Change

    _act(folder, Change(id, **told), on)


@command.command("move", help=_("Give the action ID another due date."))
@click.argument("id", metavar="ID")
@click.argument("due", metavar="DATE", type=Day())
@click.option("--reason", required=True, help=_("Why it is moved."))
@workspace_option()
@date_option()
def move(id: str, due: date, reason: str, folder: Path | None, on: date) -> None:
    """Move an action."""
    from secaudit.officer.changes import Change

    _act(folder, Change(id, due=due, reason=reason), on)


@command.command("done", help=_("Say that the action ID is done."))
@click.argument("id", metavar="ID")
@click.option("--evidence", required=True, help=_("Where it can be seen."))
@workspace_option()
@date_option()
def done(id: str, evidence: str, folder: Path | None, on: date) -> None:
    """Close an action."""
    from secaudit.officer.changes import Change

    _act(folder, Change(id, status="done", evidence=evidence), on)


@command.command(
    "export", help=_("Write the actions to FILE: .xlsx, or .ics for a calendar.")
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@workspace_option()
@date_option()
def export(file: Path, folder: Path | None, on: date) -> None:
    """Export actions."""
    from secaudit.steps.follow_up.workbook import export_actions

    click.echo(export_actions(open_workspace(folder), file, on).as_posix())


@command.command("import", help=_("Record what was changed in an exported workbook."))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@workspace_option()
@date_option()
def import_command(file: Path, folder: Path | None, on: date) -> None:
    """Import actions."""
    from secaudit.steps.follow_up.workbook import import_actions
    from secaudit.steps.recording import Acting

    workspace = open_workspace(folder)
    changed = import_actions(workspace, file, Acting(on, now(), actor()), show.warning)
    _tell(changed, on)


def _act(folder: Path | None, change: "Change", on: date) -> None:
    from secaudit.steps.follow_up.act import act
    from secaudit.steps.recording import Acting

    _tell(act(open_workspace(folder), [change], Acting(on, now(), actor())), on)


def _tell(changed: tuple["Action", ...], on: date) -> None:
    for action in changed:
        click.echo(" · ".join(filter(None, _cells(action, on))))
    click.echo(counted("{n} action", "{n} actions", len(changed)), err=True)


def _cells(action: "Action", on: date) -> tuple[str, ...]:
    gaps = show.cut(show.gaps(action.covers), 40)
    moved = counted("moved {n} time", "moved {n} times", len(action.moves))
    return (
        action.id,
        _status(action, on),
        action.due.isoformat(),
        moved if action.moves else "",
        gaps,
        action.responsible,
        show.cut(action.what),
    )


def _status(action: "Action", on: date) -> str:

    return action.said(on)


def _show(actions: tuple["Action", ...], on: date, shape: str) -> None:
    from secaudit.steps.follow_up.act import as_json

    ordered = sorted(actions, key=lambda action: (not action.open, action.due))
    if shape == "json":
        show.as_json([as_json(action, on) for action in ordered])
        return
    head = (
        "id",
        _("status"),
        _("due"),
        _("moved"),
        _("covers"),
        _("responsible"),
        _("what"),
    )
    if shape == "csv":
        more = (_("first due"), _("gaps"), _("hours"), _("cost"), _("evidence"))
        show.as_csv((*head, *more), [_csv_cells(action, on) for action in ordered])
        return
    show.table(head, [_cells(action, on) for action in ordered])
    overdue = sum(action.overdue(on) for action in actions)
    open_ones = sum(action.open for action in actions)
    opened = counted("{n} open action", "{n} open actions", open_ones)
    message = _("{opened}, {overdue} overdue; {ended} done or dropped")
    ended = len(actions) - open_ones
    click.echo(message.format(opened=opened, overdue=overdue, ended=ended), err=True)


def _csv_cells(action: "Action", on: date) -> tuple[Any, ...]:
    return (
        action.id,
        _status(action, on),
        action.due.isoformat(),
        len(action.moves),
        len(action.covers),
        action.responsible,
        action.what,
        action.original_due.isoformat(),
        "; ".join(f"{subject}/{control}" for subject, control in action.covers),
        "" if action.hours is None else action.hours,
        "" if action.cost is None else action.cost,
        action.evidence,
    )


def _show_proposals(found: tuple["ProposedAction", ...], shape: str) -> None:
    from secaudit.steps.follow_up.act import proposal_as_json

    if shape == "json":
        show.as_json([proposal_as_json(one) for one in found])
        return
    head = (_("gap"), _("class"), _("due"), _("responsible"), _("what"))
    rows = [
        (
            one.gap.name,
            one.gap.gap_class,
            one.due.isoformat() if one.due else "–",
            one.responsible,
            one.what,
        )
        for one in found
    ]
    if shape == "csv":
        show.as_csv(head, rows)
        return
    show.table(head, [(*row[:-1], show.cut(row[-1])) for row in rows])
    click.echo(_("'action add --from GAP' takes one over"), err=True)
