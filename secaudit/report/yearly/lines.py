"""Gaps told in lines: of one control, or of one who did not answer."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secaudit.catalogue import Kind
from secaudit.gaps import Gap, GapLine
from secaudit.language import _, counted, later
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.about import about
from secaudit.report.said.gaps import numbered
from secaudit.report.said.law import law
from secaudit.report.said.wording import (
    NOTHING,
    joined,
    name_of,
    owner_of,
    points,
    shortened,
    titled,
)
from secaudit.report.yearly.material import Material

_MOST_PLACES, _MOST_NAMES = 2, 1
_NAME = 40
"""Characters of a name."""
_ALIKE = {
    "not-met": later("not met {where}"),
    "partial": later("partial {where}"),
    "overdue": later("review out of date {where}"),
    "returned": later("sent back {where}"),
    UNANSWERED: later("unanswered {where}"),
    "unknown": later("answered 'unknown' {where}"),
}
_IN: dict[Kind, str] = {
    "system": later("in {name}"),
    "owner": later("with {name}"),
    "organisation": later("in the organisation"),
    "employees": later("among the employees"),
}


@dataclass(frozen=True)
class LineRow:
    """Gaps told in one line: of one control, or of one who did not answer."""

    control: str
    """Id and title of the control, or who did not answer."""
    said: str
    """Where it is missing, or what was asked."""
    law: str
    """What is referred to, as the law is cited."""
    priority: str
    gap_class: str
    who: str
    """Those who are accountable."""


def line_row(line: GapLine, material: Material) -> LineRow:
    """A line, as a row."""
    return LineRow(
        control=titled(line.control) if line.control else silence(line, material),
        said=_missing(line, material) if line.control else asked(line),
        law=law(_references(line.gaps)),
        priority=points(line.worst.factors.priority_halves),
        gap_class=line.worst.gap_class,
        who=_who(line, material),
    )


def silence(line: GapLine, material: Material) -> str:
    """Who it is that did not answer."""
    if line.silent:
        sentence = _("{name} has not answered")
        name = name_of(line.silent, material.campaign)
        return sentence.format(name=shortened(name, _NAME))
    if all(subject.kind == "system" for subject in line.subjects):
        return _("Systems without an owner")
    return _("Nobody is named to answer")


def asked(line: GapLine) -> str:
    """What somebody who did not answer was asked about."""
    questions = counted(
        "{n} unanswered question", "{n} unanswered questions", len(line.gaps)
    )
    subjects = about([gap.item for gap in line.gaps])
    sentence = _("{questions} about {subjects}")
    return sentence.format(questions=questions, subjects=subjects)


def _missing(line: GapLine, material: Material) -> str:
    """Where a control is missing, how much of it, and where that is most serious."""
    where, ways = _where([*_places(line, material)]), {_how(g) for g in line.gaps}
    if len(ways) > 1:
        where = f"{where}: {_statuses(line)}"
    else:
        where = _(_ALIKE[ways.pop()]).format(where=where)
    worst = [gap for gap in line.gaps if gap.gap_class == line.worst.gap_class]
    if len(worst) == len(line.gaps):
        return where
    sentence = _("{said}; class {letter} {where}")
    letter = line.worst.gap_class
    return sentence.format(said=where, letter=letter, where=_most_serious(worst))


def _most_serious(gaps: Sequence[Gap]) -> str:
    """Where the gaps are: by name, if they are few."""
    subjects = list(dict.fromkeys(gap.item.subject for gap in gaps))
    if len(subjects) > _MOST_PLACES:
        return counted("in {n} place", "in {n} places", len(subjects))
    return joined([_in(subject) for subject in subjects])


def _in(subject: Subject) -> str:
    return _(_IN[subject.kind]).format(name=shortened(subject.name, _NAME))


def _statuses(line: GapLine) -> str:
    """In how many places it is how; who inherits it has it too."""
    places = {
        s: _how(gap) for gap in line.gaps for s in (gap.item.subject, *gap.behind)
    }
    ways = Counter(places.values())
    return numbered(Counter({way: ways[way] for way in _ALIKE}))


def _how(gap: Gap) -> str:
    if is_unclear(gap):
        return gap.item.status
    if gap.reason in ("overdue", "returned"):
        return gap.reason
    return "partial" if gap.factors.shortfall == 1 else "not-met"


def _where(places: list[str]) -> str:
    """The places as one says them; a comma within one of them asks for one before the last."""
    if len(places) > 1 and "," in places[0]:
        parts = ", ".join(places[:-1])
        return _("{parts}, and {last}").format(parts=parts, last=places[-1])
    return joined(places)


def _places(line: GapLine, material: Material) -> Iterator[str]:
    if line.systems:
        yield _in_systems(line.systems, material)
    owners = [s for s in line.subjects if s.kind == "owner"]
    if len(owners) == 1:
        yield _in(owners[0])
    elif owners:
        yield counted("with {n} system owner", "with {n} system owners", len(owners))
    kinds = {subject.kind for subject in line.subjects}
    yield from (_(_IN[k]) for k in ("organisation", "employees") if k in kinds)


def _in_systems(systems: Sequence[Subject], material: Material) -> str:
    known = material.criticalities
    critical = sum(known.get(subject) == "society-critical" for subject in systems)
    if len(systems) == 1:
        if not critical:
            return _in(systems[0])
        name = shortened(systems[0].name, _NAME)
        return _("in {name} (society-critical)").format(name=name)
    where = counted("in {n} system", "in {n} systems", len(systems))
    if critical == len(systems):
        return _("{where}, all society-critical").format(where=where)
    if critical:
        of_them = counted("{n} society-critical", "{n} society-critical", critical)
        return f"{where}, {of_them}"
    return where


def _who(line: GapLine, material: Material) -> str:
    """Those who are accountable, by name the one who has most of the most serious."""
    people: Counter[str | None] = Counter()
    most: dict[str | None, int] = {}
    for gap in line.gaps:
        owner = owner_of(gap.item)
        people[owner] += 1 + len(gap.behind)
        most[owner] = max(most.get(owner, 0), gap.factors.priority_halves)
    order = sorted(people, key=lambda person: (-most[person], -people[person]))
    names = [shortened(name_of(p, material.campaign), _NAME) for p in order if p]
    if len(names) <= _MOST_NAMES + 1:
        return joined(names) or NOTHING
    left = len(names) - _MOST_NAMES
    return joined([*names[:_MOST_NAMES], counted("{n} other", "{n} others", left)])


def _references(gaps: Iterable[Gap]) -> dict[str, tuple[str, ...]]:
    """What the controls of the gaps refer to, each once and in order."""
    every: dict[str, set[str]] = {}
    for gap in gaps:
        item = gap.item
        for source, places in item.control.referred(item.subject.kind).items():
            every.setdefault(source, set()).update(places)
    return {s: tuple(sorted(places, key=_place_order)) for s, places in every.items()}


def _place_order(place: str) -> list[int | str]:
    """A key that sorts articles as people count: 5(2) before 28(1)."""
    parts = re.split(r"(\d+)", place)
    return [int(part) if part.isdecimal() else part for part in parts]


def is_unclear(gap: Gap) -> bool:
    """Whether nobody has said how it is."""
    return gap.item.status in (UNANSWERED, "unknown")
