"""The whole report in numbers: every section, with its tables, paragraphs and charts."""

from functools import cache

from tests.two_years.retold import earlier, law, lists, plan, status, subjects, summary
from tests.two_years.retold.told import Section, Told

FIXED = {
    ("", "Secaudit Note"): "the version, and the head",
    ("D", "Normal"): "the method",
    ("D", "Secaudit Intro"): "the method",
}
"""Paragraphs whose numbers are not figures."""


@cache
def sections(told: Told) -> dict[str, Section]:
    """By number or letter, in order."""
    found = (
        Section(said={"Title": [(told.year,)], "Secaudit Title Line": [(told.day,)]}),
        summary.summary(told),
        *(earlier.followup(told), earlier.changes(told), earlier.basis(told)),
        status.status(told),
        *(subjects.systems(told), subjects.owners(told), subjects.employees(told)),
        *(subjects.suppliers(told), law.protection(told), lists.happened(told)),
        *(law.measures(told), plan.gaps(told), plan.actions(told)),
        *(plan.resources(told), law.controls(told), lists.system_gaps(told)),
        *(status.departments(told), lists.method(told), lists.checksums(told)),
    )
    names = ("", *map(str, range(1, 16)), *"ABCDE")
    return dict(zip(names, found, strict=True))
