"""`secaudit gaps`: the gaps, most urgent first, and the figures."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import Listing, show
from secaudit.language import _, active

if TYPE_CHECKING:
    from secaudit.gaps import Gap, Picture


@click.command("gaps", help=_("Show the gaps, most urgent first, and the figures."))
@of_campaign
@options.shape("table", "json", "csv", "xlsx")
@options.output(_("The workbook to write, with every gap and action."))
def command(asked: Asked, shape: str, output: Path | None) -> None:
    from secaudit.steps.looking.gaps import gaps, write_workbook

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
    _listed(picture).show(shape)


def _listed(picture: "Picture") -> Listing:
    from secaudit.steps.looking.gaps import as_json

    words = (_("class"), _("priority"), _("factors"), _("control"), _("subject"))
    more_words = (_("since"), _("inherited by"), _("actions"))
    head = (*words, _("status"), *more_words)
    in_sheet = (*head, _("kind"), _("id"), _("legal duty"))
    rows = [(_cells(gap), _more_cells(gap)) for gap in picture.gaps]
    return Listing(
        table=(head, [cells for cells, _more in rows]),
        sheet=(in_sheet, [(*cells, *more) for cells, more in rows]),
        json=lambda: as_json(picture),
    )


def _tell_figures(picture: "Picture") -> None:
    from secaudit.catalogue import KIND_WORDS, KINDS
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

    factors = gap.factors
    status = word(gap.item.status, active())
    said = {"overdue": _("review overdue"), "returned": _("returned")}.get(gap.reason)
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
