"""The gaps of two campaigns as a list, each with what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.catalogue import KIND_WORDS
from secaudit.gaps import Item
from secaudit.gaps.comparison import Comparison, Fate
from secaudit.language import _, active, later
from secaudit.report.beside.listing import Shown, listing
from secaudit.report.said.wording import NOTHING, state, yes_or_no
from secaudit.workbook import Sheet

COURSES = {
    "better": later("better"),
    "worse": later("worse"),
    "otherwise": later("otherwise"),
    "same": later("the same"),
}


@dataclass(frozen=True)
class ToldFate(Fate):
    """A gap of either campaign, in words."""

    word: str
    """What became of it."""


def status_word(item: Item | None) -> str:
    """The word for a status; a dash where it was not asked about."""
    return state(item.status) if item else NOTHING


PRINTED: Sequence[Shown[ToldFate]] = (
    Shown(later("Fate"), 18, lambda fate: fate.word),
    Shown(later("Class"), 8, lambda fate: fate.gap.gap_class),
    Shown(later("Priority"), 10, lambda fate: fate.gap.priority, "number"),
    Shown(later("Control"), 13, lambda fate: fate.gap.item.control.id),
    Shown(later("Title"), 30, lambda fate: fate.gap.item.control.title.said(active())),
    Shown(later("Subject"), 26, lambda fate: fate.subject.name),
    Shown(later("Then"), 16, lambda fate: status_word(fate.then)),
    Shown(later("Now"), 16, lambda fate: status_word(fate.now)),
    Shown(
        later("Status became"),
        13,
        lambda fate: _(COURSES[fate.course]) if fate.course else NOTHING,
    ),
    Shown(later("Since"), 9, lambda fate: fate.gap.since),
    Shown(later("Years"), 9, lambda fate: fate.gap.years, "number"),
    Shown(later("By law"), 9, lambda fate: yes_or_no(fate.gap.legal)),
)
OTHERS: Sequence[Shown[ToldFate]] = (
    Shown(later("Kind"), 13, lambda fate: _(KIND_WORDS[fate.subject.kind])),
    Shown(later("Subject id"), 26, lambda fate: fate.subject.id),
)


def fates_sheet(found: Comparison) -> Sheet:
    """A row for each gap of either campaign: closed, new, repeated, asked about in one only."""
    every = (fate for fates in told(found).values() for fate in fates)
    return listing(_("Comparison"), every, PRINTED, OTHERS)


def told(found: Comparison) -> dict[str, tuple[ToldFate, ...]]:
    """The gaps of either campaign by the word for what became of them."""
    only = _("asked in {campaign} only")
    fates = {
        _("closed"): found.closed,
        _("new"): found.new,
        _("repeated"): found.repeated,
        only.format(campaign=found.then.campaign.id): found.gone,
        only.format(campaign=found.now.campaign.id): found.first_asked,
    }
    return {
        word: tuple(ToldFate(f.gap, f.then, f.now, word) for f in group)
        for word, group in fates.items()
    }
