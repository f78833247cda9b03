"""`secaudit campaign`: a campaign is opened, somebody's deadline is extended, it is closed."""

from collections.abc import Iterator
from datetime import date

import click

from secaudit.cli.asking import Asked, now, of_campaign, of_workspace, options
from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.gaps import Picture, figures
from secaudit.language import _, counted
from secaudit.steps.campaigns.close import close, extend
from secaudit.steps.campaigns.open import Opened, open_campaign

MOST_TOLD = 8
"""Where more has changed, the rest is counted."""

command = options.InOrder("campaign", help=_("Open, extend and close a campaign."))


@command.command(
    "open", help=_("Open the campaign ID, with catalogue and profile as of now.")
)
@click.argument("id", metavar="ID")
@options.date("--due", _("The day answers are due."), required=True)
@options.flag("--skip", _("Open it also where years before it are missing."))
@of_workspace
def open_command(id: str, due: date, skip: bool, asked: Asked) -> None:
    opened = open_campaign(asked.workspace, id, due, asked.on, now(), skip=skip)
    message = _(
        "opened {id}, due {due}: {controls} controls, {questions} different questions"
    )
    say(message.format_map(vars(opened)))
    if opened.since is not None:
        _tell_since(opened, opened.since)
    show.problems(opened.warnings, err=True)


@command.command("extend", help=_("Give PERSON time to answer until DATE."))
@click.argument("person", metavar="PERSON")
@click.argument("until", metavar="DATE", type=options.day)
@of_campaign
def extend_command(person: str, until: date, asked: Asked) -> None:
    given = extend(*asked.where, person, until, asked.signed)
    say(_("{campaign}: {name} has until {until}").format_map(vars(given)))


@command.command("close", help=_("Close the campaign: its figures change no more."))
@options.flag("--early", _("Close it also while answers are waited for."))
@of_campaign
def close_command(early: bool, asked: Asked) -> None:
    _tell_closed(close(*asked.where, asked.signed, early=early))


def _tell_closed(picture: Picture) -> None:
    gaps = counted("{n} open gap", "{n} open gaps", len(picture.open_gaps()))
    left = figures(picture.own).counts["unanswered"]
    unanswered = counted(
        "{n} question without an answer", "{n} questions without an answer", left
    )
    told = _("closed {campaign} as of {date}: {gaps}, {unanswered}").format(
        campaign=picture.campaign.id, date=picture.on, gaps=gaps, unanswered=unanswered
    )
    say(told)
    say(_("a later answer needs 'record --late', and counts apart"), err=True)


def _tell_since(opened: Opened, since: str) -> None:
    """What differs from the campaign before, and what of it goes on."""
    changes = [(text, ids) for text, ids in _changes(opened) if ids]
    if not changes:
        say(_("nothing differs from {since}").format(since=since))
    for text, ids in changes:
        more = ", …" if len(ids) > MOST_TOLD else ""
        say(f"{text}: {', '.join(ids[:MOST_TOLD])}{more}")
    if opened.unclosed:
        message = _("{since} is not closed: it is judged by the day it was due")
        say(message.format(since=since), err=True)
    if opened.open_actions:
        goes_on = counted(
            "{n} action is not done, and goes on",
            "{n} actions are not done, and go on",
            opened.open_actions,
        )
        say(goes_on, err=True)


def _changes(opened: Opened) -> Iterator[tuple[str, tuple[str, ...]]]:
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
