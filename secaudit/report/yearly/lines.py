"""Gaps told in lines: of one control, or of one who did not answer."""

from collections import Counter
from collections.abc import Iterator, Sequence

from secaudit.catalogue import Kind
from secaudit.gaps import Gap, Line
from secaudit.language import _, counted, later
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.about import about
from secaudit.report.said.wording import (
    joined,
    name_of,
    shortened,
)
from secaudit.report.yearly.material import Material

_MOST_PLACES = 2
NAME = 40
"""Characters of a name."""
_ALIKE = {
    "missing": later("missing {where}"),
    "partly": later("partly missing {where}"),
    "overdue": later("review overdue {where}"),
    "returned": later("sent back {where}"),
    "unclear": later("not known {where}"),
}
_IN: dict[Kind, str] = {
    "system": later("in {name}"),
    "owner": later("with {name}"),
    "organisation": later("in the organisation"),
    "employees": later("among the employees"),
}


def silence(line: Line, material: Material) -> str:
    """Who it is that did not answer."""
    if line.silent:
        sentence = _("{name} has not answered")
        name = name_of(line.silent, material.campaign)
        return sentence.format(name=shortened(name, NAME))
    if all(subject.kind == "system" for subject in line.subjects):
        return _("Systems without an owner")
    return _("Nobody is named to answer")


def asked(line: Line) -> str:
    """What somebody who did not answer was asked about."""
    questions = counted(
        "{n} unanswered question", "{n} unanswered questions", len(line.gaps)
    )
    subjects = about([gap.item for gap in line.gaps])
    return _("{questions} about {subjects}").format(
        questions=questions, subjects=subjects
    )


def missing(line: Line, material: Material) -> str:
    """Where a control is missing, how much of it, and where that is most serious."""
    said = _missing(line, _where(list(_places(line, material))))
    worst = [gap for gap in line.gaps if gap.gap_class == line.worst.gap_class]
    if len(worst) == len(line.gaps):
        return said
    sentence = _("{said}; {letter} {where}")
    letter = line.worst.gap_class
    return sentence.format(said=said, letter=letter, where=_most_serious(worst))


def _missing(line: Line, where: str) -> str:
    found = {_how(gap) for gap in line.gaps}
    if len(found) > 1:
        return f"{where}: {_statuses(line)}"
    return _(_ALIKE[found.pop()]).format(where=where)


def _most_serious(gaps: Sequence[Gap]) -> str:
    """Where the gaps are: by name, if they are few."""
    subjects = list(dict.fromkeys(gap.item.subject for gap in gaps))
    if len(subjects) > _MOST_PLACES:
        return counted("in {n} place", "in {n} places", len(subjects))
    names = [shortened(subject.name, NAME) for subject in subjects]
    return joined(
        [
            _(_IN[subject.kind]).format(name=name)
            for subject, name in zip(subjects, names, strict=True)
        ]
    )


def _statuses(line: Line) -> str:
    """In how many places it is how; who inherits it has it too."""
    places = {
        s: _how(gap) for gap in line.gaps for s in (gap.item.subject, *gap.behind)
    }
    found = Counter(places.values())
    parts = (
        counted("{n} missing", "{n} missing", found["missing"]),
        counted("{n} partly", "{n} partly", found["partly"]),
        counted("{n} out of date", "{n} out of date", found["overdue"]),
        counted("{n} sent back", "{n} sent back", found["returned"]),
        counted("{n} not known", "{n} not known", found["unclear"]),
    )
    return ", ".join(part for part in parts if not part.startswith("0 "))


def _how(gap: Gap) -> str:
    if is_unclear(gap):
        return "unclear"
    if gap.reason in ("overdue", "returned"):
        return gap.reason
    return "partly" if gap.factors.shortfall == 1 else "missing"


def _where(places: list[str]) -> str:
    """The places as one says them; a comma within one of them asks for one before the last."""
    if len(places) > 1 and "," in places[0]:
        parts = ", ".join(places[:-1])
        return _("{parts}, and {last}").format(parts=parts, last=places[-1])
    return joined(places)


def _places(line: Line, material: Material) -> Iterator[str]:
    if line.systems:
        yield _in_systems(line.systems, material)
    owners = [s for s in line.subjects if s.kind == "owner"]
    if len(owners) == 1:
        yield _("with {name}").format(name=shortened(owners[0].name, NAME))
    elif owners:
        yield counted("with {n} system owner", "with {n} system owners", len(owners))
    if any(s.kind == "organisation" for s in line.subjects):
        yield _("in the organisation")
    if any(s.kind == "employees" for s in line.subjects):
        yield _("among the employees")


def _in_systems(systems: Sequence[Subject], material: Material) -> str:
    known = material.criticalities
    critical = sum(known.get(subject) == "society-critical" for subject in systems)
    if len(systems) == 1:
        name = shortened(systems[0].name, NAME)
        sentence = _("in {name} (society-critical)") if critical else _("in {name}")
        return sentence.format(name=name)
    where = counted("in {n} system", "in {n} systems", len(systems))
    if critical == len(systems):
        return _("{where}, all society-critical").format(where=where)
    if critical:
        of_them = counted("{n} society-critical", "{n} society-critical", critical)
        return f"{where}, {of_them}"
    return where


def is_unclear(gap: Gap) -> bool:
    """Whether nobody has said how it is."""
    return gap.item.status in (UNANSWERED, "unknown")
