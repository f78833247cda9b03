"""Sections 2 and 3, told again: what became of what was decided, and what changed."""

from collections.abc import Iterator
from typing import Any

from tests.two_years import rounds
from tests.two_years.ranked import to_be_done
from tests.two_years.retold.acting import closed_of, ended, is_overdue, moved
from tests.two_years.retold.told import NOTHING, Row, Said, Told
from tests.two_years.words import Expected, day


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
