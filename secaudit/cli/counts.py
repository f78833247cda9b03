"""`secaudit counts`: what employees answered in a survey is counted and recorded."""

from pathlib import Path

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import Column, Listing, show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted, later
from secaudit.problems import most
from secaudit.steps.returned.survey import Imported, import_counts

command = options.InOrder("counts", help=_("Count the employees' answers."))


@command.command(
    "import",
    help=_(
        "Record the answers of a survey, .csv or .xlsx with a row for each employee, as "
        "numbers by department."
    ),
)
@options.file_argument()
@options.file(
    "--columns", _("Which column is what; survey.yaml in the workspace."), "legend"
)
@options.flag("--dry-run", _("Show the numbers, and record nothing."))
@of_campaign
@options.shape("table", "json")
def import_command(
    file: Path, legend: Path | None, dry_run: bool, asked: Asked, shape: str
) -> None:
    done = import_counts(*asked.where, file, legend, asked.signed, dry_run=dry_run)
    show.most_of(most(done.problems))
    Listing(_COLUMNS, done.people, lambda: _as_json(done)).show(shape)
    say(_summary(done), err=True)
    for told in done.receipt.replaced.values():
        say(told.said, err=True)


_COLUMNS: tuple[Column[tuple[str, str, int]], ...] = (
    Column(later("department"), lambda row: row[1] or _("Others")),
    Column(later("respondents"), lambda row: row[2]),
)


def _summary(done: Imported) -> str:
    people = sum(number for _id, _name, number in done.people)
    parts = (
        counted("{n} employee", "{n} employees", people),
        counted("{n} question", "{n} questions", done.questions),
        *_recorded(done),
    )
    return f"{done.campaign}: {', '.join(parts)}"


def _recorded(done: Imported) -> list[str]:
    """In which events it stands, now or before."""
    new = [str(number) for number, _subject in done.receipt.events]
    old = [str(number) for number, _subject in done.receipt.already]
    told = []
    if new:
        told.append(_("recorded as event {events}").format(events=", ".join(new)))
    if old:
        message = _("already recorded (event {events})")
        told.append(message.format(events=", ".join(old)))
    return told or [_("nothing recorded")]


def _as_json(done: Imported) -> object:
    return {
        "campaign": done.campaign,
        "file": done.receipt.file,
        "sha256": done.receipt.sha256,
        "departments": [
            {"department": id or None, "name": name or None, "respondents": number}
            for id, name, number in done.people
        ],
        "questions": done.questions,
        "events": [number for number, _subject in done.receipt.events],
        "already": [number for number, _subject in done.receipt.already],
    }
