"""The workbook beside the report, told again: every gap and every action."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from tests.two_years.ranked import Gap, to_be_done
from tests.two_years.retold.acting import is_overdue
from tests.two_years.retold.told import Told
from tests.two_years.words import day

Cells = tuple[Any, ...]


def gaps(told: Told) -> Iterator[Cells]:
    """A row for each gap; one that is inherited, in each system that has it."""
    every = [*told.ranking.own, *told.ranking.inherited]
    for gap in sorted(every, key=lambda gap: gap.urgency):
        cells = (*_what(gap, told), *_why(gap, told), *_said(gap, told))
        yield tuple(None if cell == "" else cell for cell in cells)


def _what(gap: Gap, told: Told) -> Cells:
    control = gap.asked.control
    services = ", ".join(told.called(service) for service in gap.services)
    owner = told.ranking.accountable(gap)
    return (
        gap.letter,
        float(gap.priority),
        control["id"],
        told.words.title(control["title"]),
        told.called(gap.subject),
        told.words(gap.asked.status),
        ", ".join(told.words(word) for word in _notes(gap)),
        told.words("yes" if gap.legal else "no"),
        gap.since,
        services,
        told.name(owner) if owner else "",
        gap.asked.word.get("comment", ""),
        ", ".join(action["action"] for action in gap.actions),
    )


def _notes(gap: Gap) -> Iterator[str]:
    """What makes it a gap where its status does not, and that it may stand."""
    if gap.asked.reason in ("overdue", "returned"):
        yield f"note-{gap.asked.reason}"
    if gap.accepted:
        yield "note-known" if gap.legal else "accepted"


def _why(gap: Gap, told: Told) -> Cells:
    kind, _colon, id = gap.subject.partition(":")
    units = {d["id"]: d["name"] for d in told.opened["departments"]}
    form = gap.form
    unit = (
        form["facts"].get("department") if kind == "system" else form.get("department")
    )
    person = gap.asked.form.get("person")
    return (
        float(gap.factors["shortfall"]),
        *(gap.factors[name] for name in ("weight", "criticality", "data", "systems")),
        gap.years,
        told.words(kind),
        id,
        units.get(unit, ""),
        told.name(person) if person else "",
    )


def _said(gap: Gap, told: Told) -> Cells:
    word = gap.asked.word
    review = told.reviewed(gap.asked) if word else {}
    return (
        _date(word.get("answered_on")),
        told.words("yes" if review else "no"),
        told.words(review["outcome"]) if review else "",
        review.get("reason", ""),
        word.get("action", {}).get("what", ""),
        _date(gap.accepted["until"] if gap.accepted else None),
    )


def _date(said: str | None) -> datetime | None:
    return datetime.combine(day(said), time()) if said else None


def actions(told: Told) -> Iterator[Cells]:
    """A row for each action, those that are done or dropped among them."""
    for action in told.actions:
        status = "overdue" if is_overdue(action, told) else action["status"]
        cells = (
            action["action"],
            action["what"],
            "\n".join(_covered(action, told)),
            action["responsible"],
            _date(action["first"]),
            _date(action["due"]),
            action["moves"],
            action["hours"],
            action["cost"],
            told.words(status),
            None if to_be_done(action) else _date(action["ended"]),
            action["evidence"],
        )
        yield tuple(None if cell == "" else cell for cell in cells)


def _covered(action: Any, told: Told) -> Iterator[str]:
    for gap in action["covers"]:
        subject = told.ranking.current(gap["subject"])
        known = subject in told.standing.told
        yield f"{gap['control']} {told.called(subject) if known else subject}"
