"""`secaudit issue`."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli import show
from secaudit.cli.options import (
    Day,
    campaign_option,
    date_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted

if TYPE_CHECKING:
    from secaudit.steps.issuing.issue import Issued, Load
    from secaudit.steps.issuing.plan import Planner

AHEAD = timedelta(days=30)
"""How far ahead `--due` looks, where no day is named."""


@click.command("issue", help=_("Issue the forms that have not been issued yet."))
@workspace_option()
@campaign_option()
@date_option()
@click.option(
    "--again",
    metavar="SUBJECT",
    multiple=True,
    help=_("Issue the forms about SUBJECT anew, by the facts as they are now."),
)
@click.option(
    "--returned", is_flag=True, help=_("Issue small forms for what was sent back.")
)
@click.option("--due", is_flag=True, help=_("Issue small forms for what falls due."))
@click.option(
    "--until", type=Day(), help=_("With --due: how far ahead to look; 30 days.")
)
@click.option(
    "--answer-by",
    type=Day(),
    help=_("The deadline of these forms, if it is not the campaign's."),
)
@click.option(
    "--dry-run", is_flag=True, help=_("Show what each person would be asked.")
)
def command(
    folder: Path | None,
    campaign: str | None,
    on: date,
    again: tuple[str, ...],
    returned: bool,
    due: bool,
    until: date | None,
    answer_by: date | None,
    dry_run: bool,
) -> None:
    """Issue questionnaires."""
    from secaudit.steps.issuing.issue import issue, rehearse

    if bool(again) + returned + due > 1 or (until and not due):
        message = _("use one of --again, --returned and --due; --until is for --due")
        raise click.UsageError(message)
    planner = _planner(again, returned, until or on + AHEAD if due else None)
    workspace = open_workspace(folder)
    if dry_run:
        _tell_loads(rehearse(workspace, campaign, planner))
    else:
        _tell(issue(workspace, campaign, on, now(), planner, answer_by))


def _planner(again: tuple[str, ...], returned: bool, until: date | None) -> "Planner":
    from secaudit.steps.issuing import plan, small_forms

    if again:
        return plan.reissue(*again)
    if returned:
        return small_forms.returned
    return small_forms.due(until) if until else plan.new


def _tell(issued: "Issued") -> None:
    for path in issued.forms:
        click.echo(path.as_posix())
    made = counted("{n} form issued", "{n} forms issued", len(issued.forms))
    asked = counted("{n} question", "{n} questions", issued.questions)
    send = _("send each person their folder") if issued.forms else ""
    told = "; ".join(filter(None, (f"{issued.campaign}: {made}, {asked}", send)))
    click.echo(told, err=True)
    if issued.unaddressed:
        message = _("nobody is named to answer for: {names}")
        click.echo(message.format(names=", ".join(issued.unaddressed)), err=True)
    if issued.unsent:
        message = _("answered already, no need to send: {names}")
        names = ", ".join(path.as_posix() for path in issued.unsent)
        click.echo(message.format(names=names), err=True)


def _tell_loads(loads: tuple["Load", ...]) -> None:
    nobody = _("nobody named")
    head = (_("person"), _("name"), _("forms"), _("questions"), _("minutes"))
    rows = [
        (
            load.person or "–",
            load.name or nobody,
            *map(str, (load.forms, load.questions, load.minutes)),
        )
        for load in loads
    ]
    show.table(head, rows)
    for load in (load for load in loads if load.over):
        message = _("warning: {name} is asked more than the limit in profile.yaml")
        click.echo(message.format(name=load.name or load.person or nobody), err=True)
    forms = counted("{n} form", "{n} forms", sum(load.forms for load in loads))
    asked = sum(load.questions for load in loads)
    told = counted("{n} question", "{n} questions", asked)
    message = _("{forms}, {questions}; nothing was issued")
    click.echo(message.format(forms=forms, questions=told), err=True)
