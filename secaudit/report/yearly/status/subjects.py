"""The systems and their owners, as a report tells of them."""

from collections import Counter

from secaudit.gaps import Picture, by_subject, figures
from secaudit.inventory import criticality_word
from secaudit.language import _, counted, number
from secaudit.questionnaire import Subject
from secaudit.report.said.systems import (
    by_burden,
    classes_of,
    criticalities,
    open_of,
    systems_of,
)
from secaudit.report.said.wording import name_of, percent
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
            criticality_word(known[subject]),
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
    return counted(
        "{{part}} of {n} system owner has open gaps in their own duties.",
        "{{part}} of {n} system owners have open gaps in their own duties.",
        len(found),
    ).format(part=number(short))


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
