"""The verdicts in a worklist that came back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from secaudit.campaign import OUTCOMES
from secaudit.exchange.reading import read
from secaudit.exchange.reviews import COLUMNS, Line, review_cells
from secaudit.exchange.row import Row, either, keyed, overwritten, twice
from secaudit.language import LANGUAGES, Language, _, using
from secaudit.problems import Problem, Refused
from secaudit.questionnaire import STATUSES, status_of, word
from secaudit.validation import did_you_mean, shortened
from secaudit.workbook import Cell

Find = Callable[[str, str], Line]
"""The answer of a subject about a control as it stands. Raises Refused where there is none."""

_SHOWN = ("name", "question", "status", "comment", "evidence")


@dataclass(frozen=True)
class Told:
    """What a row says of an answer."""

    subject: str
    control: str
    outcome: str
    """agreed, returned or assessed."""
    status: str
    """What it is assessed as, as its key; else empty."""
    reason: str
    of: int
    """The event of the answer that the reviewer read."""


def read_reviews(
    path: Path, find: Find
) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """The verdicts that were not recorded before, and everything that is wrong with the rows.

    Rows without a verdict are left alone. Raises Refused for what is no such workbook.
    """
    rows, found = read(path, COLUMNS)
    problems = [*found, *twice(rows, "subject", "control")]
    told = []
    for row in rows:
        one, wrong = _judged(row, find)
        problems += wrong
        told.append(one)
    return tuple(filter(None, told)), tuple(sorted(problems))


def _judged(row: Row, find: Find) -> tuple[Told | None, list[Problem]]:
    """What a row says, if anything, and what is wrong with it."""
    if not row.text("outcome"):
        return None, list(_forgotten(row))
    outcome = keyed(OUTCOMES, row.text("outcome"))
    if outcome is None:
        return None, [_unknown_verdict(row)]
    if row.empty("version"):
        message = _("the version of the answer is missing; make a new list")
        return None, [row.problem("version", "unknown-version", message)]
    if not {"subject", "control", "version"} <= row.cells.keys():
        return None, []  # what is wrong with them is told already
    try:
        line = find(row.text("subject"), row.text("control"))
    except Refused as refused:
        return None, [row.problem("control", "no-answer", refused.sentence)]
    told = _told(row, outcome, line)
    if _recorded(told, line):
        return None, []
    since = list(_since(row, line))
    if since:
        return None, since
    return told, [*_wrong(row, outcome, line), *_overwritten(row, line)]


def _forgotten(row: Row) -> Iterator[Problem]:
    """A row that says something, but not what of the answer."""
    if row.empty("outcome") and (row.text("counts") or row.text("reason")):
        message = _("the verdict is missing")
        yield row.problem("outcome", "missing-verdict", message)


def _unknown_verdict(row: Row) -> Problem:
    written = row.text("outcome")
    message = _("'{written}' is not a verdict").format(written=shortened(written))
    known = [said for text in OUTCOMES.values() for said in either(text)]
    near = did_you_mean(written.casefold(), known)
    return row.problem("outcome", "unknown-verdict", message + near)


def _told(row: Row, outcome: str, line: Line) -> Told:
    status = status_of(row.text("counts")) if outcome == "assessed" else None
    item, version = line.item, row.count("version") or 0
    reason = row.text("reason")
    return Told(
        item.subject.key, item.control.id, outcome, status or "", reason, version
    )


def _recorded(told: Told, line: Line) -> bool:
    """Whether the sheet was read before: the very same is the latest that was said."""
    review = line.review
    return review is not None and (
        (told.outcome, told.status, told.reason, told.of)
        == (review.outcome, review.status or "", review.reason, review.of)
    )


def _since(row: Row, line: Line) -> Iterator[Problem]:
    """That the answer is another now, or that somebody said something of it meanwhile."""
    item, exported = line.item, _exported(line)
    if item.word and item.word.sequence != row.count("version"):
        sentence = _(
            "{control} of {subject} has been answered again since; read it first"
        )
        text = sentence.format(control=item.control.id, subject=item.subject.name)
        yield row.problem("version", "changed-since", text)
    elif any(overwritten(row, ("earlier",), exported)):
        message = _("has been reviewed since the list was made; make a new one")
        yield row.problem("outcome", "changed-since", message)


def _exported(line: Line) -> list[dict[str, Cell]]:
    """The row as it is made today, in either language."""

    def said(language: Language) -> dict[str, Cell]:
        with using(language):
            return review_cells(line)

    return [said(language) for language in LANGUAGES]


def _overwritten(row: Row, line: Line) -> Iterator[Problem]:
    return overwritten(row, _SHOWN, _exported(line))


def _wrong(row: Row, outcome: str, line: Line) -> Iterator[Problem]:
    if outcome != "agreed" and row.empty("reason"):
        message = _("say here why: the owner is to understand it")
        yield row.problem("reason", "missing-reason", message)
    if outcome == "assessed":
        yield from _wrong_status(row, line)
    elif row.text("counts"):
        message = _("belongs to the verdict '{verdict}' only")
        verdict = OUTCOMES["assessed"]
        text = message.format(verdict=_(verdict))
        yield row.problem("counts", "needless-status", text)


def _wrong_status(row: Row, line: Line) -> Iterator[Problem]:
    written, item = row.text("counts"), line.item
    status = status_of(written)
    if row.empty("counts"):
        message = _("say here what it is assessed as")
        yield row.problem("counts", "missing-status", message)
    elif written and status is None:
        message = _("'{written}' is not a valid status")
        known = [*STATUSES, *(word(status, "da") for status in STATUSES)]
        near = did_you_mean(written.casefold(), known)
        text = message.format(written=shortened(written)) + near
        yield row.problem("counts", "unknown-status", text)
    elif item.word and status == item.word.answer.status:
        message = _("is what the owner answered; the verdict is '{verdict}' then")
        verdict = OUTCOMES["agreed"]
        text = message.format(verdict=_(verdict))
        yield row.problem("counts", "same-status", text)
    elif status == "not-applicable" and item.question.not_applicable == "never":
        message = _("'{written}' cannot be answered here").format(written=written)
        yield row.problem("counts", "not-applicable-here", message)
