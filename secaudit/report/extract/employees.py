"""What the employees of a department answered; fewer than five never stand by themselves."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from secaudit.assessment.counts import FEWEST
from secaudit.gaps import Item, Picture, Ratio
from secaudit.language import _
from secaudit.report.said.wording import percent, titled


@dataclass(frozen=True)
class EmployeesRow:
    """What the department's employees answered to one question."""

    control: str
    employees: int
    share: str
    """Met, of those whom it applies to."""
    whole: str
    """The same share of all employees who were counted."""
    target: str


def employees(
    picture: Picture, units: Collection[str]
) -> tuple[tuple[EmployeesRow, ...], str]:
    """A row for each question that five or more of the departments' employees answered; why
    there is none, where they were asked."""
    asked = picture.of("employees") if units else ()
    rows = tuple(_rows(asked, units, f"{picture.campaign.profile.targets.employees} %"))
    if rows or not asked:
        return rows, ""
    return (), _(
        "The answers of small departments stand together with those of others, so that "
        "nobody is recognised; they count in the figures of the whole organisation."
    )


def _rows(
    asked: Iterable[Item], units: Collection[str], target: str
) -> Iterator[EmployeesRow]:
    for item in asked:
        counts = (item.word.answer.counts if item.word else None) or {}
        ours = _summed(of for unit, of in counts.items() if unit in units)
        if ours.total() >= FEWEST:
            every = _summed(counts.values())
            yield EmployeesRow(
                control=titled(item.control),
                employees=ours.total(),
                share=percent(_share(ours)),
                whole=percent(_share(every)),
                target=target,
            )


def _summed(every: Iterable[Mapping[str, int]]) -> Counter[str]:
    return sum(map(Counter, every), Counter())


def _share(counts: Counter[str]) -> Ratio | None:
    """Met, of those it applies to; None where they are too few to tell."""
    whole = counts.total() - counts["not-applicable"]
    return Ratio(counts["met"], whole) if whole >= FEWEST else None
