"""Sections 13 to 15 in numbers: gaps, actions, what is let stand, and what it takes."""

from collections.abc import Iterator
from typing import Any

from tests.two_years.ranked import Gap, Line, in_classes, person, to_be_done
from tests.two_years.retold import told as t
from tests.two_years.retold.numbers import Row, Said, day
from tests.two_years.retold.summary import line_said, urgency
from tests.two_years.retold.told import Section, Told, many, rest, some

_STATES = ("planned", "started", "overdue", "done", "dropped")


def gaps(told: Told) -> Section:
    """Each open gap, and those that are duties by law in the lines of the summary."""
    rows: list[Row] = [(str(n), *row) for n, row in enumerate(_gaps(told), 1)]
    of_it = [([g for g in line.gaps if g.legal], line.silent) for line in told.lines]
    lines = [Line(tuple(found), silent) for found, silent in of_it if found]
    lines.sort(key=lambda line: -line.worst.priority)
    legal: list[Row] = [(line_said(one, told), (), *urgency(one)) for one in lines]
    notes = [*rest(rows, 8), *rest(legal, 5)]
    return Section([rows[:8], legal[:5]], {"Secaudit Note": notes})


def _gaps(told: Told) -> Iterator[Row]:
    """Somebody who answered nothing is one row."""
    quiet = {line.silent: line for line in told.lines}
    for gap in told.open:
        line = quiet.get(person(gap.asked))
        if line is None or not told.is_of_silence(gap):
            shared = gap.heirs or not gap.subject.startswith("system:")
            systems = some(gap.factors["systems"] if shared else 0)
            until = [day(gap.accepted["until"])] if gap.accepted else []
            said = (*_factors(gap), *systems, int(gap.since), *until)
            yield _where(gap), said, _doing(gap)
        elif gap is line.worst:
            legal, old = [g.legal for g in line.gaps], [g.years > 1 for g in line.gaps]
            counts = some(len(line.gaps), sum(legal), sum(old))
            yield line_said(line, told), (*_factors(gap), *counts), "–"


def _where(gap: Gap) -> Said:
    return gap.key[1], *some(len(gap.heirs))


def _factors(gap: Gap) -> Said:
    names = ("shortfall", "weight", "criticality", "data")
    return f"{gap.gap_class})", gap.priority, *(gap.factors[name] for name in names)


def _doing(gap: Gap) -> Said:
    """What is done about it, or proposed."""
    proposed = gap.asked.word.get("action")
    if not gap.actions and proposed:
        return day(proposed["due"]), *_effort(proposed)
    return tuple(part for action in gap.actions for part in _acting(action))


def _acting(action: Any) -> Said:
    if action["ended"]:
        return (day(action["ended"]),)
    return day(action["due"]), *t.moved(action), *_effort(action)


def _effort(action: Any) -> Said:
    return some(action.get("hours") or 0, action.get("cost") or 0)


def actions(told: Told) -> Section:
    """How many are to be done, how many late, how many gaps they are about; and each."""
    rows: list[Row] = []
    for action in told.plan:
        subjects, controls = map(set, zip(*told.covered(action), strict=True))
        what = (*some(max(len(controls) - 4, 0)), *many(subjects, 1))
        when = (day(action["due"]), *t.moved(action))
        cells = (when, _effort(action) or "–", told.closed_of(action))
        rows.append((action["action"], what, (), *cells))
    planned = sum(gap.planned for gap in told.open)
    late = sum(map(told.is_overdue, told.plan))
    intro: Said = (len(told.plan), late, planned, len(told.open))
    since = told.before.day.isoformat() if told.before else ""
    ended = [a for a in told.actions if not to_be_done(a) and a["ended"] >= since]
    found = [_state(action, told) for action in (*told.plan, *ended)]
    counts = [found.count(s) for s in _STATES if s != "dropped" or s in found]
    chart = {"actions-per-status": ([counts], tuple(counts))}
    return Section([rows], {"Secaudit Intro": [intro]}, chart)


def _state(action: Any, told: Told) -> str:
    return "overdue" if told.is_overdue(action) else str(action["status"])


def resources(told: Told) -> Section:
    """What a decision lets stand, and known duties by law; and what the plan takes."""
    days = {d["decision"]: day(d["on"]) for d in told.decisions}
    rows: list[Row] = [
        (_where(gap), (), (days[gap.accepted["by"]],), (day(gap.accepted["until"]),))
        for gap in told.own
        if gap.accepted
    ]
    bare = [gap for gap in told.open if not gap.planned]
    states = ("overdue", "started", "planned")
    groups = [[a for a in told.plan if _state(a, told) == s] for s in states]
    groups = [group for group in groups if group]
    groups += [told.plan] if len(groups) > 1 else []
    proposed = [a for gap in bare if (a := gap.asked.word.get("action"))]
    sums = [
        ((), str(len(one)), t.amount(one, "hours"), t.amount(one, "cost"))
        for one in (*groups, proposed)
        if one
    ]
    counts: Said = (len(bare), in_classes(bare)[0])
    return Section([rows, sums], {"Normal": [counts]})
