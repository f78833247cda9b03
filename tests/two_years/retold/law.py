"""Sections 9, 10 and 12, told again: suppliers, data protection, NIS 2."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tests.two_years.ranked import in_classes
from tests.two_years.retold.acting import approval
from tests.two_years.retold.told import KINDS, Row, Said, Told
from tests.two_years.standing import Asked
from tests.two_years.words import Expected, day

ARTICLES = ((5, 11), (12, 23), (28, 28), (32, 34), (35, 36), (44, 49))
_PLACE = re.compile(r"§ (6, stk\. 1, nr\.|7, stk\.) (\d+)")


def supplier_facts(told: Told) -> Iterator[Row]:
    """Systems outside, and those of them with supervision and agreements."""
    every = [told.facts(system) for system in told.systems]
    hosted = [facts.get("hosting") for facts in every]
    outside = [f for f in every if f.get("hosting") not in (None, "on-premises")]
    yield (), (len(outside), len(every), *_unstated(hosted))
    dates = [told.known(facts.get("supervised_on")) for facts in outside]
    if dates:
        fresh = sum(told.fresh(found) for found in dates)
        yield (), (fresh, len(dates), *_unstated(dates))
    agreements = [_agreement(facts) for facts in outside if may_hold_data(facts)]
    needed = [status for status in agreements if status != "not-needed"]
    if needed:
        yield (), (needed.count("signed"), len(needed), *_unstated(needed))


def holds_data(facts: Any) -> bool:
    """Whether a system is known to hold personal data."""
    return bool(set(facts.get("personal_data") or ()) - {"none"})


def may_hold_data(facts: Any) -> bool:
    """Whether it does, or is not known not to."""
    return facts.get("personal_data") is None or holds_data(facts)


def _agreement(facts: Any) -> str | None:
    found: str | None = facts.get("processor_agreement", {}).get("status")
    return found


def _unstated(values: list[str | None]) -> list[int]:
    missing = values.count(None)
    return [missing] if missing else []


def suppliers(told: Told) -> Iterator[Row]:
    """Each supplier, however its name is written, those with the worst gaps first."""
    groups: dict[str, list[str]] = {}
    for system in told.systems:
        name = _supplier(system, told)
        if name:
            groups.setdefault(name.casefold(), []).append(system)
    rows = []
    for systems in groups.values():
        gaps = [gap for gap in told.ranking.open if gap.subject in systems]
        classes = in_classes(gaps)
        name = _supplier(systems[0], told)
        order = (*(-number for number in classes), name.casefold())
        rows.append((order, name, systems, classes))
    for _order, name, systems, classes in sorted(rows):
        names = [told.called(system) for system in systems]
        shown: Expected = tuple(names)
        if len(names) > 4:
            shown = (*names[:3], len(names) - 3)
        facts = [told.facts(system) for system in systems]
        yield name, shown, _signed(facts), _supervised(facts, told), *map(str, classes)


def _supplier(system: str, told: Told) -> str:
    return " ".join((told.facts(system).get("supplier") or "").split())


def _signed(every: list[Any]) -> Expected:
    found = [_agreement(facts) for facts in every if may_hold_data(facts)]
    needed = [status for status in found if status != "not-needed"]
    return (needed.count("signed"), len(needed), *_unstated(needed)) if needed else ()


def _supervised(every: list[Any], told: Told) -> Expected:
    dates = [told.known(facts.get("supervised_on")) for facts in every]
    known = [found for found in dates if found]
    return (day(min(known)), *_unstated(dates)) if known else ()


def protection_said(told: Told) -> Said:
    """How many open gaps are duties by the Regulation, and how many of them in class A."""
    gaps = [
        gap
        for gap in told.ranking.open
        if gap.legal and references(gap.asked).get("gdpr")
    ]
    return len(gaps), sum(gap.letter == "A" for gap in gaps)


def protection(told: Told) -> Iterator[Row]:
    """Systems with personal data, assessments, and answers article by article."""
    every = [told.facts(system) for system in told.systems]
    holding = [facts for facts in every if holds_data(facts)]
    unknown = sum(facts.get("personal_data") is None for facts in every)
    yield (), (len(holding), len(every), *([unknown] if unknown else []))
    hard = {"sensitive", "criminal-offences"}
    sensitive = sum(bool(hard & set(facts["personal_data"])) for facts in holding)
    yield (), (sensitive, len(holding))
    needed = [f["dpia"] for f in every if f.get("dpia", {}).get("needed")]
    done = sum(told.known(dpia.get("on")) is not None for dpia in needed)
    unclear = sum(f.get("dpia", {}).get("needed") is None for f in holding)
    yield (), (done, len(needed), *([unclear] if unclear else []))
    for first, last in ARTICLES:
        about = [
            asked
            for asked in told.standing.own.values()
            if not asked.leaves and _concerns(asked, first, last)
        ]
        label = (first,) if first == last else (first, last)
        if about:
            yield label, tuple(answers_met(about))


def _concerns(asked: Asked, first: int, last: int) -> bool:
    """Whether it refers to an article of the Regulation from the first to the last."""
    articles = references(asked).get("gdpr", ())
    return any(first <= int(re.split(r"\D", a)[0]) <= last for a in articles)


def references(asked: Asked) -> dict[str, list[str]]:
    """What the question refers to; where it says nothing of its own, what its control does."""
    found: dict[str, list[str]] = (
        asked.question.get("references") or asked.control["references"]
    )
    return found


def answers_met(every: Iterable[Asked]) -> Iterator[int]:
    """How many answers are met, of how many; for each kind of subject apart."""
    asked = list(every)
    for kind in KINDS:
        of_kind = [one for one in asked if one.subject.startswith(f"{kind}:")]
        if of_kind:
            yield sum(one.status == "met" for one in of_kind)
            yield len(of_kind)


def serving(requirement: Any, told: Told) -> list[Asked]:
    """The answers that tell of a requirement of a law: about it, or about a part of it."""
    wanted = [(law, p) for law, ps in requirement["references"].items() for p in ps]
    return [
        asked
        for asked in told.standing.own.values()
        if any(
            place == p or place.startswith((f"{p}(", f"{p}, "))
            for law, p in wanted
            for place in references(asked).get(law, ())
        )
    ]


def measures(told: Told) -> Iterator[Row]:
    """Each number of § 6, stk. 1, and each subsection of § 7."""
    rows = []
    for applied in told.opened["applied"]:
        control = applied["control"]
        places = control["references"].get("nis2-loven", [])
        told_of = _PLACE.fullmatch(places[0]) if len(places) == 1 else None
        if applied["applies"] and control["theme"] == "NIS2" and told_of:
            section, number = told_of.groups()
            rows.append((section, int(number), control))
    for section, number, control in sorted(rows, key=lambda row: row[:2]):
        about = serving(control, told)
        own = (
            a for a in told.standing.own.values() if a.control["id"] == control["id"]
        )
        about += [a for a in own if a not in about]
        place: Expected = (6, 1, number) if section.startswith("6") else (7, number)
        keys = {asked.key for asked in about}
        found = [gap.letter for gap in told.ranking.open if gap.key in keys]
        title = told.words.title(control["title"])
        numbers = (str(len(found)), str(found.count("A")))
        status = _status(about, told) if about else ()
        yield place, title, status, *numbers


def _status(about: list[Asked], told: Told) -> Expected:
    """Met where every answer is, and no gap; partial where some are, at least in part."""
    staying = [asked for asked in about if not asked.leaves]
    said = {asked.status for asked in staying}
    if said == {"met"} and not any(asked.reason for asked in staying):
        return told.words("met")
    if said & {"met", "partial"}:
        return told.words("partial")
    worst = (word for word in ("not-met", "unknown", "unanswered") if word in said)
    return told.words(next(worst, "not-applicable"))


def measures_said(told: Told) -> Said:
    """When management approved them."""
    found = [d for d in told.decisions if "measures" in d["approves"]]
    return (7, 1, *approval(found[-1])) if found else (7, 1)
