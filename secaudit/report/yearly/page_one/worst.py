"""The most serious gaps, in few lines, and who is accountable for them."""

from collections import Counter
from dataclasses import dataclass

from secaudit.gaps import Line
from secaudit.language import _
from secaudit.report.said.first import first
from secaudit.report.said.wording import (
    NOTHING,
    few,
    name_of,
    owner_of,
    points,
    shortened,
    titled,
)
from secaudit.report.yearly.gaps.gaps import MOST_GAPS, ranked
from secaudit.report.yearly.lines import NAME, asked, missing, silence
from secaudit.report.yearly.material import Material

_MOST_LINES, _MOST_NAMES = 5, 1


@dataclass(frozen=True)
class LineRow:
    """Gaps told in one line: of one control, or of one who did not answer."""

    what: str
    """Id and title of the control, or who did not answer."""
    said: str
    """Where it is missing, or what was asked."""
    priority: str
    gap_class: str
    """Class A, B or C."""
    who: str


def worst(material: Material) -> tuple[tuple[LineRow, ...], str]:
    """The most urgent lines, and where the others are; empty if these are all."""

    def elsewhere(_more: int) -> str:
        if len(ranked(material.picture)) <= MOST_GAPS:
            return _("All gaps are listed one by one in section 13.")
        return _("The most serious gaps are listed one by one in section 13.")

    lines, rest = first(material.picture.lines, _MOST_LINES, elsewhere)
    return tuple(_line(line, material) for line in lines), rest


def _line(line: Line, material: Material) -> LineRow:
    return LineRow(
        what=titled(line.control) if line.control else silence(line, material),
        said=missing(line, material) if line.control else asked(line),
        priority=points(line.worst.factors.priority_halves),
        gap_class=line.worst.gap_class,
        who=_who(line, material),
    )


def _who(line: Line, material: Material) -> str:
    """Those who are accountable, by name the one who has most of the most serious."""
    people: Counter[str | None] = Counter()
    most: dict[str | None, int] = {}
    for gap in line.gaps:
        owner = owner_of(gap.item)
        people[owner] += 1 + len(gap.behind)
        most[owner] = max(most.get(owner, 0), gap.factors.priority_halves)
    order = sorted(people, key=lambda person: (-most[person], -people[person]))
    names = [shortened(name_of(p, material.campaign), NAME) for p in order if p]
    return few(names, _MOST_NAMES) or NOTHING
