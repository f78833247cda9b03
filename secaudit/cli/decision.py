"""`secaudit decision`: what the Direktion decided is recorded, listed, and taken back."""

from datetime import date
from typing import Any

import click

from secaudit.campaign import APPROVABLE, Decision
from secaudit.cli.asking import Asked, of_workspace, options
from secaudit.cli.showing import Column, Listing, in_sheet, in_table, line, show
from secaudit.language import _, later
from secaudit.steps.follow_up import decide
from secaudit.steps.follow_up.decide import DecisionTold, Wish

command = options.InOrder("decision", help=_("Record what the Direktion decided."))


@command.command("add", help=_("Record a decision: what was decided, by whom."))
@click.argument("text")
@click.option(
    "--by", required=True, help=_("The body or the role, as profile.yaml names it.")
)
@options.date("--on", _("The day it was decided; today."), "decided")
@click.option("--case", default="", help=_("The case number."))
@click.option(
    "--approve",
    "approves",
    multiple=True,
    type=click.Choice(("report", "soa", "actions", "measures")),
    help=_("What is approved; measures are those of the NIS 2 Act § 7."),
)
@options.several(
    "--accept",
    "GAP",
    _("A gap that may stand, as system:backup/A.8.13; A.8.13 is all of them."),
    "accepts",
)
@options.several(
    "--acknowledge",
    "GAP",
    _("A breach of the law that is known, and has a deadline."),
    "acknowledges",
)
@options.date("--until", _("The day until which gaps may stand."))
@of_workspace
def add(decided: date | None, asked: Asked, **told: Any) -> None:
    decision = DecisionTold(on=decided or asked.on, **told)
    line(COLUMNS, decide.decide(asked.workspace, decision, asked.signed))


@command.command("withdraw", help=_("Withdraw the decision ID."))
@click.argument("id", metavar="ID")
@click.option("--reason", required=True, help=_("Why, for the register."))
@of_workspace
def withdraw(id: str, reason: str, asked: Asked) -> None:
    line(COLUMNS, decide.take_back(asked.workspace, id, reason, asked.signed))


@command.command("list", help=_("Show the decisions."))
@options.flag("--wishes", _("Show what owners wish accepted."))
@options.shape("table", "json", "csv")
@of_workspace
def list_command(wishes: bool, shape: str, asked: Asked) -> None:
    if wishes:
        _wished(decide.wishes(asked.workspace, asked.on)).show(shape)
    else:
        made = decide.decisions(asked.workspace)
        Listing(COLUMNS, made, lambda: [*map(decide.as_json, made)]).show(shape)


def _wished(wishes: tuple[Wish, ...]) -> Listing[Wish]:
    columns: tuple[Column[Wish], ...] = (
        Column(later("gap"), lambda wish: wish.gap.name),
        Column(later("class"), lambda wish: wish.gap.gap_class),
        Column(later("duty by law"), lambda wish: show.yes(wish.gap.legal)),
        Column(later("until"), lambda wish: show.day(wish.until)),
        Column(later("why"), lambda wish: wish.why, show.cut),
    )
    return Listing(columns, wishes, lambda: [*map(decide.wish_as_json, wishes)])


def _approves(decision: Decision) -> str:
    return ", ".join(_(APPROVABLE[name]) for name in decision.approves)


def _gaps(decision: Decision) -> str:
    """The gaps that may stand, and the duties by law that are known."""
    kinds = []
    for legal, text in (
        (False, _("accepts {gaps} until {day}")),
        (True, _("knows of {gaps}, deadline {day}")),
    ):
        if gaps := [gap for gap in decision.accepts if gap.legal == legal]:
            names = show.gaps(gap.key for gap in gaps)
            kinds.append(text.format(gaps=names, day=max(gap.until for gap in gaps)))
    return "; ".join(kinds)


def _taken_back(decision: Decision) -> str:
    day = decision.taken_back_on
    return _("withdrawn {date}").format(date=day) if day else ""


COLUMNS: tuple[Column[Decision], ...] = (
    Column(later("id"), lambda decision: decision.id),
    Column(later("decided"), lambda decision: decision.on.isoformat()),
    Column(later("by"), lambda decision: decision.by),
    Column(later("case"), lambda decision: decision.case),
    Column(later("approves"), _approves),
    Column(later("gaps"), _gaps),
    in_table("", _taken_back),
    in_sheet(later("withdrawn"), lambda decision: decision.taken_back_on),
    Column(later("text"), lambda decision: decision.text, show.cut),
)
