"""Gaps in lines, as the report says them: of a control, or of one who did not answer."""

from collections import Counter
from collections.abc import Iterator

from tests.two_years.ranked import Gap, Line
from tests.two_years.retold.told import NOTHING, Said, Told
from tests.two_years.standing import Asked
from tests.two_years.words import Expected, Token


def line_said(line: Line, told: Told) -> Said:
    """What is missing, and where."""
    if line.silent is not None:
        named = [told.name(line.silent)] if line.silent else []
        return (*named, len(line.gaps), *about([g.asked for g in line.gaps], told))
    control = told.titled(line.worst.asked.control)
    return (control, *_places(line, told), *_statuses(line), *_serious(line, told))


def about(every: list[Asked], told: Told) -> list[str | Token]:
    """The systems of some questions: their names where they are two, else their number."""
    subjects = {one.subject for one in every if one.subject.startswith("system:")}
    names: list[str | Token] = [told.called(system) for system in sorted(subjects)]
    return names if len(names) <= 2 else [len(names)]


def _statuses(line: Line) -> Iterator[int]:
    """In how many places it is missing, or partly, or not known; unless all are the same."""
    places = {name: _how(g) for g in line.gaps for name in (g.subject, *g.heirs)}
    counts = Counter(places.values())
    if len(counts) > 1:
        yield from (
            counts[how]
            for how in ("missing", "partly", "overdue", "returned", "unclear")
            if counts[how]
        )


def _serious(line: Line, told: Told) -> Iterator[str | Token]:
    """Where the highest class is, if that is not everywhere: names, or how many places."""
    most = min(gap.letter for gap in line.gaps)
    worst = {gap.subject: None for gap in line.gaps if gap.letter == most}
    if all(gap.letter == most for gap in line.gaps):
        return
    if len(worst) > 2:
        yield len(worst)
    else:
        named = [s for s in worst if s.partition(":")[0] in ("system", "owner")]
        yield from map(told.called, named)


def _how(gap: Gap) -> str:
    if gap.asked.status in ("unknown", "unanswered"):
        return "unclear"
    if gap.asked.reason in ("overdue", "returned"):
        return gap.asked.reason
    return "missing" if gap.factors["shortfall"] == 1 else "partly"


def _places(line: Line, told: Told) -> Iterator[str | Token]:
    systems = [s for s in line.subjects if s.startswith("system:")]
    critical = sum(told.is_critical(system) for system in systems)
    if len(systems) == 1:
        yield told.called(systems[0])
    elif systems:
        yield len(systems)
        if 0 < critical < len(systems):
            yield critical
    owners = [s for s in line.subjects if s.startswith("owner:")]
    if owners:
        yield told.called(owners[0]) if len(owners) == 1 else len(owners)


def who(line: Line, told: Told) -> Expected:
    """Those who are accountable: the one with the most serious, and how many others."""
    found: Counter[str] = Counter()
    for gap in line.gaps:
        found[told.ranking.accountable(gap)] += 1 + len(gap.heirs)
    highest = {
        one: max(g.priority for g in line.gaps if told.ranking.accountable(g) == one)
        for one in found
    }
    order = sorted(found, key=lambda one: (-highest[one], -found[one]))
    names = [told.name(one) for one in order if one]
    if len(names) > 2:
        return names[0], len(names) - 1
    return tuple(names) or NOTHING


def priority_token(gap: Gap) -> Token:
    """The priority as it is read in a text."""
    whole = gap.priority.denominator == 1
    return int(gap.priority) if whole else gap.priority
