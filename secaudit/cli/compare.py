"""`secaudit compare`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli import show
from secaudit.cli.options import (
    chosen_language,
    date_option,
    format_option,
    language_option,
    open_workspace,
    speak,
    workspace_option,
)
from secaudit.language import _

if TYPE_CHECKING:
    from secaudit.gaps import Trend
    from secaudit.gaps.comparison import Comparison


@click.command(
    "compare",
    help=_(
        "Show what became better or worse from campaign A to campaign B, on the same "
        "questions."
    ),
)
@click.argument("then", metavar="A")
@click.argument("now", metavar="B")
@workspace_option()
@date_option()
@language_option(_("The language of what is shown; the workspace's."))
@format_option("table", "json", "csv", "xlsx")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=_("The Word document to write; with --format xlsx, the workbook."),
)
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=_("A Word template of your own."),
)
def command(
    then: str,
    now: str,
    folder: Path | None,
    on: date,
    language: str | None,
    shape: str,
    output: Path | None,
    template: Path | None,
) -> None:
    """Compare two campaigns."""
    from secaudit.steps.documents import compare as step
    from secaudit.steps.documents.order import Order

    _refuse_mixed(shape, output, template)
    workspace = open_workspace(folder)
    speak(language)
    if output and shape == "table":
        said = chosen_language(language or workspace.language)
        order = Order(said, template, output)
        show.written(step.write_document(workspace, then, now, on, order))
        return
    found = step.compare(workspace, then, now, on)
    if output:
        step.write_workbook(found, output)
        click.echo(output.as_posix())
    elif shape == "json":
        show.as_json(step.as_json(found))
    elif shape == "csv":
        _tell_csv(found)
    else:
        _tell(found)


def _refuse_mixed(shape: str, output: Path | None, template: Path | None) -> None:
    """Raise UsageError for options that say two things."""
    message = ""
    if shape == "xlsx" and not output:
        message = _("'--format xlsx' needs '-o FILE'")
    elif output and shape in ("json", "csv"):
        message = _(
            "'-o FILE' writes a Word document, or a workbook with --format xlsx"
        )
    elif template and (not output or shape != "table"):
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
    from secaudit.report.beside.fates import status_word, told

    for fate in (fate for fates in told(found).values() for fate in fates):
        yield (
            fate.word,
            fate.gap.gap_class,
            fate.gap.item.control.id,
            fate.subject.name,
            status_word(fate.then),
            status_word(fate.now),
            str(fate.gap.years),
        )
