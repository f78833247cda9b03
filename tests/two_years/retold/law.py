"""Sections 10 and 12 and appendix A in numbers: data protection, NIS 2, every control."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tests.two_years.ranked import in_classes
from tests.two_years.retold.numbers import Row, Said, day
from tests.two_years.retold.told import KINDS, Section, Told, some, unstated
from tests.two_years.standing import Asked

_SPANS = ((5, 11), (12, 23), (28, 28), (32, 34), (35, 36), (44, 49))
_ARTICLES = [range(first, last + 1) for first, last in _SPANS]
_PLACE = re.compile(r"§ (6, stk\. 1, nr\.|7, stk\.) (\d+)")


def protection(told: Told) -> Section:
    """Systems with personal data, assessments, and answers article by article."""
    every = [facts.get("personal_data") for facts in told.facts.values()]
    holding = [kinds for kinds in every if kinds not in (None, ["none"])]
    hard = sum(bool({"sensitive", "criminal-offences"} & {*kinds}) for kinds in holding)
    plans = [facts.get("dpia", {}) for facts in told.facts.values()]
    needed = [dpia for dpia in plans if dpia.get("needed")]
    done = told.known(dpia.get("on") for dpia in needed)
    pairs = zip(every, plans, strict=True)
    unclear = unstated(
        [dpia.get("needed") for kinds, dpia in pairs if kinds in holding]
    )
    staying = [asked for asked in told.asked if not asked.leaves]
    about = [[a for a in staying if _articles(a) & {*span}] for span in _ARTICLES]
    facts: list[Said] = [
        (len(holding), len(every), *unstated(every)),
        (hard, len(holding)),
        (len(done) - done.count(None), len(done), *unclear),
        *(tuple(_met(asked)) for asked in about if asked),
    ]
    gaps = [gap for gap in told.open if gap.legal and _articles(gap.asked)]
    dpo = [(day(told.notes["dpo"]["on"]),)] if "dpo" in told.notes else []
    counts = (len(gaps), in_classes(gaps)[0])
    said: dict[str, list[Said]] = {"Secaudit Intro": [counts], "Normal": [*dpo]}
    return Section([[((), fact) for fact in facts]], said)


def _articles(asked: Asked) -> set[int]:
    """Of the Regulation, those that it refers to."""
    return {int(re.split(r"\D", a)[0]) for a in _references(asked).get("gdpr", ())}


def _references(asked: Asked) -> dict[str, list[str]]:
    """What the question refers to; where it says nothing of its own, what its control does."""
    own: dict[str, list[str]] = asked.question.get("references", {})
    return own or dict(asked.control["references"])


def _met(every: Iterable[Asked]) -> Iterator[int]:
    """How many answers are met, of how many; for each kind of subject apart."""
    asked = list(every)
    for kind in KINDS:
        of_it = [one.status for one in asked if one.subject.startswith(f"{kind}:")]
        yield from (of_it.count("met"), len(of_it)) if of_it else ()


def _serving(requirement: Any, told: Told) -> list[Asked]:
    """The answers that tell of a requirement of a law: about it, or about a part of it."""
    wanted = [(law, p) for law, ps in requirement["references"].items() for p in ps]
    return [
        asked
        for asked in told.asked
        if any(
            place == p or place.startswith((f"{p}(", f"{p}, "))
            for law, p in wanted
            for place in _references(asked).get(law, ())
        )
    ]


def measures(told: Told) -> Section:
    """Each number of § 6, stk. 1, and each subsection of § 7, with its open gaps."""
    rows = []
    for control in (one["control"] for one in told.opened["applied"] if one["applies"]):
        places = control["references"].get("nis2-loven", [])
        found = _PLACE.fullmatch(places[0]) if len(places) == 1 else None
        if control["theme"] == "NIS2" and found:
            keys = {asked.key for asked in _serving(control, told)}
            here = [g for g in told.open if g.key in keys or g.key[1] == control["id"]]
            counts = (str(len(here)), str(in_classes(here)[0]))
            rows.append((found[1], int(found[2]), ((), (), (), *counts)))
    approved = [d["on"] for d in told.decisions if "measures" in d["approves"]]
    table = [row for _section, _number, row in sorted(rows)]
    return Section([table], {"Secaudit Intro": [(day(max(approved)),)]})


def controls(told: Told) -> Section:
    """Every control, and how its answers stand."""
    rows: list[Row] = []
    several: dict[str, list[Asked]] = {}
    for asked in (*told.of("system"), *told.of("owner")):
        several.setdefault(asked.control["id"], []).append(asked)
    for one in told.opened["applied"]:
        id, number = one["control"]["id"], 0
        about = several.get(id, []) if one["applies"] else []
        if one["applies"] and not one["control"]["questions"]:  # by what serves it
            about = _serving(one["control"], told)
            number = len({asked.control["id"] for asked in about})
        met = _met(asked for asked in about if not asked.leaves)
        rows.append((id, (), (), (), (*some(number), *met)))
    return Section([rows])
