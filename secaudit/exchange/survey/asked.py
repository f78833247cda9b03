"""What the employees were asked, which an export is read by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from secaudit.exchange.finding import plain_heading
from secaudit.inventory import Department, above


@dataclass(frozen=True)
class Asked:
    """What the employees are asked in a campaign, and where they may work."""

    campaign: str
    questions: Mapping[str, tuple[str, ...]]
    """By control id, the question in each language."""
    departments: tuple[Department, ...]

    @cached_property
    def tops(self) -> dict[str, str]:
        """By the id of a department, that of its forvaltning."""
        known = {unit.id: unit for unit in self.departments}
        return {id: (unit, *above(unit, known))[-1].id for id, unit in known.items()}

    @cached_property
    def names(self) -> dict[str, str]:
        """By the id or the name of a department, as headings are compared, the id of its
        forvaltning; what two of these are called is left out."""
        found: dict[str, set[str]] = {}
        for unit in self.departments:
            for name in (unit.id, unit.name):
                found.setdefault(plain_heading(name), set()).add(self.tops[unit.id])
        return {name: min(ids) for name, ids in found.items() if len(ids) == 1}

    def forvaltning(self, named: str) -> str | None:
        """The id of the forvaltning of a department that is named by its id or its name."""
        return self.tops.get(named) or self.names.get(plain_heading(named))
