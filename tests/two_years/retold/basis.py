"""Section 4, told again: what the report builds on, and who has not answered."""

from collections.abc import Iterator
from typing import Any

from tests.two_years import recompute, rounds
from tests.two_years.ranked import issued, person
from tests.two_years.retold.acting import approval
from tests.two_years.retold.lines import about
from tests.two_years.retold.told import Row, Said, Told
from tests.two_years.standing import Asked
from tests.two_years.words import Expected, day


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
        missing = [asked for asked in every if asked.status == "unanswered"]
        yield name, tuple(about(missing, told)), (len(every) + left, len(every))
