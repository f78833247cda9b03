"""The worklist of a reviewer as a sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from secaudit.campaign import Review
from secaudit.exchange.sheet import Cell, Column, Sheet
from secaudit.gaps import Item
from secaudit.language import _, active, later
from secaudit.questionnaire import STATUSES, UNANSWERED, word

Words = Mapping[str, str]
"""The words for a verdict, in English, by key: agreed, returned, assessed."""

COLUMNS = (
    Column("name", later("Subject"), width=18),
    Column("control", later("Control"), use="names", width=15),
    Column("question", later("Question"), width=38),
    Column("status", later("Answer"), width=13),
    Column("comment", later("Comment"), width=32),
    Column("evidence", later("Evidence"), width=22),
    Column("earlier", later("Said of it already"), width=20),
    Column("outcome", later("Verdict"), use="asks", width=13),
    Column("counts", later("Assessed as"), use="asks", width=13),
    Column("reason", later("Reason"), use="asks", width=30),
    Column("person", later("Answered by"), width=20, printed=False),
    Column("answered_on", later("Answered on"), "date", printed=False),
    Column("reviewed_on", later("Last reviewed"), "date", printed=False),
    Column("subject", later("Subject id"), use="names", width=24, printed=False),
    Column("version", later("Version"), "integer", "names", width=9, printed=False),
)


@dataclass(frozen=True)
class Line:
    """An answer to review."""

    item: Item
    review: Review | None
    """What was said of it already."""
    name: str
    """Of whoever answered."""


def worklist_sheet(lines: Iterable[Line], words: Words) -> Sheet:
    """The answers, each with room for a verdict and the reason for it."""
    choices = {
        "outcome": tuple(_(text) for text in words.values()),
        "counts": tuple(word(status, active()) for status in STATUSES),
    }
    rows = tuple(review_cells(line, words) for line in lines)
    return Sheet(_("Answers to review"), COLUMNS, rows, choices)


def review_cells(line: Line, words: Words) -> dict[str, Cell]:
    """The row of an answer, by column key; nothing is said of it yet."""
    item, given = line.item, line.item.word
    found: dict[str, Cell] = {
        "name": item.subject.name,
        "control": item.control.id,
        "question": item.question.text.said(active()),
        "status": " · ".join(_status(item)),
        "person": line.name or None,
        "earlier": " · ".join(_earlier(line.review, words)) or None,
        "subject": item.subject.key,
    }
    if given:
        found["comment"] = given.answer.comment or None
        found["evidence"] = "\n".join(_evidence(item)) or None
        found["reviewed_on"] = given.answer.reviewed_on
        found["answered_on"] = given.answered_on
        found["version"] = given.sequence
    return found


def _status(item: Item) -> Iterator[str]:
    """What the owner answered; not what a reviewer may have assessed it as."""
    answer = item.word.answer if item.word else None
    yield word(answer.status if answer else UNANSWERED, active())
    if answer and answer.maturity is not None:
        yield _("maturity {level}").format(level=answer.maturity)


def _evidence(item: Item) -> Iterator[str]:
    for shown in item.word.answer.evidence if item.word else ():
        seen = f" ({shown.seen_on})" if shown.seen_on else ""
        yield f"{shown.reference}{seen}"


def _earlier(review: Review | None, words: Words) -> Iterator[str]:
    if review:
        yield _(words[review.outcome])
        if review.status:
            yield word(review.status, active())
        if review.reason:
            yield review.reason
