"""Section 11, appendices B and D, and the workbook beside the report, in numbers."""

from collections.abc import Iterator
from datetime import datetime, time
from fractions import Fraction
from typing import Any

from tests.two_years.ranked import natural, to_be_done
from tests.two_years.retold.numbers import Row, Said, day
from tests.two_years.retold.told import Section, Told, some

Cells = tuple[Any, ...]
WORDS = [...]
"""A cell of the workbook that holds no number."""
_POINTS = {"met": 2, "partial": 1, "not-met": 0, "unknown": 0}


def happened(told: Told) -> Section:
    """What the notes tell of the year, and what the reviews of the answers showed."""
    now, then = told.notes["incidents"], told.earlier_notes.get("incidents", {})
    beside = {name: (then[name], told.year - 1) for name in then}
    incidents: list[Row] = [
        ((), () if name == "text" else (number, *beside.get(name, ())))
        for name, number in now.items()
    ]
    days = sorted(str(audit["on"]) for audit in told.notes.get("audits", ()))
    audits: list[Row] = [((day(on),), ()) for on in days]
    names = ("objectives", "feedback")
    others = [[((), ())] * len(told.notes.get(name, ())) for name in names]
    return Section([incidents, audits, *others], {"List Bullet": list(_checks(told))})


def _checks(told: Told) -> Iterator[Said]:
    review, round = told.standing.review, told.standing.round
    pairs = [(one, review(one.word, one.control["id"])) for one in told.asked]
    seen = [(one.word["status"], found) for one, found in pairs if found]
    outcomes = [found["outcome"] for _status, found in seen]
    yield len(seen), *some(*map(outcomes.count, ("agreed", "returned", "assessed")))
    latest = {(r["subject"], id): (n, r) for (n, id), r in round.reviews.items()}
    back = {key: n for key, (n, r) in latest.items() if r["outcome"] == "returned"}
    since = [one.word.get("event", 0) > back.get(one.key, 10_000) for one in told.asked]
    otherwise = [(s, r["status"]) for s, r in seen if r["outcome"] == "assessed"]
    known = [pair for pair in otherwise if {*pair} <= _POINTS.keys()]
    steps = [_POINTS[found] - _POINTS[said] for said, found in known]
    worse, better = sum(s < 0 for s in steps), sum(s > 0 for s in steps)
    yield from ((n,) for n in some(sum(since), worse, better))


def system_gaps(told: Told) -> Section:
    """The open gaps of each system that has some, the worst first: ids by class."""
    rows: list[Row] = []
    for system in sorted(told.facts, key=told.burden):
        gaps = told.by_subject.get(system, [])
        ids = {c: {gap.key[1] for gap in gaps if gap.gap_class == c} for c in "ABC"}
        lines = [
            f"{c}: {', '.join(sorted(ids[c], key=natural))}" for c in ids if ids[c]
        ]
        rows += [((told.called(system),), "\n".join(lines))] if gaps else []
    return Section([rows])


def method(told: Told) -> Section:
    """Points, factors and classes; of how many systems the risk is known."""
    points: list[Row] = [*(((), (), point) for point in "21000"), ((), (), ())]
    values = ((1, Fraction(1, 2)), (1, 2, 3), (3, 2, 1), (3, 2, 1))
    factors: list[Row] = [
        ((), said) for said in (*values, tuple(told.profile["classes"].values()))
    ]
    known = sum(bool(facts.get("risk_assessment")) for facts in told.facts.values())
    risk = (known, len(told.facts))
    inputs: list[Row] = [((), risk if n == 8 else (), ()) for n in range(10)]
    return Section([points, factors, inputs])


def gap_cells(told: Told) -> Iterator[Cells]:
    """The workbook's row for each gap; one that is inherited, in each system that has it."""
    names = ("weight", "criticality", "data", "systems")
    for gap in sorted((*told.own, *told.inherited), key=lambda gap: gap.urgency):
        known = (gap.gap_class, float(gap.priority), gap.key[1])
        numbers = (gap.factors[name] for name in names)
        factors = (float(gap.factors["shortfall"]), *numbers, gap.years)
        id, answered = gap.subject.partition(":")[2], gap.asked.word.get("answered_on")
        until = _date(gap.accepted["until"] if gap.accepted else None)
        left = (*known, *WORDS * 5, gap.since, *WORDS * 4, *factors)
        yield *left, *WORDS, id, *WORDS * 2, _date(answered), *WORDS * 6, until


def action_cells(told: Told) -> Iterator[Cells]:
    """A row for each action, those that are done or dropped among them."""
    for one in told.actions:
        ended = None if to_be_done(one) else _date(one["ended"])
        numbers = (one["moves"], one["hours"], one["cost"])
        days = (_date(one["first"]), _date(one["due"]))
        yield one["action"], *WORDS * 3, *days, *numbers, *WORDS, ended, *WORDS


def _date(said: str | None) -> datetime | None:
    return datetime.combine(day(said), time()) if said else None


def checksums(told: Told) -> Section:
    """How long the register is, its head, and that of the notes."""
    hashes = [(told.head,), (told.digest,)]
    return Section(said={"Secaudit Intro": [(told.events,)], "Secaudit Hash": hashes})
