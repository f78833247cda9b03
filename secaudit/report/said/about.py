"""What questions are about, in a few words."""

from collections.abc import Sequence

from secaudit.gaps import Item
from secaudit.language import _, counted
from secaudit.report.said.wording import joined, shortened

_MOST_NAMED, _NAME = 2, 30


def about(items: Sequence[Item]) -> str:
    """What the questions are about: 3 systems, or their names, and the owner's own duties."""
    subjects = {item.subject for item in items}
    systems = sorted(shortened(s.name, _NAME) for s in subjects if s.kind == "system")
    number = counted("{n} system", "{n} systems", len(systems))
    named = systems if len(systems) <= _MOST_NAMED else [number]
    rest = {
        "owner": _("the owner's own duties"),
        "organisation": _("the organisation"),
        "employees": _("the employees"),
    }
    kinds = {subject.kind for subject in subjects}
    return joined([*named, *(text for kind, text in rest.items() if kind in kinds)])
