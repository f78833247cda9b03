"""`secaudit gaps`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli import show
from secaudit.cli.options import (
    campaign_option,
    date_option,
    format_option,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, active

if TYPE_CHECKING:
    from secaudit.gaps import Gap, Picture


@click.command("gaps", help=_("Show the gaps, most urgent first, and the figures."))
@workspace_option()
@campaign_option()
@date_option()
@format_option("table", "json", "csv", "xlsx")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=_("The workbook to write, with every gap and action."),
)
def command(
    folder: Path | None,
    campaign: str | None,
    on: date,
    shape: str,
    output: Path | None,
) -> None:
    """Show gaps."""
    from secaudit.steps.looking.gaps import as_json, gaps, write_workbook

    if (shape == "xlsx") != (output is not None):
        message = _("a workbook needs both '--format xlsx' and '-o FILE'")
        raise click.UsageError(message)
    picture = gaps(open_workspace(folder), campaign, on)
    if output:
        write_workbook(picture, output)
        click.echo(output.as_posix())
        return
    if shape == "json":
        show.as_json(as_json(picture))
        return
    words = (_("class"), _("priority"), _("factors"), _("control"), _("subject"))
    more_words = (_("since"), _("inherited by"), _("actions"))
    head = (*words, _("status"), *more_words)
    rows = [_cells(gap) for gap in picture.gaps]
    if shape == "csv":
        more = [
            (*row, *_more_cells(gap))
            for row, gap in zip(rows, picture.gaps, strict=True)
        ]
        show.as_csv((*head, _("kind"), _("id"), _("duty by law")), more)
        return
    _tell_figures(picture)
    show.table(head, rows)


def _tell_figures(picture: "Picture") -> None:
    from secaudit.catalogue import KIND_WORDS, KINDS
    from secaudit.gaps import figures

    head = ("", _("answered"), _("met of answered"), _("met of all"))
    rows = []
    for kind in KINDS:
        items = picture.of(kind)
        if items:
            found = figures(items)
            ratios = (found.answered, found.met_of_answered, found.met_of_all)
            rows.append(
                (_(KIND_WORDS[kind]), *(show.percent(ratio) for ratio in ratios))
            )
    show.table(head, rows)
    click.echo()


def _cells(gap: "Gap") -> tuple[str, ...]:
    from secaudit.questionnaire import word

    factors = gap.factors
    status = word(gap.item.status, active())
    said = {"overdue": _("review out of date"), "returned": _("sent back")}.get(
        gap.reason
    )
    if gap.accepted:
        said = _("known duty by law") if gap.legal else _("accepted")
    half = "½" if factors.shortfall == 1 else "1"
    return (
        gap.gap_class,
        show.decimal(gap.priority),
        f"{half}×{factors.weight}×{factors.criticality}×{factors.data}",
        gap.item.control.id,
        gap.item.subject.name,
        f"{status} ({said})" if said else status,
        gap.since,
        str(len(gap.behind)) if gap.behind else "",
        ", ".join(action.id for action in gap.actions),
    )


def _more_cells(gap: "Gap") -> tuple[str, ...]:
    """What a spreadsheet has room for: kind, id, and whether the law demands it."""
    from secaudit.catalogue import KIND_WORDS

    subject = gap.item.subject
    return _(KIND_WORDS[subject.kind]), subject.id, _("yes") if gap.legal else _("no")
