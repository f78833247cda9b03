"""Suppliers and cloud: agreements, supervision, and gaps in what is bought."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from secaudit.campaign import Issue
from secaudit.gaps import Picture
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import Subject
from secaudit.report.rows import FactRow, SupplierRow
from secaudit.report.sections.overview import is_fresh, said_on
from secaudit.report.sections.subjects import open_of, systems_of
from secaudit.report.wording import NOTHING, joined, of, shortened

MOST_SUPPLIERS = 8
_MOST_NAMES = 3
_OUTSIDE = ("supplier", "public-cloud", "hybrid")


def issues_of(picture: Picture) -> tuple[Issue, ...]:
    """A form of each system, with its facts as they were told last."""
    return tuple(items[0].issue for items in systems_of(picture).values())


def holds_personal_data(issue: Issue) -> bool:
    """Whether the system is known to hold personal data."""
    return bool(set(issue.facts.get("personal_data") or ()) - {"none"})


def supplier_facts(picture: Picture) -> tuple[FactRow, ...]:
    """What is known of what others run or deliver, one thing a row."""
    return tuple(FactRow(*fact) for fact in _facts(issues_of(picture), picture))


def _facts(issues: Sequence[Issue], picture: Picture) -> Iterator[tuple[str, str]]:
    outside = [i for i in issues if i.facts.get("hosting") in _OUTSIDE]
    bought = [i for i in issues if i.facts.get("supplier")]
    if not outside and not bought:
        return
    yield _("Systems run by a supplier or in the cloud"), of(len(outside), len(issues))
    processed = [i for i in outside if holds_personal_data(i)]
    yield from _agreements(processed)
    dates = [said_on(issue.facts.get("supervised_on")) for issue in outside]
    if dates:
        fresh = sum(is_fresh(day, picture.on) for day in dates)
        said = of(fresh, len(dates)) + _not_stated(dates.count(None))
        yield _("The same, supervised within the past year"), said


def _agreements(issues: Sequence[Issue]) -> Iterator[tuple[str, str]]:
    """Those outside with personal data, and their processor agreements (GDPR article 28(3))."""
    found = Counter(_agreement(issue) for issue in issues)
    needed = len(issues) - found["not-needed"]
    if needed:
        said = of(found["signed"], needed) + _not_stated(found[None])
        yield _("The same with personal data: processor agreement signed"), said


def _agreement(issue: Issue) -> str | None:
    fact = issue.facts.get("processor_agreement") or {}
    return fact.get("status")


def _not_stated(number: int) -> str:
    return counted(" ({n} not stated)", " ({n} not stated)", number) if number else ""


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
    gaps = Counter(
        gap.letter for issue in issues for gap in open_of(issue.subject, picture)
    )
    return SupplierRow(
        " ".join(str(issues[0].facts["supplier"]).split()),
        _names([issue.subject for issue in issues]),
        _signed(issues),
        _supervised(issues),
        gaps["A"],
        gaps["B"],
        gaps["C"],
    )


def _names(subjects: Sequence[Subject]) -> str:
    names = [shortened(subject.name) for subject in subjects]
    if len(names) <= _MOST_NAMES + 1:
        return joined(names)
    more = counted("{n} more", "{n} more", len(names) - _MOST_NAMES)
    return joined([*names[:_MOST_NAMES], more])


def _signed(issues: Iterable[Issue]) -> str:
    needing = [
        issue
        for issue in issues
        if holds_personal_data(issue) and _agreement(issue) != "not-needed"
    ]
    signed = sum(_agreement(issue) == "signed" for issue in needing)
    return of(signed, len(needing)) if needing else _("not needed")


def _supervised(issues: Sequence[Issue]) -> str:
    days = [said_on(issue.facts.get("supervised_on")) for issue in issues]
    known = [day for day in days if day]
    if not known:
        return NOTHING
    return long_date(min(known)) + _not_stated(len(days) - len(known))
