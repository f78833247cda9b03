"""The status that levels or counts come to, with small departments hidden."""

from collections import Counter
from collections.abc import Collection, Mapping

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
    return _together(counts, _small({d: sum(c.values()) for d, c in counts.items()}))


def is_folded(counts: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether any of the departments does not stand by itself."""
    told = {d for d, count in counts.items() if any(count.values())}
    return told != set(fold_small(counts))


def fold_survey(
    counts: Mapping[str, Mapping[str, Mapping[str, int]]], people: Mapping[str, int]
) -> dict[str, dict[str, dict[str, int]]]:
    """The same of each question of a survey that so many `people` of each department answered.

    Departments with few people stand together in every question: they would else stand with
    one department here and with another there, and could be told apart.
    """
    small = _small(people)
    return {id: fold_small(_together(of, small)) for id, of in counts.items()}


def fold_people(people: Mapping[str, int]) -> dict[str, int]:
    """How many people of each department answered, the small ones together under ""."""
    counts = {department: {"met": number} for department, number in people.items()}
    return {d: sum(count.values()) for d, count in fold_small(counts).items()}


def _small(sizes: Mapping[str, int]) -> list[str]:
    """The departments that stand together; "", which is of no department, among them."""
    known = sorted((d for d in sizes if sizes[d]), key=lambda d: (sizes[d], d))
    folded = [department for department in known if sizes[department] < FEWEST]
    if folded and "" in known and "" not in folded:
        folded.append("")
    for department in known:
        if not folded or sum(sizes[d] for d in folded) >= FEWEST:
            break
        if department not in folded:
            folded.append(department)
    return folded


def _together(
    counts: Mapping[str, Mapping[str, int]], folded: Collection[str]
) -> dict[str, dict[str, int]]:
    kept = {d: dict(c) for d, c in counts.items() if any(c.values())}
    parts = [kept.pop(department) for department in folded if department in kept]
    if parts:
        kept[""] = {
            status: total
            for status in STATUSES
            if (total := sum(part.get(status, 0) for part in parts))
        }
    return kept
