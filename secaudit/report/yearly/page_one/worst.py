"""Gaps told in lines: of one control, or of one who did not answer."""

from collections import Counter
from collections.abc import Iterator, Sequence

from secaudit.catalogue import Kind
from secaudit.gaps import Gap, GapLine, Picture
from secaudit.language import _, counted, later
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.about import about
from secaudit.report.said.systems import criticalities
from secaudit.report.said.wording import (
    NOTHING,
    joined,
    name_of,
    owner_of,
    points,
    shortened,
    titled,
)
from secaudit.report.yearly.rows import LineRow

MOST_LINES = 5
_MOST_NAMES = 1
_MOST_PLACES = 2
_NAME = 40
_ALIKE = {
    "missing": later("not met {where}"),
    "partly": later("partial {where}"),
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


def worst(picture: Picture) -> tuple[LineRow, ...]:
    """The most urgent lines."""
    return tuple(_line(line, picture) for line in picture.lines[:MOST_LINES])


def worst_rest(picture: Picture, *, every: bool) -> str:
    """Where the other lines are, if there are any; `every` gap, or the most urgent."""
    if len(picture.lines) <= MOST_LINES:
        return ""
    if every:
        return _("All gaps are listed one by one in section 13.")
    return _("The most urgent gaps are listed one by one in section 13.")


def _line(line: GapLine, picture: Picture) -> LineRow:
    what = titled(line.control) if line.control else silence(line, picture)
    said = missing(line, picture) if line.control else asked(line)
    halves = line.worst.factors.priority_halves
    return LineRow(
        what, said, points(halves), line.worst.gap_class, _who(line, picture)
    )


def silence(line: GapLine, picture: Picture) -> str:
    """Who it is that did not answer."""
    if line.silent:
        sentence = _("{name} has not answered")
        name = name_of(line.silent, picture.campaign)
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
    return _("{questions} about {subjects}").format(
        questions=questions, subjects=subjects
    )


def missing(line: GapLine, picture: Picture) -> str:
    """Where a control is missing, how much of it, and where that is most serious."""
    said = _missing(line, _where(list(_places(line, picture))))
    worst = [gap for gap in line.gaps if gap.gap_class == line.worst.gap_class]
    if len(worst) == len(line.gaps):
        return said
    sentence = _("{said}; class {letter} {where}")
    letter = line.worst.gap_class
    return sentence.format(said=said, letter=letter, where=_most_serious(worst))


def _missing(line: GapLine, where: str) -> str:
    found = {_how(gap) for gap in line.gaps}
    if len(found) > 1:
        return f"{where}: {_statuses(line)}"
    return _(_ALIKE[found.pop()]).format(where=where)


def _most_serious(gaps: Sequence[Gap]) -> str:
    """Where the gaps are: by name, if they are few."""
    subjects = list(dict.fromkeys(gap.item.subject for gap in gaps))
    if len(subjects) > _MOST_PLACES:
        return counted("in {n} place", "in {n} places", len(subjects))
    names = [shortened(subject.name, _NAME) for subject in subjects]
    return joined(
        [
            _(_IN[subject.kind]).format(name=name)
            for subject, name in zip(subjects, names, strict=True)
        ]
    )


def _statuses(line: GapLine) -> str:
    """In how many places it is how; who inherits it has it too."""
    places = {
        s: _how(gap) for gap in line.gaps for s in (gap.item.subject, *gap.behind)
    }
    found = Counter(places.values())
    parts = (
        counted("{n} not met", "{n} not met", found["missing"]),
        counted("{n} partial", "{n} partial", found["partly"]),
        counted("{n} review out of date", "{n} reviews out of date", found["overdue"]),
        counted("{n} sent back", "{n} sent back", found["returned"]),
        counted("{n} unanswered", "{n} unanswered", found[UNANSWERED]),
        counted("{n} 'unknown'", "{n} 'unknown'", found["unknown"]),
    )
    return ", ".join(part for part in parts if not part.startswith("0 "))


def _how(gap: Gap) -> str:
    if is_unclear(gap):
        return gap.item.status
    if gap.reason in ("overdue", "returned"):
        return gap.reason
    return "partly" if gap.factors.shortfall == 1 else "missing"


def _where(places: list[str]) -> str:
    """The places as one says them; a comma within one of them asks for one before the last."""
    if len(places) > 1 and "," in places[0]:
        parts = ", ".join(places[:-1])
        return _("{parts}, and {last}").format(parts=parts, last=places[-1])
    return joined(places)


def _places(line: GapLine, picture: Picture) -> Iterator[str]:
    if line.systems:
        yield _in_systems(line.systems, picture)
    owners = [s for s in line.subjects if s.kind == "owner"]
    if len(owners) == 1:
        yield _("with {name}").format(name=shortened(owners[0].name, _NAME))
    elif owners:
        yield counted("with {n} system owner", "with {n} system owners", len(owners))
    if any(s.kind == "organisation" for s in line.subjects):
        yield _("in the organisation")
    if any(s.kind == "employees" for s in line.subjects):
        yield _("among the employees")


def _in_systems(systems: Sequence[Subject], picture: Picture) -> str:
    known = criticalities(picture)
    critical = sum(known.get(subject) == "society-critical" for subject in systems)
    if len(systems) == 1:
        name = shortened(systems[0].name, _NAME)
        sentence = _("in {name} (society-critical)") if critical else _("in {name}")
        return sentence.format(name=name)
    where = counted("in {n} system", "in {n} systems", len(systems))
    if critical == len(systems):
        return _("{where}, all society-critical").format(where=where)
    if critical:
        of_them = counted("{n} society-critical", "{n} society-critical", critical)
        return f"{where}, {of_them}"
    return where


def _who(line: GapLine, picture: Picture) -> str:
    """Those who are accountable, by name the one who has most of the most serious."""
    people: Counter[str | None] = Counter()
    most: dict[str | None, int] = {}
    for gap in line.gaps:
        owner = owner_of(gap.item)
        people[owner] += 1 + len(gap.behind)
        most[owner] = max(most.get(owner, 0), gap.factors.priority_halves)
    order = sorted(people, key=lambda person: (-most[person], -people[person]))
    names = [
        shortened(name_of(person, picture.campaign), _NAME)
        for person in order
        if person
    ]
    if len(names) <= _MOST_NAMES + 1:
        return joined(names) or NOTHING
    left = len(names) - _MOST_NAMES
    return joined([*names[:_MOST_NAMES], counted("{n} other", "{n} others", left)])


def is_unclear(gap: Gap) -> bool:
    """Whether nobody has said how it is."""
    return gap.item.status in (UNANSWERED, "unknown")
