"""The worklist of a reviewer as a sheet."""

from collections.abc import Iterable, Iterator

from secaudit.assessment import Evidence
from secaudit.campaign import OUTCOMES, Review
from secaudit.exchange.row import in_order
from secaudit.language import _, active, later
from secaudit.officer.verdicts import Work
from secaudit.questionnaire import STATUSES, word
from secaudit.workbook import Cell, Column, Sheet

COLUMNS = (
    Column(later("Subject"), width=18, key="name"),
    Column(later("Control"), width=15, use="names", key="control"),
    Column(later("Question"), width=38, key="question"),
    Column(later("Answer"), width=13, key="status"),
    Column(later("Comment"), width=32, key="comment"),
    Column(later("Evidence"), width=22, key="evidence"),
    Column(later("Said of it already"), width=20, key="earlier"),
    Column(later("Verdict"), width=13, use="asks", key="outcome"),
    Column(later("Assessed as"), width=13, use="asks", key="counts"),
    Column(later("Reason"), width=30, use="asks", key="reason"),
    Column(later("Answered by"), width=20, key="person"),
    Column(later("Answered on"), "date", printed=False, key="answered_on"),
    Column(later("Last reviewed"), "date", printed=False, key="reviewed_on"),
    Column(later("Subject id"), width=24, printed=False, use="names", key="subject"),
    Column(
        later("Version"), "integer", width=9, printed=False, use="names", key="version"
    ),
)


def worklist_sheet(works: Iterable[Work]) -> Sheet:
    """The answers, each with room for a verdict and the reason for it."""
    choices = {
        "outcome": tuple(_(text) for text in OUTCOMES.values()),
        "counts": tuple(word(status, active()) for status in STATUSES),
    }
    rows = in_order((review_cells(work) for work in works), COLUMNS)
    return Sheet(_("Answers to review"), COLUMNS, rows, choices)


def review_cells(work: Work) -> dict[str, Cell]:
    """The row of an answer, by column key; nothing is said of it yet."""
    item, given = work.item, work.item.word
    cells: dict[str, Cell] = {
        "name": item.subject.name,
        "control": item.control.id,
        "question": item.question.text.said(active()),
        "status": " · ".join(_status(work)),
        "person": work.by.said if given else None,
        "earlier": " · ".join(_earlier(work.review)) or None,
        "subject": item.subject.key,
    }
    if given:
        cells["comment"] = given.answer.comment or None
        cells["evidence"] = "\n".join(map(_seen, given.answer.evidence)) or None
        cells["reviewed_on"] = given.answer.reviewed_on
        cells["answered_on"] = given.answered_on
        cells["version"] = given.sequence
    return cells


def _status(work: Work) -> Iterator[str]:
    """What the owner answered; not what a reviewer may have assessed it as."""
    yield word(work.status, active())
    given = work.item.word
    if given and given.answer.maturity is not None:
        yield _("maturity {level}").format(level=given.answer.maturity)
    if given and given.repeated:
        yield given.repeated


def _seen(evidence: Evidence) -> str:
    seen = f" ({evidence.seen_on})" if evidence.seen_on else ""
    return f"{evidence.reference}{seen}"


def _earlier(review: Review | None) -> Iterator[str]:
    if review:
        yield review.said
        if review.status:
            yield word(review.status, active())
        if review.reason:
            yield review.reason
