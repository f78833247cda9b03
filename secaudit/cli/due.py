"""`secaudit due`: what falls due, when, and for whom."""

from datetime import date, timedelta

import click

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import Column, Listing, in_sheet, in_table, show
from secaudit.language import _, counted, later
from secaudit.steps.looking.due import FallingDue, as_json, due

AHEAD = timedelta(days=90)
"""How far ahead to look, where no day is named."""
_WHAT = {
    "review": later("periodic review"),
    "action": later("action"),
    "acceptance": later("accepted gap"),
    "duty": later("known duty by law"),
}


@click.command("due", help=_("Show what falls due, when, and for whom."))
@options.date("--until", _("How far ahead to look; 90 days."))
@of_campaign
@options.shape("table", "json", "csv")
def command(until: date | None, asked: Asked, shape: str) -> None:
    on = asked.on
    falling = due(*asked.where, until or on + AHEAD, on)
    under = _under(falling, on)
    Listing(_columns(on), falling, lambda: as_json(falling, on), (under,)).show(shape)


def _columns(on: date) -> tuple[Column[FallingDue], ...]:
    passed = _("overdue")
    return (
        Column(later("due"), lambda one: one.on.isoformat()),
        in_table("", lambda one: passed if one.overdue(on) else ""),
        in_sheet(later("overdue"), lambda one: show.yes(one.overdue(on))),
        Column(later("what"), lambda one: _(_WHAT[one.what])),
        Column(later("about"), lambda one: one.about),
        Column(later("who"), lambda one: one.who),
        Column(later("text"), lambda one: one.text, show.cut),
    )


def _under(falling: tuple[FallingDue, ...], on: date) -> str:
    if not falling:
        return _("nothing falls due")
    number = counted("{n} thing falls due", "{n} things fall due", len(falling))
    late = sum(one.overdue(on) for one in falling)
    message = _("{said}, {late} of them overdue; 'issue --due' asks for the reviews")
    return message.format(said=number, late=late)
