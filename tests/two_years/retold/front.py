"""Sections 1 to 4, told again: summary, follow-up, changes and basis."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.two_years import recompute, rounds
from tests.two_years.ranked import Gap, Line, issued, person, to_be_done
from tests.two_years.retold.told import NOTHING, Row, Told, missing
from tests.two_years.standing import Asked
from tests.two_years.words import Expected, Token, day, percent

KINDS = ("system", "owner", "organisation", "employees")
Said = tuple[str | Token, ...]


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
        yield line_said(line, told), priority, line.worst.letter, _who(line, told)


def priority_token(gap: Gap) -> Token:
    """The priority as it is read in a text."""
    whole = gap.priority.denominator == 1
    return int(gap.priority) if whole else gap.priority


def line_said(line: Line, told: Told) -> Said:
    """What is missing, and where."""
    if line.silent is not None:
        named = [told.name(line.silent)] if line.silent else []
        return (*named, len(line.gaps), *_about([g.asked for g in line.gaps], told))
    control = told.titled(line.worst.asked.control)
    return (control, *_places(line, told), *_statuses(line))


def _about(every: list[Asked], told: Told) -> list[str | Token]:
    """The systems of some questions: their names where they are two, else their number."""
    subjects = {one.subject for one in every if one.subject.startswith("system:")}
    names: list[str | Token] = [told.called(system) for system in sorted(subjects)]
    return names if len(names) <= 2 else [len(names)]


def _statuses(line: Line) -> Iterator[int]:
    """How many have which status, unless all are unknown, partly or not met."""
    kinds = [gap.asked.status for gap in line.gaps]
    unclear = set(kinds) <= {"unknown", "unanswered"}
    halved = all(gap.factors["shortfall"] < 1 for gap in line.gaps)
    if unclear or halved or set(kinds) == {"not-met"}:
        return
    found: Counter[str] = Counter()
    for gap in line.gaps:
        reason = gap.asked.reason
        word = reason if reason in ("overdue", "returned") else gap.asked.status
        found[word] += 1 + len(gap.heirs)
    for word in ("partial", "not-met", "unknown", "unanswered", "overdue", "returned"):
        yield from [found[word]] if found[word] else []


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


def _who(line: Line, told: Told) -> Expected:
    """Those who are accountable: the one who has most of it, and how many others."""
    found: Counter[str] = Counter()
    for gap in line.gaps:
        found[told.ranking.accountable(gap)] += 1 + len(gap.heirs)
    names = [told.name(one) for one, _gaps in found.most_common() if one]
    if len(names) > 2:
        return names[0], len(names) - 1
    return tuple(names) or NOTHING


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


def amount(actions: list[Any], name: str) -> Said:
    """The sum of what is stated, and of how many nothing is; empty where nothing is."""
    stated = [action[name] for action in actions if action[name] is not None]
    missing = len(actions) - len(stated)
    return (sum(stated), *([missing] if missing else [])) if stated else ()


def earlier_actions(told: Told) -> list[Any]:
    """Of earlier campaigns: those open, those of the last one, those ended since it."""
    if not told.before:
        return []
    last = told.before.day.isoformat()
    here, before = told.standing.round.id, told.before.round.id
    found = [
        action
        for action in told.actions
        if action["campaign"] != here
        and (
            to_be_done(action) or action["campaign"] == before or action["ended"] > last
        )
    ]
    return sorted(found, key=lambda a: (_stage(a, told), a["due"], a["action"]))


def _stage(action: Any, told: Told) -> int:
    if not to_be_done(action):
        return 2
    return 0 if is_overdue(action, told) else 1


def is_overdue(action: Any, told: Told) -> bool:
    """Whether it should have been done before the day."""
    return to_be_done(action) and bool(action["due"] < told.today)


def followed_up(told: Told) -> Said:
    """What became of them, and how often they were moved."""
    found = earlier_actions(told)
    late = sum(is_overdue(action, told) for action in found)
    statuses = [action["status"] for action in found]
    later = len(found) - late - statuses.count("done") - statuses.count("dropped")
    dropped = statuses.count("dropped")
    moves = [action["moves"] for action in found if action["moves"]]
    return (
        *(len(found), statuses.count("done"), late, later),
        *([dropped] if dropped else []),
        *([len(moves), sum(moves)] if moves else []),
    )


def earlier(told: Told) -> Iterator[Row]:
    """A row for each of them."""
    for action in earlier_actions(told):
        yield (
            action["action"],
            action["what"],
            action["responsible"] or NOTHING,
            (*ended(action), day(action["due"]), *moved(action)),
            closed_of(action, told),
        )


def ended(action: Any) -> Said:
    """When it was done or dropped."""
    return (day(action["ended"]),) if action["ended"] else ()


def moved(action: Any) -> Said:
    """How often it was moved, and its first date."""
    return (action["moves"], day(action["first"])) if action["moves"] else ()


def closed_of(action: Any, told: Told) -> Said:
    """How many of the gaps that it covers are none any more, of how many."""
    covered = told.ranking.covered(action)
    stood = {gap.key for gap in (*told.ranking.own, *told.ranking.inherited)}
    return len(covered - stood), len(covered)


def decisions(told: Told) -> Iterator[Row]:
    """Those of the campaign before, and earlier ones that still let something stand."""
    for decision in told.decisions if told.before else ():
        assert told.before
        holds = any(a["until"] >= told.opened["opened_on"] for a in decision["accepts"])
        here = decision["campaign"] == told.standing.round.id
        if decision["campaign"] == told.before.round.id or (holds and not here):
            case = decision.get("case", "")
            when = (day(decision["on"]), f"\n{decision['by']}\n{case or NOTHING}")
            yield decision["decision"], decision["text"], when, _outcome(decision, told)


def _outcome(decision: Any, told: Told) -> Said:
    law = [2, 7] if "measures" in decision["approves"] else []
    if not decision["accepts"]:
        return tuple(law)
    every = [(_key(gap, told), gap) for gap in decision["accepts"]]
    stood = {gap.key for gap in (*told.ranking.own, *told.ranking.inherited)}
    legal = sum(gap.get("legal", False) for _key, gap in every)
    gone = sum(key not in told.standing.every for key, _gap in every)
    left = [gap["until"] for key, gap in every if key in stood]
    over = sum(until < told.today for until in left)
    counts = (len(every) - legal, legal, len(every) - gone - len(left), gone, over)
    until = (len(left) - over, day(max(left))) if len(left) > over else ()
    return (*law, *(number for number in counts if number), *until)


def _key(gap: Any, told: Told) -> rounds.Key:
    return told.ranking.current(gap["subject"]), gap["control"]


def changes(told: Told) -> Iterator[Row]:
    """What the notes tell, and what differs from the campaign before."""
    notes = told.notes.get(told.standing.round.id, {})
    for name in ("threats", "law", "organisation", "interested_parties"):
        yield from (((), text) for text in notes.get(name, ()))
    if told.before:
        yield from (((), said) for said in _computed(told))


def _computed(told: Told) -> Iterator[Expected]:
    assert told.before
    then = told.before.round
    there = dict.fromkeys(rounds.key(form) for form in then.current)
    asked = {rounds.key(form) for form in then.forms}
    was: dict[str, str] = {}
    for system in told.systems:
        _then, name = next(told.standing.back(system))
        if name in asked:
            was[system] = name
    yield from _few([told.called(s) for s in told.systems if s not in was])
    known = {*was.values(), *told.standing.round.withdrawn}
    gone = [s for s in there if s.startswith("system:") and s not in known]
    yield from _few([told.before.told[system]["name"] for system in gone])
    pairs = [(told.before.told[name], told.standing.told[s]) for s, name in was.items()]
    other = [now for before, now in pairs if before["owner"] != now["owner"]]
    yield from _first([now["name"] for now in other if now["owner"]])
    yield from _first([now["name"] for now in other if not now["owner"]])
    for fact in ("criticality", "personal_data"):
        differ = [now for b, now in pairs if _fact(b, fact) != _fact(now, fact)]
        yield from _first([now["name"] for now in differ])
    before = {a["control"]["id"] for a in then.opened["applied"] if a["applies"]}
    now = {a["control"]["id"]: a for a in told.opened["applied"] if a["applies"]}
    fresh = [told.titled(a["control"]) for id, a in now.items() if id not in before]
    yield from _few(fresh)
    assert before <= now.keys()


def _fact(form: Any, name: str) -> Any:
    found = form["facts"].get(name)
    return set(found) if isinstance(found, list) else found


def _few(names: list[str]) -> Iterator[Expected]:
    """Those names; where there are more than five, their number."""
    if names:
        yield (len(names),) if len(names) > 5 else tuple(names)


def _first(names: list[str]) -> Iterator[Expected]:
    """How many, and the first three."""
    if names:
        yield len(names), *names[:3]


def facts(told: Told) -> Iterator[Row]:
    """What the report builds on."""
    here = told.standing.round
    yield (), (day(told.opened["opened_on"]),)
    yield (), (day(told.opened["due"]),)
    if here.closed_on:
        yield (), (day(here.closed_on),)
    yield (), (told.standing.day,)
    yield from (((), said) for said in (*_forms(told), *_outside(told)))
    yield from _approved(told)
    titles = [told.words.title(_titles(c)) for c in told.opened["catalogues"]]
    versions = [c["version"] for c in told.opened["catalogues"]]
    yield (), (*titles, *versions)


def _titles(catalogue: Any) -> dict[str, str]:
    return {language: catalogue[f"title_{language}"] for language in ("da", "en")}


def _forms(told: Told) -> Iterator[Said]:
    forms = [form for form in told.standing.round.current if form["questions"]]
    sent = [form["person"] for form in forms if form.get("person")]
    nobody = len(forms) - len(sent)
    yield len(sent), len(set(sent)), *([nobody] if nobody else [])
    left = [_left(form, told) for form in forms]
    whole = sum(number == 0 for number in left)
    part = sum(
        0 < number < len(form["questions"])
        for form, number in zip(forms, left, strict=True)
    )
    yield whole, len(forms), *([part] if part else [])


def _left(form: Any, told: Told) -> int:
    """How many of its questions have no answer."""
    subject = rounds.key(form)
    own = told.standing.own
    return sum(own[subject, id].status == "unanswered" for id in form["questions"])


def _outside(told: Told) -> Iterator[Said]:
    here, every = told.standing.round, told.standing.own.values()
    if here.withdrawn:
        yield tuple(here.withdrawn.values())
    carried = [one for one in every if one.word.get("campaign") not in (None, here.id)]
    said = [one for one in every if one.word.get("campaign") == here.id]
    counts = (
        sum(one.reason == "returned" for one in every),
        sum(recompute.is_late(one.word, told.standing) for one in said),
        len(here.after),
        len(carried),
    )
    yield from ((number,) for number in counts if number)


def _approved(told: Told) -> Iterator[Row]:
    for what in ("report", "soa", "actions", "measures"):
        label = (2, 7) if what == "measures" else ()
        found = [d for d in told.decisions if what in d["approves"]]
        if what != "measures":
            found = [d for d in found if d["campaign"] == told.standing.round.id]
        if found:
            yield label, approval(max(found, key=lambda d: str(d["on"])))
        elif what == "measures":
            yield label, ()


def approval(decision: Any) -> Said:
    """When, by whom, and in which case."""
    case = [decision["case"]] if decision.get("case") else []
    return day(decision["on"]), decision["by"], *case


def silent(told: Told) -> Iterator[Row]:
    """Who has not answered everything: those who answered nothing first."""
    by_person: dict[str, list[Asked]] = {}
    for asked in told.standing.own.values():
        if asked.control["id"] in issued(asked):
            by_person.setdefault(person(asked), []).append(asked)
    rows = []
    for one, every in by_person.items():
        left = sum(asked.status == "unanswered" for asked in every)
        if left:
            rows.append((one not in told.ranking.silent, -left, one, every))
    for _spoke, left, one, every in sorted(rows, key=lambda row: row[:3]):
        name: Expected = told.name(one) if one else ()
        yield name, tuple(_about(every, told)), (len(every) + left, len(every))
