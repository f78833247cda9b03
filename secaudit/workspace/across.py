"""The rules for the files of a workspace among each other."""

from collections import Counter
from collections.abc import Iterator

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
    people = {person.id for person in inventory.people}
    for index, area in enumerate(workspace.areas):
        if area.person not in people:
            message = _("there is no person '{id}' in people.yaml")
            keys = ("areas", index, "person")
            yield file.problem("unknown-id", message, keys, id=area.person)
    yield from _areas_twice(file, workspace.areas)
    yield from _named_controls(file, workspace, applied)
    yield from _unique(file, applied)
    yield from _uncounted(systems, inventory, applied)
    yield from _provides(systems, inventory, applied)


def _areas_twice(file: Document, areas: tuple[Area, ...]) -> Iterator[Problem]:
    """What two areas say, so that only the first of them would be heard."""
    seen: dict[tuple[str, object], str] = {}
    for index, area in enumerate(areas):
        for what, keys in _claims(area):
            if what in seen:
                message = _("the area '{id}' says this already; only one is heard")
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


def _named_controls(
    file: Document, workspace: Workspace, applied: tuple[Applied, ...]
) -> Iterator[Problem]:
    ids = [f"{a.control.id}." for a in applied]
    for index, area in enumerate(workspace.areas):
        for position, name in enumerate(area.controls):
            if not any(id.startswith(f"{name}.") for id in ids):
                message = _("no control is, or begins with, '{id}'")
                keys = ("areas", index, "controls", position)
                yield file.problem("unknown-control", message, keys, id=name)


def _unique(file: Document, applied: tuple[Applied, ...]) -> Iterator[Problem]:
    counts = Counter(a.control.id for a in applied)
    for id in (id for id, count in counts.items() if count > 1):
        message = _("two catalogues have a control '{id}'")
        yield file.problem("duplicate-id", message, ("catalogues",), id=id)


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
