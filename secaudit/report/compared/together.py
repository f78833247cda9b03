"""The gaps of one control in one line, with what became of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from secaudit.gaps import urgency
from secaudit.gaps.comparison import Fate
from secaudit.language import _, counted
from secaudit.questionnaire import Subject
from secaudit.report.compared.model import TogetherRow
from secaudit.report.said.wording import NOTHING, listed, shortened, state, titled

_MOST_NAMES = 3


def together(
    fates: Iterable[Fate], tell: Literal["now", "years"]
) -> tuple[TogetherRow, ...]:
    """A row for each control, the one with the most urgent gap first."""
    groups: dict[str, list[Fate]] = {}
    for fate in fates:
        groups.setdefault(fate.gap.item.control.id, []).append(fate)
    say = _statuses if tell == "now" else _years
    return tuple(
        _row(group, say(group)) for group in sorted(groups.values(), key=_order)
    )


def _order(group: Sequence[Fate]) -> tuple[object, ...]:
    worst = min((fate.gap for fate in group), key=urgency)
    return -worst.factors.priority_halves, -len(group), urgency(worst)


def _row(group: Sequence[Fate], said: str) -> TogetherRow:
    worst = min((fate.gap for fate in group), key=urgency)
    where = _where([fate.subject for fate in group])
    return TogetherRow(
        titled(worst.item.control), where, said, worst.gap_class, len(group)
    )


def _where(subjects: Sequence[Subject]) -> str:
    return listed([_called(subject) for subject in subjects], _MOST_NAMES)


def _called(subject: Subject) -> str:
    name = shortened(subject.name, 32)
    if subject.kind == "owner":
        return _("{name} (own duties)").format(name=name)
    return _("The employees") if subject.kind == "employees" else name


def _statuses(group: Sequence[Fate]) -> str:
    """How the answers are now, and how many of each: 2 met, 1 not applicable."""
    counts = Counter(_word(fate) for fate in group)
    if len(group) == 1:
        return next(iter(counts))
    return ", ".join(f"{number} {word}" for word, number in counts.items())


def _word(fate: Fate) -> str:
    """The status now, or what makes it a gap where that is not the status."""
    reason = fate.now.reason if fate.now else None
    if reason in ("overdue", "returned"):
        return _("review out of date") if reason == "overdue" else _("sent back")
    return state(fate.now.status) if fate.now else NOTHING


def _years(group: Sequence[Fate]) -> str:
    """In how many campaigns in a row they have been found."""
    years = sorted({fate.gap.years for fate in group})
    if len(years) == 1:
        return counted("{n} campaign", "{n} campaigns", years[0])
    return _("{fewest} to {most} campaigns").format(fewest=years[0], most=years[-1])
