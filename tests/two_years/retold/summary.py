"""Section 1, told again: headline, verdict, figures, the worst lines, what is recommended."""

from collections.abc import Iterator

from tests.two_years import recompute
from tests.two_years.ranked import Gap, person, to_be_done
from tests.two_years.retold.acting import amount
from tests.two_years.retold.lines import line_said, priority_token, who
from tests.two_years.retold.told import KINDS, NOTHING, Row, Said, Told, missing
from tests.two_years.standing import Asked
from tests.two_years.words import day, percent


def headline(told: Told) -> Said:
    """Society-critical systems without an open gap in class A, of all; then which are not,
    and which of them have questions without an answer."""
    hit = [system for system in told.critical if told.ranking.classes(system)[0]]
    fine = [system for system in told.critical if system not in hit]
    named = [told.called(system) for system in hit] if len(hit) < 4 else []
    unheard = [told.called(system) for system in fine if missing(told, system)]
    silent = unheard if len(unheard) < 4 else [len(unheard)]
    return (len(fine), len(told.critical), *named, *silent) if told.critical else ()


def verdict(told: Told) -> Iterator[Said]:
    """Each sentence of the conclusion, as its numbers and names."""
    gaps = told.ranking.open
    left = [s for s in told.systems if missing(told, s)]
    critical = sum(told.is_critical(system) for system in left)
    answered = len(told.systems) - len(left)
    yield answered, len(told.systems), critical, len(left)
    controls = {gap.key[1] for gap in gaps}
    yield len(gaps), len(controls), *told.ranking.classes_of_open
    unclear = [g for g in gaps if g.asked.status in ("unanswered", "unknown")]
    yield sum(gap.legal for gap in gaps), len(gaps), len(unclear)
    if told.before:
        fresh = sum(gap.years == 1 for gap in gaps)
        before = int(told.before.round.id)
        closed = len(recompute.closed(told.standing))
        yield before, closed, fresh, len(gaps) - fresh
        yield from _trend(told, before)
    yield from _named([told.name(p) for p in sorted(told.ranking.silent - {""})])
    yield from _named([told.called(system) for system in told.ownerless])
    unknown = [s for s in told.systems if not told.facts(s).get("criticality")]
    yield from _named([told.called(system) for system in unknown])


def _trend(told: Told, before: int) -> Iterator[Said]:
    then, now = common(told, "system")
    was, found = share(then), share(now)
    yield found, was, before, len(now)
    both = [
        (a, b)
        for a, b in zip(then, now, strict=True)
        if "unanswered" not in (a.status, b.status)
    ]
    heard_then, heard_now = (share([pair[n] for pair in both]) for n in (0, 1))
    if was > found and heard_then - heard_now < was - found:
        yield heard_now, heard_then


def common(told: Told, kind: str) -> tuple[list[Asked], list[Asked]]:
    """The questions of both campaigns, then and now, in the same order."""
    assert told.before
    pairs = []
    for asked in told.of(kind):
        then, name = next(told.standing.back(asked.subject))
        if was := then.own.get((name, asked.control["id"])):
            pairs.append((was, asked))
    return [was for was, _now in pairs], [now for _was, now in pairs]


def share(every: list[Asked]) -> int:
    """Met of all, in whole per cent."""
    found = recompute.figures(every)["met_of_all"]
    return int(100 * found.numerator // found.denominator)


def _named(names: list[str]) -> Iterator[Said]:
    if names:
        yield (len(names),) if len(names) > 2 else tuple(names)


def kinds(told: Told) -> Iterator[Row]:
    """The three numbers of each kind of subject."""
    for kind in KINDS:
        every = told.of(kind)
        if every:
            found = recompute.figures(every)
            answers = [one for one in every if one.word]
            seen = sum(bool(told.reviewed(one)) for one in answers)
            shares = [percent(found[n]) for n in recompute.SHARES]
            number = str(len({one.subject for one in every}))
            several = kind in ("system", "owner")
            yield ((), number if several else NOTHING, *shares, (seen, len(answers)))
    yield (), "", "", "", percent_of_target(told), ""


def percent_of_target(told: Told) -> str:
    """What the organisation aims at."""
    return f"{told.opened['profile']['targets']['met']} %"


def reviewed(told: Told) -> Said:
    """How many answers were reviewed, of how many."""
    answers = [one for one in told.standing.own.values() if one.word]
    seen = sum(bool(told.reviewed(one)) for one in answers)
    share = 100 * seen // len(answers)
    return seen, len(answers), share or 1  # under 1 %


def worst(told: Told) -> Iterator[Row]:
    """The five most urgent lines."""
    for line in told.ranking.lines[:5]:
        priority = (priority_token(line.worst),)
        yield line_said(line, told), priority, line.worst.letter, who(line, told)


def worst_note(told: Told) -> Said:
    """Where the other lines are, and the bounds of the classes."""
    bounds = told.opened["profile"]["classes"]
    rest = [13] if len(told.ranking.lines) > 5 else []
    return (*rest, bounds["a"], bounds["b"])


def recommended(told: Told) -> Iterator[Said]:
    """What the Direktion is asked to decide, as numbers; each after its own."""
    approved = {what for d in told.decisions for what in d["approves"]}
    of_it = {
        what
        for decision in told.decisions
        for what in decision["approves"]
        if decision["campaign"] == told.standing.round.id
    }
    if {"report", "soa"} - of_it:
        yield ()
    plan = [action for action in told.actions if to_be_done(action)]
    if plan and "actions" not in of_it:
        amounts = (amount(plan, name) for name in ("hours", "cost"))
        yield (len(plan), 14, *(number for found in amounts for number in found))
    if "measures" not in approved:
        yield 7, 1, 12
    yield from _to_settle(told)
    for text in told.notes.get(told.standing.round.id, {}).get("recommendations", ()):
        yield (text,)


def _to_settle(told: Told) -> Iterator[Said]:
    """Who is to answer, own and close what; what a decision lets stand for a year at most."""
    silent = told.ranking.silent - {""}
    if silent:
        every = told.standing.own.values()
        quiet = [a for a in every if a.status == "unanswered" and person(a) in silent]
        people = [told.name(one) for one in sorted(silent)]
        yield *_pair(people), len(quiet), 4
    if told.ownerless:
        yield *_pair([told.called(system) for system in told.ownerless]), 4
    bare = [
        gap
        for gap in told.ranking.open
        if gap.letter == "A" and not gap.planned and not told.ranking.is_of_silence(gap)
    ]
    if bare:
        yield *(_at(bare, told) if len(bare) <= 2 else (len(bare),)), 13
    year = f"{int(told.today[:4]) + 1}{told.today[4:]}"
    stood = [g for g in told.ranking.own if g.accepted and g.accepted["until"] <= year]
    if stood:
        first = day(min(gap.accepted["until"] for gap in stood))
        yield *(_at(stood, told) if len(stood) <= 2 else (len(stood),)), first, 15


def _pair(names: list[str]) -> Said:
    """The names of one or two; else their number."""
    return tuple(names) if len(names) <= 2 else (len(names),)


def _at(gaps: list[Gap], told: Told) -> Said:
    return tuple(p for g in gaps for p in (f"{g.key[1]} ", told.called(g.subject)))
