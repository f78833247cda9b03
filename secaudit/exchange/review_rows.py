"""The verdicts in a worklist that came back."""

from collections.abc import Callable, Iterator
from pathlib import Path

from secaudit.campaign import OUTCOMES, Review
from secaudit.exchange.reading import read
from secaudit.exchange.reviews import COLUMNS, review_cells
from secaudit.exchange.row import (
    Row,
    in_each_language,
    keyed,
    overwritten,
    twice,
    until_many_are_wrong,
)
from secaudit.gaps import Item
from secaudit.language import _
from secaudit.officer.verdicts import Verdict, Work, breaches
from secaudit.problems import Problem, Refused
from secaudit.questionnaire import status_of

Find = Callable[[str, str], Work]
"""The answer of a subject about a control as it stands. Raises Refused where there is none."""

_FIELDS = {"of": "version", "status": "counts"}
"""The columns that a verdict has other names for."""
_SHOWN = ("name", "question", "status", "comment", "evidence")


def read_reviews(
    path: Path, find: Find
) -> tuple[tuple[Verdict, ...], tuple[Problem, ...]]:
    """The verdicts that were not recorded before, and everything that is wrong with the rows.

    Rows without a verdict are left alone. Raises Refused for what is no such workbook.
    """
    rows, faults = read(path, COLUMNS, "secaudit review --format xlsx --output FILE")
    problems = [*faults, *twice(rows, "subject", "control")]
    judged = [*until_many_are_wrong(_judged(row, find) for row in rows)]
    problems += [problem for _told, wrong in judged for problem in wrong]
    return tuple(told for told, _wrong in judged if told), tuple(sorted(problems))


def _judged(row: Row, find: Find) -> tuple[Verdict | None, list[Problem]]:
    """What a row says, if anything, and what is wrong with it."""
    if not row.text("outcome"):
        return None, list(_forgotten(row))
    outcome = keyed(OUTCOMES, row.text("outcome"))
    if outcome is None:
        message = _("'{written}' is not a verdict; write {known}")
        return None, [row.unknown("outcome", "unknown-verdict", message, OUTCOMES)]
    if row.empty("version"):
        message = _("the version of the answer is missing; make a new list")
        return None, [row.problem("version", "unknown-version", message)]
    if not {"subject", "control", "version"} <= row.cells.keys():
        return None, []  # what is wrong with them is told already
    try:
        work = find(row.text("subject"), row.text("control"))
    except Refused as refused:
        return None, [row.problem("control", "no-answer", refused.sentence)]
    verdict = _verdict(row, outcome, work.item)
    if _is_recorded(verdict, work.review):
        return None, []
    broken = breaches(verdict, work.item)
    problems = [*row.breaches(broken, _FIELDS), *_overwritten(row, work)]
    since = [problem for problem in problems if problem.code == "changed-since"]
    return verdict, since[:1] or problems


def _verdict(row: Row, outcome: str, item: Item) -> Verdict:
    return Verdict(
        subject=item.subject.key,
        control=item.control.id,
        outcome=outcome,
        status=row.text("counts"),
        reason=row.text("reason"),
        of=row.count("version"),
    )


def _forgotten(row: Row) -> Iterator[Problem]:
    """A row that says something, but not what of the answer."""
    if row.empty("outcome") and (row.text("counts") or row.text("reason")):
        message = _("the verdict is missing")
        yield row.problem("outcome", "missing-verdict", message)


def _is_recorded(verdict: Verdict, review: Review | None) -> bool:
    """Whether the sheet was read before: the very same is the latest that was said."""
    assessed = verdict.outcome == "assessed"
    status = status_of(verdict.status) if assessed else None
    return review is not None and (
        (verdict.outcome, status, verdict.reason, verdict.of)
        == (review.outcome, review.status, review.reason, review.of)
    )


def _overwritten(row: Row, work: Work) -> Iterator[Problem]:
    """What was written in cells that are not asked for; what another said since refuses."""
    exported = in_each_language(lambda: review_cells(work))
    if any(overwritten(row, ("earlier",), exported)):
        message = _("has been reviewed since the list was made; make a new one")
        yield row.problem("outcome", "changed-since", message)
    yield from overwritten(row, _SHOWN, exported)
