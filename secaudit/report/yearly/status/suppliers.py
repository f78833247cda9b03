"""Suppliers and cloud: agreements, supervision, and gaps in what is bought."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from secaudit.campaign import Issue
from secaudit.gaps import Picture
from secaudit.language import _, long_date
from secaudit.questionnaire import Subject
from secaudit.report.said.rows import FactRow
from secaudit.report.said.systems import classes_of, systems_of
from secaudit.report.said.wording import joined, listed, of, shortened
from secaudit.report.yearly.rows import SupplierRow
from secaudit.report.yearly.status.departments import own_of
from secaudit.report.yearly.status.overview import is_fresh, not_stated, said_on

MOST_SUPPLIERS = 8
_MOST_NAMES = 3
_OUTSIDE = ("supplier", "public-cloud", "hybrid")


def issues_of(picture: Picture) -> tuple[Issue, ...]:
    """A form of each system, with its facts as they were told last."""
    return tuple(items[0].issue for items in systems_of(picture).values())


def holds_personal_data(issue: Issue) -> bool:
    """Whether the system is known to hold personal data."""
    return bool(set(issue.facts.get("personal_data") or ()) - {"none"})


def may_hold_personal_data(issue: Issue) -> bool:
    """Whether it does, or is not known not to."""
    return issue.facts.get("personal_data") is None or holds_personal_data(issue)


def supplier_facts(picture: Picture) -> tuple[FactRow, ...]:
    """What is known of what others run or deliver, one thing a row."""
    return tuple(FactRow(*fact) for fact in _facts(issues_of(picture), picture))


def _facts(issues: Sequence[Issue], picture: Picture) -> Iterator[tuple[str, str]]:
    outside = [i for i in issues if i.facts.get("hosting") in _OUTSIDE]
    unknown = sum(i.facts.get("hosting") is None for i in issues)
    if not (outside or unknown or any(i.facts.get("supplier") for i in issues)):
        return
    said = of(len(outside), len(issues)) + not_stated(unknown)
    yield _("Systems run by a supplier or in the cloud"), said
    dates = [said_on(i.facts.get("supervised_on"), picture.on) for i in outside]
    if dates:
        fresh = sum(is_fresh(day, picture.on) for day in dates)
        said = of(fresh, len(dates)) + not_stated(dates.count(None))
        yield _("The same, supervised within the past year"), said
    yield from _agreements([i for i in outside if may_hold_personal_data(i)])


def _agreements(issues: Sequence[Issue]) -> Iterator[tuple[str, str]]:
    """Those outside with personal data, and their processor agreements (GDPR article 28(3))."""
    found = Counter(_agreement(issue) for issue in issues)
    needed = len(issues) - found["not-needed"]
    if needed:
        said = of(found["signed"], needed) + not_stated(found[None])
        yield _("Of those that need a processor agreement, signed"), said


def _agreement(issue: Issue) -> str | None:
    fact = issue.facts.get("processor_agreement") or {}
    return fact.get("status")


def suppliers(picture: Picture) -> tuple[SupplierRow, ...]:
    """A row for each supplier that is named, those with the most urgent gaps first."""
    found: dict[str, list[Issue]] = {}
    for issue in issues_of(picture):
        name = " ".join(str(issue.facts.get("supplier") or "").split())
        if name:
            found.setdefault(name.casefold(), []).append(issue)
    rows = [_row(issues, picture) for issues in found.values()]
    return tuple(sorted(rows, key=lambda r: (-r.a, -r.b, -r.c, r.supplier.casefold())))


def _row(issues: Sequence[Issue], picture: Picture) -> SupplierRow:
    gaps = [gap for issue in issues for gap in own_of(issue.subject, picture)]
    return SupplierRow(
        " ".join(str(issues[0].facts["supplier"]).split()),
        _names([issue.subject for issue in issues]),
        _signed(issues),
        _supervised(issues, picture.on),
        *classes_of(gaps)[1:],
    )


def _names(subjects: Sequence[Subject]) -> str:
    names = [shortened(subject.name) for subject in subjects]
    if len(names) <= _MOST_NAMES + 1:
        return joined(names)
    return listed(names, _MOST_NAMES)


def _signed(issues: Sequence[Issue]) -> str:
    """Of the systems that need a processor agreement, how many have one signed."""
    found = [_agreement(issue) for issue in issues if may_hold_personal_data(issue)]
    found = [status for status in found if status != "not-needed"]
    if found:
        return of(found.count("signed"), len(found)) + not_stated(found.count(None))
    return _("not needed")


def _supervised(issues: Sequence[Issue], on: date) -> str:
    days = [said_on(issue.facts.get("supervised_on"), on) for issue in issues]
    known = [day for day in days if day]
    if not known:
        return _("not stated")
    return long_date(min(known)) + not_stated(days.count(None))
