"""The forvaltning that a system or an owner belongs to."""

from collections.abc import Mapping

from secaudit.campaign import Issue
from secaudit.inventory import Department, above

Forvaltning = tuple[str, str]
"""Id and name of where a subject belongs."""
NOWHERE: Forvaltning = ("", "")
"""It is not known where."""


def forvaltning_of(issue: Issue, departments: Mapping[str, Department]) -> Forvaltning:
    """The forvaltning of a system or an owner: the department above its own that has no parent."""
    of_system = issue.subject.kind == "system"
    own = issue.facts.get("department") if of_system else issue.department
    unit = departments.get(own or "")
    if unit is None:
        return NOWHERE
    top = (unit, *above(unit, departments))[-1]
    circular = top.parent in departments  # then no department is above the others
    return NOWHERE if circular else (top.id, top.name)
