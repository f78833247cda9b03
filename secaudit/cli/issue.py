"""`secaudit issue`: the questionnaires are issued, or what each would be asked is shown."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from secaudit.cli.asking import Asked, mails, now, of_campaign, options
from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.issuing.issue import Issued, Load, issue, rehearse
from secaudit.steps.issuing.survey import Surveyed
from secaudit.steps.issuing.survey import survey as write_survey

AHEAD = timedelta(days=30)
"""How far ahead `--due` looks, where no day is named."""


@click.command("issue", help=_("Issue the forms that have not been issued yet."))
@of_campaign
@options.several(
    "--again",
    "SUBJECT",
    _("Issue the forms about SUBJECT anew, by the facts as they are now."),
)
@options.flag("--returned", _("Issue small forms for what was sent back."))
@options.flag("--due", _("Issue small forms for what falls due."))
@options.date("--until", _("With --due: how far ahead to look; 30 days."))
@options.date(
    "--answer-by", _("The deadline of these forms, if it is not the campaign's.")
)
@options.flag("--dry-run", _("Show what each person would be asked."))
@options.flag("--mail", _("Mail each person their page, or a link to it, once."))
@mails.resend()
@mails.drafts()
@options.flag("--calendar", _("With --mail: attach the deadline as a calendar."))
@options.flag("--survey", _("Write only the page with the questions to the employees."))
def command(
    asked: Asked,
    answer_by: date | None,
    dry_run: bool,
    mail: bool,
    resend: tuple[str, ...],
    drafts: bool,
    calendar: bool,
    survey: bool,
    **chosen: Any,
) -> int:
    if survey:
        _refuse_beside_survey(answer_by, dry_run, mail, *chosen.values())
        _tell_survey(write_survey(*asked.where))
        return 0
    planner = _planner(asked.on, **chosen)
    if (resend or drafts or calendar) and not mail:
        raise click.UsageError(_("--resend, --drafts and --calendar are for --mail"))
    if mail:
        mails.refuse_unready(asked.workspace, drafts=drafts or dry_run)
        if resend:
            _refuse_unknown(asked, resend)
    if dry_run:
        loads = rehearse(*asked.where, planner)
        _tell_loads(loads)
        return _rehearse_mails(asked, resend, loads) if mail else 0
    _tell(issue(*asked.where, asked.on, now(), planner, answer_by), mail=mail)
    return _mail(asked, resend, drafts=drafts, calendar=calendar) if mail else 0


def _mail(
    asked: Asked, resend: tuple[str, ...], *, drafts: bool, calendar: bool
) -> int:
    from secaudit.cli.showing.mails import tell_mails
    from secaudit.steps.mailing.form_letters import with_deadlines
    from secaudit.steps.mailing.office import office
    from secaudit.steps.mailing.owners import issued

    here = office(*asked.where, asked.on)
    letters = issued(here, resend)
    if calendar:
        letters = tuple(with_deadlines(letter, here) for letter in letters)
    return 0 if tell_mails(letters, here, mails.way(asked, drafts=drafts)) else 1


def _refuse_unknown(asked: Asked, resend: tuple[str, ...]) -> None:
    from secaudit.steps.mailing.office import office
    from secaudit.steps.mailing.owners import chosen_by

    chosen_by(office(*asked.where, asked.on), resend)


def _rehearse_mails(
    asked: Asked, resend: tuple[str, ...], loads: tuple[Load, ...]
) -> int:
    """Show who would be mailed: those who would be issued forms, and those who were."""
    from secaudit.steps.mailing.office import office, wrong_addresses
    from secaudit.steps.mailing.owners import issued

    here = office(*asked.where, asked.on)
    new = {load.person: load for load in loads if load.person and not resend}
    letters = issued(here, resend)
    for id, load in new.items():
        say(
            f"{here.person(id).name}: {_asked(load.forms, load.questions)}: {_('would be mailed')}"
        )
    for letter in letters:
        if letter.person not in new:
            say(f"{letter.to.name}: {letter.about}: {_('would be mailed')}")
    people = [*map(here.person, new), *(letter.to for letter in letters)]
    wrong = wrong_addresses(people, here)
    show.problems(wrong, err=True)
    return 1 if wrong else 0


def _asked(forms: int, questions: int) -> str:
    told = (
        counted("{n} form", "{n} forms", forms),
        counted("{n} question", "{n} questions", questions),
    )
    return ", ".join(told)


def _planner(
    on: date, *, again: tuple[str, ...], returned: bool, due: bool, until: date | None
) -> plan.Planner:
    """What plans the forms that are chosen: those not issued yet, where none are."""
    if bool(again) + returned + due > 1 or (until and not due):
        message = _("use one of --again, --returned and --due; --until is for --due")
        raise click.UsageError(message)
    if again:
        return plan.reissue(*again)
    if returned:
        return small_forms.returned
    return small_forms.due(until or options.ahead(on, AHEAD)) if due else plan.new


def _refuse_beside_survey(*others: Any) -> None:
    if any(others):
        message = _("--survey writes one page for all: use it without other options")
        raise click.UsageError(message)


def _tell_survey(surveyed: Surveyed) -> None:
    for path in surveyed.files:
        say(path.as_posix())
    told = _(
        "{campaign}: {questions}; put the page on the intranet, or copy the texts into a "
        "survey tool; when the answers have come: 'secaudit counts import FILE'"
    )
    asked = counted("{n} question", "{n} questions", surveyed.questions)
    say(told.format(campaign=surveyed.campaign, questions=asked), err=True)


def _tell(issued: Issued, *, mail: bool) -> None:
    for path in issued.forms if not mail else ():
        say(path.as_posix())
    made = counted("{n} form issued", "{n} forms issued", len(issued.forms))
    asked = counted("{n} question", "{n} questions", issued.questions)
    send = (
        _(
            "send each person their folder, or let 'issue --mail' do it; they open "
            "svar.html in it"
        )
        if issued.forms and not mail
        else ""
    )
    if issued.forms or not mail:
        said = (f"{issued.campaign}: {made}, {asked}", send)
        say("; ".join(filter(None, said)), err=True)
    for message, names in (
        (_("nobody is named to answer for: {names}"), issued.unaddressed),
        (
            _("answered already, no need to send: {names}"),
            map(Path.as_posix, issued.unsent),
        ),
    ):
        if told := ", ".join(names):
            say(message.format(names=told), err=True)


def _tell_loads(loads: tuple[Load, ...]) -> None:
    nobody = _("nobody named")
    head = (_("person"), _("name"), _("forms"), _("questions"), _("minutes"))
    rows = []
    for load in loads:
        numbers = (load.forms, load.questions, load.minutes)
        rows.append((load.person or "–", load.name or nobody, *map(str, numbers)))
    if rows:
        show.table(head, rows)
    message = _("warning: {name} is asked more than the limit in profile.yaml")
    for load in (load for load in loads if load.over):
        say(message.format(name=load.name or load.person or nobody), err=True)
    asked = sum(load.questions for load in loads)
    told = _("{forms}, {questions}; nothing was issued").format(
        forms=counted("{n} form", "{n} forms", sum(load.forms for load in loads)),
        questions=counted("{n} question", "{n} questions", asked),
    )
    say(told, err=True)
