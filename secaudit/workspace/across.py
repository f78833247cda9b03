"""The rules for the files of a workspace among each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from secaudit.catalogue import not_inheritable
from secaudit.inventory import Inventory
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.profile import Applied
from secaudit.workspace.model import Area, Workspace
from secaudit.yamlfile import Document, Keys, Part


def across(
    workspace: Workspace,
    file: Document,
    inventory: Inventory,
    systems: Document,
    applied: tuple[Applied, ...],
) -> Iterator[Problem]:
    """What is wrong between secaudit.yaml, which is `file`, the inventory and the controls."""
    counts = Counter(a.control.id for a in applied)
    for id in (id for id, count in counts.items() if count > 1):
        message = _("two catalogues have a control '{id}'")
        yield file.problem("duplicate-id", message, ("catalogues",), id=id)
    people = {person.id for person in inventory.people}
    yield from _areas_point_right(file, workspace.areas, people, counts)
    yield from _areas_twice(file, workspace.areas)
    yield from _uncounted(systems, inventory, applied)
    yield from _provides(systems, inventory, applied)


def _areas_point_right(
    file: Document, areas: tuple[Area, ...], people: Set[str], controls: Iterable[str]
) -> Iterator[Problem]:
    for index, area in enumerate(areas):
        part = Part(file, ("areas", index))
        if area.person not in people:
            message = _("there is no person '{id}' in people.yaml")
            yield part.problem("unknown-id", message, "person", id=area.person)
        for place, name in enumerate(area.controls):
            if not any(f"{id}.".startswith(f"{name}.") for id in controls):
                code = "unknown-control"
                message = _("no control is, or begins with, '{id}'")
                yield part.problem(code, message, "controls", place, id=name)


def _areas_twice(file: Document, areas: tuple[Area, ...]) -> Iterator[Problem]:
    """What two areas say, so that only the first of them would be heard."""
    seen: dict[tuple[str, object], str] = {}
    for index, area in enumerate(areas):
        for what, keys in _claims(area):
            if what in seen:
                message = _(
                    "the area '{id}' covers this already; remove it from one of them"
                )
                at = ("areas", index, *keys)
                yield file.problem("duplicate-area", message, at, id=seen[what])
            seen.setdefault(what, area.id)


def _claims(area: Area) -> Iterator[tuple[tuple[str, object], Keys]]:
    """What only one area can say, and where in the area it is said."""
    yield ("id", area.id), ("id",)
    for position, control in enumerate(area.controls):
        yield ("control", control), ("controls", position)
    if area.employees:
        yield ("employees", True), ("employees",)
    elif not area.controls:
        yield ("rest", True), ("id",)


def _uncounted(
    systems: Document, inventory: Inventory, applied: tuple[Applied, ...]
) -> Iterator[Problem]:
    """Employees are counted in departments: without any, nobody can."""
    asked = any(a.applies and "employees" in a.control.questions for a in applied)
    if asked and inventory.systems and not inventory.departments:
        message = _(
            "there are no departments in people.yaml: what employees answer cannot be counted"
        )
        yield systems.problem("no-departments", message, (), warning=True)


def _provides(
    systems: Document, inventory: Inventory, applied: tuple[Applied, ...]
) -> Iterator[Problem]:
    controls = [a.control for a in applied]
    services = ((n, s) for n, s in enumerate(inventory.systems) if s.provides)
    for index, service in services:
        if service.owner is None:
            code, at = "service-without-owner", ("systems", index, "id")
            message = _(
                "nobody owns this common service: its questions stand unanswered"
            )
            yield systems.problem(code, message, at, warning=True)
        part = Part(systems, ("systems", index, "provides"))
        yield from not_inheritable(part, service.provides, controls)
