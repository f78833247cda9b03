"""`secaudit decision`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from secaudit.cli import show
from secaudit.cli.options import (
    Day,
    InOrder,
    actor,
    date_option,
    format_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _

if TYPE_CHECKING:
    from secaudit.campaign import Decision
    from secaudit.steps.follow_up.decide import Wish


@click.group("decision", cls=InOrder, help=_("Record what the Direktion decided."))
def command() -> None:
    """Group the commands for decisions."""


@command.command("add", help=_("Record a decision: what was decided, by whom."))
@click.argument("text")
@click.option(
    "--by", required=True, help=_("The body or the role, as profile.yaml names it.")
)
@click.option("--on", "decided", type=Day(), help=_("The day it was decided; today."))
@click.option("--case", default="", help=_("The case number."))
@click.option(
    "--approve",
    "approves",
    multiple=True,
    type=click.Choice(("report", "soa", "actions", "measures")),
    help=_("What is approved; measures are those of the NIS 2 Act § 7."),
)
@click.option(
    "--accept",
    "accepts",
    metavar="GAP",
    multiple=True,
    help=_("A gap that may stand, as system:backup/A.8.13; A.8.13 is all of them."),
)
@click.option(
    "--acknowledge",
    "acknowledges",
    metavar="GAP",
    multiple=True,
    help=_("A breach of the law that is known, and has a deadline."),
)
@click.option("--until", type=Day(), help=_("The day until which gaps may stand."))
@workspace_option()
@date_option()
def add(
    text: str,
    by: str,
    decided: date | None,
    folder: Path | None,
    on: date,
    **told: Any,
) -> None:
    """Record a decision."""
    from secaudit.steps.follow_up.decide import DecisionTold, decide

    decided_on = DecisionTold(text, by, decided or on, **told)
    decision = decide(open_workspace(folder), decided_on, on, now(), actor())
    click.echo(" · ".join(filter(None, _cells(decision))))


@command.command("withdraw", help=_("Withdraw the decision ID."))
@click.argument("id", metavar="ID")
@click.option("--reason", required=True, help=_("Why, for the register."))
@workspace_option()
@date_option()
def withdraw(id: str, reason: str, folder: Path | None, on: date) -> None:
    """Take a decision back."""
    from secaudit.steps.follow_up.decide import take_back

    taken = take_back(open_workspace(folder), id, reason, on, now(), actor())
    click.echo(" · ".join(filter(None, _cells(taken))))


@command.command("list", help=_("Show the decisions."))
@click.option("--wishes", is_flag=True, help=_("Show what owners wish accepted."))
@format_option("table", "json", "csv")
@workspace_option()
@date_option()
def list_command(wishes: bool, shape: str, folder: Path | None, on: date) -> None:
    """List decisions."""
    from secaudit.steps.follow_up import decide

    workspace = open_workspace(folder)
    if wishes:
        _show_wishes(decide.wishes(workspace, on), shape)
        return
    found = decide.decisions(workspace)
    if shape == "json":
        show.as_json([decide.as_json(decision) for decision in found])
        return
    more = (_("gaps"), "", _("text"))
    head = ("id", _("decided"), _("by"), _("case"), _("approves"), *more)
    if shape == "csv":
        show.as_csv(head, [(*_cells(one)[:-1], one.text) for one in found])
        return
    show.table(head, [_cells(decision) for decision in found])


def _cells(decision: "Decision") -> tuple[str, ...]:
    from secaudit.campaign import APPROVABLE

    back = _("withdrawn {date}").format(date=decision.taken_back_on)
    return (
        decision.id,
        decision.on.isoformat(),
        decision.by,
        decision.case,
        ", ".join(_(APPROVABLE[name]) for name in decision.approves),
        "; ".join(_gaps(decision)),
        back if decision.taken_back_on else "",
        show.cut(decision.text),
    )


def _gaps(decision: "Decision") -> Iterator[str]:
    """The gaps that may stand, and the duties by law that are known."""
    for legal, text in (
        (False, _("accepts {gaps} until {day}")),
        (True, _("knows of {gaps}, deadline {day}")),
    ):
        found = [gap for gap in decision.accepts if gap.legal == legal]
        if found:
            gaps = show.gaps(gap.key for gap in found)
            yield text.format(gaps=gaps, day=max(gap.until for gap in found))


def _show_wishes(found: tuple["Wish", ...], shape: str) -> None:
    from secaudit.steps.follow_up.decide import wish_as_json

    if shape == "json":
        show.as_json([wish_as_json(wish) for wish in found])
        return
    head = (_("gap"), _("class"), _("duty by law"), _("until"), _("why"))
    rows = [
        (
            wish.gap.name,
            wish.gap.gap_class,
            _("yes") if wish.gap.legal else _("no"),
            wish.until.isoformat() if wish.until else "–",
            wish.why,
        )
        for wish in found
    ]
    if shape == "csv":
        show.as_csv(head, rows)
        return
    show.table(head, [(*row[:-1], show.cut(row[-1])) for row in rows])
