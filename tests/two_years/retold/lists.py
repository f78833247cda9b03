"""Appendices A, B and D, told again: applicability, gaps by system, management review."""

from collections.abc import Iterator
from typing import Any

from tests.two_years.ranked import natural
from tests.two_years.retold.law import answers_met, serving
from tests.two_years.retold.told import KINDS, NOTHING, Row, Said, Told
from tests.two_years.standing import Asked
from tests.two_years.words import Expected


def controls(told: Told) -> Iterator[Row]:
    """Every control: whether it applies, why, and how its answers stand."""
    asked: dict[str, list[Asked]] = {}
    for one in told.standing.own.values():
        asked.setdefault(one.control["id"], []).append(one)
    above = ""
    for applied in told.opened["applied"]:
        control = applied["control"]
        title = told.words.title(control["title"])
        repeated = applied["reason"] and applied["reason"] == above
        reason: Expected = () if repeated else applied["reason"] or NOTHING
        above = applied["reason"]
        used = told.words("yes" if applied["applies"] else "no")
        status = _status(applied, asked.get(control["id"], []), told)
        yield control["id"], title, used, reason, status


def _status(applied: Any, asked: list[Asked], told: Told) -> Expected:
    if not applied["applies"]:
        return NOTHING
    if not applied["control"]["questions"]:
        about = serving(applied["control"], told)
        if not about:
            return ()
        met = answers_met(one for one in about if not one.leaves)
        return len({one.control["id"] for one in about}), *met
    return tuple(_by_kind(asked, told))


def _by_kind(asked: list[Asked], told: Told) -> Iterator[str | int]:
    for kind in KINDS:
        of_kind = [one for one in asked if one.subject.startswith(f"{kind}:")]
        staying = [one for one in of_kind if not one.leaves]
        if kind in ("system", "owner") and staying:
            yield from answers_met(staying)
        elif of_kind:
            yield f": {told.words((staying or of_kind)[0].status)}"


def system_gaps(told: Told) -> Iterator[Row]:
    """The open gaps of each system that has some, the worst first: ids by class."""
    for system in sorted(told.systems, key=told.ranking.burden):
        gaps = told.ranking.by_subject.get(system, [])
        if gaps:
            place = told.place(system)
            owner = told.name(told.owner(system))
            name: Expected = (f"{told.called(system)}\n{owner}, {place}",)
            ids = {c: {gap.key[1] for gap in gaps if gap.letter == c} for c in "ABC"}
            lines = (
                f"{c}: {', '.join(sorted(ids[c], key=natural))}"
                for c in "ABC"
                if ids[c]
            )
            listed: Expected = ("\n".join(lines),)
            yield name, listed


def inputs(told: Told) -> Iterator[Said]:
    """Of the inputs to a management review: in which sections each is treated."""
    notes = told.notes.get(told.standing.round.id, {})
    acting = [14] if told.actions else []
    known = sum(bool(told.facts(s).get("risk_assessment")) for s in told.systems)
    yield (2,) if told.before else ()
    changed = told.before or any(
        notes.get(n) for n in ("threats", "law", "organisation")
    )
    yield (3,) if changed else ()
    yield (3,) if notes.get("interested_parties") else ()
    yield 13, *acting
    yield 5, 6
    yield (11,)
    yield (11,) if notes.get("objectives") else ()
    yield (11,) if notes.get("feedback") else ()
    yield (6, *acting) if known else tuple(acting)
    yield (1,)


def risks(told: Told) -> Said:
    """Of how many systems a risk assessment is known."""
    known = sum(bool(told.facts(s).get("risk_assessment")) for s in told.systems)
    return (known, len(told.systems)) if known else ()
