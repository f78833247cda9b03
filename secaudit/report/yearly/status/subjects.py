"""The systems and their owners, as a report tells of them."""

from collections import Counter
from collections.abc import Iterable

from secaudit.gaps import Gap, Item, Picture, by_subject, figures
from secaudit.language import _, counted, number
from secaudit.questionnaire import Subject
from secaudit.report.said.wording import NOTHING, criticality, name_of, percent
from secaudit.report.yearly.rows import OwnerRow, SystemRow

MOST_SYSTEMS = 8
MOST_OWNERS = 8


def systems(picture: Picture) -> tuple[SystemRow, ...]:
    """Every system, those with the most urgent gaps first."""
    found = systems_of(picture)
    ordered = by_burden(found, picture)
    known, behind = criticalities(picture), _behind(picture)
    shares = {subject: figures(items) for subject, items in found.items()}
    return tuple(
        SystemRow(
            subject.name,
            criticality(known[subject]),
            name_of(found[subject][0].issue.owner, picture.campaign),
            _service(behind[subject]),
            percent(shares[subject].answered),
            percent(shares[subject].met_of_all),
            *classes_of(open_of(subject, picture)),
        )
        for subject in ordered
    )


def owners(picture: Picture) -> tuple[OwnerRow, ...]:
    """Every system owner, those with the most urgent gaps in their own duties first."""
    found = by_subject(picture.of("owner"))
    overdue = Counter(
        gap.item.issue.owner or gap.item.subject.id
        for gap in picture.gaps
        if gap.reason == "overdue" and gap.item.subject.kind in ("system", "owner")
    )
    owned = Counter(items[0].issue.owner for items in systems_of(picture).values())
    return tuple(
        OwnerRow(
            subject.name,
            owned[subject.id],
            overdue[subject.id],
            percent(figures(found[subject]).answered),
            percent(figures(found[subject]).met_of_all),
            *classes_of(open_of(subject, picture)),
        )
        for subject in by_burden(found, picture)
    )


def owners_said(picture: Picture) -> str:
    """How many owners have something to mend in their own duties."""
    found = by_subject(picture.of("owner"))
    if not found:
        return ""
    short = sum(bool(open_of(subject, picture)) for subject in found)
    if not short:
        return _("No system owner has an open gap in their own duties.")
    sentence = _("{part} of {whole} system owners have open gaps in their own duties.")
    return sentence.format(part=number(short), whole=number(len(found)))


def systems_of(picture: Picture) -> dict[Subject, tuple[Item, ...]]:
    """Each system, with its questions, inherited ones among them."""
    found = picture.subjects
    return {s: items for s, items in found.items() if s.kind == "system"}


def criticalities(picture: Picture) -> dict[Subject, object]:
    """How critical each system is; None where it is not known."""
    return {
        subject: items[0].issue.facts.get("criticality")
        for subject, items in systems_of(picture).items()
    }


def ownerless(picture: Picture) -> tuple[Subject, ...]:
    """The systems that nobody is accountable for."""
    return tuple(
        subject
        for subject, items in systems_of(picture).items()
        if items[0].issue.owner is None
    )


def open_of(subject: Subject, picture: Picture) -> tuple[Gap, ...]:
    """The gaps of a subject, its own and inherited, that no decision accepts."""
    return tuple(gap for gap in picture.gaps_of(subject) if gap.open)


def by_burden(subjects: Iterable[Subject], picture: Picture) -> list[Subject]:
    """Those with the most urgent gaps first."""
    return sorted(subjects, key=lambda subject: _burden(subject, picture))


def _burden(subject: Subject, picture: Picture) -> tuple[int, int, int, str, str]:
    _worst, a, b, c = classes_of(open_of(subject, picture))
    return -a, -b, -c, subject.name.casefold(), subject.id


def classes_of(gaps: Iterable[Gap]) -> tuple[str, int, int, int]:
    """The worst class, and how many gaps there are in A, B and C."""
    found = Counter(gap.gap_class for gap in gaps)
    return min(found, default=NOTHING), found["A"], found["B"], found["C"]


def _behind(picture: Picture) -> Counter[Subject]:
    """How many systems use each common service."""
    used = {(item.provider, item.subject) for item in picture.items if item.provider}
    return Counter(provider for provider, _subject in used if provider)


def _service(systems: int) -> str:
    if not systems:
        return ""
    return counted(
        "common service for {n} system", "common service for {n} systems", systems
    )
