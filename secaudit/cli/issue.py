"""`secaudit issue`: the questionnaires are issued, or what each would be asked is shown."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from secaudit.cli.asking import options
from secaudit.cli.asking.asked import Asked, now, of_campaign
from secaudit.cli.asking.values import Day
from secaudit.cli.showing import show
from secaudit.language import _, counted

if TYPE_CHECKING:
    from secaudit.steps.issuing.issue import Issued, Load
    from secaudit.steps.issuing.plan import Planner

AHEAD = timedelta(days=30)
"""How far ahead `--due` looks, where no day is named."""


@dataclass(frozen=True)
class Chosen:
    """Which forms are to be issued; those that were not yet, where nothing is chosen."""

    again: tuple[str, ...]
    returned: bool
    due: bool
    until: date | None

    def planner(self, on: date) -> "Planner":
        """What plans them. Raises UsageError for options that say two things."""
        from secaudit.steps.issuing import plan, small_forms

        if bool(self.again) + self.returned + self.due > 1 or (
            self.until and not self.due
        ):
            message = _(
                "use one of --again, --returned and --due; --until is for --due"
            )
            raise click.UsageError(message)
        if self.again:
            return plan.reissue(*self.again)
        if self.returned:
            return small_forms.returned
        return small_forms.due(self.until or on + AHEAD) if self.due else plan.new


@click.command(
    "issue", help=_("Issue the questionnaires that have not been issued yet.")
)
@of_campaign
@options.several(
    "--again",
    "SUBJECT",
    _("Issue the forms about SUBJECT anew, by the facts as they are now."),
)
@options.flag("--returned", _("Issue small forms for what was sent back."))
@options.flag("--due", _("Issue small forms for what falls due."))
@click.option(
    "--until", type=Day(), help=_("With --due: how far ahead to look; 30 days.")
)
@click.option(
    "--answer-by",
    type=Day(),
    help=_("The deadline of these forms, if it is not the campaign's."),
)
@options.flag("--dry-run", _("Show what each person would be asked."))
def command(asked: Asked, answer_by: date | None, dry_run: bool, **chosen: Any) -> None:
    """Issue questionnaires."""
    from secaudit.steps.issuing.issue import issue, rehearse

    planner = Chosen(**chosen).planner(asked.on)
    workspace, campaign = asked.workspace, asked.campaign
    if dry_run:
        _tell_loads(rehearse(workspace, campaign, planner))
    else:
        _tell(issue(workspace, campaign, asked.on, now(), planner, answer_by))


def _tell(issued: "Issued") -> None:
    for path in issued.forms:
        click.echo(path.as_posix())
    made = counted("{n} form made", "{n} forms made", len(issued.forms))
    asked = counted("{n} question", "{n} questions", issued.questions)
    send = _("send each person their folder") if issued.forms else ""
    told = "; ".join(filter(None, (f"{issued.campaign}: {made}, {asked}", send)))
    click.echo(told, err=True)
    if issued.unaddressed:
        message = _("nobody is known to answer for: {names}")
        click.echo(message.format(names=", ".join(issued.unaddressed)), err=True)
    if issued.unsent:
        message = _("answered already, no need to send: {names}")
        names = ", ".join(path.as_posix() for path in issued.unsent)
        click.echo(message.format(names=names), err=True)


def _tell_loads(loads: tuple["Load", ...]) -> None:
    nobody = _("nobody known")
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
