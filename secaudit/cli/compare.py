"""`secaudit compare`: what became better or worse from one campaign to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from secaudit.cli.asking import options
from secaudit.cli.asking.asked import Asked, of_workspace, speak
from secaudit.cli.showing import show
from secaudit.language import _, active

if TYPE_CHECKING:
    from secaudit.gaps import Trend
    from secaudit.gaps.comparison import Comparison


@dataclass(frozen=True)
class Wanted:
    """How the comparison is to be shown or written."""

    language: str | None
    shape: str
    output: Path | None
    template: Path | None


@click.command(
    "compare",
    help=_(
        "Show what became better or worse from campaign A to campaign B, on the same "
        "questions."
    ),
)
@click.argument("then", metavar="A")
@click.argument("now", metavar="B")
@of_workspace
@options.language(_("The language of what is shown; the workspace's."))
@options.shape("table", "json", "csv", "xlsx")
@options.output(_("The Word document to write; with --format xlsx, the workbook."))
@options.TEMPLATE
def command(then: str, now: str, asked: Asked, **told: Any) -> None:
    """Compare two campaigns."""
    from secaudit.steps.documents import compare as step

    wanted = Wanted(**told)
    _refuse_mixed(wanted)
    workspace, output = asked.workspace, wanted.output
    speak(wanted.language)
    if output and wanted.shape == "table":
        paths = (output, wanted.template)
        words = active()
        written = step.write_document(workspace, then, now, asked.on, words, *paths)
        show.written(written)
    else:
        _show(step.compare(workspace, then, now, asked.on), wanted)


def _show(comparison: "Comparison", wanted: Wanted) -> None:
    from secaudit.steps.documents.compare import as_json, write_workbook

    if wanted.output:
        write_workbook(comparison, wanted.output)
        click.echo(wanted.output.as_posix())
    elif wanted.shape == "json":
        show.as_json(as_json(comparison))
    elif wanted.shape == "csv":
        _tell_csv(comparison)
    else:
        _tell(comparison)


def _refuse_mixed(wanted: Wanted) -> None:
    """Raise UsageError for options that say two things."""
    shape, output = wanted.shape, wanted.output
    message = ""
    if shape == "xlsx" and not output:
        message = _("'--format xlsx' needs '-o FILE'")
    elif output and shape in ("json", "csv"):
        message = _(
            "'-o FILE' writes a Word document, or a workbook with --format xlsx"
        )
    elif wanted.template and (not output or shape != "table"):
        message = _("'--template' is for the Word document that '-o FILE' writes")
    if message:
        raise click.UsageError(message)


def _tell_csv(found: "Comparison") -> None:
    from secaudit.report.beside.fates import fates_sheet

    sheet = fates_sheet(found)
    rows = [
        [show.decimal(cell) if isinstance(cell, float) else cell for cell in row]
        for row in sheet.rows
    ]
    show.as_csv([_(column.title) for column in sheet.columns], rows)


def _tell(found: "Comparison") -> None:
    names = (found.then.campaign.id, found.now.campaign.id)
    show.table((_("met of all"), _("questions"), *names), _figures(found))
    click.echo()
    show.table(("", _("number")), _numbers(found))
    click.echo()
    show.table(
        (_("fate"), _("class"), _("control"), _("subject"), *names, _("years")),
        _fates(found),
    )


def _figures(found: "Comparison") -> Iterator[tuple[str, ...]]:
    from secaudit.catalogue import KIND_WORDS

    for kind, compared in found.figures.items():
        yield _(KIND_WORDS[kind]), *_trend(compared.every)
        for theme, one in compared.themes.items():
            yield f"  {theme}", *_trend(one)


def _trend(trend: "Trend") -> tuple[str, ...]:
    return str(trend.questions), show.percent(trend.then), show.percent(trend.now)


def _numbers(found: "Comparison") -> Iterator[tuple[str, str]]:
    """How many gaps had each fate, answers changed, questions cannot be compared."""
    from secaudit.report.beside.fates import told

    for word, fates in told(found).items():
        yield _("gaps: {word}").format(word=word), str(len(fates))
    courses = [pair.course for pair in found.pairs]
    yield _("answers that became better"), str(courses.count("better"))
    yield _("answers that became worse"), str(courses.count("worse"))
    sentence = _("questions asked in {campaign} only")
    for picture, number in zip((found.then, found.now), found.only, strict=True):
        yield sentence.format(campaign=picture.campaign.id), str(number)
    for subject in found.came:
        yield _("came: {name}").format(name=subject.name), ""
    for subject in found.went:
        yield _("went: {name}").format(name=subject.name), ""


def _fates(found: "Comparison") -> Iterator[tuple[str, ...]]:
    from secaudit.report.beside.fates import said_of, told

    for word, fates in told(found).items():
        for fate in fates:
            yield (
                word,
                fate.gap.gap_class,
                fate.gap.item.control.id,
                fate.subject.name,
                said_of(fate.then.status if fate.then else None),
                said_of(fate.now.status if fate.now else None),
                str(fate.gap.years),
            )
