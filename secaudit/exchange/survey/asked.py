"""What the employees were asked, which an export is read by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

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
        """By the id or the name of a department, the id of its forvaltning.

        A name that departments of two have is left out.
        """
        tops = self.tops
        by_name: dict[str, set[str]] = {}
        for unit in self.departments:
            by_name.setdefault(unit.name, set()).add(tops[unit.id])
        named = {name: [*ids] for name, ids in by_name.items() if len(ids) == 1}
        return {name: ids[0] for name, ids in named.items()} | tops
