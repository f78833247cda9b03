"""The status that levels or counts come to, with small departments hidden."""

from collections import Counter
from collections.abc import Mapping

from secaudit.questionnaire import STATUSES

FEWEST = 5
"""The smallest department whose counts are kept by themselves."""


def status_of_maturity(level: int, target: int) -> str:
    """Met at or above the target, not met at 0, else partial."""
    if level >= target:
        return "met"
    return "partial" if level else "not-met"


def status_of_counts(counts: Mapping[str, Mapping[str, int]], target: int = 100) -> str:
    """Met if `target` per cent of the employees counted are met or more, else partial.

    Those it does not apply to are not counted. Not met if none is met or partial; unknown if
    nothing is known of any of them.
    """
    total = Counter[str]()
    for department in counts.values():
        total.update(department)
    applicable = total.total() - total["not-applicable"]
    if not applicable:
        return "not-applicable" if total.total() else "unknown"
    if 100 * total["met"] >= target * applicable:
        return "met"
    if total["unknown"] == applicable:
        return "unknown"
    return "partial" if total["met"] or total["partial"] else "not-met"


def fold_small(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Counts with departments under five put together under "".

    The next smallest go with them until they are two or more, with five employees or more,
    so that none can be found by subtraction from the whole. One without anybody hides nobody,
    and is left out.
    """
    sizes = {d: sum(c.values()) for d, c in counts.items() if any(c.values())}
    by_size = sorted(sizes, key=lambda department: (sizes[department], department))
    folded = [department for department in by_size if sizes[department] < FEWEST]
    for department in by_size[len(folded) :]:
        if not folded or (len(folded) > 1 and sum(sizes[d] for d in folded) >= FEWEST):
            break
        folded.append(department)
    kept = {d: dict(counts[d]) for d in sizes if d not in folded}
    if folded:
        kept[""] = {
            status: total
            for status in STATUSES
            if (total := sum(counts[d].get(status, 0) for d in folded))
        }
    return kept
