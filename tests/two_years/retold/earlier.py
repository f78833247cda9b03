"""Sections 2 to 4 in numbers: what became of what was decided, what changed, the basis."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.two_years import recompute, rounds
from tests.two_years.ranked import issued, person, to_be_done
from tests.two_years.retold import told as t
from tests.two_years.retold.numbers import Row, Said, day
from tests.two_years.retold.told import Section, Told, many, rest, some
from tests.two_years.standing import Asked, Standing


def followup(told: Told) -> Section:
    """What became of earlier actions and decisions."""
    if not told.before:
        return Section()
    found, rows = _earlier(told, told.before.day.isoformat()), []
    for one in found:
        when = [day(text) for text in (one["ended"], one["due"]) if text]
        row = (one["action"], (), (), (*when, *t.moved(one)), told.closed_of(one))
        rows.append(row)
    statuses = [one["status"] for one in found]
    done, dropped = statuses.count("done"), statuses.count("dropped")
    late = sum(map(told.is_overdue, found))
    moves = some(*(one["moves"] for one in found))
    counts = (len(found), done, late, len(found) - done - dropped - late)
    decisions = list(_decisions(told))
    said: dict[str, list[Said]] = {
        "Normal": [(*counts, *some(dropped, len(moves), sum(moves)))],
        "Secaudit Note": [*rest(rows, 8), *rest(decisions, 5)],
    }
    return Section([rows[:8], decisions[:5]], said)


def _earlier(told: Told, last: str) -> list[Any]:
    """Of earlier campaigns: those open, those of the last one, those ended since it."""
    found = [
        one
        for one in told.actions
        if one["campaign"] != told.id
        and (to_be_done(one) or _of_last(one, told) or one["ended"] > last)
    ]
    return sorted(found, key=lambda a: (_stage(a, told), a["due"], a["action"]))


def _of_last(one: Any, told: Told) -> bool:
    return int(one["campaign"]) == told.year - 1


def _stage(action: Any, told: Told) -> int:
    """Those overdue first, those that are ended last."""
    return 2 - to_be_done(action) - told.is_overdue(action)


def _decisions(told: Told) -> Iterator[Row]:
    """Those of the campaign before, and earlier ones that still let something stand."""
    for one in told.decisions:
        holds = any(gap["until"] >= told.opened["opened_on"] for gap in one["accepts"])
        if _of_last(one, told) or (holds and one["campaign"] != told.id):
            yield one["decision"], (), t.approval(one), tuple(_outcome(one, told))


def _outcome(decision: Any, told: Told) -> Iterator[int | date]:
    """Of the gaps it accepts: how many are closed, gone, past their day, and open still."""
    gaps = decision["accepts"]
    keys = [(told.current(gap["subject"]), gap["control"]) for gap in gaps]
    legal = sum(gap.get("legal", False) for gap in gaps)
    gone = sum(key not in told.standing.every for key in keys)
    pairs = zip(keys, gaps, strict=True)
    left = [gap["until"] for key, gap in pairs if key in told.stood]
    over = sum(until < told.today for until in left)
    closed = len(gaps) - gone - len(left)
    yield from some(len(gaps) - legal, legal, closed, gone, over)
    yield from (len(left) - over, day(max(left))) if len(left) > over else ()


def changes(told: Told) -> Section:
    """What the notes tell, and what differs from the campaign before."""
    names = ("threats", "law", "organisation", "interested_parties")
    noted = [() for name in names for _text in told.notes.get(name, ())]
    computed = _computed(told, told.before) if told.before else ()
    return Section([[((), said) for said in (*noted, *computed)]])


def _computed(told: Told, before: Standing) -> Iterator[Said]:
    """What is new or gone is named, up to five; what is stated otherwise is counted."""
    now, then = told.standing, before.round
    asked = {rounds.key(form) for form in then.forms}
    back = {system: next(now.back(system))[1] for system in told.facts}
    was = {system: name for system, name in back.items() if name in asked}
    there = {s for s in map(rounds.key, then.current) if s.startswith("system:")}
    gone = there - {*was.values()} - now.round.withdrawn.keys()
    yield from (many(names, 5) for names in (back.keys() - was.keys(), gone) if names)
    pairs = [(before.told[name], now.told[system]) for system, name in was.items()]
    owners = [here["owner"] for was, here in pairs if was["owner"] != here["owner"]]
    facts = [(was["facts"], here["facts"]) for was, here in pairs]
    data = [[set(f.get("personal_data") or ()) for f in pair] for pair in facts]
    critical = sum(a.get("criticality") != b.get("criticality") for a, b in facts)
    lost, other = owners.count(None), sum(a != b for a, b in data)
    yield from ((n,) for n in some(len(owners) - lost, lost, critical, other))
    applied = [
        {a["control"]["id"] for a in opened["applied"] if a["applies"]}
        for opened in (then.opened, told.opened)
    ]
    assert applied[0] < applied[1]
    yield many(applied[1] - applied[0], 5)


def basis(told: Told) -> Section:
    """What the report builds on, and who has not answered everything."""
    here, silent = told.standing.round, list(_silent(told))
    days = (told.opened["opened_on"], told.opened["due"], here.closed_on, told.today)
    words = [one.word for one in told.asked if one.word]
    said = [word for word in words if word["campaign"] == told.id]
    returned = sum(one.reason == "returned" for one in told.asked)
    late = sum(recompute.is_late(word, told.standing) for word in said)
    facts: list[Said] = [
        *((day(one),) for one in days if one),
        *_forms(told),
        *([()] if here.withdrawn else []),
        *((n,) for n in some(returned, late, len(here.after), len(words) - len(said))),
        *_approved(told),
        tuple(catalogue["version"] for catalogue in told.opened["catalogues"]),
    ]
    notes = {"Secaudit Note": rest(silent, 10)}
    return Section([[((), fact) for fact in facts], silent[:10]], notes)


def _forms(told: Told) -> Iterator[Said]:
    """Forms and people, and forms of nobody; forms answered in full, and in part."""
    forms = [form for form in told.standing.round.current if form["questions"]]
    sent = [form["person"] for form in forms if form.get("person")]
    yield len(sent), len(set(sent)), *some(len(forms) - len(sent))
    asked = [
        [told.standing.own[rounds.key(f), id] for id in f["questions"]] for f in forms
    ]
    left = [{one.status == "unanswered" for one in every} for every in asked]
    yield left.count({False}), len(forms), *some(left.count({False, True}))


def _approved(told: Told) -> Iterator[Said]:
    here = [d for d in told.decisions if d["campaign"] == told.id]
    for what in ("report", "soa", "actions"):
        yield from [t.approval(d) for d in here if what in d["approves"]][-1:]
    measures = [t.approval(d) for d in told.decisions if "measures" in d["approves"]]
    yield measures[-1] if measures else ()


def _silent(told: Told) -> Iterator[Row]:
    """Those who answered nothing first, then those of whom most is missing."""
    by_person: dict[str, list[Asked]] = {}
    for asked in told.asked:
        if asked.control["id"] in issued(asked):
            by_person.setdefault(person(asked), []).append(asked)
    rows = []
    for one, every in by_person.items():
        left = [asked.subject for asked in every if asked.status == "unanswered"]
        systems = {subject for subject in left if subject.startswith("system:")}
        row = ((), many(systems), (len(every) - len(left), len(every)))
        rows += [((one not in told.silent, -len(left), one), row)] if left else []
    yield from (row for _order, row in sorted(rows))
