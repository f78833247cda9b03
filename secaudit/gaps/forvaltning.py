"""Where in the organisation a system or an owner belongs."""

from collections.abc import Mapping

from secaudit.campaign import Issue
from secaudit.inventory import Department

Forvaltning = tuple[str, str]
"""Id and name of where a subject belongs."""
NOWHERE: Forvaltning = ("", "")
"""It is not known where."""


def forvaltning_of(issue: Issue, departments: Mapping[str, Department]) -> Forvaltning:
    """The forvaltning of a system or an owner: the department above its own that has no parent."""
    of_system = issue.subject.kind == "system"
    own = issue.facts.get("department") if of_system else issue.department
    found, below = departments.get(own or ""), set[str]()
    while found and (parent := departments.get(found.parent or "")):
        if found.id in below:  # a circle: no department is above the others
            return NOWHERE
        below.add(found.id)
        found = parent
    return (found.id, found.name) if found else NOWHERE
