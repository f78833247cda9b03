"""Sections 6 to 9 in numbers: systems, owners, employees and suppliers."""

from collections import Counter
from fractions import Fraction
from typing import Any

from tests.two_years.ranked import in_classes, natural
from tests.two_years.recompute import figures
from tests.two_years.retold.numbers import Row, Said, day, percent, whole
from tests.two_years.retold.told import Section, Told, rest, some, unstated

_CRITICALITIES = ("society-critical", "business-critical", "other", None)


def systems(told: Told) -> Section:
    """What is in place, and every system, those with the most urgent gaps first."""
    every, asked = len(told.facts), told.of("system")
    asked = [one for one in asked if not one.form.get("part")]
    heard = {one.subject for one in asked if one.status != "unanswered"}
    silent = {one.subject for one in asked} - heard
    risks = [f.get("risk_assessment", {}).get("on") for f in told.facts.values()]
    facts: list[Row] = [
        ((), (every - len(told.ownerless), every)),
        ((), (every - len(told.unheard), every)),
        ((), (len(silent), *some(max(len(silent) - 6, 0)))),
        ((), told.fresh(risks)),
    ]
    own, inherited = told.standing.own, told.standing.inherited.items()
    behind = Counter({(a.subject, key[0]) for key, a in inherited if key not in own})
    services = Counter(service for service, _system in behind)
    rows: list[Row] = [
        ((told.called(s), *some(services[s])), (), (), *_standing(s, told))
        for s in sorted(told.facts, key=told.burden)
    ]
    notes, chart = {"Secaudit Note": rest(rows, 8)}, _by_class(told)
    alt = (every, *chart[0])
    return Section([facts, rows[:8]], notes, {"systems-per-class": (chart, alt)})


def _standing(subject: str, told: Told) -> tuple[str, ...]:
    every = told.standing.every.items()
    found = figures(asked for (name, _id), asked in every if name == subject)
    shares = (percent(found["answered"]), percent(found["met_of_all"]))
    return *shares, _worst(subject, told), *map(str, told.classes(subject))


def _worst(subject: str, told: Told) -> str:
    return min((gap.gap_class for gap in told.by_subject.get(subject, [])), default="–")


def _by_class(told: Told) -> list[list[int]]:
    """By criticality, how many systems have their worst gap in A, B, C, or none."""
    known = told.criticality
    counts = Counter((known[s], _worst(s, told)) for s in told.facts)
    shown = [c for c in _CRITICALITIES if c in known.values()]
    return [[counts[c, letter] for c in shown] for letter in "ABC–"]


def owners(told: Told) -> Section:
    """Every owner, those with the most urgent gaps in their own duties first."""
    owned, late = Counter(told.owners.values()), Counter[str]()
    for gap in told.own:
        about = gap.subject.startswith(("system:", "owner:"))
        late[told.accountable(gap)] += about and gap.asked.reason == "overdue"
    every = {one.subject for one in told.of("owner")}
    rows: list[Row] = []
    for owner in sorted(every, key=told.burden):
        id = owner.removeprefix("owner:")
        numbers = (str(owned[id]), str(late[id]))
        rows.append((told.called(owner), *numbers, *_standing(owner, told)))
    gaps = (len(every & told.by_subject.keys()), len(every))
    notes: dict[str, list[Said]] = {"Secaudit Note": rest(rows, 8)}
    return Section([rows[:8]], notes | {"Secaudit Intro": [gaps]})


def employees(told: Told) -> Section:
    """What the employees answered, the lowest share first."""
    rows = []
    for asked in told.of("employees"):
        counts, aim = asked.word["counts"], told.profile["targets"]["employees"]
        share, people = whole(_met(counts.values())), Counter[str]()
        for group in counts.values():
            people.update(group)
        cells = ((people.total(),), f"{share} %", f"{aim} %", _weakest(counts, share))
        rows.append((share, natural(asked.control["id"]), ((), *cells)))
    table = [row for _share, _id, row in sorted(rows)]
    met = sum(one.status == "met" for one in told.of("employees"))
    said = (*_answered(told), len(table), met, 6)
    return Section([table[:6]], {"Secaudit Intro": [said]})


def _answered(told: Told) -> list[int]:
    """How many answered in all, and in each department; nobody states how many work there."""
    every = [asked.word["counts"] for asked in told.of("employees")]
    numbers = [{d: sum(group.values()) for d, group in of.items()} for of in every]
    fullest = max(numbers, key=lambda of: sum(of.values()))
    order = [unit["id"] for unit in told.opened["departments"] if unit["id"] in fullest]
    lines = [max(of.get(id, 0) for of in numbers) for id in order] + [fullest[""]]
    return [sum(lines), *lines]


def _met(groups: Any) -> Fraction:
    """Those who said yes, of those that it applies to."""
    every = [{**group, "not-applicable": 0} for group in groups]
    return Fraction(sum(g["met"] for g in every), sum(sum(g.values()) for g in every))


def _weakest(counts: Any, share: int) -> str | Said:
    """The share of the lowest department, where it is clearly below; small ones have no id."""
    found = [whole(_met([group])) for id, group in counts.items() if id]
    return "–" if len({*found}) < 2 or share - min(found) < 5 else (min(found),)


def suppliers(told: Told) -> Section:
    """Systems outside; each supplier, however its name is written, the worst gaps first."""
    hosted = [facts.get("hosting") for facts in told.facts.values()]
    pairs = zip(hosted, told.facts.values(), strict=True)
    outside = [facts for host, facts in pairs if host not in (None, "on-premises")]
    counts = (len(outside), len(hosted), *unstated(hosted))
    supervised = told.fresh([facts.get("supervised_on") for facts in outside])
    groups: dict[str, list[str]] = {}
    for system in told.facts:
        groups.setdefault(_supplier(system, told).casefold(), []).append(system)
    rows = []
    for name, systems in groups.items():
        of_it = [told.facts[system] for system in systems]
        days = told.known(facts.get("supervised_on") for facts in of_it)
        first = [day(min(filter(None, days)))] if any(days) else []
        since: Said = (*first, *unstated(days)) if first else ()
        left: Said = (len(systems) - 3,) if len(systems) > 4 else ()
        classes = in_classes([gap for gap in told.open if gap.subject in systems])
        cells: Row = (left, _signed(of_it), since, *map(str, classes))
        row: Row = (_supplier(systems[0], told), *cells)
        rows.append(([-n for n in classes], name, row))
    table = [row for _order, name, row in sorted(rows) if name]
    facts: list[Row] = [((), one) for one in (counts, supervised, _signed(outside))]
    return Section([facts, table])


def _supplier(system: str, told: Told) -> str:
    return " ".join((told.facts[system].get("supplier") or "").split())


def _signed(every: list[Any]) -> Said:
    """Agreements that are signed, of those needed where there are data, or may be."""
    may = [facts for facts in every if facts.get("personal_data") != ["none"]]
    found = [facts.get("processor_agreement", {}).get("status") for facts in may]
    needed = [status for status in found if status != "not-needed"]
    return (needed.count("signed"), len(needed), *unstated(needed)) if needed else ()
