"""What the employees of a department answered; fewer than five never stand by themselves."""

from collections.abc import Collection, Iterable, Mapping

from secaudit.assessment.counts import FEWEST
from secaudit.gaps import Item, Picture, Ratio
from secaudit.language import _
from secaudit.questionnaire import STATUSES
from secaudit.report.extract.model import EmployeesRow
from secaudit.report.said.wording import percent, titled


def employees(picture: Picture, units: Collection[str]) -> tuple[EmployeesRow, ...]:
    """A row for each question that five or more of the departments' employees answered."""
    target = f"{picture.campaign.profile.targets.employees} %"
    return tuple(
        EmployeesRow(
            titled(item.control),
            sum(ours.values()),
            percent(_share(ours)),
            percent(_share(_summed(_counts(item).values()))),
            target,
        )
        for item in picture.of("employees")
        if sum((ours := _of(item, units)).values()) >= FEWEST
    )


def employees_said(picture: Picture, units: Collection[str]) -> str:
    """Why there are no figures of its employees; empty where there are, or were never any."""
    asked = picture.of("employees")
    if not asked or any(sum(_of(i, units).values()) >= FEWEST for i in asked):
        return ""
    return _(
        "The answers of fewer than five employees are not shown by themselves; they count "
        "in the figures of the whole organisation."
    )


def _of(item: Item, units: Collection[str]) -> dict[str, int]:
    found = _counts(item)
    return _summed(counts for unit, counts in found.items() if unit in units)


def _counts(item: Item) -> Mapping[str, Mapping[str, int]]:
    return (item.word.answer.counts if item.word else None) or {}


def _summed(every: Iterable[Mapping[str, int]]) -> dict[str, int]:
    counts = list(every)
    return {s: sum(one.get(s, 0) for one in counts) for s in STATUSES}


def _share(counts: Mapping[str, int]) -> Ratio | None:
    whole = sum(n for status, n in counts.items() if status != "not-applicable")
    return Ratio(counts["met"], whole) if whole else None
