"""The gaps of one control in one line, with what became of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secaudit.gaps import group_urgency, grouped, urgency
from secaudit.gaps.comparison import Fate
from secaudit.language import _, counted
from secaudit.questionnaire import Subject
from secaudit.report.said.first import first
from secaudit.report.said.gaps import numbered, reason_word
from secaudit.report.said.wording import NOTHING, listed, shortened, state, titled

_MOST_NAMES = 3


@dataclass(frozen=True)
class TogetherRow:
    """The gaps of one control that had the same fate."""

    control: str
    """Id and title."""
    where: str
    """What they are gaps of: by name, or how many and some names."""
    said: str
    """How the answers are now; of repeated gaps, in how many campaigns they were found."""
    gap_class: str
    """The class of the most urgent one."""
    gaps: int


def together(
    fates: Iterable[Fate], most: int, *, years: bool = False
) -> tuple[tuple[TogetherRow, ...], str]:
    """At most so many rows, one for each control, that with the most urgent gap first; and what
    is left out. A row says how the answers are now, or for how many years there was a gap."""
    groups = grouped(fates, lambda fate: fate.gap.item.control.id)
    say = _years if years else _statuses
    rows = [_row(group, say(group)) for group in sorted(groups.values(), key=_urgency)]
    return first(rows, most, lambda _more: _left_out(rows[most:]))


def _urgency(group: Sequence[Fate]) -> tuple[object, ...]:
    return group_urgency((fate.gap for fate in group), len(group))


def _left_out(rows: Sequence[TogetherRow]) -> str:
    """How many controls and gaps these are."""
    gaps = counted("{n} gap", "{n} gaps", sum(row.gaps for row in rows))
    return counted(
        "And {n} more control, less urgent, with {{gaps}}.",
        "And {n} more controls, less urgent, with {{gaps}}.",
        len(rows),
    ).format(gaps=gaps)


def _row(group: Sequence[Fate], said: str) -> TogetherRow:
    worst = min((fate.gap for fate in group), key=urgency)
    where = listed([_called(fate.subject) for fate in group], _MOST_NAMES)
    return TogetherRow(
        titled(worst.item.control), where, said, worst.gap_class, len(group)
    )


def _called(subject: Subject) -> str:
    name = shortened(subject.name, 32)
    if subject.kind == "owner":
        return _("{name} (own duties)").format(name=name)
    return _("The employees") if subject.kind == "employees" else name


def _statuses(group: Sequence[Fate]) -> str:
    """How the answers are now, and how many of each: 2 met, 1 not applicable."""
    now = [fate.now for fate in group if fate.now]
    if len(now) == 1:
        return reason_word(now[0]) or state(now[0].status)
    ways = (item.reason if reason_word(item) else item.status for item in now)
    return numbered(Counter(map(str, ways))) or NOTHING


def _years(group: Sequence[Fate]) -> str:
    """In how many campaigns in a row they have been found."""
    years = sorted({fate.gap.years for fate in group})
    if len(years) == 1:
        return counted("{n} campaign", "{n} campaigns", years[0])
    return _("{fewest} to {most} campaigns").format(fewest=years[0], most=years[-1])
