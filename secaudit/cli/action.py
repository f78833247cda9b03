"""`secaudit action`: what will be done about gaps; listed, added, changed, moved, and ended."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from secaudit.campaign import ACTION_STATES, Action
from secaudit.cli.asking import Asked, of_workspace, options
from secaudit.cli.showing import Column, Listing, in_sheet, in_table, line, show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted, later
from secaudit.officer.changes import Change
from secaudit.steps.follow_up import act

command = options.InOrder(
    "action", help=_("Follow up on what will be done about gaps.")
)


COVERS = options.several(
    "--covers",
    "GAP",
    _("A gap, as system:backup/A.8.13; A.8.13 is all of that control."),
)
RESPONSIBLE = click.option("--responsible", help=_("Who does it."))
HOURS = click.option("--hours", metavar="N", type=options.number(), help=_("Hours."))
COST = click.option("--cost", metavar="N", type=options.number(), help=_("Kroner."))


def _status(written: str) -> str:
    """The key of a status other than done, of which it is said where it can be seen."""
    from secaudit.exchange.row import keyed

    words = {key: ACTION_STATES[key] for key in ("planned", "started", "dropped")}
    if key := keyed(words, written):
        return key
    known = ", ".join(f"'{_(word)}'" for word in words.values())
    message = _("'{written}' is not a valid status; write {known}")
    raise click.BadParameter(message.format(written=written, known=known))


@command.command("list", help=_("Show the actions, those to be done first."))
@options.flag("--proposed", _("Show what the answers propose."))
@options.shape("table", "json", "csv")
@of_workspace
def list_command(proposed: bool, shape: str, asked: Asked) -> None:
    if proposed:
        _proposed(act.proposals(asked.workspace, None, asked.on)).show(shape)
    else:
        _listed(act.actions(asked.workspace), asked.on).show(shape)


@command.command("add", help=_("Add an action: what is to be done, about which gaps."))
@click.argument("what", required=False)
@COVERS
@RESPONSIBLE
@options.date("--due", _("When it is to be done."))
@HOURS
@COST
@click.option(
    "--from",
    "adopted",
    metavar="GAP",
    help=_("Take over what the answer on GAP proposes."),
)
@of_workspace
def add(**told: Any) -> None:
    _act(**told)


@command.command("update", help=_("Change what is said of the action ID."))
@click.argument("id", metavar="ID")
@click.option("--what", help=_("What is to be done."))
@COVERS
@RESPONSIBLE
@HOURS
@COST
@click.option(
    "--status",
    metavar="[planned|started|dropped]",
    type=_status,
    help=_("How far it is; 'action done' says that it is done."),
)
@click.option("--reason", default="", help=_("Why, where it is dropped or taken up."))
@of_workspace
def update(**told: Any) -> None:
    _act(**told)


@command.command("move", help=_("Give the action ID another due date."))
@click.argument("id", metavar="ID")
@click.argument("due", metavar="DATE", type=options.day)
@click.option("--reason", required=True, help=_("Why it is moved."))
@of_workspace
def move(**told: Any) -> None:
    _act(**told)


@command.command("done", help=_("Say that the action ID is done."))
@click.argument("id", metavar="ID")
@click.option("--evidence", required=True, help=_("Where it can be seen."))
@of_workspace
def done(**told: Any) -> None:
    _act(status="done", **told)


@command.command(
    "export", help=_("Write the actions to FILE: .xlsx, or .ics for a calendar.")
)
@options.file_argument()
@of_workspace
def export(file: Path, asked: Asked) -> None:
    from secaudit.steps.follow_up.workbook import export_actions

    say(export_actions(asked.workspace, file, asked.on).as_posix())


@command.command("import", help=_("Record what was changed in an exported workbook."))
@options.file_argument()
@of_workspace
def import_command(file: Path, asked: Asked) -> None:
    from secaudit.steps.follow_up.workbook import import_actions

    told = import_actions(asked.workspace, file, asked.signed, show.warning)
    _tell(told, asked.on)


def _act(asked: Asked, adopted: str | None = None, **told: Any) -> None:
    """Record what is told of an action, on top of what the gap `adopted` proposes."""
    change = Change(**told)
    if adopted:
        change = act.adopt(asked.workspace, adopted, change, asked.on)
    _tell(act.act(asked.workspace, [change], asked.signed), asked.on)


def _tell(changed: tuple[Action, ...], on: date) -> None:
    for action in changed:
        line(_columns(on), action)
    say(counted("{n} action", "{n} actions", len(changed)), err=True)


def _listed(actions: tuple[Action, ...], on: date) -> Listing[Action]:
    ordered = sorted(actions, key=lambda action: (not action.open, action.due))
    open_ones = sum(action.open for action in actions)
    under = _("{opened}, {overdue} overdue; {ended} done or dropped").format(
        opened=counted("{n} open action", "{n} open actions", open_ones),
        overdue=sum(action.overdue(on) for action in actions),
        ended=len(actions) - open_ones,
    )
    return Listing(
        _columns(on),
        ordered,
        lambda: [act.as_json(one, on) for one in ordered],
        (under,),
    )


def _columns(on: date) -> tuple[Column[Action], ...]:
    return (
        Column(later("id"), lambda action: action.id),
        Column(later("status"), lambda action: action.said(on)),
        Column(later("due"), lambda action: action.due),
        Column(later("moved"), lambda action: len(action.moves), _moved),
        in_table(
            later("covers"), lambda action: show.cut(show.gaps(action.covers), 40)
        ),
        in_sheet(later("covers"), lambda action: len(action.covers)),
        Column(later("responsible"), lambda action: action.responsible),
        Column(later("what"), lambda action: action.what, show.cut),
        in_sheet(later("first due"), lambda action: action.original_due),
        in_sheet(later("gaps"), lambda action: "; ".join(map("/".join, action.covers))),
        in_sheet(later("hours"), lambda action: action.hours),
        in_sheet(later("cost"), lambda action: action.cost),
        in_sheet(later("evidence"), lambda action: action.evidence),
    )


def _moved(times: int) -> str:
    return counted("moved once", "moved {n} times", times) if times else ""


def _proposed(found: tuple[act.ProposedAction, ...]) -> Listing[act.ProposedAction]:
    columns: tuple[Column[act.ProposedAction], ...] = (
        Column(later("gap"), lambda proposal: proposal.gap.name),
        Column(later("class"), lambda proposal: proposal.gap.gap_class),
        Column(later("due"), lambda proposal: show.day(proposal.action.due)),
        Column(later("responsible"), lambda proposal: proposal.action.responsible),
        Column(later("what"), lambda proposal: proposal.action.what, show.cut),
    )
    under = _("'action add --from GAP' takes one over")
    return Listing(
        columns, found, lambda: [*map(act.proposal_as_json, found)], (under,)
    )
