"""`secaudit due`: what falls due, when, and for whom."""

from datetime import date, timedelta
from pathlib import Path

import click

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import Column, Listing, in_sheet, in_table, show
from secaudit.cli.speaking.say import hand_over, say
from secaudit.language import _, counted, later
from secaudit.steps.looking.due import WHAT, FallingDue, as_json, due

AHEAD = timedelta(days=90)
"""How far ahead to look, where no day is named."""


@click.command("due", help=_("Show what falls due, when, and for whom."))
@options.date("--until", _("How far ahead to look; 90 days."))
@of_campaign
@options.shape("table", "json", "csv", "ics")
@options.output(_("With --format ics: the file to write the calendar to."))
def command(until: date | None, asked: Asked, shape: str, output: Path | None) -> None:
    if output and shape != "ics":
        raise click.UsageError(_("-o is for --format ics"))
    on = asked.on
    falling = due(*asked.where, until or options.ahead(on, AHEAD), on)
    under = _under(falling, on)
    if shape == "ics":
        _calendar(falling, asked, output)
        return
    Listing(_columns(on), falling, lambda: as_json(falling, on), (under,)).show(shape)


def _calendar(
    falling: tuple[FallingDue, ...], asked: Asked, output: Path | None
) -> None:
    from secaudit.steps.looking.due_days import calendar, save

    organisation = asked.workspace.organisation.id
    if not falling:
        say(_("nothing falls due"), err=True)
    elif output:
        save(falling, organisation, asked.on, output)
        say(output.as_posix())
    else:
        hand_over(calendar(falling, organisation, asked.on))


def _columns(on: date) -> tuple[Column[FallingDue], ...]:
    passed = _("overdue")
    return (
        Column(later("due"), lambda one: one.on.isoformat()),
        in_table("", lambda one: passed if one.overdue(on) else ""),
        in_sheet(later("overdue"), lambda one: show.yes(one.overdue(on))),
        Column(later("what"), lambda one: _(WHAT[one.what])),
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
