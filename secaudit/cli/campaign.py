"""`secaudit campaign`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli import show
from secaudit.cli.options import (
    Day,
    InOrder,
    actor,
    campaign_option,
    date_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted

if TYPE_CHECKING:
    from secaudit.steps.campaigns.open import Opened


MOST_TOLD = 8
"""Where more has changed, the rest is counted."""


@click.group("campaign", cls=InOrder, help=_("Open, extend and close a campaign."))
def command() -> None:
    """Group the commands of a campaign."""


@command.command(
    "open", help=_("Open the campaign ID, with catalogue and profile as of now.")
)
@click.argument("id", metavar="ID")
@click.option("--due", required=True, type=Day(), help=_("The day answers are due."))
@click.option(
    "--skip", is_flag=True, help=_("Open it also where years before it are missing.")
)
@workspace_option()
@date_option()
def open_command(id: str, due: date, skip: bool, folder: Path | None, on: date) -> None:
    """Open a campaign."""
    from secaudit.steps.campaigns.open import open_campaign

    opened = open_campaign(open_workspace(folder), id, due, on, now(), skip=skip)
    message = _(
        "opened {id}, due {due}: {controls} controls, {questions} different questions"
    )
    click.echo(
        message.format(
            id=opened.id,
            due=opened.due,
            controls=opened.controls,
            questions=opened.questions,
        )
    )
    _tell_changes(opened)
    show.problems(opened.warnings, err=True)


@command.command("extend", help=_("Give PERSON time to answer until DATE."))
@click.argument("person", metavar="PERSON")
@click.argument("until", metavar="DATE", type=Day())
@workspace_option()
@campaign_option()
@date_option()
def extend_command(
    person: str, until: date, folder: Path | None, campaign: str | None, on: date
) -> None:
    """Extend a deadline."""
    from secaudit.steps.campaigns.close import extend
    from secaudit.steps.recording import Acting

    workspace = open_workspace(folder)
    given = extend(workspace, campaign, person, until, Acting(on, now(), actor()))
    message = _("{campaign}: {name} has until {until}")
    told = message.format(campaign=given.campaign, name=given.name, until=given.until)
    click.echo(told)


@command.command("close", help=_("Close the campaign: its figures change no more."))
@click.option(
    "--early", is_flag=True, help=_("Close it also while answers are waited for.")
)
@workspace_option()
@campaign_option()
@date_option()
def close_command(
    early: bool, folder: Path | None, campaign: str | None, on: date
) -> None:
    """Close a campaign."""
    from secaudit.gaps import figures
    from secaudit.steps.campaigns.close import close
    from secaudit.steps.recording import Acting

    workspace = open_workspace(folder)
    picture = close(workspace, campaign, Acting(on, now(), actor()), early=early)
    gaps = counted("{n} open gap", "{n} open gaps", len(picture.open_gaps()))
    left = figures(picture.own).counts["unanswered"]
    unanswered = counted(
        "{n} question without an answer", "{n} questions without an answer", left
    )
    message = _("closed {campaign} as of {date}: {gaps}, {unanswered}")
    told = message.format(
        campaign=picture.campaign.id, date=picture.on, gaps=gaps, unanswered=unanswered
    )
    click.echo(told)
    click.echo(_("a later answer needs 'record --late', and counts apart"), err=True)


def _tell_changes(opened: "Opened") -> None:
    if opened.since is None:
        return
    said = [(text, ids) for text, ids in _changes(opened) if ids]
    if not said:
        message = _("nothing differs from {since}")
        click.echo(message.format(since=opened.since))
    for text, ids in said:
        more = ", …" if len(ids) > MOST_TOLD else ""
        click.echo(f"{text}: {', '.join(ids[:MOST_TOLD])}{more}")
    if opened.unclosed:
        message = _("{since} is not closed: it is judged by the day it was due")
        click.echo(message.format(since=opened.since), err=True)
    if opened.open_actions:
        click.echo(
            counted(
                "{n} action is not done, and goes on",
                "{n} actions are not done, and go on",
                opened.open_actions,
            ),
            err=True,
        )


def _changes(opened: "Opened") -> Iterator[tuple[str, tuple[str, ...]]]:
    """What differs from the campaign before, and how it is said."""
    of, around = opened.changes, opened.around
    yield counted("{n} new control", "{n} new controls", len(of.added)), of.added
    yield counted("{n} control gone", "{n} controls gone", len(of.removed)), of.removed
    changed = counted("{n} control changed", "{n} controls changed", len(of.changed))
    yield changed, of.changed
    yield _("applies now"), of.chosen
    yield _("applies no longer"), of.dropped
    yield _("changed in profile.yaml"), around.profile
    yield counted("{n} new system", "{n} new systems", len(around.new)), around.new
    yield counted("{n} system gone", "{n} systems gone", len(around.gone)), around.gone
    yield _("renamed"), around.renamed
    yield _("another owner"), around.owners
    yield _("other facts"), around.facts
    yield _("new among those who answer"), around.came
    yield _("no longer in people.yaml"), around.left
