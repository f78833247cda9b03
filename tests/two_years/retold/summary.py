"""Section 1 in numbers: headline, verdict, figures, the worst lines, what is recommended."""

from collections import Counter
from collections.abc import Iterator

from tests.two_years.ranked import Gap, Line, person
from tests.two_years.recompute import SHARES, closed, figures
from tests.two_years.retold import told as t
from tests.two_years.retold.numbers import Row, Said, day, percent, whole
from tests.two_years.retold.told import KINDS, Section, Told, many, some
from tests.two_years.standing import Asked

_HOW = ("missing", "partly", "overdue", "returned", "unanswered", "unknown")


def summary(told: Told) -> Section:
    """The first page."""
    fine = {system for system in told.critical if not told.classes(system)[0]}
    headline = (len(fine), len(told.critical), *many(fine & told.unheard, 3))
    seen, answers = told.seen(told.asked)
    reviewed = (seen, answers, max(100 * seen // answers, 1))  # under 1 %
    points = enumerate(_recommended(told), 1)
    said: dict[str, list[Said]] = {
        "Secaudit Headline": [headline],
        "List Bullet": list(_verdict(told)),
        "Secaudit Note": [reviewed, tuple(told.profile["classes"].values())],
        "Secaudit Point": [(number, *point) for number, point in points],
    }
    lines = told.lines[:5]
    worst = [(line_said(one, told), *urgency(one), _who(one, told)) for one in lines]
    return Section([_kinds(told), worst], said)


def _verdict(told: Told) -> Iterator[Said]:
    gaps, every, left = told.open, len(told.facts), told.unheard
    yield every - len(left), every, len(told.critical & left), len(left)
    yield len(gaps), len({gap.key[1] for gap in gaps}), *told.classes_of_open
    unclear = [g for g in gaps if g.asked.status in ("unanswered", "unknown")]
    yield sum(gap.legal for gap in gaps), len(gaps), len(unclear)
    if told.before:
        new, before = sum(gap.years == 1 for gap in gaps), told.year - 1
        yield before, len(closed(told.standing)), new, len(gaps) - new
        yield from _trend(both(told, "system"), before)
    unknown = [s for s, criticality in told.criticality.items() if not criticality]
    yield from map(many, (told.silent - {""}, told.ownerless, unknown))


def both(told: Told, kind: str) -> list[tuple[Asked, Asked]]:
    """The questions of both campaigns, then and now."""
    back = ((next(told.standing.back(now.subject)), now) for now in told.of(kind))
    pairs = ((t.own.get((name, now.control["id"])), now) for (t, name), now in back)
    return [(then, now) for then, now in pairs if then]


def _trend(pairs: list[tuple[Asked, Asked]], before: int) -> Iterator[Said]:
    was, found = _met(pairs)
    yield found, was, before, len(pairs)
    heard = [pair for pair in pairs if "unanswered" not in {a.status for a in pair}]
    then, now = _met(heard)
    if was > found and then - now < was - found:
        yield now, then


def _met(pairs: list[tuple[Asked, Asked]]) -> list[int]:
    return [whole(figures(year)["met_of_all"]) for year in zip(*pairs, strict=True)]


def _kinds(told: Told) -> list[Row]:
    rows: list[Row] = []
    for every in map(told.of, KINDS):
        number, kind = len({one.subject for one in every}), every[0].subject
        several = str(number) if kind.startswith(("system:", "owner:")) else "–"
        shares = (percent(figures(every)[name]) for name in SHARES)
        rows.append(((), several, *shares, told.seen(every)))
    return [*rows, ((), "", "", "", told.target, "")]


def line_said(line: Line, told: Told) -> Said:
    """In how many places it is missing, how, and where it is most serious."""
    systems = {s for s in line.subjects if s.startswith("system:")}
    if line.silent is not None:
        return len(line.gaps), *many(systems)
    owners = [s for s in line.subjects if s.startswith("owner:")]
    critical = len(systems & told.critical)
    of_them = some(critical * (critical < len(systems)))
    places = {name: _how(g) for g in line.gaps for name in (g.subject, *g.heirs)}
    counts = Counter(places.values())
    statuses = some(*(counts[how] for how in _HOW)) if len(counts) > 1 else ()
    most = [gap for gap in line.gaps if gap.gap_class == line.worst.gap_class]
    worst = many(most) if len(most) < len(line.gaps) else ()
    return *many(systems, 1), *of_them, *many(owners, 1), *statuses, *worst


def urgency(line: Line) -> tuple[Said, str]:
    """Its priority, and its class."""
    return (line.worst.priority,), line.worst.gap_class


def _how(gap: Gap) -> str:
    if gap.asked.status in ("unknown", "unanswered"):
        return gap.asked.status
    if gap.asked.reason in ("overdue", "returned"):
        return gap.asked.reason
    return "missing" if gap.factors["shortfall"] == 1 else "partly"


def _who(line: Line, told: Told) -> Said:
    """How many are accountable beside the first, unless two are named."""
    people = {told.accountable(gap) for gap in line.gaps} - {""}
    return some(len(people) - 1) if len(people) > 2 else ()


def _recommended(told: Told) -> Iterator[Said]:
    approved = [(d["campaign"], what) for d in told.decisions for what in d["approves"]]
    here = {what for year, what in approved if year == told.id}
    yield from [()] if {"report", "soa"} - here else []
    if told.plan and "actions" not in here:
        hours, cost = (t.amount(told.plan, name) for name in ("hours", "cost"))
        yield len(told.plan), *hours, *cost
    yield from [()] if "measures" not in {what for _year, what in approved} else []
    if silent := told.silent - {""}:
        quiet = [a for a in told.asked if person(a) in silent]
        yield *many(silent), sum(one.status == "unanswered" for one in quiet)
    bare = [g for g in told.open if g.gap_class == "A" and not g.planned]
    bare = [gap for gap in bare if not told.is_of_silence(gap)]
    yield from (many(found) for found in (told.ownerless, bare) if found)
    until = [gap.accepted["until"] for gap in told.own if gap.accepted]
    if soon := [one for one in until if one <= t.a_year_after(told.today)]:
        yield *many(soon), day(min(soon))
    yield from (() for _text in told.notes.get("recommendations", ()))
