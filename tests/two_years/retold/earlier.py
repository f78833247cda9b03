"""Sections 2 to 4 in numbers: what became of what was decided, what changed, the basis."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.two_years import recompute, rounds
from tests.two_years.ranked import issued, person, to_be_done
from tests.two_years.retold import told as t
from tests.two_years.retold.numbers import Row, Said, day
from tests.two_years.retold.told import Section, Told, many, some
from tests.two_years.standing import Standing


def followup(told: Told) -> Section:
    """What became of the actions and decisions of the campaign before."""
    if not told.before:
        return Section()
    actions: list[Row] = []
    found = [action for action in told.actions if action["campaign"] != told.id]
    found.sort(key=lambda one: (_stage(one, told), one["due"], one["action"]))
    for one in found:
        when = [day(text) for text in (one["ended"], one["due"]) if text]
        cells = ((*when, *t.moved(one)), told.closed_of(one))
        actions.append((one["action"], (), (), *cells))
    decisions: list[Row] = [
        (one["decision"], (), (day(one["on"]),), tuple(_outcome(one, told)))
        for one in told.decisions
        if one["campaign"] != told.id
    ]
    statuses = [one["status"] for one in found]
    done, dropped = statuses.count("done"), statuses.count("dropped")
    late = sum(map(told.is_overdue, found))
    moves = some(*(one["moves"] for one in found))
    counts = (len(found), done, late, len(found) - done - dropped - late)
    said = (*counts, *some(dropped, len(moves), sum(moves)))
    return Section([actions, decisions], {"Normal": [said]})


def _stage(action: Any, told: Told) -> int:
    """Those overdue first, those that are ended last."""
    return 2 - to_be_done(action) - told.is_overdue(action)


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
    here = told.standing.round
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
        (),
    ]
    return Section([[((), fact) for fact in facts], list(_silent(told))])


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
    """When this campaign's papers were; and the measures, in whatever campaign."""
    here = [one for one in told.decisions if one["campaign"] == told.id]
    papers = [
        [d for d in here if w in d["approves"]] for w in ("report", "soa", "actions")
    ]
    measures = [one for one in told.decisions if "measures" in one["approves"]]
    yield from ((day(found[-1]["on"]),) for found in (*papers, measures) if found)


def _silent(told: Told) -> Iterator[Row]:
    """Those who answered nothing first, then those of whom most is missing."""
    asked = [one for one in told.asked if one.control["id"] in issued(one)]
    left = [one for one in asked if one.status == "unanswered"]
    every, missing = (Counter(map(person, part)) for part in (asked, left))
    for who in sorted(missing, key=lambda p: (p not in told.silent, -missing[p], p)):
        about = {one.subject for one in left if person(one) == who}
        systems = [subject for subject in about if subject.startswith("system:")]
        yield (), many(systems), (every[who] - missing[who], every[who])
