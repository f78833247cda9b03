"""`secaudit compare`: what became better or worse from one campaign to another."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from secaudit.catalogue import KIND_WORDS
from secaudit.cli.asking import Asked, of_workspace, options
from secaudit.cli.showing import show
from secaudit.cli.speaking.say import say
from secaudit.gaps import Trend
from secaudit.gaps.comparison import Comparison
from secaudit.language import Language, _, active, choose
from secaudit.report.beside.fates import fates_sheet, status_word, told
from secaudit.report.said.wording import percent
from secaudit.steps.documents import compare
from secaudit.steps.documents.order import Order


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
def command(
    then: str, now: str, asked: Asked, language: Language | None, **wanted: Any
) -> None:
    shape, output, template = _agreeing(**wanted)
    workspace = asked.workspace
    choose(language or active())
    if output and shape == "table":
        order = Order(active(), template, output)
        show.written(compare.write_document(workspace, then, now, asked.on, order))
    else:
        _show(compare.compare(workspace, then, now, asked.on), shape, output)


def _agreeing(
    shape: str, output: Path | None, template: Path | None
) -> tuple[str, Path | None, Path | None]:
    """The three as they are. Raises UsageError where they say two things."""
    for mixed, message in (
        (shape == "xlsx" and not output, _("'--format xlsx' needs '-o FILE'")),
        (
            output and shape in ("json", "csv"),
            _("'-o FILE' writes a Word document, or a workbook with --format xlsx"),
        ),
        (
            template and (not output or shape != "table"),
            _("'--template' is for the Word document that '-o FILE' writes"),
        ),
    ):
        if mixed:
            raise click.UsageError(message)
    return shape, output, template


def _show(comparison: Comparison, shape: str, output: Path | None) -> None:
    if output:
        compare.write_workbook(comparison, output)
        say(output.as_posix())
    elif shape == "json":
        show.as_json(compare.as_json(comparison))
    elif shape == "csv":
        sheet = fates_sheet(comparison)
        show.as_csv([_(column.title) for column in sheet.columns], sheet.rows)
    else:
        _tell(comparison)


def _tell(both: Comparison) -> None:
    names = (both.then.campaign.id, both.now.campaign.id)
    head = (_("fate"), _("class"), _("control"), _("subject"), *names, _("years"))
    show.table((_("met of all"), _("questions"), *names), _figures(both))
    say()
    show.table(("", _("number")), _numbers(both))
    say()
    show.table(head, _fates(both))


def _figures(both: Comparison) -> Iterator[tuple[str, ...]]:
    for kind, compared in both.figures.items():
        yield _(KIND_WORDS[kind]), *_trend(compared.every)
        for theme, one in compared.themes.items():
            yield f"  {theme}", *_trend(one)


def _trend(trend: Trend) -> tuple[str, ...]:
    return str(trend.questions), percent(trend.then), percent(trend.now)


def _numbers(both: Comparison) -> Iterator[tuple[str, str]]:
    """How many gaps had each fate, answers changed, questions cannot be compared."""
    for word, fates in told(both).items():
        yield _("gaps: {word}").format(word=word), str(len(fates))
    courses = Counter(pair.course for pair in both.pairs)
    yield _("answers that became better"), str(courses["better"])
    yield _("answers that became worse"), str(courses["worse"])
    sentence = _("questions asked in {campaign} only")
    for picture, number in zip((both.then, both.now), both.only, strict=True):
        yield sentence.format(campaign=picture.campaign.id), str(number)
    for subject in both.came:
        yield _("came: {name}").format(name=subject.name), ""
    for subject in both.went:
        yield _("went: {name}").format(name=subject.name), ""


def _fates(both: Comparison) -> Iterator[tuple[str, ...]]:
    for fates in told(both).values():
        for fate in fates:
            yield (
                fate.word,
                fate.gap.gap_class,
                fate.gap.item.control.id,
                fate.subject.name,
                status_word(fate.then),
                status_word(fate.now),
                str(fate.gap.years),
            )
