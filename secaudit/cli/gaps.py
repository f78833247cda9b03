"""`secaudit gaps`: the gaps, most urgent first, and the figures."""

from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.catalogue import KIND_WORDS, KINDS
from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import Column, Listing, show
from secaudit.language import _, active, later

if TYPE_CHECKING:
    from secaudit.gaps import Gap, Picture

TITLES = (
    *(later("class"), later("priority"), later("factors"), later("control")),
    *(later("subject"), later("status"), later("since"), later("inherited by")),
    *(later("actions"), later("kind"), later("id"), later("duty by law")),
)
IN_SHEET = ("kind", "id", "duty by law")
COLUMNS: list[Column[tuple[str, ...]]] = [
    Column(title, itemgetter(at), only="sheet" if title in IN_SHEET else "")
    for at, title in enumerate(TITLES)
]


@click.command("gaps", help=_("Show the gaps, most urgent first, and the figures."))
@of_campaign
@options.shape("table", "json", "csv", "xlsx")
@options.output(_("The workbook to write, with every gap and action."))
def command(asked: Asked, shape: str, output: Path | None) -> None:
    from secaudit.steps.looking.gaps import as_json, gaps, write_workbook

    if (shape == "xlsx") != (output is not None):
        message = _("a workbook needs both '--format xlsx' and '-o FILE'")
        raise click.UsageError(message)
    picture = gaps(*asked.where, asked.on)
    if output:
        write_workbook(picture, output)
        click.echo(output.as_posix())
        return
    if shape == "table":
        _tell_figures(picture)
    rows = [(*_cells(gap), *_more_cells(gap)) for gap in picture.gaps]
    Listing(COLUMNS, rows, lambda: as_json(picture)).show(shape)


def _tell_figures(picture: "Picture") -> None:
    from secaudit.gaps import figures

    rows = []
    for kind in (kind for kind in KINDS if picture.of(kind)):
        shares = figures(picture.of(kind))
        ratios = (shares.answered, shares.met_of_answered, shares.met_of_all)
        rows.append((_(KIND_WORDS[kind]), *map(show.percent, ratios)))
    show.table(("", _("answered"), _("met of answered"), _("met of all")), rows)
    click.echo()


def _cells(gap: "Gap") -> tuple[str, ...]:
    from secaudit.questionnaire import word
    from secaudit.report.said.gaps import action_ids, notes
    from secaudit.report.said.wording import multiplied

    status = word(gap.item.status, active())
    *_others, note = "", *notes(gap)
    return (
        gap.gap_class,
        show.decimal(gap.priority),
        multiplied(gap.factors).replace("\u00a0", ""),
        gap.item.control.id,
        gap.item.subject.name,
        f"{status} ({note})" if note else status,
        gap.since,
        str(len(gap.behind)) if gap.behind else "",
        action_ids(gap),
    )


def _more_cells(gap: "Gap") -> tuple[str, ...]:
    """What a spreadsheet has room for: kind, id, and whether the law demands it."""
    from secaudit.catalogue import KIND_WORDS
    from secaudit.report.said.wording import yes_or_no

    subject = gap.item.subject
    return _(KIND_WORDS[subject.kind]), subject.id, yes_or_no(gap.legal)
