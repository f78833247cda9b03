"""`secaudit review`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secaudit.cli import show
from secaudit.cli.options import (
    Number,
    actor,
    campaign_option,
    date_option,
    format_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, active, counted

if TYPE_CHECKING:
    from secaudit.officer.verdicts import Verdict, Work
    from secaudit.steps.reviewing.review import Reviewed


@click.command(
    "review",
    help=_(
        "Say of an answer whether you agree. Without SUBJECT: what waits for a review, or "
        "a spot check."
    ),
)
@click.argument("subject", metavar="[SUBJECT", required=False)
@click.argument("control", metavar="CONTROL]", required=False)
@click.option("--agree", is_flag=True, help=_("The answer stands."))
@click.option("--return", "back", is_flag=True, help=_("Send it back to be mended."))
@click.option(
    "--assess", metavar="STATUS", help=_("Another status counts instead of the answer.")
)
@click.option("--reason", default="", help=_("Why, so that the owner understands it."))
@click.option(
    "--sample", type=Number(1), metavar="N", help=_("Draw N answers to check.")
)
@click.option(
    "--seed", metavar="S", help=_("What the draw is repeated by; the campaign.")
)
@click.option(
    "--import",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=_("Record the reviews in a worklist that was filled in."),
)
@format_option("table", "json", "csv", "xlsx")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=_("With --format xlsx: where the worklist is written."),
)
@workspace_option()
@campaign_option()
@date_option()
def command(
    subject: str | None,
    control: str | None,
    agree: bool,
    back: bool,
    assess: str | None,
    reason: str,
    sample: int | None,
    seed: str | None,
    file: Path | None,
    shape: str,
    output: Path | None,
    folder: Path | None,
    campaign: str | None,
    on: date,
) -> None:
    """Review answers."""
    from secaudit.steps.recording import Acting
    from secaudit.steps.reviewing import worklist
    from secaudit.steps.reviewing.review import review

    if subject and control and not (agree or back or assess or reason):
        workspace = open_workspace(folder)
        _show_one(worklist.one(workspace, campaign, subject, control, on))
        return
    verdict = _verdict(subject, control, agree, back, assess, reason)
    chosen = (verdict is not None, sample is not None, file is not None)
    if sum(chosen) > 1 or (seed and sample is None):
        message = _("review one answer, or draw a --sample, or --import a worklist")
        raise click.UsageError(message)
    if (shape == "xlsx") != (output is not None):
        raise click.UsageError(_("--format xlsx and --output FILE go together"))
    workspace = open_workspace(folder)
    if verdict:
        _tell(review(workspace, campaign, [verdict], Acting(on, now(), actor())))
    elif file:
        from secaudit.steps.reviewing.workbook import import_reviews

        acting = Acting(on, now(), actor())
        _tell(import_reviews(workspace, campaign, file, acting, show.warning))
    else:
        found = (
            worklist.waiting(workspace, campaign, on)
            if sample is None
            else worklist.sample(workspace, campaign, on, sample, seed)
        )
        _show(found, shape, output)


def _verdict(
    subject: str | None,
    control: str | None,
    agree: bool,
    back: bool,
    assess: str | None,
    reason: str,
) -> "Verdict | None":
    """What is said of one answer; None where no answer is named."""
    from secaudit.officer.verdicts import Verdict

    said = [name for name, on in (("agreed", agree), ("returned", back)) if on]
    said += ["assessed"] if assess is not None else []
    if subject is None:
        if said or reason:
            raise click.UsageError(_("say which answer: SUBJECT and CONTROL"))
        return None
    if control is None or len(said) != 1:
        message = _(
            "say SUBJECT and CONTROL, and one of --agree, --return and --assess"
        )
        raise click.UsageError(message)
    return Verdict(subject, control, said[0], assess or "", reason)


def _tell(done: tuple["Reviewed", ...]) -> None:
    from secaudit.questionnaire import word

    for one in done:
        owners, counts = word(one.owners, active()), word(one.counts, active())
        said = _("the answer stands: {status}").format(status=counts)
        if one.outcome == "returned":
            said = _("sent back; 'issue --returned' makes the form")
        elif one.outcome == "assessed":
            said = _("counts as {status}; the owner's word was {own}")
            said = said.format(status=counts, own=owners)
        click.echo(f"{one.subject.name} {one.control}: {said}")
    click.echo(counted("{n} review", "{n} reviews", len(done)), err=True)


def _show_one(work: "Work") -> None:
    """Everything that was said of one answer, to be read before it is judged."""
    from secaudit.questionnaire import word

    item, review = work.item, work.review
    said = item.word.answer if item.word else None
    click.echo(f"{item.subject.name} · {item.control.id}")
    click.echo(item.question.text.said(active()))
    day = item.word.answered_on.isoformat() if item.word else ""
    status = word(work.status, active())
    told = [f"{status} · {work.name} · {day}"]
    if said and said.reviewed_on:
        told.append(_("reviewed {date}").format(date=said.reviewed_on.isoformat()))
    if said:
        told += [said.comment, *(piece.reference for piece in said.evidence)]
    if said and said.action and said.action.what:
        told.append(_("proposes: {what}").format(what=said.action.what))
    if review:
        told.append(" · ".join(filter(None, (review.said, review.by, review.reason))))
    for line in filter(None, told):
        click.echo(f"    {line}")


def _show(found: tuple["Work", ...], shape: str, output: Path | None) -> None:
    if shape == "xlsx" and output:
        from secaudit.steps.reviewing.workbook import export_worklist

        click.echo(export_worklist(found, output).as_posix())
        return
    if shape == "json":
        show.as_json([_as_json(work) for work in found])
        return
    if not found and shape == "table":
        message = _("no answer waits for a review; --sample 20 draws a spot check")
        click.echo(message, err=True)
        return
    head = (
        _("subject"),
        _("control"),
        _("status"),
        _("who answered"),
        _("review"),
        _("comment"),
    )
    rows = [_cells(work) for work in found]
    if shape == "csv":
        show.as_csv(head, rows)
        return
    show.table(head, [(*row[:-1], show.cut(row[-1])) for row in rows])
    click.echo(counted("{n} answer", "{n} answers", len(found)), err=True)


def _cells(work: "Work") -> tuple[str, ...]:
    from secaudit.questionnaire import word

    item = work.item
    return (
        item.subject.key,
        item.control.id,
        word(work.status, active()),
        work.name,
        work.review.said if work.review else "–",
        item.word.answer.comment if item.word else "",
    )


def _as_json(work: "Work") -> dict[str, object]:
    item = work.item
    return {
        "subject": {"kind": item.subject.kind, "id": item.subject.id},
        "control": item.control.id,
        "status": work.status,
        "event": item.word.sequence if item.word else None,
        "review": work.review.outcome if work.review else None,
    }
