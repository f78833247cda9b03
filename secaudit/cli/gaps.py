"""`secaudit gaps`: the gaps, most urgent first, and the figures."""

from pathlib import Path

import click

from secaudit.catalogue import KIND_WORDS, KINDS
from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import Column, Listing, in_sheet, show
from secaudit.cli.speaking.say import say
from secaudit.gaps import Gap, Picture, figures
from secaudit.language import _, active, later
from secaudit.questionnaire import word
from secaudit.report.said.gaps import action_ids, notes
from secaudit.report.said.wording import multiplied, percent
from secaudit.steps.looking.gaps import as_json, gaps, write_workbook


@click.command("gaps", help=_("Show the gaps, most urgent first, and the figures."))
@of_campaign
@options.shape("table", "json", "csv", "xlsx")
@options.output(_("The workbook to write, with every gap and action."))
def command(asked: Asked, shape: str, output: Path | None) -> None:
    if (shape == "xlsx") != (output is not None):
        message = _("a workbook needs both '--format xlsx' and '-o FILE'")
        raise click.UsageError(message)
    picture = gaps(*asked.where, asked.on)
    if output:
        write_workbook(picture, output)
        say(output.as_posix())
        return
    if shape == "table":
        _tell_figures(picture)
    Listing(COLUMNS, picture.gaps, lambda: as_json(picture)).show(shape)


def _tell_figures(picture: Picture) -> None:
    rows = []
    for kind in (kind for kind in KINDS if picture.of(kind)):
        shares = figures(picture.of(kind))
        ratios = (shares.answered, shares.met_of_answered, shares.met_of_all)
        rows.append((_(KIND_WORDS[kind]), *map(percent, ratios)))
    show.table(("", _("answered"), _("met of answered"), _("met of all")), rows)
    say()


def _status(gap: Gap) -> str:
    """The word for what is the matter, and what is to be known of it."""
    told = word(gap.item.status, active())
    *_others, note = "", *notes(gap)
    return f"{told} ({note})" if note else told


COLUMNS: tuple[Column[Gap], ...] = (
    Column(later("class"), lambda gap: gap.gap_class),
    Column(later("priority"), lambda gap: show.decimal(gap.priority)),
    Column(later("factors"), lambda gap: multiplied(gap.factors).replace("\u00a0", "")),
    Column(later("control"), lambda gap: gap.item.control.id),
    Column(later("subject"), lambda gap: gap.item.subject.name),
    Column(later("status"), _status),
    Column(later("since"), lambda gap: gap.since),
    Column(later("inherited by"), lambda gap: str(len(gap.behind) or "")),
    Column(later("actions"), action_ids),
    in_sheet(later("kind"), lambda gap: _(KIND_WORDS[gap.item.subject.kind])),
    in_sheet(later("id"), lambda gap: gap.item.subject.id),
    in_sheet(later("duty by law"), lambda gap: show.yes(gap.legal)),
)
