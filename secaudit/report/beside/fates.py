"""The gaps of two campaigns as a list, each with what became of it."""

from collections.abc import Iterator

from secaudit.catalogue import KIND_WORDS
from secaudit.gaps.comparison import Comparison, Fate
from secaudit.language import _, active, later
from secaudit.report.said.wording import NOTHING, state
from secaudit.workbook import Cell, Column, Sheet

COURSES = {
    "better": later("better"),
    "worse": later("worse"),
    "otherwise": later("otherwise"),
    "same": later("the same"),
}
COLUMNS = (
    Column(later("Fate"), width=18),
    Column(later("Class"), width=8),
    Column(later("Priority"), "number", 10),
    Column(later("Control"), width=13),
    Column(later("Title"), width=30),
    Column(later("Subject"), width=26),
    Column(later("Then"), width=16),
    Column(later("Now"), width=16),
    Column(later("Status became"), width=13),
    Column(later("Since"), width=9),
    Column(later("Years"), "number", 9),
    Column(later("By law"), width=9),
    Column(later("Kind"), width=13, printed=False),
    Column(later("Subject id"), width=26, printed=False),
)


def fates_sheet(found: Comparison) -> Sheet:
    """A row for each gap of either campaign: closed, new, repeated, asked about in one only."""
    rows = [
        (said, *_cells(fate)) for said, fates in told(found).items() for fate in fates
    ]
    return Sheet(_("Comparison"), COLUMNS, rows)


def told(found: Comparison) -> dict[str, tuple[Fate, ...]]:
    """The gaps of either campaign by the word for what became of them."""
    only = _("asked in {campaign} only")
    return {
        _("closed"): found.closed,
        _("new"): found.new,
        _("repeated"): found.repeated,
        only.format(campaign=found.then.campaign.id): found.gone,
        only.format(campaign=found.now.campaign.id): found.first_asked,
    }


def _cells(fate: Fate) -> Iterator[Cell]:
    gap = fate.gap
    yield from (gap.gap_class, gap.priority, gap.item.control.id)
    yield from (gap.item.control.title.said(active()), fate.subject.name)
    yield from (
        said_of(fate.then.status if fate.then else None),
        said_of(fate.now.status if fate.now else None),
    )
    yield _(COURSES[fate.course]) if fate.course else NOTHING
    yield from (gap.since, gap.years, _("yes") if gap.legal else _("no"))
    yield from (_(KIND_WORDS[fate.subject.kind]), fate.subject.id)


def said_of(status: str | None) -> str:
    """The word for a status; a dash where it was not asked about."""
    return state(status) if status else NOTHING
