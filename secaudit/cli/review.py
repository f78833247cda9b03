"""`secaudit review`: whether the officer agrees with an answer; what waits; a spot check."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from secaudit.cli.asking import Asked, of_campaign, options
from secaudit.cli.showing import Column, Listing, show
from secaudit.cli.speaking.say import say
from secaudit.language import _, active, counted, later
from secaudit.officer.verdicts import Verdict, Work
from secaudit.questionnaire import word
from secaudit.steps.reviewing.review import Reviewed, review
from secaudit.steps.reviewing.worklist import one, sample, waiting


@dataclass(frozen=True)
class Judged:
    """The answer that is named, and what is said of it; or the draw of a spot check."""

    subject: str | None
    control: str | None
    agree: bool
    back: bool
    assess: str | None
    reason: str
    sample: int | None
    seed: str | None

    @property
    def only_named(self) -> bool:
        """Whether an answer is named and nothing is said of it: it is to be read."""
        silent = not (self.agree or self.back or self.assess or self.reason)
        return bool(self.subject and self.control and silent)

    @property
    def verdict(self) -> Verdict | None:
        """What is said of the answer; None where none is named. Raises UsageError."""
        assessed = self.assess is not None
        ways = {"agreed": self.agree, "returned": self.back, "assessed": assessed}
        outcomes = [outcome for outcome, is_said in ways.items() if is_said]
        if self.subject is None:
            if outcomes or self.reason:
                raise click.UsageError(_("say which answer: SUBJECT and CONTROL"))
            return None
        if self.control is None or len(outcomes) != 1:
            message = _(
                "say SUBJECT and CONTROL, and one of --agree, --return and --assess"
            )
            raise click.UsageError(message)
        status = self.assess or ""
        return Verdict(self.subject, self.control, outcomes[0], status, self.reason)


@click.command(
    "review",
    help=_(
        "Say of an answer whether you agree. Without SUBJECT: what waits for a review, or "
        "a spot check."
    ),
)
@click.argument("subject", metavar="[SUBJECT", required=False)
@click.argument("control", metavar="CONTROL]", required=False)
@options.flag("--agree", _("The answer stands."))
@options.flag("--return", _("Send it back to be mended."), "back")
@click.option(
    "--assess", metavar="STATUS", help=_("Another status counts instead of the answer.")
)
@click.option("--reason", default="", help=_("Why, so that the owner understands it."))
@click.option(
    "--sample", type=options.number(1), metavar="N", help=_("Draw N answers to check.")
)
@click.option(
    "--seed", metavar="S", help=_("What the draw is repeated by; the campaign.")
)
@options.file(
    "--import", _("Record the reviews in a worklist that was filled in."), "file"
)
@options.shape("table", "json", "csv", "xlsx")
@options.output(_("With --format xlsx: where the worklist is written."))
@of_campaign
def command(
    file: Path | None, shape: str, output: Path | None, asked: Asked, **told: Any
) -> None:
    judged = Judged(**told)
    if judged.only_named:
        _show_answer(judged, asked)
        return
    verdict = judged.verdict
    chosen = (verdict is not None, judged.sample is not None, file is not None)
    if sum(chosen) > 1 or (judged.seed and judged.sample is None):
        message = _("review one answer, or draw a --sample, or --import a worklist")
        raise click.UsageError(message)
    if (shape == "xlsx") != (output is not None):
        raise click.UsageError(_("--format xlsx and --output FILE go together"))
    if file:
        _import(file, asked)
    elif verdict:
        _tell(review(*asked.where, [verdict], asked.signed))
    elif judged.sample is None:
        _show(waiting(*asked.where, asked.on), shape, output)
    else:
        drawn = sample(*asked.where, asked.on, judged.sample, judged.seed)
        _show(drawn, shape, output)


def _import(file: Path, asked: Asked) -> None:
    from secaudit.steps.reviewing.workbook import import_reviews

    _tell(import_reviews(*asked.where, file, asked.signed, show.warning))


def _tell(reviews: tuple[Reviewed, ...]) -> None:
    for made in reviews:
        say(f"{made.subject.name} {made.control}: {_outcome(made)}")
    say(counted("{n} review", "{n} reviews", len(reviews)), err=True)


def _outcome(made: Reviewed) -> str:
    message = {
        "agreed": _("the answer stands: {status}"),
        "returned": _("sent back; 'issue --returned' makes the form"),
        "assessed": _("counts as {status}; the owner's word was {own}"),
    }[made.outcome]
    counts, own = word(made.counts, active()), word(made.owners, active())
    return message.format(status=counts, own=own)


def _show_answer(judged: Judged, asked: Asked) -> None:
    """Everything that was said of one answer, to be read before it is judged."""
    work = one(*asked.where, judged.subject or "", judged.control or "", asked.on)
    say(f"{work.item.subject.name} · {work.item.control.id}")
    say(work.item.question.text.said(active()))
    for line in filter(None, _lines(work)):
        say(f"    {show.unbroken(line)}")


def _lines(work: Work) -> Iterator[str]:
    """The answer, what it proposes, and what was said of it before."""
    given, before = work.item.word, work.review
    day = given.answered_on.isoformat() if given else ""
    yield f"{_status(work)} · {work.by.said} · {day}"
    if given:
        yield given.repeated
        answer = given.answer
        if answer.reviewed_on:
            yield _("reviewed {date}").format(date=answer.reviewed_on.isoformat())
        yield answer.comment
        yield from (piece.reference for piece in answer.evidence)
        if answer.action and answer.action.what:
            yield _("proposes: {what}").format(what=answer.action.what)
    if before:
        yield " · ".join(filter(None, (before.said, before.by, before.reason)))


def _show(works: tuple[Work, ...], shape: str, output: Path | None) -> None:
    if output:
        from secaudit.steps.reviewing.workbook import export_worklist

        say(export_worklist(works, output).as_posix())
        return
    under = (counted("{n} answer", "{n} answers", len(works)),)
    empty = (_("no answer waits for a review; --sample 20 draws a spot check"),)
    Listing(COLUMNS, works, lambda: [*map(_as_json, works)], under, empty).show(shape)


def _status(work: Work) -> str:
    return word(work.status, active())


def _comment(work: Work) -> str:
    return work.item.word.answer.comment if work.item.word else ""


COLUMNS: tuple[Column[Work], ...] = (
    Column(later("subject"), lambda work: work.item.subject.key),
    Column(later("control"), lambda work: work.item.control.id),
    Column(later("status"), _status),
    Column(later("who answered"), lambda work: work.by.said),
    Column(later("review"), lambda work: work.review.said if work.review else "–"),
    Column(later("comment"), _comment, show.cut),
)


def _as_json(work: Work) -> dict[str, object]:
    item = work.item
    return {
        "subject": {"kind": item.subject.kind, "id": item.subject.id},
        "control": item.control.id,
        "status": work.status,
        "answered_by": work.by.named or None,
        "issued_to": work.by.issued_to or None,
        "event": item.word.sequence if item.word else None,
        "repeats": item.word.answer.repeats if item.word else None,
        "review": work.review.outcome if work.review else None,
    }
