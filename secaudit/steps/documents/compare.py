"""Two campaigns beside each other: as JSON, and as files."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from secaudit import __version__
from secaudit.campaign import fold
from secaudit.gaps import Trend, grouped, picture
from secaudit.gaps.comparison import (
    Compared,
    Comparison,
    Course,
    Fate,
    Pair,
    comparison,
)
from secaudit.language import _
from secaudit.problems import WrongUsage
from secaudit.register import Event, Head
from secaudit.steps.documents.order import Order, WrittenDocument
from secaudit.steps.documents.source import sound_events
from secaudit.steps.files import WORKBOOK, write
from secaudit.steps.state import register_of, rounds_of
from secaudit.validation import plain
from secaudit.workspace import Workspace

_COURSES: tuple[Course, ...] = ("better", "worse", "otherwise")


def compare(workspace: Workspace, then: str, now: str, on: date) -> Comparison:
    """The campaigns called `then` and `now`, each on its last day; one that goes on, on `on`.

    Raises WrongUsage for a campaign that is not there, the same twice, or the later first.
    """
    return _compared(register_of(workspace).events(), then, now, on)


def _compared(events: Sequence[Event], then: str, now: str, on: date) -> Comparison:
    campaigns = fold(events)
    first, second = rounds_of(campaigns, then), rounds_of(campaigns, now)
    if then == now:
        raise WrongUsage(_("a campaign cannot be compared with itself"))
    if len(first) > len(second):
        sentence = _("{then} was opened after {now}: write the earlier one first")
        raise WrongUsage(sentence.format(then=then, now=now))
    goes_on = len(second) == len(campaigns) and second[-1].closed_on is None
    earlier = picture(first, first[-1].last_day)
    later = picture(second, on if goes_on else second[-1].last_day)
    return comparison(second[len(first) - 1 :], earlier, later)


def write_document(
    workspace: Workspace, then: str, now: str, on: date, order: Order
) -> WrittenDocument:
    """Write the comparison in Word. Raises Refused where it cannot be written."""
    from secaudit.report.compared.compose import compose
    from secaudit.steps.documents import writing

    events = sound_events(workspace)
    compared = _compared(events, then, now, on)
    head = Head.of(workspace.organisation.id, events)
    usual = workspace.reports / f"{then}-{now}.docx"
    composed = partial(compose, compared, head, __version__)
    return writing.write_document(order, "compare", usual, composed)


def write_workbook(found: Comparison, path: Path) -> None:
    """Write the gaps with their fates as a workbook. Raises Refused where it cannot be written."""
    from secaudit.report.beside.fates import fates_sheet
    from secaudit.workbook.writing import workbook

    then, now = found.then.campaign.id, found.now.campaign.id
    title = _("Gaps in {then} and {now}").format(then=then, now=now)
    write(path, workbook(fates_sheet(found), title=title, day=found.now.on), WORKBOOK)


def as_json(found: Comparison) -> dict[str, Any]:
    """The comparison as `compare --format json` shows it."""
    fates = {"new": found.new, "repeated": found.repeated, "closed": found.closed}
    came, went = plain(found.came), plain(found.went)
    pairs = grouped(found.pairs, lambda pair: pair.course)
    then, now = found.only
    return {
        "campaigns": [found.then.campaign.id, found.now.campaign.id],
        "on": [found.then.on.isoformat(), found.now.on.isoformat()],
        "figures": {kind: _figures(one) for kind, one in found.figures.items()},
        "gaps": {fate: list(map(_fate, having)) for fate, having in fates.items()},
        "changed": {c: list(map(_pair, pairs.get(c, ()))) for c in _COURSES},
        "subjects": {"came": came, "went": went, "renamed": dict(found.names)},
        "not_compared": {
            "questions": {"then": then, "now": now},
            "gaps": {"then": len(found.gone), "now": len(found.first_asked)},
        },
    }


def _figures(compared: Compared) -> dict[str, Any]:
    themes = {theme: _trend(one) for theme, one in compared.themes.items()}
    return {**_trend(compared.every), "themes": themes}


def _trend(trend: Trend) -> dict[str, Any]:
    then, now = (one.decimal if one else None for one in (trend.then, trend.now))
    return {"questions": trend.questions, "then": then, "now": now}


def _fate(fate: Fate) -> dict[str, Any]:
    gap = fate.gap
    return {
        "subject": plain(fate.subject),
        "control": gap.item.control.id,
        "then": fate.then.status if fate.then else None,
        "now": fate.now.status if fate.now else None,
        "reason": gap.reason,
        "priority": gap.priority,
        "class": gap.gap_class,
        "legal": gap.legal,
        "since": gap.since,
        "years": gap.years,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "subject": plain(pair.now.subject),
        "control": pair.now.control.id,
        "then": pair.then.status,
        "now": pair.now.status,
    }
