"""Sections 6 to 8, told again: systems, owners and employees."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.two_years import recompute
from tests.two_years.ranked import natural
from tests.two_years.retold.told import (
    NOTHING,
    Row,
    Said,
    Told,
    missing,
    silent_systems,
)
from tests.two_years.words import Expected, percent

_CRITICALITIES = ("society-critical", "business-critical", "other", None)


def system_facts(told: Told) -> Iterator[Row]:
    """What is in place (section 6)."""
    every, quiet = len(told.systems), silent_systems(told)
    yield (), (every - len(told.ownerless), every)
    yield (), (sum(not missing(told, s) for s in told.systems), every)
    names = [told.called(system) for system in quiet]
    yield (), (len(quiet), *names[:6])
    facts = map(told.facts, told.systems)
    dates = [told.known(f.get("risk_assessment", {}).get("on")) for f in facts]
    fresh = sum(told.fresh(found) for found in dates)
    unknown = dates.count(None)
    yield (), (fresh, every, *([unknown] if unknown else []))


def class_chart(told: Told) -> tuple[list[str], list[list[int]]]:
    """By criticality, how many systems have their worst gap in A, B, C, or none."""
    worst = {s: _worst(s, told) for s in told.systems}
    known = {s: told.facts(s).get("criticality") for s in told.systems}
    shown = [c for c in _CRITICALITIES if c in known.values()]
    counts = Counter((known[s], worst[s]) for s in told.systems)
    words = [told.words(c or "") for c in shown]
    names = [word[:1].upper() + word[1:] for word in words]
    return names, [[counts[c, letter] for c in shown] for letter in "ABC–"]


def _worst(subject: str, told: Told) -> str:
    classes = zip("ABC", told.ranking.classes(subject), strict=True)
    return next((letter for letter, number in classes if number), NOTHING)


def systems(told: Told) -> Iterator[Row]:
    """Every system, those with the most urgent gaps first."""
    for system in sorted(told.systems, key=told.ranking.burden):
        behind = _behind(system, told)
        fact = told.facts(system).get("criticality") or ""
        called = told.called(system)
        name: Expected = (called, behind) if behind else called
        owner = told.name(told.owner(system))
        yield name, told.words(fact), owner, *_standing(system, told)


def _behind(system: str, told: Told) -> int:
    """How many systems have their answer from it."""
    id = system.partition(":")[2]
    found = set()
    for key, asked in told.standing.inherited.items():
        if key not in told.standing.own and asked.subject == f"system:{id}":
            found.add(key[0])
    return len(found)


def _standing(subject: str, told: Told) -> tuple[str, ...]:
    found = recompute.figures(told.about(subject))
    shares = (percent(found["answered"]), percent(found["met_of_all"]))
    return *shares, _worst(subject, told), *map(str, told.ranking.classes(subject))


def owners(told: Told) -> Iterator[Row]:
    """Every owner, those with the most urgent gaps in their own duties first."""
    owned = Counter(told.owner(system) for system in told.systems)
    overdue = Counter(
        told.ranking.accountable(gap)
        for gap in told.ranking.own
        if gap.asked.reason == "overdue"
        and gap.subject.startswith(("system:", "owner:"))
    )
    every = {one.subject for one in told.of("owner")}
    for owner in sorted(every, key=told.ranking.burden):
        id = owner.partition(":")[2]
        numbers = (str(owned[id]), str(overdue[id]))
        yield told.called(owner), *numbers, *_standing(owner, told)


def owners_said(told: Told) -> Said:
    """How many owners have an open gap in their own duties, of how many."""
    every = {one.subject for one in told.of("owner")}
    return sum(subject in told.ranking.by_subject for subject in every), len(every)


def employees_said(told: Told) -> Said:
    """How many topics there are, how many reach the target, how many are shown."""
    statuses = [one.status for one in told.of("employees")]
    left = statuses.count("unanswered")
    rest = (*([left] if left else []), *([6] if len(statuses) > 6 else []))
    return len(statuses), statuses.count("met"), *rest


def topics(told: Told) -> Iterator[Row]:
    """What the employees answered, the lowest share first."""
    target = told.opened["profile"]["targets"].get("employees", 100)
    rows = []
    for asked in told.of("employees"):
        counts = asked.word.get("counts", {})
        rows.append((_met(counts.values()), asked.control, counts))
    for share, control, counts in sorted(rows, key=_weakest_first):
        people = sum(n for group in counts.values() for n in group.values())
        met, aim = percent(share), f"{target} %"
        yield told.titled(control), (people,), met, aim, _weakest(counts, told)


def _weakest_first(row: Any) -> tuple[int, Any]:
    share, control, _counts = row
    return 100 * share.numerator // share.denominator, natural(control["id"])


def _met(groups: Any) -> Fraction | None:
    """Those who said yes, of those that it applies to."""
    every = list(groups)
    whole = sum(n for g in every for word, n in g.items() if word != "not-applicable")
    return Fraction(sum(g.get("met", 0) for g in every), whole) if whole else None


def _weakest(counts: Any, told: Told) -> Expected:
    """The department with the lowest share; small ones together are not named."""
    names = {d["id"]: str(d["name"]) for d in told.opened["departments"]}
    found = [(_met([group]), names[id]) for id, group in counts.items() if id]
    shares = [(share, name) for share, name in found if share is not None]
    if len({share for share, _name in shares}) < 2:
        return NOTHING
    share, name = min(shares)
    whole = _met(counts.values())
    if whole is None or int(100 * whole) - int(100 * share) < 5:
        return NOTHING
    return f"{name} {percent(share)}"
