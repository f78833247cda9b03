"""Gaps in lines: those of one control, or of one who answered nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from secaudit.catalogue import Control
from secaudit.gaps.ranking import Gap, group_urgency, urgency
from secaudit.questionnaire import UNANSWERED, Subject


@dataclass(frozen=True)
class GapLine:
    """Gaps told in one line of a summary: of one control, or of one who did not answer."""

    gaps: tuple[Gap, ...]
    control: Control | None = None
    silent: str | None = None
    """The person who answered nothing; "" where nobody is known to answer."""

    @cached_property
    def worst(self) -> Gap:
        """The most urgent of them."""
        return min(self.gaps, key=urgency)

    @cached_property
    def systems(self) -> tuple[Subject, ...]:
        """The systems that have one of the gaps, inherited ones among them."""
        return tuple(s for s in self.subjects if s.kind == "system")

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Everything that has one of the gaps."""
        own = dict.fromkeys(gap.item.subject for gap in self.gaps)
        return tuple(own | dict.fromkeys(s for gap in self.gaps for s in gap.behind))


def lines(gaps: Iterable[Gap], silent: frozenset[str]) -> tuple[GapLine, ...]:
    """The gaps by control; what somebody silent was asked is one line. Worst first."""
    controls: dict[str, list[Gap]] = {}
    people: dict[str, list[Gap]] = {}
    for gap in gaps:
        person = gap.item.issue.form.person or ""
        if gap.item.status == UNANSWERED and person in silent:
            people.setdefault(person, []).append(gap)
        else:
            controls.setdefault(gap.item.control.id, []).append(gap)
    told = [GapLine(tuple(g), control=g[0].item.control) for g in controls.values()]
    told += [GapLine(tuple(g), silent=person) for person, g in people.items()]
    return tuple(
        sorted(told, key=lambda line: group_urgency(line.gaps, len(line.subjects)))
    )
