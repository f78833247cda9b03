"""Section 9, Suppliers and cloud: agreements, supervision, and gaps in what is bought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import starmap

from secaudit.campaign import Issue
from secaudit.gaps import Picture, grouped
from secaudit.language import _, long_date
from secaudit.report.said.first import first
from secaudit.report.said.systems import classes_of
from secaudit.report.said.wording import few, of, shortened
from secaudit.report.yearly.facts import (
    FactRow,
    fresh_of,
    issues_of,
    may_hold_personal_data,
    not_stated,
    own_gaps,
    said_on,
)
from secaudit.report.yearly.material import Material

_MOST_SUPPLIERS = 8
_MOST_NAMES = 3
_OUTSIDE = ("supplier", "public-cloud", "hybrid")


@dataclass(frozen=True)
class SupplierRow:
    """One supplier, and the systems bought from it."""

    supplier: str
    systems: str
    agreement: str
    """How many of the systems with personal data have a processor agreement."""
    supervised: str
    """When it was supervised last; where that differs, the longest ago."""
    a: int
    b: int
    c: int
    """Open gaps of its systems."""


@dataclass(frozen=True)
class Suppliers:
    """Section 9: the suppliers that are named, those with the most urgent gaps first."""

    facts: tuple[FactRow, ...]
    """What is known of what others run or deliver."""
    rows: tuple[SupplierRow, ...]
    rest: str


def suppliers(material: Material) -> Suppliers:
    """Section 9."""
    issues = issues_of(material)
    bought = grouped(filter(_name, issues), lambda issue: _name(issue).casefold())
    every = [_row(issues, material.picture) for issues in bought.values()]
    every.sort(key=lambda r: (-r.a, -r.b, -r.c, r.supplier.casefold()))
    rows, rest = first(every, _MOST_SUPPLIERS)
    return Suppliers(tuple(starmap(FactRow, _facts(issues, material.on))), rows, rest)


def _name(issue: Issue) -> str:
    return " ".join(str(issue.facts.get("supplier") or "").split())


def _facts(issues: Sequence[Issue], on: date) -> Iterator[tuple[str, str]]:
    outside = [i for i in issues if i.facts.get("hosting") in _OUTSIDE]
    unknown = sum(i.facts.get("hosting") is None for i in issues)
    if not (outside or unknown or any(i.facts.get("supplier") for i in issues)):
        return
    run = of(len(outside), len(issues)) + not_stated(unknown)
    yield _("Systems run by a supplier or in the cloud"), run
    dates = [said_on(i.facts.get("supervised_on"), on) for i in outside]
    if dates:
        yield _("The same, supervised within the past year"), fresh_of(dates, on)
    if signed := _signed(outside):
        yield _("Of those that need a processor agreement, signed"), signed


def _row(issues: Sequence[Issue], picture: Picture) -> SupplierRow:
    gaps = [gap for issue in issues for gap in own_gaps(issue.subject, picture)]
    _worst, a, b, c = classes_of(gaps)
    return SupplierRow(
        supplier=_name(issues[0]),
        systems=few([shortened(issue.subject.name) for issue in issues], _MOST_NAMES),
        agreement=_signed(issues) or _("not needed"),
        supervised=_supervised(issues, picture.on),
        a=a,
        b=b,
        c=c,
    )


def _signed(issues: Sequence[Issue]) -> str:
    """Of the systems that need a processor agreement (GDPR article 28(3)), how many have one
    signed; empty where none needs it."""
    holding = [issue.facts for issue in issues if may_hold_personal_data(issue)]
    stated = [(fact.get("processor_agreement") or {}).get("status") for fact in holding]
    needed = [status for status in stated if status != "not-needed"]
    if not needed:
        return ""
    return of(needed.count("signed"), len(needed)) + not_stated(needed.count(None))


def _supervised(issues: Sequence[Issue], on: date) -> str:
    days = [said_on(issue.facts.get("supervised_on"), on) for issue in issues]
    if known := [day for day in days if day]:
        return long_date(min(known)) + not_stated(days.count(None))
    return _("not stated")
